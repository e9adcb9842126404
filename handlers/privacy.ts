import type { CaseRef } from '../domain/command/parse.ts'
import type { Decision } from '../domain/decision.ts'
import type { Shield } from '../domain/task.ts'
import { askReporter } from '../domain/case/relay.ts'
import { shieldCase } from '../domain/case/shield.ts'
import { OPEN_STAGES } from '../domain/task.ts'
import { HOUR } from '../domain/calendar/zone.ts'
import { CLAUSE_JOIN } from '../domain/triage/wording.ts'
import { CHOICE } from '../domain/understand/wording-choices.ts'
import { carryOut, factsFor, notFound, refusal } from './acts.ts'
import { askProblem } from './ask.ts'
import { findCase, ofMyUnit, reported } from './cases.ts'
import { homeTown } from './open.ts'
import type { Result, Turn } from './turn.ts'

/** Said after a report, these words are about it; later they begin a new one. */
const ABOUT_LATELY = 24 * HOUR

const shielding =
  (shield: Exclude<Shield, 'none'>) =>
  async (turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> => {
    const found = await findCase(turn, ref, () => lately(turn))
    if (!found.ok && ref === null && found.reason === 'nothing-open') return first(turn, shield, rest)
    if (!found.ok) return notFound(found)
    const { hand } = found
    const outcome = shieldCase(hand, { userid: turn.speaker.userid }, shield, turn.world)
    return carryOut(hand, outcome, (task) => ({ kind: 'shielded', facts: factsFor(hand, task) }))
  }

/** 匿名 n: the units see 群众（匿名）. */
export const onAnonymous = shielding('anonymous')
/** 保密 n: nor anything in his words that tells who he is. */
export const onConfidential = shielding('confidential')

async function lately(turn: Turn) {
  const own = await reported(turn, [...OPEN_STAGES, 'finished'])
  const since = turn.world.now.getTime() - ABOUT_LATELY
  return own.filter(({ createdAt }) => createdAt.getTime() >= since).slice(0, 1)
}

/** Nothing is reported yet: what comes next is, and kept like this. */
function first(turn: Turn, shield: Exclude<Shield, 'none'>, rest: string): Result {
  const words = CHOICE[shield]
  const text = rest ? `${words}${CLAUSE_JOIN}${rest}` : words
  return askProblem(turn, homeTown(turn.world, turn.speaker.town), { text, media: [] })
}

/** 问群众 n 问题 */
export async function onAskReporter(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  if (!turn.speaker.person) return refusal('not-staff', null)
  const found = await findCase(turn, ref, () => ofMyUnit(turn, OPEN_STAGES), 'nothing-to-do')
  if (!found.ok) return notFound(found)
  const { hand } = found
  if (rest === '') return refusal('relay-how', hand)
  const outcome = askReporter(hand, { userid: turn.speaker.userid }, rest, turn.world)
  const count = hand.task.reporters.length
  const result = carryOut(hand, outcome, (task) => ({ kind: 'relayed', facts: factsFor(hand, task), count }))
  const { decision } = result
  return decision ? { ...result, decision: { ...decision, more: await listening(turn, hand.task.id) } } : result
}

/** What a reporter says next is his answer, unless he is just telling something else. */
async function listening(turn: Turn, taskId: string): Promise<Decision[]> {
  const task = await turn.ctx.store.task(taskId)
  const asked: Decision[] = []
  for (const { userid, chat } of task?.reporters ?? []) {
    const key = `${chat.via ?? 'aibot'}-${chat.id}-${userid}`
    const busy = await turn.ctx.store.conversation(key)
    if (!task || busy) continue
    const question = { asks: 'supplement', caseNo: task.caseNo } as const
    asked.push({ conversation: { key, value: { key, userid, chat, question, askedAt: turn.world.now } } })
  }
  return asked
}
