import type { CaseInHand } from '../../domain/case/draft.ts'
import type { CaseRef } from '../../domain/command/parsed.ts'
import { decided } from '../../domain/book/desk.ts'
import { factsOf } from '../../domain/case/facts.ts'
import { namedFirst } from '../../domain/duty/named.ts'
import { dropChild, finishChild, giveChild, takeChild, type Changed } from '../../domain/joint/child.ts'
import { childFacts, type Child } from '../../domain/joint/childFacts.ts'
import { childOrder } from '../../domain/joint/order.ts'
import { findPerson, isCommand } from '../../domain/people/directory.ts'
import { notFound, refusal, withFiles } from '../acts.ts'
import { findCase, ofMyTown, ofMyUnit } from '../cases.ts'
import { newNumber } from '../entries.ts'
import { stored } from '../stored.ts'
import { isTap, actorOf, answered, type Result, type Turn } from '../turn.ts'
import { askWords, cardIdFor, find } from './find.ts'

const STAGES = ['dispatched', 'signed', 'arrived'] as const

/** 子任务 n 单位 要做什么 [3天内] [可选]. */
export async function onChild(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const { person } = turn.speaker
  if (!person) return refusal('not-staff', null)
  const fitting = () => (isCommand(person) ? ofMyTown(turn, STAGES) : ofMyUnit(turn, STAGES))
  const found = await findCase(turn, ref, fitting, 'nothing-to-do')
  if (!found.ok) return notFound(found)
  const { hand } = found
  const { partners, rest: what } = namedFirst(rest, hand.town)
  const [to, ...more] = partners
  const order = childOrder(what)
  if (!to || !('station' in to) || more.length > 0 || order.text === '') return refusal('child-how', hand, units(hand))
  const number = await newNumber(turn, hand.town.code, 'child')
  const outcome = giveChild(hand, actorOf(turn), { ...order, number, station: to.station }, turn.world)
  if (!outcome.ok) return refusal(outcome.reason, hand, units(hand))
  const child = outcome.decision.entries?.find(
    (entry): entry is Child => entry.kind === 'child' && entry.no === number.no,
  )
  const facts = factsOf(outcome.task, hand.town)
  const answers = child ? [{ kind: 'child-given', facts, child: childFacts(child, hand.town) } as const] : []
  return { note: `child ${number.no}`, decision: outcome.decision, answers }
}

const units = ({ task, town }: CaseInHand): readonly string[] =>
  town.stations.filter(({ id }) => id !== task.lead).map(({ name }) => name)

type Work = (turn: Turn, hand: CaseInHand, child: Child, words: string) => Changed | Result

/** What is done to a child task; `owned` = by whom, where no number says which. */
function onOne(owned: 'unit' | 'lead', work: Work) {
  return async (turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> => {
    const station = turn.speaker.person?.station ?? null
    const mine = ({ data }: Child) => (owned === 'unit' ? data.to : data.from) === station
    const wanted = { kind: 'child', states: ['given', 'taken'], mine, none: 'child-none' } as const
    const found = await find(turn, wanted, ref, rest)
    if (!('got' in found)) return found
    const { entry, hand, words } = found.got
    if (!hand) return refusal('child-none', null)
    const changed = work(turn, hand, entry, words)
    return 'ok' in changed ? shown(turn, hand, entry, changed) : changed
  }
}

/** The unit, and where it was tapped, the card as it is now. */
function shown(turn: Turn, hand: CaseInHand, was: Child, changed: Changed): Result {
  const child = changed.ok ? changed.child : was
  const body = cardOf(turn, hand, child)
  const showing = isTap(turn) && isOfUnit(turn, hand, child) ? { card: body } : {}
  if (!changed.ok) return { ...refusal(changed.reason, hand), ...showing }
  const answers = isTap(turn) ? [] : [body]
  const result = { note: `child ${child.no}: ${child.state}`, decision: decided(changed.desk), answers, ...showing }
  return answered(turn.files.length > 0 ? withFiles(turn, hand, result) : result)
}

const isOfUnit = ({ speaker, world }: Turn, { town }: CaseInHand, { data }: Child): boolean =>
  findPerson(world, speaker.userid, town.code)?.person.station === data.to

const cardOf = (turn: Turn, { task, town }: CaseInHand, child: Child) =>
  ({
    kind: 'child-card',
    cardId: cardIdFor(turn, child.no),
    facts: factsOf(task, town),
    child: childFacts(child, town),
  }) as const

export const onTake = onOne('unit', (turn, hand, child) => takeChild(hand, child, actorOf(turn), turn.world))

/** 完成 n 结果; pictures go with the case. */
export const onDone = onOne('unit', (turn, hand, child, words) => {
  const may = isOfUnit(turn, hand, child) && (child.state === 'given' || child.state === 'taken')
  if (may && !words && stored(turn.files).length === 0) return askWords('child-done', child.no, 'result')
  return finishChild(hand, child, actorOf(turn), words, turn.world)
})

export const onDrop = onOne('lead', (turn, hand, child) => dropChild(hand, child, actorOf(turn), turn.world))
