import type { CaseRef } from '../domain/command/parse.ts'
import type { NewLesson } from '../domain/decision.ts'
import type { Stage, Task } from '../domain/task.ts'
import { arrive, feedback, finish, returnCase, sign } from '../domain/case/handle.ts'
import { assign, urge } from '../domain/case/command.ts'
import { gateBefore } from '../domain/case/gates.ts'
import { whyNot, type Act } from '../domain/case/transitions.ts'
import { barredUnits } from '../domain/people/barred.ts'
import { stationsCalled } from '../domain/people/called.ts'
import { findStation, unique } from '../domain/people/directory.ts'
import { fallbackLead, hasAnybody } from '../domain/route/fallback.ts'
import { lessonOf } from '../domain/triage/lesson.ts'
import type { CaseInHand } from '../domain/case/draft.ts'
import type { Sending } from '../domain/evidence/shows.ts'
import { toldOrAlone } from './alone.ts'
import { withPictures } from './evidence/pictures.ts'
import { carryOut, factsFor, notFound, refusal, withFiles } from './acts.ts'
import { findCase, maySpeakOf, ofMyTown, ofMyUnit } from './cases.ts'
import { actorOf, type Result, type Turn } from './turn.ts'
import { stored } from './stored.ts'
import { stillOpen } from './feedback/shown.ts'

type Handler = (turn: Turn, ref: CaseRef | null, rest: string) => Promise<Result>
type Wanted = 'result' | 'reason' | 'feedback'
type OnCase = (turn: Turn, hand: CaseInHand, rest: string) => Result

const same = (result: Result): Result => result

/** Finds the unit's case a command means, then does it with what its pictures show. */
function onUnitCase(stages: readonly Stage[], work: OnCase, act?: Sending['act']): Handler {
  return async (turn, ref, rest) => {
    if (!turn.speaker.person) return refusal('not-staff', null)
    const found = await findCase(turn, ref, () => ofMyUnit(turn, stages), 'nothing-to-do')
    if (!found.ok) return notFound(found)
    const seen = act ? await withPictures(turn, found.hand, act, rest) : { turn, hand: found.hand, with: same }
    const { hand } = seen
    return withFiles(seen.turn, hand, seen.with(await toldOrAlone(turn, hand.task, work(turn, hand, rest))))
  }
}

function onTownCase(stages: readonly Stage[], work: OnCase): Handler {
  return async (turn, ref, rest) => {
    if (!turn.speaker.person) return refusal('not-staff', null)
    const found = await findCase(turn, ref, () => ofMyTown(turn, stages), 'nothing-to-do')
    return found.ok ? work(turn, found.hand, rest) : notFound(found)
  }
}

/** Asks for the missing words instead of refusing: the next message of this person is the answer. */
function askText(turn: Turn, hand: CaseInHand, act: Act, wants: Wanted): Result {
  const mine = hand.task.lead === turn.speaker.person?.station
  const reason = mine ? whyNot(hand.task, act) : 'not-yours'
  if (reason) return refusal(reason, hand)
  const stopped = gateBefore(hand, act, turn.world)
  // the picture that shows it is done may come with the result; what else is missing cannot
  const lacksAfter = stopped?.reason === 'proof-after'
  if (stopped && !lacksAfter) return refusal(stopped.reason, hand, stopped.choices)
  if (act === 'return' && hand.task.returns >= hand.policy.returnLimit) return refusal('return-limit', hand)
  const asked = { kind: 'ask-text', facts: factsFor(hand, hand.task), wants } as const
  const body = lacksAfter ? { ...asked, lacks: 'after' as const } : asked
  return { note: `asked for the ${wants}`, answers: [body], ask: { asks: wants, caseNo: hand.task.caseNo } }
}

const done =
  (
    turn: Turn,
    hand: CaseInHand,
    step: 'signed' | 'arrived' | 'feedback' | 'finished' | 'returned' | 'assigned' | 'ruled' | 'urged',
  ) =>
  (task: Task) =>
    ({ kind: 'done', facts: factsFor(hand, task), step, files: stored(turn.files).length }) as const

export const onSign = onUnitCase(['dispatched'], (turn, hand) =>
  carryOut(hand, sign(hand, actorOf(turn), turn.world), done(turn, hand, 'signed')),
)

export const onArrive = onUnitCase(
  ['dispatched', 'signed'],
  (turn, hand) => carryOut(hand, arrive(hand, actorOf(turn), turn.world), done(turn, hand, 'arrived')),
  'arrive',
)

export const onFeedback = onUnitCase(
  ['dispatched', 'signed', 'arrived'],
  (turn, hand, rest) => {
    const files = stored(turn.files).length
    if (!rest && files === 0) return askText(turn, hand, 'feedback', 'feedback')
    return carryOut(hand, feedback(hand, actorOf(turn), rest, files, turn.world), done(turn, hand, 'feedback'))
  },
  'feedback',
)

export const onFinish = onUnitCase(
  ['signed', 'arrived'],
  (turn, hand, rest) => {
    if (!rest) return askText(turn, hand, 'finish', 'result')
    const result = carryOut(hand, finish(hand, actorOf(turn), rest, turn.world), done(turn, hand, 'finished'))
    return result.decision ? { ...result, answers: [...(result.answers ?? []), ...stillOpen(hand)] } : result
  },
  'finish',
)

export const onReturn = onUnitCase(['dispatched', 'signed', 'arrived'], (turn, hand, rest) => {
  if (!rest) return askText(turn, hand, 'return', 'reason')
  return carryOut(hand, returnCase(hand, actorOf(turn), rest, turn.world), done(turn, hand, 'returned'))
})

/** 指派 n 站所 / 裁定 n 站所: the first word that names a unit decides, the rest is the reason. */
export const onAssign = onTownCase(['triage', 'disputed'], (turn, hand, rest) => {
  const [first = '', ...others] = rest.split(/[\s，,：:]+/u).filter(Boolean)
  const [station, ...more] = first ? stationsCalled(first, hand.town) : []
  if (!station || more.length > 0)
    return {
      ...refusal(
        'unknown-station',
        hand,
        (more.length > 0 && station ? [station, ...more] : hand.town.stations).map((s) => s.name),
      ),
    }
  const step = hand.task.stage === 'disputed' ? 'ruled' : 'assigned'
  const note = others.join(' ') || null
  const outcome = assign(hand, actorOf(turn), station.id, note, turn.world)
  if (!outcome.ok && outcome.reason === 'empty-unit') return refusal('empty-unit', hand, whoHasPeople(turn, hand))
  const lesson = lessonOf(hand.task, hand.town, station.id, turn.speaker.userid, turn.world, note)
  return taught(lesson, carryOut(hand, outcome, done(turn, hand, step)))
})

/** Who takes what nobody else does comes first. */
function whoHasPeople({ world }: Turn, { task, town }: CaseInHand): string[] {
  const first = fallbackLead(town, barredUnits(task, town))
  const ids = unique([...(first ? [first] : []), ...town.stations.map(({ id }) => id)])
  const there = ids.filter((id) => hasAnybody(town, id, world.now) && !barredUnits(task, town).includes(id))
  return there.flatMap((id) => findStation(town, id)?.name ?? [])
}

/** Every correction teaches: what it was about is learnt by night. */
const taught = (lesson: NewLesson, result: Result): Result =>
  result.decision ? { ...result, decision: { ...result.decision, lessons: [lesson] } } : result

export const onUrge = onTownCase(['dispatched', 'signed', 'arrived'], (turn, hand, rest) =>
  carryOut(hand, urge(hand, actorOf(turn), rest || null, turn.world), done(turn, hand, 'urged')),
)

/** Words that answer 「请回复处理结果」 and the like. */
export async function answerText(
  turn: Turn,
  question: Readonly<{ asks: Wanted; caseNo: string }>,
  said: string,
): Promise<Result> {
  const task = await turn.ctx.store.taskByCaseNo(question.caseNo)
  if (!task || !maySpeakOf(turn, task)) return { ...refusal('unknown-case', null), ask: null }
  const handlers = { result: onFinish, reason: onReturn, feedback: onFeedback } as const
  const result = await handlers[question.asks](turn, { caseNo: question.caseNo }, said)
  return result.ask === undefined && said ? { ...result, ask: null } : result
}
