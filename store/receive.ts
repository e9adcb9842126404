import type { InboxRow } from '../domain/decision.ts'
import { KnownAlready } from '../domain/lostRace.ts'
import type { Inbound } from '../domain/inbound.ts'
import { customersWrote } from './customers.ts'
import type { InboxModel } from './generated/sqlite/models.ts'
import { toJson, toText } from './json.ts'
import { write, writtenIds, type Kit } from './kit.ts'
import { writeNotes } from './notes.ts'
import type { PageOp, Received, ReceiveOp } from './ops.ts'
import { inboxRow } from './rows-in.ts'
import { inboxRowOf } from './rows-out.ts'
import type { Due } from './store.ts'
import { tables } from './tables.ts'

type Candidate = Readonly<{ inbound: Inbound; now: Date; row: ReturnType<typeof inboxRow> }>
type Taken = Readonly<{ answers: readonly (() => void)[]; due: readonly Due[] }>

/** Keeps inbound messages; a callback that was committed before gets the row of its first delivery. */
export async function receive(kit: Kit, all: readonly ReceiveOp[], allPages: readonly PageOp[]): Promise<Taken> {
  const refused = await addPeople(kit, [...all, ...allPages])
  const known = ({ people }: ReceiveOp | PageOp): boolean => people.some(({ id }) => refused.has(id))
  const late = [...all, ...allPages].filter(known).map((op) => () => op.reject(new KnownAlready('he is known')))
  const taken = await receiveFrom(
    kit,
    all.filter((op) => !known(op)),
    allPages.filter((op) => !known(op)),
  )
  return { ...taken, answers: [...late, ...taken.answers] }
}

/** Writes down who is new. Answers those who were already, under another name: what they sent must be hidden anew. */
async function addPeople(kit: Kit, ops: readonly (ReceiveOp | PageOp)[]): Promise<ReadonlySet<string>> {
  const people = [...new Map(ops.flatMap((op) => op.people.map((one) => [one.id, one]))).values()]
  if (people.length === 0) return new Set()
  const added = await writtenIds(kit, kit.say.newIdentities, tables.identity, people)
  const missing = people.filter(({ id }) => !added.has(id))
  if (missing.length === 0) return new Set()
  const rows = await kit.sql.rows<{ id: string }>(kit.say.identityIds, toJson(missing.map(({ id }) => id)))
  const there = new Set(rows.map(({ id }) => id))
  return new Set(missing.flatMap(({ id }) => (there.has(id) ? [] : [id])))
}

async function receiveFrom(kit: Kit, ops: readonly ReceiveOp[], pages: readonly PageOp[]): Promise<Taken> {
  if (ops.length + pages.length === 0) return { answers: [], due: [] }
  const single = ops.map((op) => candidate(op.inbound, op.now))
  const paged = pages.map((op) => op.inbounds.map((inbound) => candidate(inbound, op.now)))
  const each = [...single, ...paged.flat()]
  const ids = await writtenIds(
    kit,
    kit.say.received,
    tables.inbox,
    each.map(({ row }) => row),
  )
  const fresh = each.filter(({ row }) => ids.has(row.id))
  await rememberContacts(kit, fresh)
  const due = await customersWrote(kit, fresh)
  await writeNotes(
    kit,
    pages.map(({ mark }) => mark),
  )
  const rowOf = await firstDeliveries(
    kit,
    each.filter(({ row }) => !ids.has(row.id)),
  )
  const received = ({ inbound, now, row }: Candidate): Received => {
    if (ids.has(row.id)) return { row: { ...inbound, id: row.id, receivedAt: now, attempts: 0 }, fresh: true }
    const first = rowOf.get(toText(inbound.dedupeKey))
    if (first === undefined) throw new Error('a callback is neither new nor known')
    return { row: first, fresh: false }
  }
  const answers = [
    ...ops.map((op, i) => () => op.resolve(received(single[i] as Candidate))),
    ...pages.map((op, i) => () => op.resolve((paged[i] ?? []).map(received))),
  ]
  return { answers, due }
}

const candidate = (inbound: Inbound, now: Date): Candidate => ({ inbound, now, row: inboxRow(inbound, now) })

/** The platform lets the AI bot write to whoever wrote to it in a single chat; looking in (`enter`) is not writing. */
async function rememberContacts(kit: Kit, fresh: readonly Candidate[]): Promise<void> {
  const written = fresh.filter(
    ({ inbound: { channel, chat, content } }) =>
      channel === 'aibot' && chat.type === 'single' && content.kind !== 'enter',
  )
  const people = new Map(written.map(({ inbound, now }) => [inbound.from, now]))
  await write(
    kit,
    kit.say.contacts,
    tables.contact,
    [...people].map(([userid, now]) => ({ userid, firstWroteAt: now, lastWroteAt: now })),
  )
}

async function firstDeliveries({ sql, say }: Kit, known: readonly Candidate[]): Promise<Map<string, InboxRow>> {
  if (known.length === 0) return new Map()
  const keys = known.map(({ inbound }) => inbound.dedupeKey)
  const rows = await sql.rows<InboxModel>(say.receivedBefore, toJson(keys))
  return new Map(rows.map((row) => [row.dedupeKey, inboxRowOf(row)]))
}
