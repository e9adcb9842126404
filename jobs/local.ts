import type { Context, Due, TimerRow } from '../context.ts'
import type { Activity } from './activity.ts'
import type { Cooldown } from './cooldown.ts'
import type { Pool } from './work.ts'
import { deliverer } from './deliver.ts'
import { lanes } from './lanes.ts'
import { pool } from './pool.ts'
import { timerWork } from './timers.ts'

export const BUSINESS_QUEUES = ['dispatch', 'alerts', 'replies', 'hooks', 'timers'] as const
export type BusinessQueue = (typeof BUSINESS_QUEUES)[number]

/** How many rows of each queue are worked on at a time, here and in the BullMQ workers that feed this. */
export const PLACES: Readonly<Record<BusinessQueue, number>> = {
  dispatch: 100,
  alerts: 10,
  replies: 100,
  hooks: 10,
  timers: 50,
}

/**
 * The five business queues inside this process. All work of this process goes through them, whoever found it
 * (BullMQ, a commit just now, the sweeper), so no row is ever worked on twice at once.
 */
export type Local = Readonly<Record<BusinessQueue, Pool>>

export function localQueues(
  ctx: Context,
  shared: { activity: Activity; cooldown: Cooldown },
  deps: { onTimer(row: TimerRow): Promise<void>; wake(due: readonly Due[]): void; soon(due: Due): void },
): Local {
  const common = { activity: shared.activity, lanes: lanes() }
  const tools = { ...deps, cooldown: shared.cooldown }
  const merging = { claim: (id: string) => local.alerts.claim(id), unclaim: (id: string) => local.alerts.unclaim(id) }
  const delivery = deliverer(ctx, { ...tools, merging })
  const local: Local = {
    dispatch: pool(PLACES.dispatch, delivery, common),
    alerts: pool(PLACES.alerts, delivery, common),
    replies: pool(PLACES.replies, delivery, common),
    hooks: pool(PLACES.hooks, delivery, common),
    timers: pool(PLACES.timers, timerWork(ctx, tools), common),
  }
  return local
}

export const queueOf = (due: Due): BusinessQueue => (due.kind === 'timer' ? 'timers' : due.queue)
export const isUrgent = (due: Due): boolean => due.kind === 'outbox' && due.urgent

export function offer(local: Local, due: Due): void {
  local[queueOf(due)].offer(due.id, isUrgent(due))
}
