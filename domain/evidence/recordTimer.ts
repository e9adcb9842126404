import type { Decision } from '../decision.ts'
import type { Entry } from '../book/entry.ts'
import type { World } from '../world.ts'
import { addDays, dayOf, instant } from '../calendar/zone.ts'
import { addDuration } from '../clock/deadline.ts'
import { alert, begin, decide, factsNow, type CaseInHand, type Draft } from '../case/draft.ts'
import { ruleOf } from '../rules/ruleOf.ts'
import { OPEN_STAGES, type Stage } from '../task.ts'
import { viewOf } from './view.ts'
import { toPerson } from '../people/recipients.ts'

export const RECORD_TIMER = 'record'

/** A record that is not confirmed is asked for twice, after some hours and the next morning; it stays a draft for as long as it takes. */
export function armRecord(draft: Draft, { id }: Entry<'record'>, step: number): void {
  const { policy, world } = draft
  const today = dayOf(world.now)
  const dueAt =
    step === 0
      ? addDuration(world.now, ruleOf(policy, 'record.remind', today), 'always', policy.workHours, world.calendar).at
      : instant(addDays(today, 1), ruleOf(policy, 'morning.list', today))
  draft.timers.push({ subject: id, kind: RECORD_TIMER, dueAt, step })
}

export function stopRecord(draft: Draft, { id }: Entry<'record'>): void {
  draft.timers.push({ subject: id, kind: RECORD_TIMER, dueAt: null, step: 0 })
}

const WAITED_FOR: readonly Stage[] = [...OPEN_STAGES, 'finished']

/** The timer of a record came due. */
export function remindRecord(hand: CaseInHand, entry: Entry<'record'>, step: number, world: World): Decision {
  const draft = begin(world, hand)
  const waits = entry.state !== 'confirmed' && WAITED_FOR.includes(hand.task.stage)
  if (waits) remind(draft, entry)
  if (waits && step === 0) armRecord(draft, entry, 1)
  else stopRecord(draft, entry)
  return decide(draft)
}

function remind(draft: Draft, entry: Entry<'record'>): void {
  const record = viewOf(entry, draft.town)
  const { by, second } = entry.data
  const say = (userid: string, whom: 'first' | 'second') =>
    alert(draft, toPerson(userid), { kind: 'record-waits', facts: factsNow(draft), record, whom })
  say(by, 'first')
  if (entry.state === 'asked' && second !== null) say(second, 'second')
}
