import { newEntry, type EntryNumber } from '../book/entry.ts'
import type { RefusalReason } from '../refusal.ts'
import type { World } from '../world.ts'
import { arm, put, say, type Desk } from '../book/desk.ts'
import { dayOf } from '../calendar/zone.ts'
import { begin, change, decide, factsNow, layOn, tellReporters, type CaseInHand } from '../case/draft.ts'
import { factsOf } from '../case/facts.ts'
import { refuse, type Actor, type Outcome } from '../case/outcome.ts'
import { whyNot } from '../case/transitions.ts'
import { addDuration } from '../clock/deadline.ts'
import { barredUnits, isBarred } from '../people/barred.ts'
import { findPerson, findStation, isCommand, unique } from '../people/directory.ts'
import { toPerson, commandRoom, distinct, personOf, stationGroup, type Address } from '../people/recipients.ts'
import { listed, maskBut, maskFor } from '../privacy/mask.ts'
import { hasAnybody } from '../route/fallback.ts'
import { ruleOf } from '../rules/ruleOf.ts'
import { REQUEST, requestFacts, type Request } from './requestClock.ts'
import { cardIdOf, deskFor, hearers } from './tell.ts'

export type Asking = Readonly<{ number: EntryNumber; station: string; reason: string }>

/** 请求协助 (行政处罚法 §26): a unit of the case asks another one for help within its duty. */
export function askHelp(hand: CaseInHand, actor: Actor, asking: Asking, world: World): Outcome {
  const reason = mayAsk(hand, actor, world) ?? unfit(hand, actor, asking.station, world)
  if (reason) return refuse(reason)
  const request = made(hand, actor, asking, world)
  const draft = begin(world, hand)
  const desk = deskFor(hand, world)
  put(desk, request, 'help-asked', actor.userid, { station: asking.station, due: request.dueAt?.toISOString() ?? null })
  arm(desk, request, REQUEST, request.dueAt)
  const body = { facts: factsOf(hand.task, hand.town), request: requestFacts(request, hand.town) }
  for (const address of hearers(desk, asking.station))
    say(desk, 'dispatch', request, address, { kind: 'request-card', cardId: cardIdOf(desk, request), ...body })
  layOn(draft, desk)
  return { ok: true, decision: decide(draft), task: draft.task }
}

function mayAsk({ task, town }: CaseInHand, { userid }: Actor, world: World): RefusalReason | null {
  const found = findPerson(world, userid, town.code)
  if (found?.town.code !== town.code) return 'not-yours'
  if (isBarred(task, town, userid)) return 'conflict'
  const { station } = found.person
  const helps = station !== null && (station === task.lead || task.assist.includes(station))
  return helps || isCommand(found.person) ? whyNot(task, 'call-in') : 'not-yours'
}

function unfit({ task, town }: CaseInHand, { userid }: Actor, station: string, world: World): RefusalReason | null {
  if (!findStation(town, station)) return 'unknown-station'
  if (barredUnits(task, town).includes(station)) return 'conflict-unit'
  if (findPerson(world, userid, town.code)?.person.station === station) return 'same-unit'
  return hasAnybody(town, station, world.now) ? null : 'empty-unit'
}

function made({ task, town, policy }: CaseInHand, { userid }: Actor, asking: Asking, world: World): Request {
  const limit = ruleOf(policy, 'assist.reply', dayOf(world.now))
  const { hours } = policy.levels[task.level]
  const from = findPerson(world, userid, town.code)?.person.station ?? ''
  const reason = maskFor(task.shield)(maskBut(asking.reason, listed(town)))
  return newEntry({ world, town }, 'request', asking.number, {
    taskId: task.id,
    state: 'asked',
    owner: asking.station,
    dueAt: addDuration(world.now, limit, hours, policy.workHours, world.calendar).at,
    data: { from, by: userid, to: asking.station, reason, answer: null },
  })
}

/** 同意协助, 不能协助: requested help within the duty of the unit is owed, so the command room hears of a refusal. */
export function answerHelp(
  hand: CaseInHand,
  request: Request,
  { userid }: Actor,
  agreed: boolean,
  note: string | null,
  world: World,
): Outcome & Readonly<{ request?: Request }> {
  const reason = mayAnswer(hand, request, userid)
  if (reason) return refuse(reason)
  const answer = { by: userid, at: world.now.toISOString(), note: note && maskFor(hand.task.shield)(note) }
  const next: Request = { ...request, state: agreed ? 'agreed' : 'refused', data: { ...request.data, answer } }
  const draft = begin(world, hand)
  if (agreed && request.data.to !== draft.task.lead)
    change(draft, { assist: unique([...draft.task.assist, request.data.to]) })
  const desk = deskFor(hand, world)
  put(desk, next, agreed ? 'help-agreed' : 'help-refused', userid, { station: request.data.to })
  arm(desk, next, REQUEST, null)
  tellAnswer(desk, { ...hand, task: draft.task }, next)
  layOn(draft, desk)
  if (!agreed)
    tellReporters(draft, () => ({
      kind: 'progress',
      facts: factsNow(draft),
      step: 'help-refused',
      note: findStation(hand.town, next.data.to)?.name ?? '',
      ...(next.data.answer?.note ? { why: next.data.answer.note } : {}),
    }))
  return { ok: true, decision: decide(draft), task: draft.task, request: next }
}

/** Which unit does not come, and why. */
function mayAnswer({ task, town }: CaseInHand, { state, data }: Request, userid: string): RefusalReason | null {
  const person = town.people.find((each) => each.userid === userid)
  if (person?.station !== data.to || isBarred(task, town, userid)) return 'request-none'
  return state === 'asked' ? null : 'request-answered'
}

function tellAnswer(desk: Desk, { task, town }: CaseInHand, request: Request): void {
  const body = { kind: 'request-answered', facts: factsOf(task, town), request: requestFacts(request, town) } as const
  const askers = askersOf(desk, request)
  for (const address of askers) say(desk, 'dispatch', request, address, { ...body, to: 'asker' })
  if (request.state !== 'refused') return
  for (const address of commandRoom(town)) say(desk, 'dispatch', request, address, { ...body, to: 'command' })
}

/** Who asked, and the group of his unit. */
function askersOf({ town, world }: Desk, { data }: Request): readonly Address[] {
  const station = findStation(town, data.from)
  const own: Address = station ? personOf(station, data.by) : toPerson(data.by)
  return distinct([own, ...(station ? stationGroup(town, station, world.now) : [])])
}
