import type { Duty } from '../../domain/town.ts'
import type { Note } from './canonical.ts'
import { isHeading, type Header } from './header.ts'
import { matterOf } from './matter.ts'
import type { Line } from './table.ts'
import { MADE_CODE } from './wording-columns.ts'
import { wordingDuties as words } from './wording-duties.ts'

type Coded = Readonly<{ header: Header; notes: readonly Note[] }>

/** A table without codes: an item keeps the one it has now, by its name; a new one gets a new one. */
export function withCodes(header: Header, present: readonly Duty[]): Coded {
  if (header.at.has('code')) return { header, notes: [] }
  const free = new Map(present.toReversed().map(({ name, code }) => [matterOf(name), code]))
  const used = new Set(present.map(({ code }) => code.toLowerCase()))
  const made: string[] = []
  const codeOf = (line: Line): string => {
    if (!isItem(line, header)) return ''
    const matter = matterOf(nameIn(line, header))
    const kept = free.get(matter)
    free.delete(matter)
    return kept ?? fresh(used, made)
  }
  const width = Math.max(header.headings.length, ...header.body.map(({ values }) => values.length))
  const padded = (values: readonly string[], last: string) => [
    ...Array.from({ length: width }, (_, i) => values[i] ?? ''),
    last,
  ]
  const body = header.body.map((line) => ({ ...line, values: padded(line.values, codeOf(line)) }))
  const kept = body.filter(({ values }) => values[width] !== '').length - made.length
  return {
    header: { ...header, headings: padded(header.headings, ''), at: new Map([...header.at, ['code', width]]), body },
    notes: [{ row: null, said: words.codesMade(kept, made) }],
  }
}

const nameIn = ({ values }: Line, { at }: Header): string => values[at.get('name') ?? -1] ?? ''

/** Not the header once more, and more than a remark. */
const isItem = (line: Line, header: Header): boolean =>
  nameIn(line, header) !== '' &&
  line.values.filter((value) => value !== '').length > 1 &&
  !isHeading(line.values, header.headings)

function fresh(used: Set<string>, made: string[]): string {
  let number = made.length + 1
  while (used.has(MADE_CODE(number).toLowerCase())) number++
  const code = MADE_CODE(number)
  used.add(code.toLowerCase())
  made.push(code)
  return code
}
