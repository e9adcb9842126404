import { ofKind, type Entry } from '../../domain/book/entry.ts'
import { dayOf } from '../../domain/calendar/zone.ts'
import { findStation, nameOf } from '../../domain/people/directory.ts'
import { headFor, mayCommand } from '../../domain/crew/desk.ts'
import { askLeave, cancelLeave, decideLeave } from '../../domain/crew/leave.ts'
import { leaveCard } from '../../domain/crew/leaveSaid.ts'
import { leaveIn } from '../../domain/crew/read.ts'
import type { Town } from '../../domain/town.ts'
import { refusal } from '../acts.ts'
import { newNumber } from '../entries.ts'
import type { OnCommand } from '../slice.ts'
import type { Turn } from '../turn.ts'
import { askFor, entryMeant, refused, shown, staffOf, type Staff } from './found.ts'
import { along, dutyNow } from './together.ts'

const MOST = 1_000

/** 请假 2026-12-03 [到 12-05] 理由. */
export const onLeave: OnCommand = async (turn, _ref, rest) => {
  const staff = staffOf(turn)
  if ('note' in staff) return staff
  const { person, town } = staff
  const today = dayOf(turn.world.now)
  const asked = leaveIn(rest, today)
  if (!asked) return askFor('leave-how', 'leave')
  // the number first: of two who ask at once one comes later, and then sees the other's
  const number = await newNumber(turn, town.code, 'leave')
  const open = await turn.ctx.store.entries({
    town: town.code,
    kinds: ['leave'],
    states: ['asked', 'agreed'],
    limit: MOST,
  })
  const outcome = askLeave(town, person, asked, ofKind(open, 'leave'), number, turn.world)
  if (!outcome.ok) return refusal(outcome.reason, null, outcome.choices)
  const head = headFor(town, findStation(town, person.station), person.userid, today)
  const { from, to } = asked
  const body = { kind: 'crew-asked', what: 'leave', no: number.no, who: nameOf(town, head), from, to } as const
  return { note: `${number.no} was asked`, decision: outcome.decision, answers: [body] }
}

/** 同意请假 / 不同意请假, typed or tapped. */
export const decidingLeave =
  (agree: boolean): OnCommand =>
  async (turn, ref, rest) => {
    const wanted = { kind: 'leave', states: ['asked'], none: 'leave-none', fits: waitsFor } as const
    const meant = await entryMeant(turn, wanted, ref, rest)
    if ('note' in meant) return meant
    const { entry, person, words } = meant
    const now = await dutyNow(turn, meant.town, entry)
    const { town } = now
    const outcome = decideLeave(town, entry, person.userid, { agree, why: words || null }, turn.world)
    if (outcome.ok) {
      const { from, to, by } = entry.data
      const news = agree ? 'leave-agreed' : 'leave-refused'
      const said = { by: nameOf(town, by) ?? '', who: nameOf(town, person.userid), from, to } as const
      const body = { kind: 'crew-news', news, no: entry.no, ...said } as const
      return {
        note: `${entry.no} was decided`,
        decision: agree ? along(outcome.decision, now) : outcome.decision,
        ...shown(turn, cardNow(turn, town, outcome.entry), body),
      }
    }
    if (outcome.reason === 'leave-why') return askFor('leave-why', 'leave-refuse', { no: entry.no })
    return refused(outcome.reason, outcome.choices ?? [], entry, cardNow(turn, town, entry))
  }

const waitsFor = ({ data }: Entry<'leave'>, { person, town }: Staff): boolean =>
  data.by !== person.userid &&
  (findStation(town, data.station)?.head === person.userid || mayCommand(town, person.userid))

/** A group reads along: there the reason is not shown. */
function cardNow({ world, row }: Turn, town: Town, entry: Entry<'leave'>) {
  const card = leaveCard(town, entry, `${entry.no}_${row.id}`, dayOf(world.now))
  return row.chat.type === 'single' ? card : { ...card, note: null }
}

/** 取消请假 [n]. */
export const onCancelLeave: OnCommand = async (turn, ref, rest) => {
  const today = dayOf(turn.world.now)
  const fits = ({ data }: Entry<'leave'>, { person }: Staff) => data.by === person.userid && data.to >= today
  const wanted = { kind: 'leave', states: ['asked', 'agreed'], none: 'leave-none', fits } as const
  const meant = await entryMeant(turn, wanted, ref, rest)
  if ('note' in meant) return meant
  const { entry, town, person } = meant
  const outcome = cancelLeave(town, entry, person.userid, turn.world)
  if (!outcome.ok) return refusal(outcome.reason, null, outcome.choices)
  const { from, to } = entry.data
  const said = { no: entry.no, by: person.name, who: null, from, to }
  return {
    note: `${entry.no} was cancelled`,
    decision: outcome.decision,
    answers: [{ kind: 'crew-news', news: 'leave-cancelled', ...said }],
  }
}
