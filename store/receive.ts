import type { InboxRow } from '../domain/decision.ts'
import type { InboxModel } from './generated/sqlite/models.ts'
import { toJson, toText } from './json.ts'
import { write, writtenIds, type Kit } from './kit.ts'
import type { ReceiveOp } from './ops.ts'
import { inboxRow } from './rows-in.ts'
import { inboxRowOf } from './rows-out.ts'
import { tables } from './tables.ts'

/** Keeps inbound messages; a callback that was committed before gets the row of its first delivery. */
export async function receive(kit: Kit, ops: readonly ReceiveOp[]): Promise<(() => void)[]> {
  if (ops.length === 0) return []
  const candidates = ops.map((op) => ({ op, row: inboxRow(op.inbound, op.now) }))
  const ids = await writtenIds(
    kit,
    kit.say.received,
    tables.inbox,
    candidates.map(({ row }) => row),
  )
  const fresh = candidates.filter(({ row }) => ids.has(row.id))
  const known = candidates.filter(({ row }) => !ids.has(row.id)).map(({ op }) => op)
  await rememberContacts(
    kit,
    fresh.map(({ op }) => op),
  )
  const answers = fresh.map(
    ({ op, row }) =>
      () =>
        op.resolve({ row: { ...op.inbound, id: row.id, receivedAt: op.now, attempts: 0 }, fresh: true }),
  )
  return [...answers, ...(await firstDeliveries(kit, known))]
}

/** The platform lets the bot write to whoever wrote to it in a single chat; looking in (`enter`) is not writing. */
async function rememberContacts(kit: Kit, ops: readonly ReceiveOp[]): Promise<void> {
  const written = ops.filter(({ inbound }) => inbound.chat.type === 'single' && inbound.content.kind !== 'enter')
  const people = new Map(written.map(({ inbound, now }) => [inbound.from, now]))
  await write(
    kit,
    kit.say.contacts,
    tables.contact,
    [...people].map(([userid, now]) => ({ userid, firstWroteAt: now, lastWroteAt: now })),
  )
}

async function firstDeliveries({ sql, say }: Kit, ops: readonly ReceiveOp[]): Promise<(() => void)[]> {
  if (ops.length === 0) return []
  const rows = await sql.rows<InboxModel>(say.receivedBefore, toJson(ops.map(({ inbound }) => inbound.dedupeKey)))
  const first = new Map<string, InboxRow>(rows.map((row) => [row.dedupeKey, inboxRowOf(row)]))
  return ops.map((op) => () => {
    const row = first.get(toText(op.inbound.dedupeKey))
    if (row === undefined) op.reject(new Error('a callback is neither new nor known'))
    else op.resolve({ row, fresh: false })
  })
}
