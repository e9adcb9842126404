import { z } from 'zod'
import { dayFrom, dayOf } from '../../domain/calendar/zone.ts'
import { expiring } from '../../domain/crew/licences.ts'
import { findStation } from '../../domain/people/directory.ts'
import type { Person, Town } from '../../domain/town.ts'
import { UNITS } from '../wording/units.ts'

/** Somebody's licence or certificate; `days` < 0 = over, null = without an end. */
export const paperShape = z.object({
  name: z.string(),
  unit: z.string().nullable(),
  what: z.string(),
  number: z.string().nullable(),
  until: z.string().nullable(),
  days: z.number().nullable(),
  state: z.enum(['over', 'soon', 'missing', 'fine']),
})
type Paper = z.infer<typeof paperShape>

const ORDER: Readonly<Record<Paper['state'], number>> = { over: 0, missing: 1, soon: 2, fine: 3 }

/** Whose papers end when; what is over, missing or ends soon comes first, by the rule that chat goes by. */
export function papersOf(town: Town, people: readonly Person[], now: Date): Paper[] {
  const day = dayOf(now)
  const worries = expiring(town, people, day)
  const papers = people.flatMap((person) =>
    (['licence', 'certificate'] as const).flatMap((what) => paperOf(town, person, what, worries, day)),
  )
  return papers.toSorted((a, b) => ORDER[a.state] - ORDER[b.state] || (a.days ?? Infinity) - (b.days ?? Infinity))
}

type Worries = ReturnType<typeof expiring>

function paperOf(town: Town, person: Person, what: 'licence' | 'certificate', worries: Worries, day: string): Paper[] {
  const number = person[what] ?? null
  const until = (what === 'licence' ? person.licenceUntil : person.certificateUntil) ?? null
  const worry = worries.find((each) => each.userid === person.userid && each.what === what)
  if (number === null && !worry) return []
  const days = until === null ? null : dayFrom(until) - dayFrom(day)
  const state = !worry ? 'fine' : worry.days === null ? 'missing' : worry.days < 0 ? 'over' : 'soon'
  const unit = findStation(town, person.station)?.name ?? null
  return [{ name: person.name, unit, what: UNITS[what], number, until, days, state }]
}
