import type { CaseInHand } from '../../domain/case/draft.ts'
import type { CaseRef } from '../../domain/command/parsed.ts'
import type { Task } from '../../domain/task.ts'
import { factsOf } from '../../domain/case/facts.ts'
import { namedFirst } from '../../domain/duty/named.ts'
import { answerHelp, askHelp } from '../../domain/joint/request.ts'
import { requestFacts, type Request } from '../../domain/joint/requestClock.ts'
import { isBarred } from '../../domain/people/barred.ts'
import { notFound, refusal } from '../acts.ts'
import { findCase, ofMyTown } from '../cases.ts'
import { newNumber } from '../entries.ts'
import { isTap, actorOf, answered, type Result, type Turn } from '../turn.ts'
import { askWords, cardIdFor, find } from './find.ts'

const STAGES = ['dispatched', 'signed', 'arrived'] as const

/** 请求协助 n 单位 理由. */
export async function onRequest(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  return asking(turn, ref, rest, ({ town }) => {
    const { partners, rest: reason } = namedFirst(rest, town)
    const [to, ...more] = partners
    return to && 'station' in to && more.length === 0 ? { station: to.station, reason } : null
  })
}

/** 请求派出所协助 n 理由. */
export async function onRequestPolice(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  return asking(turn, ref, rest, ({ town }) => {
    const [police] = town.stations.filter(({ kind }) => kind === 'police')
    return police ? { station: police.id, reason: rest } : null
  })
}

type Asked = Readonly<{ station: string; reason: string }>

async function asking(
  turn: Turn,
  ref: CaseRef | null,
  rest: string,
  whom: (hand: CaseInHand) => Asked | null,
): Promise<Result> {
  if (!turn.speaker.person) return refusal('not-staff', null)
  const found = await findCase(turn, ref, () => ofMine(turn), 'nothing-to-do')
  if (!found.ok) return notFound(found)
  const { hand } = found
  const asked = whom(hand)
  if (!asked)
    return refusal(
      'request-how',
      hand,
      hand.town.stations.map(({ name }) => name),
    )
  if (!asked.reason) return askWords('request', hand.task.caseNo, 'reason', rest || asked.station)
  const number = await newNumber(turn, hand.town.code, 'request')
  const outcome = askHelp(hand, actorOf(turn), { number, ...asked }, turn.world)
  if (!outcome.ok)
    return answered(
      refusal(
        outcome.reason,
        hand,
        hand.town.stations.map(({ name }) => name),
      ),
    )
  const request = outcome.decision.entries?.find(
    (each): each is Request => each.kind === 'request' && each.no === number.no,
  )
  const facts = factsOf(outcome.task, hand.town)
  const answers = request ? [{ kind: 'request-sent', facts, request: requestFacts(request, hand.town) } as const] : []
  return answered({ note: `request ${number.no}`, decision: outcome.decision, answers })
}

/** The cases his unit leads or helps with; those he signed come first. */
async function ofMine(turn: Turn): Promise<readonly Task[]> {
  const { person, userid } = turn.speaker
  const station = person?.station ?? ''
  const all = await ofMyTown(turn, STAGES)
  const own = all.filter(({ lead, assist }) => lead === station || assist.includes(station))
  const held = own.filter(({ holder }) => holder === userid)
  return held.length > 0 ? held : own
}

export const onAgree = answering(true)
export const onRefuseHelp = answering(false)

/** 同意协助 n, 不能协助 n 理由. */
function answering(agreed: boolean) {
  return async (turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> => {
    const station = turn.speaker.person?.station ?? null
    const mine = ({ data }: Request) => data.to === station
    const found = await find(turn, { kind: 'request', states: ['asked'], mine, none: 'request-none' }, ref, rest)
    if (!('got' in found)) return found
    const { entry, hand, words } = found.got
    if (!hand || !mine(entry) || isBarred(hand.task, hand.town, turn.speaker.userid))
      return refusal('request-none', null)
    if (!agreed && !words && entry.state === 'asked') return askWords('request-refuse', entry.no, 'refusal')
    const outcome = answerHelp(hand, entry, actorOf(turn), agreed, words || null, turn.world)
    const body = cardOf(turn, hand, outcome.request ?? entry)
    const showing = isTap(turn) ? { card: body } : {}
    if (!outcome.ok) return answered({ ...refusal(outcome.reason, hand, answerOf(body)), ...showing })
    const answers = isTap(turn) ? [] : [body]
    return answered({ note: `request ${entry.no} answered`, decision: outcome.decision, answers, ...showing })
  }
}

const cardOf = (turn: Turn, { task, town }: CaseInHand, request: Request) =>
  ({
    kind: 'request-card',
    cardId: cardIdFor(turn, request.no),
    facts: factsOf(task, town),
    request: requestFacts(request, town),
  }) as const

/** Who was quicker. */
const answerOf = ({ request }: ReturnType<typeof cardOf>): readonly string[] =>
  request.answer ? [request.answer.by] : []
