import { arm, type Desk } from '../book/desk.ts'
import type { Duration } from '../calendar/duration.ts'
import type { Town } from '../town.ts'
import type { World } from '../world.ts'
import { addDuration } from '../clock/deadline.ts'
import { dayOf } from '../calendar/zone.ts'
import { ruleOf } from '../rules/ruleOf.ts'
import { findStation } from '../people/directory.ts'
import { toPerson, distinct, personOf, stationGroup, type Address } from '../people/recipients.ts'
import { paperFacts, stationOf, type PaperEntry } from './paperFacts.ts'

/** The kind of the timer of a paper. */
export const PAPER = 'paper'

/** A reader's card; every copy has an id of its own. */
export const cardOf = (entry: PaperEntry, town: Town, cardId: string, again: number) =>
  ({ kind: 'paper', paper: paperFacts(entry, town), cardId, view: 'reader', seen: false, again }) as const

/** The notices that hand over the files themselves. */
export function filesSaid({ data }: PaperEntry) {
  return data.files.flatMap(({ sha256, mime, ending }, i) => {
    if (sha256 === null) return []
    const name = `${data.title ?? ''}${data.files.length > 1 ? ` ${i + 1}` : ''}${ending ?? ''}`
    return [{ kind: 'file', sha256, name, mime: mime ?? 'application/octet-stream' } as const]
  })
}

export function addressOf(userid: string, town: Town): Address {
  const station = findStation(town, stationOf(userid, town))
  return station ? personOf(station, userid) : toPerson(userid)
}

export const groupsOf = ({ data }: PaperEntry, town: Town, { now }: World): Address[] =>
  distinct(
    (data.to ?? []).flatMap((id) => {
      const station = findStation(town, id)
      return station ? stationGroup(town, station, now) : []
    }),
  )

/** Sets its timer so much working time ahead, and says so in the entry. */
export function armIn<E extends PaperEntry>(desk: Desk, entry: E, after: Duration, step: number): E {
  const { world, town } = desk
  const { at } = addDuration(world.now, after, 'work', town.policy.workHours, world.calendar)
  arm(desk, entry, PAPER, at, step)
  return { ...entry, dueAt: at }
}

/** How long until the next reminder; the last step is that of every further one. */
export function remindAfter(step: number, { policy }: Town, { now }: World): Duration {
  const steps = ruleOf(policy, 'paper.remind', dayOf(now))
  return steps[step] ?? steps.at(-1) ?? DAILY
}

const DAILY: Duration = { amount: 1, unit: 'd' }
