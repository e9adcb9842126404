import { createHash } from 'node:crypto'
import type { Context } from '../../context.ts'
import type { Decision } from '../../domain/decision.ts'
import type { Town } from '../../domain/town.ts'
import type { World } from '../../domain/world.ts'
import type { Assessed } from '../../domain/assess/assessed.ts'
import { daysOf, monthBefore } from '../../domain/assess/days.ts'
import { freeze, show } from '../../domain/assess/publish.ts'
import { isEmpty } from '../../domain/assess/view.ts'
import { ofKind, type Entry } from '../../domain/book/entry.ts'
import { dayOf } from '../../domain/calendar/zone.ts'
import { spanOf } from '../../domain/feedback/month.ts'
import type { Daily } from '../slice.ts'

/** Minutes after midnight. */
const AT = 9 * 60 + 5
const MOST = 50

/** 公示 and 定稿 of the month before, each on its day or, where nobody looked that morning, on the next one. */
export const monthly: Daily = { kind: 'assessment', at: AT, work: lookAtAll }

async function lookAtAll(ctx: Context, world: World): Promise<Decision> {
  const more = await Promise.all(world.towns.map((town) => lookAt(ctx, town, world)))
  return { more: more.flatMap((decision) => decision ?? []) }
}

async function lookAt(ctx: Context, town: Town, world: World): Promise<Decision | null> {
  const today = dayOf(world.now)
  const month = monthBefore(today)
  const days = daysOf(month, town.policy, world.calendar)
  if (today < days.shown) return null
  const entry = await entryOf(ctx, town, month)
  if (entry?.state === 'frozen' || (entry && today < days.frozen)) return null
  const assessed = await ctx.assess({ town: town.code, month })
  if (!assessed || (!entry && isEmpty(assessed.assessment))) return null
  return entry ? frozen(entry, assessed, town, world) : shown(ctx, assessed, town, world)
}

async function entryOf({ store }: Context, { code }: Town, month: string): Promise<Entry<'assessment'> | null> {
  const query = { town: code, kinds: ['assessment'], since: spanOf(month).before, limit: MOST } as const
  return ofKind(await store.entries(query), 'assessment').find(({ data }) => data.month === month) ?? null
}

async function shown(ctx: Context, { assessment }: Assessed, town: Town, world: World): Promise<Decision> {
  const number = await ctx.store.nextEntry(town.code, 'assessment', Number(dayOf(world.now).slice(0, 4)))
  return show(assessment, town, number, world)
}

function frozen(entry: Entry<'assessment'>, { assessment, appeals }: Assessed, town: Town, world: World): Decision {
  const last = { ...assessment, state: 'frozen' } as const
  const text = JSON.stringify(last)
  const sealed = { text, sha256: createHash('sha256').update(text).digest('hex') }
  const undecided = appeals.filter(({ state }) => state === 'asked')
  return freeze(entry, last, sealed, undecided, town, world)
}
