import { BOOK_WORDS } from '../domain/privacy/retention.ts'
import type { Kit } from './kit.ts'

type Name = Kit['dialect']['name']

/** Kinds of entries whose words may go; SQL texts in a list. */
export const WORDY = Object.keys(BOOK_WORDS)
  .map((kind) => `'${kind}'`)
  .join(', ')

/** For each kind of entry, its data without the words and names in it. */
export const withoutWords = (name: Name): readonly Readonly<{ kind: string; data: string }>[] =>
  Object.entries(BOOK_WORDS).map(([kind, words]) => ({ kind, data: replaced(name, Object.entries(words)) }))

/** Only what is there is replaced: an answer that was never given does not come to be. */
function replaced(name: Name, words: readonly (readonly [path: string, by: '' | null])[]): string {
  if (name === 'sqlite') {
    const pairs = words.map(([path, by]) => `'$.${path}', ${by === null ? "json('null')" : "''"}`)
    return `json_replace("data", ${pairs.join(', ')})`
  }
  return words.reduce(
    (data, [path, by]) => `jsonb_set(${data}, '{${path.replace('.', ',')}}', '${JSON.stringify(by)}', false)`,
    '"data"',
  )
}
