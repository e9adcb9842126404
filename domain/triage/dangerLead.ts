import type { Station, Town } from '../town.ts'
import { dangerOf } from '../understand/danger.ts'
import { LEADS } from '../understand/wording-danger.ts'

/** The unit that deals with a danger of this kind, where the duty list does not say who; null where nobody does. */
export function dangerLead(text: string, town: Town): string | null {
  const kind = dangerOf(text, town)?.kind
  if (!kind) return null
  const lead = LEADS[kind]
  const fits = ({ kind: of, name }: Station) =>
    lead === 'police' ? of === 'police' : of !== 'department' && lead.test(name)
  return town.stations.find(fits)?.id ?? null
}
