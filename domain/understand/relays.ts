import type { Question, Relay } from '../decision.ts'
import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import { wordsOf } from '../command/smallTalk.ts'
import { DAY, dayOf, MINUTE } from '../calendar/zone.ts'
import { matchDuties } from '../route/match.ts'
import { findPlace } from '../route/place.ts'
import { squeeze } from '../text/fold.ts'
import { TROUBLE } from './wording-answer.ts'

/** People answer when they find the time. */
const WAITS = 7 * DAY
/** So soon after the question, what he says is the answer unless it is plainly something else. */
const AT_ONCE = 30 * MINUTE

/** What units asked somebody and may still be answered, newest first. */
export function openRelays(question: Question | undefined, now: Date): readonly Relay[] {
  return (question?.relays ?? []).filter(({ at }) => ageOf(at, now) <= WAITS)
}

export const without = (relays: readonly Relay[], caseNo: string): readonly Relay[] =>
  relays.filter((relay) => relay.caseNo !== caseNo)

/** What is asked when nothing else is. */
export const waiting = (relays: readonly Relay[]): Question | null =>
  relays.length > 0 ? { asks: 'relay', relays } : null

const ageOf = (at: string, now: Date): number => now.getTime() - new Date(at).getTime()
export const isFresh = ({ at }: Relay, now: Date): boolean => ageOf(at, now) <= AT_ONCE

/** Are these words the answer to what the unit asked, another report, or can that not be told? */
export function answers(
  said: string,
  task: Task,
  relay: Relay,
  town: Town,
  now: Date,
): 'answer' | 'report' | 'unclear' {
  const items = matchDuties(said, town.duties, dayOf(now)).map(({ duty }) => duty)
  const elsewhere = findPlace(said, [town], {})?.place.code ?? null
  if (items.length > 0 && elsewhere !== null && elsewhere !== task.place?.code) return 'report'
  if (items.some(({ code, lead }) => code === task.item || lead === task.lead)) return 'answer'
  const late = !isFresh(relay, now)
  return items.length > 0 || (late && TROUBLE.test(wordsOf(squeeze(said)))) ? 'unclear' : 'answer'
}
