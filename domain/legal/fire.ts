import type { Entry } from '../book/entry.ts'
import type { CaseInHand, Draft } from '../case/draft.ts'
import type { Decision } from '../decision.ts'
import type { World } from '../world.ts'
import { alert, begin, decide, factsNow, record } from '../case/draft.ts'
import { isBarred } from '../people/barred.ts'
import { withRole } from '../people/directory.ts'
import { toPerson, commandRoom, distinct, responsible, rungRecipients, type Address } from '../people/recipients.ts'
import { daysLeft, nextAfter, runningClock, timerKind, type Running } from './clocks.ts'
import type { ClockName } from './clockNames.ts'
import { lookAt, type Look } from './look.ts'
import { fineOf, hearingIn } from './terms.ts'

/** A term of a file comes to its end, or is over. It looks at the file as it is now: a step that was taken silences its clock. */
export function fireFile(
  hand: CaseInHand,
  entry: Entry<'file'>,
  { clock, step }: Readonly<{ clock: ClockName; step: number }>,
  world: World,
): Decision {
  const look = lookAt(hand, entry, world)
  const running = runningClock(look, clock)
  const timer = { subject: entry.id, kind: timerKind(clock) }
  if (!running) return { timers: [{ ...timer, dueAt: null, step: 0 }] }
  const draft = begin(world, hand)
  speak(draft, look, running)
  const next = nextAfter(look, running, step + 1)
  draft.timers.push({ ...timer, dueAt: next?.at ?? null, step: next?.step ?? 0 })
  return decide(draft)
}

function speak(draft: Draft, look: Look, running: Running): void {
  const { clock, until, tentative } = running
  const days = daysLeft(running, look.today)
  record(draft, days < 0 ? 'file-late' : 'file-reminded', 'system', { no: look.entry.no, clock, days })
  const surcharge = clock === 'pay' ? (fineOf(look, look.today)?.surcharge ?? null) : null
  for (const address of distinct(recipients(draft, look, days < 0 && !running.once)))
    alert(draft, address, {
      kind: 'file-due',
      facts: factsNow(draft),
      filingNo: look.file.filingNo ?? '',
      clock,
      until,
      days,
      tentative,
      surcharge,
      ...hearingIn(look, clock),
    })
}

/** Before the end the officers; after it their head, the command room and the supervisors, too. */
function recipients(draft: Draft, { file }: Look, over: boolean): Address[] {
  const { town, task, world } = draft
  const officers = file.officers
    .filter((userid) => town.people.some((person) => person.userid === userid) && !isBarred(task, town, userid))
    .map(toPerson)
  const first = officers.length > 0 ? officers : responsible(town, task, world.now)
  if (!over) return first
  const supervisors = withRole(town, 'supervisor').map((userid): Address => ({
    to: { kind: 'person', userid },
    fallback: null,
  }))
  return [...first, ...rungRecipients(town, task, 'station_head', world.now), ...commandRoom(town), ...supervisors]
}
