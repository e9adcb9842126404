import type { Context } from '../context.ts'
import type { TimerChange } from '../domain/decision.ts'

/** Sets timers at a start; one that is due already stands: it was slept through, or its process has just died over it. */
export async function setStanding({ store, now }: Context, timers: readonly TimerChange[]): Promise<void> {
  const at = now()
  const isDue = async ({ subject, kind }: TimerChange): Promise<boolean> =>
    (await store.timersOf(subject)).some((timer) => timer.kind === kind && timer.dueAt <= at)
  const due = await Promise.all(timers.map(isDue))
  await store.commit({ timers: timers.filter((_, i) => !due[i]) }, at)
}
