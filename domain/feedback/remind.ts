import type { Draft } from '../case/draft.ts'
import type { NoticeBody } from '../notice.ts'
import { addressOf, factsNow, nextCardId, record, setTimer, tell } from '../case/draft.ts'
import { dayOf } from '../calendar/zone.ts'
import { addDuration } from '../clock/deadline.ts'
import { quietEnd } from '../clock/quiet.ts'
import { ruleOf } from '../rules/ruleOf.ts'

/** The timer of the one reminder a reporter gets who does not say whether it is solved. */
export const REMINDER = 'feedback-remind'

/** Whatever the level of the case was: nobody is asked for his opinion at night. */
export function armReminder(draft: Draft): void {
  const { world, policy } = draft
  const wait = ruleOf(policy, 'revisit.remind', dayOf(world.now))
  const { at } = addDuration(world.now, wait, 'always', policy.workHours, world.calendar)
  setTimer(draft, REMINDER, quietEnd(policy.quietHours, at))
}

export const disarmReminder = (draft: Draft): void => setTimer(draft, REMINDER, null)

/** What he was asked first is asked once more, and never again. */
export function fireReminder(draft: Draft): void {
  const { world, policy, task } = draft
  const open = task.stage === 'finished' && (task.solved === null || task.satisfied === null)
  const morning = quietEnd(policy.quietHours, world.now)
  if (open && morning > world.now) return setTimer(draft, REMINDER, morning)
  disarmReminder(draft)
  if (!open) return
  const kind = task.solved === null ? 'ask-solved' : 'ask-satisfied'
  record(draft, 'feedback-reminded', 'system', { unit: task.lead, rounds: task.reopens, kind })
  for (const reporter of task.reporters) {
    const cardId = nextCardId(draft)
    const body: NoticeBody = { kind, facts: factsNow(draft), cardId, again: true }
    tell(draft, 'replies', addressOf(draft, reporter), body)
  }
}
