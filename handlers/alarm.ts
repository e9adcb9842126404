import type { Context } from '../context.ts'
import type { Seen } from '../domain/alarm/seen.ts'
import type { Sign, Standing } from '../domain/alarm/kinds.ts'
import { alarmNotices, isReached } from '../domain/alarm/tell.ts'
import { watch, type Moment } from '../domain/alarm/watch.ts'
import { quietEnd } from '../domain/clock/quiet.ts'
import type { Town } from '../domain/town.ts'

const KEY = 'alarms'
/** Whoever looks holds this; one that died lets go of it by itself. */
const LOOK = 'alarms are looked at'
const LOOK_MS = 60_000

/**
 * Decides for each township what of these signs is to be said now, and commits it together with what it then knows: after
 * a restart, or by another process, nothing is said again. `missed` = by township, what stood while nothing could be written.
 * False = another one is looking.
 */
export async function lookForAlarms(
  ctx: Context,
  seen: Pick<Seen, 'channels'>,
  signs: readonly Sign[],
  missed: ReadonlyMap<string, readonly Standing[]>,
): Promise<boolean> {
  const now = ctx.now()
  const mine = { key: LOOK, value: '', until: new Date(now.getTime() + LOOK_MS) }
  if (!(await ctx.store.claimNote(mine, now))) return false
  try {
    for (const town of ctx.towns)
      await decideFor(ctx, town, momentOf(town, seen, now), signs, missed.get(town.code) ?? [])
  } finally {
    await ctx.store.takeNote(LOOK)
  }
  return true
}

/** How it is in a township now: is it night there, and can its command room be reached? */
export const momentOf = (town: Town, { channels }: Pick<Seen, 'channels'>, now: Date): Moment => ({
  now,
  quiet: quietEnd(town.policy.quietHours, now) > now,
  deaf: !isReached(
    town,
    channels.filter(({ up }) => up).map(({ name }) => name),
  ),
})

async function decideFor(
  { store }: Context,
  town: Town,
  moment: Moment,
  signs: readonly Sign[],
  missed: readonly Standing[],
): Promise<void> {
  const key = `${KEY} ${town.code}`
  const before = await keptIn(store, key)
  const { standing, items } = watch([...before, ...missed], signs, moment)
  if (items.length === 0 && isSame(standing, before)) return
  const notes = [{ key, value: JSON.stringify(standing), until: null }]
  await store.commit({ notices: alarmNotices(town, items, moment.now), notes }, moment.now)
}

/** That a message waits a minute longer is no news. */
const isSame = (one: readonly Standing[], other: readonly Standing[]): boolean =>
  JSON.stringify(one.map(withoutAmount)) === JSON.stringify(other.map(withoutAmount))

const withoutAmount = ({ sign, ...rest }: Standing) => ({ ...rest, kind: sign.kind, of: sign.of })

async function keptIn(store: Context['store'], key: string): Promise<readonly Standing[]> {
  const note = await store.note(key)
  return note ? listIn(note.value) : []
}

/** Written by ourselves. */
const listIn = (value: string): readonly Standing[] => JSON.parse(value) as Standing[]

/** What stands in any township, each once. */
export async function standingAlarms({ store, now }: Context): Promise<readonly Standing[]> {
  const notes = await store.notes(`${KEY} `, now())
  const open = notes.flatMap(({ value }) => listIn(value)).filter(({ overAt }) => overAt === null)
  return [...new Map(open.map((one) => [`${one.sign.kind} ${one.sign.of}`, one])).values()]
}
