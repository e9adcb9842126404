import type { Inbound } from '../domain/inbound.ts'
import type { OutboxModel } from './generated/sqlite/models.ts'
import { write, written, type Kit } from './kit.ts'
import type { CountOp } from './ops.ts'
import { customerRow } from './rows-in.ts'
import { queueOf } from './rows-out.ts'
import { shapes } from './statements.ts'
import type { Due } from './store.ts'
import { tables, type Row } from './tables.ts'

/** The most messages the platform takes after one of the customer's. */
const WINDOW = 5

type Written = Readonly<{ inbound: Inbound; now: Date }>

/** Opens the 48 hours of whoever wrote by customer service, and wakes what waited for him to write. */
export async function customersWrote(kit: Kit, fresh: readonly Written[]): Promise<Due[]> {
  const rows = fresh.flatMap(({ inbound, now }) => customerRow(inbound, now) ?? [])
  if (rows.length === 0) return []
  const each = eachOnce(rows)
  await write(kit, kit.say.customers, tables.customer, each)
  const woke = each.flatMap(({ id, wroteAt }) => (wroteAt === null ? [] : [{ id, at: fresh[0]?.now }]))
  const due = await written<Pick<OutboxModel, 'id' | 'queue' | 'urgent' | 'dueAt'>>(
    kit,
    kit.say.wakeWaiting,
    shapes.wrote,
    woke,
  )
  return due.map(({ id, queue, urgent, dueAt }) => ({ kind: 'outbox', id, queue: queueOf(queue), urgent, dueAt }))
}

/** One row for each customer, however much he wrote at once. */
function eachOnce(rows: readonly Row<'customer'>[]): Row<'customer'>[] {
  const each = new Map<string | null, Row<'customer'>>()
  for (const row of rows) {
    const one = each.get(row.id)
    each.set(row.id, one ? together(one, row) : row)
  }
  return [...each.values()]
}

function together(one: Row<'customer'>, other: Row<'customer'>): Row<'customer'> {
  return {
    ...one,
    wroteAt: later(one.wroteAt, other.wroteAt),
    village: other.village ?? one.village,
    villageAt: other.villageAt ?? one.villageAt,
  }
}

const later = (one: Date | null, other: Date | null): Date | null =>
  one && other && one > other ? one : (other ?? one)

export async function countSent(kit: Kit, ops: readonly CountOp[]): Promise<void> {
  await write(kit, kit.say.countSent, shapes.counted, ops)
}

export const usedUp = (sent: number | 'used'): Readonly<{ sent: number; most: number }> =>
  sent === 'used' ? { sent: 0, most: WINDOW } : { sent, most: 0 }
