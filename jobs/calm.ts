import type { Context } from '../context.ts'
import type { Activity } from './activity.ts'
import type { Cooldown } from './cooldown.ts'
import type { Local } from './local.ts'
import type { Sweeper } from './sweeper.ts'
import { findDue } from './due.ts'

/** How long BullMQ may take to bring a due row before `idle` does the work here. */
const PATIENCE = 250

/** Awaits the moment when nothing is left to do; what is done on the way may lead to more, and that is waited for, too. */
export type Calm = Readonly<{
  sweep(): Promise<void>
  idle(): Promise<void>
  /** BullMQ has brought a row. */
  arrived(): void
}>

export function calm(
  ctx: Context,
  local: Local,
  shared: { activity: Activity; cooldown: Cooldown },
  deps: { sweeper: Sweeper; leads(): boolean; onBullmq(): boolean; stopped(): boolean },
): Calm {
  let waiting: (() => void)[] = []

  async function sweep(): Promise<void> {
    // what is due is the affair of the process that leads
    if (!deps.leads()) return shared.activity.fallenTo(0)
    while (!deps.stopped()) {
      await shared.activity.fallenTo(0)
      const taken = await deps.sweeper.round()
      if (taken === 0 && shared.activity.count() === 0) return
    }
  }

  function arrival(): Promise<boolean> {
    return new Promise((resolve) => {
      const late = setTimeout(() => resolve(false), PATIENCE)
      waiting.push(() => {
        clearTimeout(late)
        resolve(true)
      })
    })
  }

  async function idle(): Promise<void> {
    while (deps.leads() && deps.onBullmq() && !deps.stopped()) {
      await shared.activity.fallenTo(0)
      const { due } = await findDue(ctx, local, shared.cooldown, ctx.now())
      if (due.length === 0 && shared.activity.count() === 0) return
      if (due.length > 0 && !(await arrival())) return sweep()
    }
    return sweep()
  }

  return {
    sweep,
    idle,
    arrived() {
      const told = waiting
      waiting = []
      for (const tell of told) tell()
    },
  }
}
