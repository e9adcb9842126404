import { createHash } from 'node:crypto'
import { appendFile, copyFile, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'

const FOLDER = 'duties.history'
const FILE = 'duties.csv'
/** who put which list in place */
const BOOK = 'book.jsonl'

const Entry = z.object({
  version: z.string(),
  /** ISO, UTC */
  at: z.string(),
  by: z.string(),
  how: z.enum(['import', 'rollback', 'edit']),
  /** the file, the version it was had back from, or the item that was edited */
  source: z.string(),
  /** why, where somebody was asked */
  reason: z.string().optional(),
})
/** How a list came into its place. */
export type Put = z.infer<typeof Entry>

/** A list of before: `id` begins with the instant (UTC) it was replaced at. `put` is null where somebody edited the file itself. */
export type DutyVersion = Readonly<{ id: string; at: string; items: number; put: Put | null }>
export type History = Readonly<{
  present: Readonly<{ id: string; items: number; put: Put | null }>
  before: DutyVersion[]
}>

/** What a list is called: the same list has the same name everywhere. */
export const versionOf = (csv: string): string =>
  createHash('sha256')
    .update(
      csv
        .replace(/^\uFEFF/u, '')
        .replaceAll('\r\n', '\n')
        .trim(),
    )
    .digest('hex')
    .slice(0, 8)

/** Puts a list in place of the present one, which is kept. A reader sees the old one or the new one, never half of it. */
export async function replaceList(
  folder: string,
  csv: string,
  { now, ...put }: Readonly<{ now: Date; by: string; how: Put['how']; source: string; reason?: string }>,
): Promise<string> {
  const file = join(folder, FILE)
  const version = versionOf(csv)
  const old = await readFile(file, 'utf8').catch(() => null)
  await mkdir(join(folder, FOLDER), { recursive: true })
  if (old !== null && versionOf(old) !== version) await keep(folder, file, old, now)
  const draft = `${file}.new`
  await writeFile(draft, csv)
  await rename(draft, file)
  const entry: Put = { version, at: now.toISOString(), ...put }
  await appendFile(join(folder, FOLDER, BOOK), `${JSON.stringify(entry)}\n`)
  return version
}

async function keep(folder: string, file: string, old: string, now: Date): Promise<void> {
  const stamp = now.toISOString().slice(0, 19).replace(/[-:]/gu, '').replace('T', '-')
  await copyFile(file, join(folder, FOLDER, `${stamp}-${versionOf(old)}.csv`))
}

/** The present list and those that were in force before, newest first. */
export async function history(folder: string): Promise<History> {
  const [book, names] = await Promise.all([bookOf(folder), readdir(join(folder, FOLDER)).catch(() => [])])
  const present = await readFile(join(folder, FILE), 'utf8').catch(() => '')
  const ids = names.flatMap((name) => (name.endsWith('.csv') ? name.slice(0, -'.csv'.length) : []))
  const before = ids
    .toSorted()
    .toReversed()
    .map(async (id) => {
      const csv = await readFile(join(folder, FOLDER, `${id}.csv`), 'utf8')
      const at = instantOf(id)
      return { id, at, items: itemsIn(csv), put: putOf(book, versionOf(csv), at) }
    })
  const id = versionOf(present)
  return { present: { id, items: itemsIn(present), put: putOf(book, id, '~') }, before: await Promise.all(before) }
}

/** The last time this list was put in place before it was replaced. */
const putOf = (book: readonly Put[], version: string, until: string): Put | null =>
  book.findLast((put) => put.version === version && put.at < until) ?? null

async function bookOf(folder: string): Promise<Put[]> {
  const text = await readFile(join(folder, FOLDER, BOOK), 'utf8').catch(() => '')
  return text.split('\n').flatMap((line) => {
    try {
      return [Entry.parse(JSON.parse(line))]
    } catch {
      return []
    }
  })
}

/** `20261124-020000-1a2b3c4d` was replaced at 2026-11-24T02:00:00Z. */
const instantOf = (id: string): string =>
  id.replace(/^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d).*$/u, '$1-$2-$3T$4:$5:$6.000Z')

/** A cell may hold line breaks; a list nobody can read has none. */
function itemsIn(csv: string): number {
  try {
    const records: unknown = parse(csv, {
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    })
    return Math.max(0, z.array(z.unknown()).parse(records).length - 1)
  } catch {
    return 0
  }
}

/** A list of before by its name or the end of it; null where there is none. */
export async function oldList(folder: string, version: string): Promise<Readonly<{ id: string; file: string }> | null> {
  const found = (await history(folder)).before.find(({ id }) => id === version || id.endsWith(`-${version}`))
  return found ? { id: found.id, file: join(folder, FOLDER, `${found.id}.csv`) } : null
}
