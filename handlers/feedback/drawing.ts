import type { Context } from '../../context.ts'
import type { Decision } from '../../domain/decision.ts'
import type { Entry } from '../../domain/book/entry.ts'
import type { CaseInHand } from '../../domain/case/draft.ts'
import type { Town } from '../../domain/town.ts'
import type { World } from '../../domain/world.ts'
import { isKind, noOf, type EntryNumber } from '../../domain/book/entry.ts'
import { dayOf } from '../../domain/calendar/zone.ts'
import { draw } from '../../domain/feedback/draw.ts'
import { monthDrawnOn, spanOf } from '../../domain/feedback/month.ts'
import { drawn, lapsed } from '../../domain/feedback/revisit.ts'
import { ruleOf } from '../../domain/rules/ruleOf.ts'
import { inHand } from '../cases.ts'
import type { Daily } from '../slice.ts'
import { listed } from './called.ts'

/** Minutes after midnight. */
const AT = 9 * 60
const MOST = 1000

/** 回访抽查: on the first working day of a month, of the cases closed in the month before. */
export const drawing: Daily = { kind: 'revisit-draw', at: AT, work: drawAll }

async function drawAll(ctx: Context, world: World): Promise<Decision> {
  const month = monthDrawnOn(dayOf(world.now), world.calendar)
  if (month === null) return {}
  const more = await Promise.all(world.towns.map((town) => drawIn(ctx, town, month, world)))
  return { more: more.flat() }
}

async function drawIn(ctx: Context, town: Town, month: string, world: World): Promise<Decision[]> {
  const { before } = spanOf(month)
  const of = { town: town.code, kinds: ['revisit'] as const }
  if ((await ctx.store.entries({ ...of, since: before, limit: 1 })).length > 0) return []
  const closed = await closedIn(ctx, town, month)
  const share = ruleOf(town.policy, 'revisit.share', dayOf(world.now))
  const chosen = draw(closed, town.code, month, share)
  const year = Number(dayOf(world.now).slice(0, 4))
  const first = await ctx.store.nextEntry(town.code, 'revisit', year)
  const decisions = chosen.map(({ hand, unit }, n) =>
    drawn(hand, month, closed.filter((each) => each.unit === unit).length, numberAt(town, first, n), world),
  )
  const over = await lapsedOf(
    ctx,
    town,
    chosen.map(({ id }) => id),
    world,
  )
  return [
    ...decisions,
    ...over,
    listed(
      town,
      month,
      chosen.map(({ hand }) => hand),
      decisions,
      over.length,
      world,
    ),
  ]
}

const numberAt = ({ code }: Town, { year, seq }: EntryNumber, n: number): EntryNumber => ({
  year,
  seq: seq + n,
  no: noOf(code, 'revisit', year, seq + n),
})

type Closed = Readonly<{ id: string; unit: string; hand: CaseInHand }>

/** Those that are still closed and were reported by somebody who can be asked. */
async function closedIn(ctx: Context, town: Town, month: string): Promise<Closed[]> {
  const { since, before } = spanOf(month)
  const ids = await ctx.store.casesWith('closed', since, before)
  const tasks = (await Promise.all(ids.map((id) => ctx.store.task(id)))).flatMap((task) => task ?? [])
  const fit = tasks.filter(
    (task) =>
      task.town === town.code && task.stage === 'closed' && task.mergedInto === null && task.reporters.length > 0,
  )
  const hands = await Promise.all(fit.map((task) => inHand(ctx, task)))
  return hands.flatMap((hand) => (hand.task.lead === null ? [] : { id: hand.task.id, unit: hand.task.lead, hand }))
}

/** What nobody called about is over; a case that is drawn again keeps its old line until the next month. */
async function lapsedOf(ctx: Context, town: Town, drawnNow: readonly string[], world: World): Promise<Decision[]> {
  const open = await ctx.store.entries({ town: town.code, kinds: ['revisit'], states: ['open'], limit: MOST })
  const old = open.filter((entry): entry is Entry<'revisit'> => isKind(entry, 'revisit'))
  const over = old.filter(({ taskId }) => taskId !== null && !drawnNow.includes(taskId))
  const once = over.filter(({ taskId }, n) => over.findIndex((each) => each.taskId === taskId) === n)
  const decisions = await Promise.all(
    once.map(async (entry) => {
      const task = entry.taskId === null ? null : await ctx.store.task(entry.taskId)
      return task ? [lapsed(await inHand(ctx, task), entry, world)] : []
    }),
  )
  return decisions.flat()
}
