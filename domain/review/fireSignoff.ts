import { whileIn } from '../book/desk.ts'
import type { Draft } from '../case/draft.ts'
import type { Decision } from '../decision.ts'
import type { World } from '../world.ts'
import { alert, begin, decide, factsNow, record } from '../case/draft.ts'
import { findStation, withRole } from '../people/directory.ts'
import { toPerson, commandRoom, distinct, personOf, type Address } from '../people/recipients.ts'
import { dayOf } from '../calendar/zone.ts'
import { endSignoff } from './follow.ts'
import { unitsOf } from './mentor.ts'
import type { InSignoff } from './signoffAnswer.ts'
import { armSignoff, SIGNOFF_TIMER } from './signoffTell.ts'

/** The guiding unit is reminded; when it is late, its head and the supervisors hear. */
export function fireSignoff({ hand, file, signoff }: InSignoff, step: number, world: World): Decision {
  if (signoff.state !== 'open') return { timers: [{ subject: signoff.id, kind: SIGNOFF_TIMER, dueAt: null, step: 0 }] }
  const draft = begin(world, hand)
  const { mentorUntil } = file.data
  // with the year of transition its guidance is over
  if (mentorUntil && mentorUntil < dayOf(world.now)) {
    endSignoff(draft, hand, signoff)
    return decide(draft)
  }
  const over = signoff.dueAt !== null && signoff.dueAt <= world.now
  record(draft, over ? 'signoff-late' : 'signoff-reminded', 'system', { no: signoff.no, step })
  const body = {
    kind: 'signoff-due',
    facts: factsNow(draft),
    no: signoff.no,
    mentor: signoff.data.mentor,
    dueAt: signoff.dueAt?.toISOString() ?? '',
    over,
  } as const
  const to = [...unitsOf(draft, signoff.owner), ...(over ? above(draft, signoff.owner) : [])]
  for (const address of distinct(to)) alert(draft, address, whileIn(signoff, body))
  armSignoff(draft, hand, signoff, step + 1)
  return decide(draft)
}

function above({ town }: Draft, id: string | null): readonly Address[] {
  const station = findStation(town, id)
  const head = station?.head ? [personOf(station, station.head)] : []
  const supervisors = withRole(town, 'supervisor').map(toPerson)
  return supervisors.length > 0 ? [...head, ...supervisors] : [...head, ...commandRoom(town)]
}
