import type { CaseRef } from '../domain/command/parse.ts'
import type { Question } from '../domain/decision.ts'
import type { NoticeBody } from '../domain/notice.ts'
import type { Stage, Task } from '../domain/task.ts'
import type { CaseInHand } from '../domain/case/draft.ts'
import { nudge, NUDGES, rate, solved, supplement, unsolved, withdraw } from '../domain/case/reporter.ts'
import { OPEN_STAGES } from '../domain/task.ts'
import { shieldIn } from '../domain/privacy/shieldIn.ts'
import { without } from '../domain/understand/relays.ts'
import { stillSo } from '../domain/understand/unsolved.ts'
import { findPlace } from '../domain/route/place.ts'
import { factsOf } from '../domain/case/facts.ts'
import { isReporter } from '../domain/people/audience.ts'
import { findTown } from '../domain/people/directory.ts'
import { carryOut, factsFor, notFound, refusal, withFiles } from './acts.ts'
import { findCase, isOpen, reported } from './cases.ts'
import { listedHere, mayBeSaid, readHere } from './here.ts'
import { report } from './report.ts'
import { stored } from './stored.ts'
import { actorOf, answer, relaysOf, type Result, type Turn } from './turn.ts'

type Handler = (turn: Turn, ref: CaseRef | null, rest: string) => Promise<Result>
type OnCase = (turn: Turn, hand: CaseInHand, rest: string) => Result

/** Did what he said take the case away from whoever had it? */
const turnedAway = (hand: CaseInHand, task: Task): boolean =>
  task.understood?.accused !== hand.task.understood?.accused && (task.lead === null || task.lead !== hand.task.lead)

/** Finds the speaker's own report; without a number the newest one that fits, or the only one when `only`. */
function onOwnCase(stages: readonly Stage[], which: 'only' | 'newest', work: OnCase): Handler {
  return async (turn, ref, rest) => {
    const found = await findCase(turn, ref, async () => {
      const fitting = await reported(turn, stages)
      // where none fits, the rules say what keeps the one that is being dealt with
      const own = fitting.length > 0 ? fitting : await reported(turn, OPEN_STAGES)
      return which === 'newest' ? own.slice(0, 1) : own
    })
    return found.ok ? withFiles(turn, found.hand, work(turn, found.hand, rest)) : notFound(found)
  }
}

/** 进度: one case by its number, or all that are open, or the last one. */
export async function onProgress(turn: Turn, ref: CaseRef | null): Promise<Result> {
  if (ref) {
    const found = await readHere(turn, ref, async () => [])
    return 'note' in found ? found : answer('progress', progressOf(turn, found.hand.task))
  }
  const open = await reported(turn, [...OPEN_STAGES, 'finished'])
  const shown = open.length > 0 ? open : (await reported(turn, ['closed', 'withdrawn'])).slice(0, 1)
  const [only] = shown
  const asked = turn.pending?.question
  if (!only && asked?.asks === 'place')
    return answer('asked again', { kind: 'ask-place', text: asked.text.slice(0, 40), emergency: false })
  if (only && shown.length === 1 && mayBeSaid(turn, only)) return answer('progress', progressOf(turn, only))
  return answer('progress', { kind: 'progress-list', ...listedHere(turn, shown, 5) })
}

/** One open case of one's own is shown as a card with 催一催 on it. */
function progressOf(turn: Turn, task: Task): NoticeBody {
  const facts = factsOf(task, findTown(turn.world, task.town))
  if (isReporter(task, turn.speaker.userid) && isOpen(task))
    return { kind: 'progress-card', facts, cardId: `${task.caseNo}_${turn.row.id}` }
  return { kind: 'progress-list', items: [facts] }
}

/** 补充 to no case at all is the beginning of a report. */
export async function onSupplement(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const result = await supplementOwn(turn, ref, rest)
  return ref === null && rest && result.note === NOTHING_OPEN ? report(turn, rest) : result
}
const NOTHING_OPEN = refusal('nothing-open', null).note

const supplementOwn = onOwnCase([...OPEN_STAGES, 'finished'], 'newest', addWords)

/** 补充; also what is said with 没解决 or 不满意 while the case is still open. */
function addWords(turn: Turn, hand: CaseInHand, rest: string): Result {
  const files = stored(turn.files).length
  const facts = factsFor(hand, hand.task)
  if (!rest && files === 0) {
    return {
      note: 'asked for the supplement',
      answers: [{ kind: 'ask-text', facts, wants: 'supplement' }],
      ask: { asks: 'supplement', caseNo: hand.task.caseNo },
    }
  }
  return tellUnit(turn, hand, rest, files)
}

/** More about a case; where its unit had asked him, this is the answer, and whoever asked hears it. */
export function tellUnit(turn: Turn, hand: CaseInHand, words: string, files: number): Result {
  const { caseNo } = hand.task
  const relays = relaysOf(turn)
  const by = relays.find((relay) => relay.caseNo === caseNo)?.by ?? null
  const place = findPlace(words, [hand.town], {})?.place ?? null
  const outcome = supplement(hand, actorOf(turn), words, files, place, turn.world, by)
  const result = carryOut(hand, outcome, (task) => ({
    kind: 'supplemented',
    facts: factsFor(hand, task),
    watched: turnedAway(hand, task),
    ...(shieldIn(words) === 'none' ? {} : { kept: true }),
  }))
  return by ? { ...result, relays: without(relays, caseNo) } : result
}

export const onNudge = onOwnCase(OPEN_STAGES, 'only', (turn, hand) =>
  carryOut(hand, nudge(hand, actorOf(turn), turn.world), (task) => ({
    kind: 'nudged',
    facts: factsFor(hand, task),
    left: NUDGES.most - task.nudges,
  })),
)

export const onWithdraw = onOwnCase(OPEN_STAGES, 'only', (turn, hand) =>
  carryOut(hand, withdraw(hand, actorOf(turn), turn.world), (task) => ({
    kind: 'withdrawn',
    facts: factsFor(hand, task),
    ...(task.stage === 'withdrawn' ? {} : { others: task.reporters.length }),
  })),
)

export const onSolved = onOwnCase(['finished'], 'newest', (turn, hand) =>
  carryOut(hand, solved(hand, actorOf(turn), turn.world), (task) =>
    task.stage === 'closed' ? { kind: 'thanks', facts: factsFor(hand, task), satisfied: task.satisfied } : null,
  ),
)

function reopen(turn: Turn, hand: CaseInHand, words: string): Result {
  return carryOut(hand, unsolved(hand, actorOf(turn), words || null, turn.world), (task) => ({
    kind: 'reopened',
    facts: factsFor(hand, task),
    watched: turnedAway(hand, task),
    askWhat: words === '',
  }))
}

/** 没解决; without a word about it the reporter is asked what is left, and his next words are a 补充. */
export const onUnsolved = onOwnCase(['finished', 'closed'], 'newest', (turn, hand, rest) => {
  if (isOpen(hand.task) && rest !== '') return addWords(turn, hand, rest)
  const result = reopen(turn, hand, rest)
  return result.decision && rest === '' ? { ...result, ask: { asks: 'supplement', caseNo: hand.task.caseNo } } : result
})

/** 不满意, and it goes on as before: then it is not solved. */
const rating = (satisfied: boolean) =>
  onOwnCase(['finished', 'closed'], 'newest', (turn, hand, rest) => {
    if (!satisfied && isOpen(hand.task) && rest !== '') return addWords(turn, hand, rest)
    const again = !satisfied && stillSo(rest) ? reopen(turn, hand, rest) : null
    if (again?.decision) return again
    const outcome = rate(hand, actorOf(turn), satisfied, rest || null, turn.world)
    const askWhat = !satisfied && rest === ''
    const result = carryOut(hand, outcome, (task) => ({
      kind: 'thanks',
      facts: factsFor(hand, task),
      satisfied,
      ...(askWhat ? { askWhat } : {}),
    }))
    return outcome.ok && askWhat ? { ...result, ask: whatIsWrong(hand) } : result
  })

/** What he says next is what he is not satisfied with; that it goes on as before is 没解决. */
export const whatIsWrong = ({ task }: CaseInHand): Question => ({
  asks: 'words',
  verb: 'dissatisfied',
  no: task.caseNo,
  lead: '',
})

export const onSatisfied = rating(true)
export const onDissatisfied = rating(false)

/** The spot of an emergency, or words the bot had asked for. */
export async function answerOwn(turn: Turn, caseNo: string, said: string): Promise<Result> {
  const spot = turn.pending?.question.asks === 'spot'
  const result = await onSupplement(turn, { caseNo }, said)
  if (!spot || !result.decision?.task || result.decision.task.place) return { ...result, ask: result.ask ?? null }
  return { ...result, ask: null }
}
