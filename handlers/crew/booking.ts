import { ofKind, type Entry } from '../../domain/book/entry.ts'
import { addDays, dayOf, instant } from '../../domain/calendar/zone.ts'
import { nameOf, findStation } from '../../domain/people/directory.ts'
import { assetsFor, book, cancelBooking, giveBack } from '../../domain/crew/booking.ts'
import { assetOf, bookingSaid, said } from '../../domain/crew/bookingSaid.ts'
import { bookingIn, kilometresIn } from '../../domain/crew/bookingIn.ts'
import type { Asset, Town } from '../../domain/town.ts'
import { blockCounts } from '../../domain/work/block.ts'
import { refusal } from '../acts.ts'
import { newNumber } from '../entries.ts'
import type { OnCommand } from '../slice.ts'
import { answer, type Turn } from '../turn.ts'
import { askFor, entryMeant, staffOf, type Staff } from './found.ts'

const MOST = 2_000

const VERBS = { vehicle: 'book-vehicle', room: 'book-room', equipment: 'book' } as const

const openIn = async ({ ctx: { store } }: Turn, town: Town): Promise<readonly Entry<'booking'>[]> =>
  ofKind(await store.entries({ town: town.code, kinds: ['booking'], states: ['booked'], limit: MOST }), 'booking')

/** 用车 [明天] 14:00 2小时 [事由], 借询问室 15:00, 借 执法记录仪 …; `kind` null = by its name. */
export const booking =
  (kind: Asset['kind'] | null): OnCommand =>
  async (turn, _ref, rest) => {
    const staff = staffOf(turn)
    if ('note' in staff) return staff
    const { person, town } = staff
    const asked = bookingIn(rest, turn.world.now)
    const assets = assetsFor(town, person, kind, asked?.what ?? rest)
    if (assets.length === 0)
      return refusal(
        'booking-none-such',
        null,
        (town.assets ?? []).map(({ name }) => name),
      )
    if (!asked) return askFor('booking-how', VERBS[kind ?? 'equipment'], { lead: rest })
    // the number first: who books at the same time takes the same, and one of the two looks again
    const number = await newNumber(turn, town.code, 'booking')
    const outcome = book(town, person, assets, asked, await openIn(turn, town), number, turn.world)
    if (!outcome.ok) return refusal(outcome.reason, null, outcome.choices)
    const body = said(town, outcome.entry, 'booked', 'booker', turn.world)
    return { note: `${number.no} was booked`, decision: outcome.decision, answers: [body] }
  }

const mine = (entry: Entry<'booking'>, { person, town }: Staff): boolean =>
  entry.data.by === person.userid || assetOf(town, entry)?.keyholder === person.userid

/** 归还 n / 还车 n 公里数 and 取消预约 n. */
export const ending =
  (how: 'returned' | 'cancelled'): OnCommand =>
  async (turn, ref, rest) => {
    const wanted = { kind: 'booking', states: ['booked'], none: 'booking-none', fits: mine } as const
    const meant = await entryMeant(turn, wanted, ref, rest)
    if ('note' in meant) return meant
    const { entry, town, person, words } = meant
    const outcome =
      how === 'returned'
        ? giveBack(town, entry, person.userid, kilometresIn(words), turn.world)
        : cancelBooking(town, entry, person.userid, turn.world)
    if (!outcome.ok) return refusal(outcome.reason, null, outcome.choices)
    const body = said(town, outcome.entry, how, 'booker', turn.world)
    return { note: `${entry.no} was ${how}`, decision: outcome.decision, answers: [body] }
  }

/** 预约: what is booked today and tomorrow, and what did not come back. */
export const onBookings: OnCommand = async (turn) => {
  const staff = staffOf(turn)
  if ('note' in staff) return staff
  const { town } = staff
  const { now } = turn.world
  const until = instant(addDays(dayOf(now), 2), 0).toISOString()
  const open = (await openIn(turn, town)).filter(({ data }) => data.from < until)
  const items = open
    .toSorted((a, b) => (a.data.from < b.data.from ? -1 : 1))
    .map((entry) => bookingSaid(town, entry, now))
  return answer('bookings', { kind: 'bookings', items })
}

/** 装备: what there is, whose it is, and what was lacking this month. */
export const onAssets: OnCommand = async (turn) => {
  const staff = staffOf(turn)
  if ('note' in staff) return staff
  const { town } = staff
  const month = dayOf(turn.world.now).slice(0, 7)
  const since = instant(`${month}-01`, 0)
  const blocks = await turn.ctx.store.entries({ town: town.code, kinds: ['block'], since, limit: MOST })
  const lacks = blockCounts(ofKind(blocks, 'block'), town)
    .map(({ station, counts }) => ({ station, equipment: counts.equipment ?? 0, vehicle: counts.vehicle ?? 0 }))
    .filter(({ equipment, vehicle }) => equipment + vehicle > 0)
  const items = (town.assets ?? []).map(({ kind, name, station, keyholder, agreementUntil }) => ({
    kind,
    name,
    station: findStation(town, station)?.name ?? null,
    keyholder: nameOf(town, keyholder),
    until: agreementUntil,
  }))
  return answer('assets', { kind: 'assets', items, month, lacks })
}
