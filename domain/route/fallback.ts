import type { Town } from '../town.ts'

/** Who leads what nobody else does: the brigade, else the first unit of the list. */
export function fallbackLead(town: Town): string | null {
  return (town.stations.find(({ kind }) => kind === 'brigade') ?? town.stations[0])?.id ?? null
}
