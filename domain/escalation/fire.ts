import type { Decision } from '../decision.ts'
import type { World } from '../world.ts'
import { CLOCKS, type Clock } from '../policy.ts'
import { closeUnanswered } from '../case/reporter.ts'
import { begin, decide, setTimer, type CaseInHand } from '../case/draft.ts'
import { fireReminder, REMINDER } from '../feedback/remind.ts'
import { fireClock } from './clock.ts'
import { fireQuiet, fireRule } from './watch.ts'
import type { TimerRow } from './timerRow.ts'

/** What follows when a timer of a case comes due. Looks at the case as it is now: a step that was taken silences its timer. */
export function fire(hand: CaseInHand, timer: TimerRow, world: World): Decision {
  const draft = begin(world, hand)
  if (isClock(timer.kind)) fireClock(draft, timer.kind, timer.step)
  else if (timer.kind === 'quiet') fireQuiet(draft, timer)
  else if (timer.kind === 'rule') fireRule(draft, timer)
  else if (timer.kind === 'confirm') return confirmed(hand, world)
  else if (timer.kind === REMINDER) fireReminder(draft)
  else setTimer(draft, timer.kind, null)
  return decide(draft)
}

function confirmed(hand: CaseInHand, world: World): Decision {
  const outcome = closeUnanswered(hand, world)
  if (outcome.ok) return outcome.decision
  const draft = begin(world, hand)
  setTimer(draft, 'confirm', null)
  return decide(draft)
}

function isClock(kind: string): kind is Clock {
  return (CLOCKS as readonly string[]).includes(kind)
}
