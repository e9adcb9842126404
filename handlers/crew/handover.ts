import { isKind, ofKind, type Entry } from '../../domain/book/entry.ts'
import { findStation, nameOf } from '../../domain/people/directory.ts'
import { handoverCard, handOverShift, nextOnDuty, takeOver } from '../../domain/crew/handover.ts'
import { givenTo } from '../../domain/crew/read.ts'
import { OPEN_STAGES, type Task } from '../../domain/task.ts'
import { refusal } from '../acts.ts'
import { inHand } from '../cases.ts'
import { newNumber } from '../entries.ts'
import type { OnCommand } from '../slice.ts'
import type { Turn } from '../turn.ts'
import { askFor, entryMeant, refused, shown, staffOf, type Staff } from './found.ts'
import { colleaguesOf } from './swap.ts'

const MOST = 200

/** 交班 [给 张伟] 说明. */
export const onHandover: OnCommand = async (turn, _ref, rest) => {
  const staff = staffOf(turn)
  if ('note' in staff) return staff
  const { person, town } = staff
  const station = findStation(town, person.station)
  if (!station) return refusal('no-unit', null)
  const given = givenTo(rest, colleaguesOf(staff))
  if (given.named && !given.to)
    return askFor('handover-who', 'handover', { choices: colleaguesOf(staff).map(({ name }) => name) })
  const to = given.to?.userid ?? nextOnDuty(town, station, person.userid, turn.world.now)
  if (to === null) return refusal('handover-nobody', null)
  const number = await newNumber(turn, town.code, 'handover')
  const [tasks, before] = await Promise.all([heldBy(turn, staff), openOne(turn, staff)])
  const outcome = handOverShift(town, person, { to, note: given.note, tasks, before }, number, turn.world)
  if (!outcome.ok) return refusal(outcome.reason, null, outcome.choices)
  const count = outcome.entry.data.cases.length
  const { without } = outcome
  return {
    note: `${number.no} was asked`,
    decision: outcome.decision,
    answers: [{ kind: 'crew-asked', what: 'handover', no: number.no, who: nameOf(town, to), count, without }],
  }
}

const heldBy = async ({ ctx: { store } }: Turn, { person, town }: Staff): Promise<readonly Task[]> => {
  const tasks = await store.tasks({ holder: person.userid, stages: OPEN_STAGES, limit: MOST })
  return tasks.filter((task) => task.town === town.code && task.lead === person.station)
}

/** One hand-over at a time: a new one takes the place of what nobody took. */
async function openOne({ ctx: { store } }: Turn, { person, town }: Staff): Promise<Entry<'handover'> | null> {
  const found = await store.entries({ town: town.code, kinds: ['handover'], states: ['asked'], limit: MOST })
  return ofKind(found, 'handover').find(({ data }) => data.from === person.userid) ?? null
}

/** 接班, by the receiver. */
export const onTakeOver: OnCommand = async (turn, ref, rest) => {
  const fits = ({ data }: Entry<'handover'>, { person }: Staff) => data.to === person.userid
  const wanted = { kind: 'handover', states: ['asked'], none: 'handover-none', fits } as const
  const meant = await entryMeant(turn, wanted, ref, rest)
  if ('note' in meant) return meant
  const { entry, town, person } = meant
  const tasks = await casesOf(turn, entry)
  const hands = await Promise.all(tasks.map((task) => inHand(turn.ctx, task)))
  const card = (now: Entry<'handover'>, of: readonly Task[]) => handoverCard(town, now, of, `${now.no}_${turn.row.id}`)
  const outcome = takeOver(town, entry, hands, person.userid, turn.world)
  if (!outcome.ok) return refused(outcome.reason, outcome.choices ?? [], entry, card(entry, []))
  const after = card(outcome.entry, outcome.cases)
  const said = {
    by: after.by,
    who: after.to,
    cases: outcome.cases.map(({ caseNo }) => caseNo),
    without: outcome.without,
  }
  const body = { kind: 'crew-news', news: 'handover-taken', no: entry.no, ...said } as const
  // what stayed behind is named, which a card has no room for
  const also = outcome.without.length > 0 ? { answers: [body] } : {}
  return { note: `${entry.no} was taken`, decision: outcome.decision, ...shown(turn, after, body), ...also }
}

export async function casesOf({ ctx: { store } }: Pick<Turn, 'ctx'>, entry: Entry): Promise<readonly Task[]> {
  const ids = isKind(entry, 'handover') ? entry.data.cases : []
  return (await Promise.all(ids.map((id) => store.task(id)))).flatMap((task) => task ?? [])
}
