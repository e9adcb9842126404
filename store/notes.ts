import type { NoteModel } from './generated/sqlite/models.ts'
import { toJson } from './json.ts'
import { write, written, type Kit } from './kit.ts'
import type { NoteOp } from './ops.ts'
import { shapes } from './statements.ts'
import type { Note } from './store.ts'
import { tables } from './tables.ts'

type How<H extends NoteOp['how']> = Extract<NoteOp, { how: H }>
const thatAre = <H extends NoteOp['how']>(ops: readonly NoteOp[], how: H) =>
  ops.filter((op): op is How<H> => op.how === how)

export async function writeNotes(kit: Kit, notes: readonly Note[]): Promise<void> {
  await write(kit, kit.say.notes, tables.note, [...new Map(notes.map((note) => [note.key, note])).values()])
}

/** Writes, claims and takes notes; each caller hears whether he got his. */
export async function applyNotes(kit: Kit, ops: readonly NoteOp[]): Promise<(() => void)[]> {
  await writeNotes(
    kit,
    thatAre(ops, 'put').map(({ note }) => note),
  )
  await renew(kit, thatAre(ops, 'renew'))
  const claimed = await claim(kit, thatAre(ops, 'claim'))
  const taken = await take(kit, thatAre(ops, 'take'))
  return ops.map((op) => () => op.resolve(op.how === 'take' ? (taken.get(op.key) ?? null) : got(op, claimed)))
}

const got = (op: Exclude<NoteOp, How<'take'>>, claimed: ReadonlySet<string>): Note | null =>
  op.how !== 'claim' || claimed.has(op.note.key) ? op.note : null

async function renew(kit: Kit, ops: readonly How<'renew'>[]): Promise<void> {
  const last = new Map(ops.map(({ note }) => [note.key, note]))
  await write(kit, kit.say.renewNotes, tables.note, [...last.values()])
}

/** Notes whose time is over are nobody's: they go first. */
async function claim(kit: Kit, ops: readonly How<'claim'>[]): Promise<ReadonlySet<string>> {
  const [first] = ops
  if (!first) return new Set()
  await write(kit, kit.say.forgetNotes, shapes.instant, [{ at: first.now }])
  const notes = ops.map(({ note }) => note)
  const rows = await written<{ key: string }>(kit, kit.say.claimNotes, tables.note, notes)
  return new Set(rows.map(({ key }) => key))
}

async function take({ sql, say }: Kit, ops: readonly How<'take'>[]): Promise<ReadonlyMap<string, Note>> {
  if (ops.length === 0) return new Map()
  const rows = await sql.rows<NoteModel>(say.takeNotes, toJson(ops.map(({ key }) => key)))
  return new Map(rows.map((row) => [row.key, row]))
}
