import type { CaseRef } from '../domain/command/parse.ts'
import type { Decision, Question, Relay } from '../domain/decision.ts'
import type { Shield } from '../domain/task.ts'
import { isToldAlone } from '../domain/case/draft.ts'
import { openRelays, without } from '../domain/understand/relays.ts'
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
import { conversationKey, type Result, type Turn } from './turn.ts'

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
  return decision ? { ...result, decision: { ...decision, more: await listening(turn, result) } } : result
}

/** What a reporter says next is his answer; while he is asked something else, this question waits. */
async function listening(turn: Turn, { decision }: Result): Promise<Decision[]> {
  const { ctx, world, speaker } = turn
  const task = decision?.task
  const asked: Decision[] = []
  for (const reporter of task?.reporters ?? []) {
    const chat =
      task && isToldAlone(task, reporter) ? ({ type: 'single', id: reporter.userid } as const) : reporter.chat
    const { userid } = reporter
    const key = conversationKey({ channel: chat.via ?? 'aibot', chat, from: chat.type === 'single' ? chat.id : userid })
    const busy = await ctx.store.conversation(key)
    const relay: Relay = { caseNo: task?.caseNo ?? '', by: speaker.userid, at: world.now.toISOString() }
    const relays = [relay, ...without(openRelays(busy?.question, world.now), relay.caseNo)]
    const question: Question = busy ? { ...busy.question, relays } : { asks: 'relay', relays }
    const value = { key, userid, chat, question, askedAt: busy?.askedAt ?? world.now }
    asked.push({ conversation: { key, value } })
  }
  return asked
}
