import { createHash } from 'node:crypto'
import type { NewAccess } from '../domain/decision.ts'
import { ACCESS_HEAD, GENESIS, hang, headText, parseHead, type Head } from './chain.ts'
import { canonicalJson, toJson } from './json.ts'
import { write, type Kit } from './kit.ts'
import { tables } from './tables.ts'

/** A line as it is hashed, whatever else its row holds. */
const text = ({ id, kind, by, second, caseNo, reason, at }: NewAccess, seq: number | null): string =>
  canonicalJson({ seq, id, kind, by, second, caseNo, reason, at })

/** sha256 over the previous hash and the canonical JSON of the line with its number. */
export function accessHash(prevHash: string, seq: number, line: NewAccess): string {
  return createHash('sha256').update(prevHash).update(text(line, seq)).digest('hex')
}

/** Of a line from before there was a chain. */
export const oldHash = (line: NewAccess): string => createHash('sha256').update(text(line, null)).digest('hex')

/**
 * What the first link hangs on: all lines from before there was a chain, whatever their order in the database. It proves
 * that none of them was changed, added or taken out since; what was done to them before that, nobody can say.
 */
export function firstHead(hashes: readonly string[]): Head {
  if (hashes.length === 0) return GENESIS
  return { seq: 0, hash: createHash('sha256').update(hashes.toSorted().join('')).digest('hex') }
}

/** Makes the first link, once, at the first start of a version that chains. */
export async function beginAccesses(kit: Kit): Promise<void> {
  const { sql, say } = kit
  const [known] = await sql.rows(say.accessHead)
  if (known !== undefined) return
  const old = await sql.rows<NewAccess>(say.oldAccesses)
  await keepHead(kit, firstHead(old.map(oldHash)))
}

/**
 * Hangs lines on the chain. The head is read each time, within the transaction: a command may write beside the program.
 * A line that is there already (a commit that was tried again) is left as it is.
 */
export async function appendAccesses(kit: Kit, lines: readonly NewAccess[]): Promise<void> {
  if (lines.length === 0) return
  const { sql, say } = kit
  const [stored] = await sql.rows<{ value: string }>(say.accessHead)
  const kept = await sql.rows<{ id: string }>(say.keptAccesses, toJson(lines.map(({ id }) => id)))
  const known = new Set(kept.map(({ id }) => id))
  const fresh = lines.filter(({ id }) => !known.has(id))
  const { links, head } = hang(stored ? parseHead(stored.value) : GENESIS, fresh, accessHash)
  await write(kit, say.access, tables.access_log, links)
  await keepHead(kit, head)
}

const keepHead = (kit: Kit, head: Head): Promise<void> =>
  write(kit, kit.say.meta, tables.meta, [{ key: ACCESS_HEAD, value: headText(head) }])
