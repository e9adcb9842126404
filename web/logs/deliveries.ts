import { z } from 'zod'
import type { Recipient } from '../../domain/recipient.ts'
import type { Delivery } from '../../store/store.ts'
import type { Desk } from '../desk.ts'
import type { Viewer } from '../viewer.ts'
import { doorName, QUEUES, sayWhy, STATES } from '../wording/logs.ts'

const counted = z.object({ state: z.string(), door: z.string(), why: z.string(), count: z.number() })

/** What became of messages lately; never what was in them. */
export const deliveriesShape = z.object({
  since: z.string(),
  states: z.array(z.object({ state: z.string(), count: z.number() })),
  reasons: z.array(counted),
  undelivered: z.array(
    z.object({ id: z.string(), at: z.string(), state: z.string(), to: z.string(), queue: z.string(), why: z.string() }),
  ),
})

const WEEK_MS = 7 * 86_400_000
const LISTED = 50
const ORDER = Object.keys(STATES) as readonly Delivery['status'][]

export async function deliveries(
  { ctx, explainCode }: Desk,
  viewer: Viewer,
  now: Date,
): Promise<z.infer<typeof deliveriesShape>> {
  const since = new Date(now.getTime() - WEEK_MS)
  const [all, failed] = await Promise.all([ctx.store.deliveries(since), ctx.store.failedSince(since, LISTED)])
  return {
    since: since.toISOString(),
    states: ORDER.map((status) => ({ state: STATES[status], count: sum(all.filter((row) => row.status === status)) })),
    reasons: alike(all, explainCode),
    undelivered: failed.flatMap(({ id, dueAt, status, to, queue, reason }) => {
      const name = called(viewer, to)
      const line = {
        id,
        at: dueAt.toISOString(),
        state: STATES[status],
        queue: QUEUES[queue],
        why: sayWhy(reason, explainCode),
      }
      return name === null ? [] : [{ ...line, to: name }]
    }),
  }
}

const sum = (rows: readonly Delivery[]): number => rows.reduce((all, { count }) => all + count, 0)

/** Reasons that are said alike are counted together. */
function alike(rows: readonly Delivery[], explain: Desk['explainCode']): z.infer<typeof counted>[] {
  const lines = new Map<string, z.infer<typeof counted>>()
  for (const { status, door, reason, count } of rows) {
    const line = { state: STATES[status], door: doorName(door), why: sayWhy(reason, explain), count: 0 }
    const key = `${line.state}|${line.door}|${line.why}`
    const found = lines.get(key) ?? line
    lines.set(key, { ...found, count: found.count + count })
  }
  return [...lines.values()].toSorted((a, b) => b.count - a.count)
}

/** Members of the staff and groups of his townships by name; who reported something is nobody's business here. */
function called({ places }: Viewer, to: Recipient): string | null {
  if (to.kind === 'chat' || to.kind === 'hook') return null
  for (const { town } of places) {
    const found =
      to.kind === 'group'
        ? town.groups.find(({ id }) => id === to.id)
        : town.people.find(({ userid }) => userid === to.userid)
    if (found) return found.name
  }
  return null
}
