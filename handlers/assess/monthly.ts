import { createHash } from 'node:crypto'
import type { Context } from '../../context.ts'
import type { Decision } from '../../domain/decision.ts'
import type { Town } from '../../domain/town.ts'
import type { World } from '../../domain/world.ts'
import { daysOf, monthBefore } from '../../domain/assess/days.ts'
import { freeze, show } from '../../domain/assess/publish.ts'
import { isEmpty } from '../../domain/assess/view.ts'
import { ofKind, type Entry } from '../../domain/book/entry.ts'
import { dayOf } from '../../domain/calendar/zone.ts'
import type { Daily } from '../slice.ts'

/** Minutes after midnight. */
const AT = 9 * 60 + 5
const MOST = 50

type MonthEntry = Entry<'assessment'>

/** 公示 and 定稿 of the month before, each on its day or, where nobody looked that morning, on the next one. */
export const monthly: Daily = { kind: 'assessment', at: AT, work: lookAtAll }

async function lookAtAll(ctx: Context, world: World): Promise<Decision> {
  const more = await Promise.all(world.towns.map((town) => lookAt(ctx, town, world)))
  return { more: more.flat() }
}

async function lookAt(ctx: Context, town: Town, world: World): Promise<Decision[]> {
  const query = { town: town.code, kinds: ['assessment'], limit: MOST } as const
  const entries = ofKind(await ctx.store.entries(query), 'assessment')
  const due = entries.filter((entry) => entry.state === 'shown' && isDue(entry, town, world))
  const frozenNow = await Promise.all(due.map((entry) => frozen(ctx, entry, town, world)))
  const shownNow = await shown(ctx, entries, town, world)
  return [...frozenNow, shownNow].flatMap((decision) => decision ?? [])
}

/** Its day has come, be it long ago: the program may have stood still. */
const isDue = ({ at, data }: MonthEntry, town: Town, { now, calendar }: World): boolean =>
  dayOf(now) >= daysOf(data.month, town.policy, calendar, dayOf(at)).frozen

/** The month before, from its day on; what has begun only now has nothing to show. */
async function shown(ctx: Context, entries: readonly MonthEntry[], town: Town, world: World): Promise<Decision | null> {
  const today = dayOf(world.now)
  const month = monthBefore(today)
  const isThere = entries.some(({ data }) => data.month === month)
  if (isThere || today < daysOf(month, town.policy, world.calendar).shown) return null
  const assessed = await ctx.assess({ town: town.code, month })
  if (!assessed || isEmpty(assessed.assessment)) return null
  const number = await ctx.store.nextEntry(town.code, 'assessment', Number(today.slice(0, 4)))
  return show(assessed.assessment, town, number, world)
}

async function frozen(ctx: Context, entry: MonthEntry, town: Town, world: World): Promise<Decision | null> {
  const assessed = await ctx.assess({ town: town.code, month: entry.data.month })
  if (!assessed) return null
  const last = { ...assessed.assessment, state: 'frozen' } as const
  const text = JSON.stringify(last)
  const sealed = { text, sha256: createHash('sha256').update(text).digest('hex') }
  const undecided = assessed.appeals.filter(({ state }) => state === 'asked')
  return freeze(entry, last, sealed, undecided, town, world)
}
