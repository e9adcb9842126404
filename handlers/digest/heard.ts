import type { Context } from '../../context.ts'
import type { Entry } from '../../domain/book/entry.ts'
import type { Town } from '../../domain/town.ts'
import type { World } from '../../domain/world.ts'
import { isKind } from '../../domain/book/entry.ts'
import { dayOf, instant } from '../../domain/calendar/zone.ts'
import { withNotices, parts, type Decision } from '../../domain/decision.ts'
import { UNCHOSEN, type Choice } from '../../domain/digest/kinds.ts'
import { townLedBy } from '../../domain/digest/listening.ts'
import { gathered, mayWait, saidLater, toldLater } from '../../domain/digest/noise.ts'
import { recipientKey } from '../../domain/people/recipients.ts'

/** What somebody chose, as it is kept; `key` = his, or his group's. */
export async function choiceOf({ store }: Context, key: string): Promise<Entry<'listening'> | null> {
  const [entry] = await store.entries({ kinds: ['listening'], owner: key, limit: 1 })
  return entry && isKind(entry, 'listening') ? entry : null
}

/** How many alerts he was told by themselves today. */
export const toldToday = ({ store }: Context, key: string, now: Date): Promise<number> =>
  store.alertsSince(key, instant(dayOf(now), 0))

type Listener = Readonly<{ town: Town; choice: Choice; told: number }>

/** What is for leaders comes as they want it, and not too often; nothing else is touched. */
export async function withinMeasure(ctx: Context, decision: Decision, world: World): Promise<Decision> {
  const listeners = await listenersOf(ctx, decision, world)
  if (listeners.size === 0) return decision
  const within = withNotices(decision, (notice) => {
    const listener = listeners.get(recipientKey(notice.to))
    return listener ? gathered(notice, listener.choice, listener.told, listener.town, world) : notice
  })
  const later = toldLater(
    parts(within).flatMap(({ notices = [] }) => notices),
    world,
  )
  return later ? withNotices(within, (notice) => saidLater(notice, later)) : within
}

async function listenersOf(ctx: Context, decision: Decision, world: World): Promise<ReadonlyMap<string, Listener>> {
  const found = new Map<string, Town>()
  for (const notice of parts(decision).flatMap(({ notices = [] }) => notices)) {
    const town = mayWait(notice) ? townLedBy(notice.to, world) : null
    if (town) found.set(recipientKey(notice.to), town)
  }
  const listeners = [...found].map(async ([key, town]) => {
    const [entry, told] = await Promise.all([choiceOf(ctx, key), toldToday(ctx, key, world.now)])
    return [key, { town, choice: entry?.data ?? UNCHOSEN, told }] as const
  })
  return new Map(await Promise.all(listeners))
}
