import { arm, atDesk, decided, put, remind, say, type Desk } from '../book/desk.ts'
import { newEntry, type Entry, type EntryNumber } from '../book/entry.ts'
import type { Decision } from '../decision.ts'
import type { Asset, Person, Town } from '../town.ts'
import type { World } from '../world.ts'
import { toMs } from '../calendar/duration.ts'
import { dayOf, MINUTE } from '../calendar/zone.ts'
import { findStation } from '../people/directory.ts'
import { toPerson, commandRoom, type Address } from '../people/recipients.ts'
import { ruleOf } from '../rules/ruleOf.ts'
import type { BookingRead } from './bookingIn.ts'
import { mayCommand, named, no, type Refused } from './desk.ts'
import { inTheWay, nextFree } from './free.ts'
import { assetOf, said, type News } from './bookingSaid.ts'

type Booked = Entry<'booking'>
type Outcome = Readonly<{ ok: true; decision: Decision; entry: Booked }> | Refused

/** Somebody who types takes a moment. */
const JUST_NOW = 15 * MINUTE
/** When something did not come back: who booked it, then who keeps the key, then the head. */
const LATE_AFTER = 30 * MINUTE
/** the head's turn */
const LAST_STEP = 2

/** What may be meant: of a kind, or by its name; that of the own unit first. */
export function assetsFor(town: Town, { station }: Person, kind: Asset['kind'] | null, what: string): readonly Asset[] {
  const all = (town.assets ?? []).filter((asset) => kind === null || asset.kind === kind)
  const called = what === '' ? [] : all.filter(({ name, id }) => name.includes(what) || id === what)
  const meant = called.length > 0 ? called : kind === null ? [] : all
  const isOwn = (asset: Asset) => (asset.station !== null && asset.station === station ? 0 : 1)
  return meant.toSorted((a, b) => isOwn(a) - isOwn(b))
}

/** The first that is free. `open` = bookings that are not back. Two who book at once take the same number, and one comes later. */
export function book(
  town: Town,
  booker: Person,
  assets: readonly Asset[],
  asked: BookingRead,
  open: readonly Booked[],
  number: EntryNumber,
  world: World,
): Outcome {
  const refused = mayNotBook(town, asked, world)
  if (refused) return refused
  const free = assets.find((asset) => inTheWay(asset, asked, open, world.now).length === 0)
  if (!free) return taken(town, assets, asked, open, world)
  const { from, to } = asked
  const reason = asked.reason || asked.what
  const times = { from: from.toISOString(), to: to.toISOString() }
  const data = { asset: free.id, by: booker.userid, ...times, reason, km: null }
  const entry: Booked = newEntry({ world, town }, 'booking', number, {
    state: 'booked',
    owner: booker.userid,
    dueAt: to,
    data,
  })
  const desk = atDesk(world, town)
  put(desk, entry, 'booked', booker.userid, { asset: free.id, ...times })
  arm(desk, entry, 'booking', new Date(to.getTime() + LATE_AFTER))
  tellKeyholder(desk, entry, booker.userid, 'booked')
  return { ok: true, decision: decided(desk), entry }
}

function mayNotBook({ policy }: Town, { from, to }: BookingRead, { now }: World): Refused | null {
  if (from.getTime() < now.getTime() - JUST_NOW || to <= from || to <= now) return no('booking-past')
  const longest = ruleOf(policy, 'booking.longest', dayOf(now))
  return to.getTime() - from.getTime() > toMs(longest) ? no('booking-longest', [`${toMs(longest) / 3_600_000}`]) : null
}

/** Who has it, until when, and when one is free next. */
function taken(
  town: Town,
  assets: readonly Asset[],
  asked: BookingRead,
  open: readonly Booked[],
  { now }: World,
): Refused {
  const next = assets
    .map((asset) => ({ asset, at: nextFree(asset, asked, open, now) }))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())[0]
  const holder = next && inTheWay(next.asset, asked, open, now)[0]
  if (!next || !holder) return no('booking-none-such')
  const { by, from, to } = holder.data
  return no('booking-taken', [next.asset.name, named(town, by), from, to, next.at.toISOString()])
}

const mayEnd = (town: Town, entry: Booked, userid: string): boolean =>
  entry.data.by === userid || assetOf(town, entry)?.keyholder === userid || mayCommand(town, userid)

/** 归还 / 还车 n 公里数: by who booked it, who keeps the key, or the command room. */
export function giveBack(town: Town, entry: Booked, userid: string, km: number | null, world: World): Outcome {
  if (!mayEnd(town, entry, userid)) return no('booking-not-yours', [named(town, entry.data.by)])
  if (entry.state !== 'booked') return no('booking-over', [entry.state])
  if (new Date(entry.data.from).getTime() > world.now.getTime() + JUST_NOW) return no('booking-not-begun', [entry.no])
  return ended(town, { ...entry, state: 'returned', data: { ...entry.data, km } }, userid, world)
}

/** 取消预约 n, as long as it has not begun. */
export function cancelBooking(town: Town, entry: Booked, userid: string, world: World): Outcome {
  if (!mayEnd(town, entry, userid)) return no('booking-not-yours', [named(town, entry.data.by)])
  if (entry.state !== 'booked') return no('booking-over', [entry.state])
  if (new Date(entry.data.from) <= world.now) return no('booking-begun')
  return ended(town, { ...entry, state: 'cancelled' }, userid, world)
}

function ended(town: Town, entry: Booked, userid: string, world: World): Outcome {
  const desk = atDesk(world, town)
  const after: Booked = { ...entry, owner: null, dueAt: null }
  const news = after.state === 'returned' ? 'returned' : 'cancelled'
  put(desk, after, `booking-${news}`, userid, { asset: after.data.asset, km: after.data.km })
  arm(desk, after, 'booking', null)
  tellKeyholder(desk, after, userid, news)
  if (after.data.by !== userid)
    say(desk, 'dispatch', after, toPerson(after.data.by), said(town, after, news, 'booker', world))
  return { ok: true, decision: decided(desk), entry: after }
}

function tellKeyholder(desk: Desk, entry: Booked, actor: string, news: News): void {
  const keyholder = assetOf(desk.town, entry)?.keyholder ?? null
  if (keyholder === null || keyholder === actor || keyholder === entry.data.by) return
  say(desk, 'dispatch', entry, toPerson(keyholder), said(desk.town, entry, news, 'keyholder', desk.world))
}

/** Not back: one after the other hears of it, then it rests with the head. */
export function bookingDue(town: Town, entry: Booked, step: number, world: World): Decision {
  const desk = atDesk(world, town)
  if (entry.state !== 'booked') {
    arm(desk, entry, 'booking', null)
    return decided(desk)
  }
  const isLast = step >= LAST_STEP
  // it rests with the head: nothing more is due by itself
  put(desk, isLast ? { ...entry, dueAt: null } : entry, 'booking-late', 'system', {
    asset: entry.data.asset,
    times: step + 1,
  })
  for (const address of hearsAt(town, entry, step))
    remind(
      desk,
      entry,
      address,
      said(town, entry, step === 0 ? 'late' : 'late-watch', step === 0 ? 'booker' : 'keyholder', world),
    )
  arm(desk, entry, 'booking', isLast ? null : new Date(world.now.getTime() + LATE_AFTER), step + 1)
  return decided(desk)
}

function hearsAt(town: Town, entry: Booked, step: number): readonly Address[] {
  const asset = assetOf(town, entry)
  if (step === 0) return [toPerson(entry.data.by)]
  if (step === 1) return asset?.keyholder && asset.keyholder !== entry.data.by ? [toPerson(asset.keyholder)] : []
  const head = findStation(town, asset?.station ?? null)?.head ?? null
  return head === null ? commandRoom(town) : [toPerson(head)]
}
