import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { alike, shared } from './alike.ts'
import type { Draft, Note, Row } from './canonical.ts'
import { matterOf, wordsIn } from './matter.ts'
import { wordingDuties as words } from './wording-duties.ts'

/** An item whose keywords are known: of the present list, or of the sample that comes with the program. */
type Known = Readonly<{ name: string; keywords: readonly string[] }>

const MOST = 12
const keywordsOf = ({ cells }: Row): string => cells['keywords'] ?? ''
const nameOf = ({ cells }: Row): string => cells['name'] ?? ''

/** A list without keywords would reach nobody: they are taken from the like item we know, and from the words of the name. */
export async function withKeywords(draft: Draft, present: readonly Known[]): Promise<Draft> {
  const bare = draft.rows.filter((row) => keywordsOf(row) === '' && nameOf(row) !== '')
  if (bare.length === 0) return draft
  const borrowed = borrow(bare, [...present.filter(({ keywords }) => keywords.length > 0), ...(await sample())], draft)
  const made = new Map(bare.map((row) => [row, wordsFor(row, borrowed.get(row) ?? [], draft)]))
  const rows = draft.rows.map((row) => {
    const found = made.get(row) ?? []
    return found.length === 0 ? row : { ...row, cells: { ...row.cells, keywords: found.join('|') } }
  })
  return { ...draft, rows, notes: [...draft.notes, ...notesOn(made)] }
}

/** The words of each known item go to the row that is most like it, unless the list has them elsewhere. */
function borrow(bare: readonly Row[], known: readonly Known[], { rows }: Draft): Map<Row, readonly string[]> {
  const taken = new Set(rows.flatMap((row) => keywordsOf(row).split('|')))
  const lent = new Map<Row, readonly string[]>()
  for (const item of known) {
    const [best] = bare
      .map((row) => ({ row, like: likeness(nameOf(row), item) }))
      .filter(({ like }) => like > 0)
      .toSorted((a, b) => b.like - a.like)
    const free = item.keywords.filter((word) => !taken.has(word))
    if (!best) continue
    for (const word of free) taken.add(word)
    lent.set(best.row, [...(lent.get(best.row) ?? []), ...free])
  }
  return lent
}

/** 0 = another matter. The same name goes before a similar one, that before a name that only holds one of the keywords. */
function likeness(name: string, item: Known): number {
  const [a, b] = [matterOf(name), matterOf(item.name)]
  if (a === b) return 1000
  if (alike(a, b)) return 100 + shared(a, b)
  return Math.max(0, ...item.keywords.filter((word) => word.length > 1 && a.includes(word)).map((word) => word.length))
}

/** What the name says is left out where another unit's item says the same. */
function wordsFor(row: Row, borrowed: readonly string[], { rows }: Draft): string[] {
  const others = rows.filter(({ cells }) => cells['lead'] !== row.cells['lead'])
  const theirs = new Set(others.flatMap((other) => [...keywordsOf(other).split('|'), ...wordsIn(nameOf(other))]))
  const own = wordsIn(nameOf(row)).filter((word) => !theirs.has(word) && (borrowed.length === 0 || word.length > 2))
  return [...new Set([...borrowed, ...own])].slice(0, Math.max(MOST, borrowed.length))
}

function notesOn(made: ReadonlyMap<Row, readonly string[]>): Note[] {
  const found = [...made].filter(([, each]) => each.length > 0)
  const none = [...made].filter(([, each]) => each.length === 0).map(([row]) => nameOf(row))
  const shown = found.map(([row, each]) => ({ name: nameOf(row), keywords: each }))
  return [
    ...(found.length > 0 ? [{ row: null, said: words.keywordsMade(shown) }] : []),
    ...(none.length > 0 ? [{ row: null, said: words.keywordsLacking(none) }] : []),
  ]
}

/** Items of the sample township, from the folder of the program: a built one stands some floors above. */
async function sample(): Promise<readonly Known[]> {
  const file = fileAbove(import.meta.dirname)
  if (file === null) return []
  const lines = (await readFile(file, 'utf8')).trim().split(/\r?\n/u).slice(1)
  return lines
    .map((line) => line.split(','))
    .flatMap(([, name = '', keywords = '']) => (keywords ? [{ name, keywords: keywords.split('|') }] : []))
}

function fileAbove(from: string): string | null {
  const file = join(from, 'config', 'triage', 'items.csv')
  if (existsSync(file)) return file
  return dirname(from) === from ? null : fileAbove(dirname(from))
}
