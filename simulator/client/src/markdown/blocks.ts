import { parseInline, type Inline } from './inline.ts'

type Line = readonly Inline[]
export type Block =
  | Readonly<{ kind: 'heading'; level: number; line: Line }>
  | Readonly<{ kind: 'list'; ordered: boolean; start: number; items: readonly Line[] }>
  | Readonly<{ kind: 'quote'; blocks: readonly Block[] }>
  | Readonly<{ kind: 'code'; text: string }>
  | Readonly<{ kind: 'table'; head: readonly Line[]; rows: readonly (readonly Line[])[] }>
  | Readonly<{ kind: 'rule' }>
  | Readonly<{ kind: 'paragraph'; lines: readonly Line[] }>

const heading = /^(#{1,6})\s+(.*)$/
const bullet = /^\s*[-*+]\s+(.*)$/
const numbered = /^\s*(\d+)[.)]\s+(.*)$/
const quoted = /^\s*>\s?(.*)$/
const fence = /^\s*```/
const ruler = /^\s*([-*_])\s*(?:\1\s*){2,}$/
const row = /^\s*\|(.*)\|\s*$/
const divider = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/

const special = [heading, bullet, numbered, quoted, fence, ruler, row]
const cells = (line: string) => (row.exec(line)?.[1] ?? '').split('|').map((cell) => parseInline(cell.trim()))
const capture = (pattern: RegExp, line: string, group: number) => pattern.exec(line)?.[group] ?? ''

/** Takes the lines from `from` for as long as they match. */
function run(lines: readonly string[], from: number, matches: (line: string) => boolean): string[] {
  const end = lines.findIndex((line, index) => index >= from && !matches(line))
  return lines.slice(from, end < 0 ? undefined : end)
}

type Taken = Readonly<{ block: Block; used: number }>

function takeCode(lines: readonly string[], at: number): Taken {
  const inside = run(lines, at + 1, (line) => !fence.test(line))
  return { block: { kind: 'code', text: inside.join('\n') }, used: inside.length + 2 }
}

function takeList(lines: readonly string[], at: number, pattern: RegExp, ordered: boolean): Taken {
  const taken = run(lines, at, (line) => pattern.test(line) && !ruler.test(line))
  const items = taken.map((line) => parseInline(capture(pattern, line, ordered ? 2 : 1)))
  const start = ordered ? Number(capture(numbered, taken[0] ?? '', 1)) : 1
  return { block: { kind: 'list', ordered, start, items }, used: taken.length }
}

function takeQuote(lines: readonly string[], at: number): Taken {
  const taken = run(lines, at, (line) => quoted.test(line))
  const blocks = parseMarkdown(taken.map((line) => capture(quoted, line, 1)).join('\n'))
  return { block: { kind: 'quote', blocks }, used: taken.length }
}

function takeTable(lines: readonly string[], at: number): Taken {
  const taken = run(lines, at, (line) => row.test(line))
  const rows = taken.filter((line) => !divider.test(line)).map(cells)
  return { block: { kind: 'table', head: rows[0] ?? [], rows: rows.slice(1) }, used: taken.length }
}

function takeParagraph(lines: readonly string[], at: number): Taken {
  const rest = run(lines, at + 1, (line) => line.trim() !== '' && !special.some((pattern) => pattern.test(line)))
  const taken = [lines[at] ?? '', ...rest]
  return { block: { kind: 'paragraph', lines: taken.map(parseInline) }, used: taken.length }
}

function take(lines: readonly string[], at: number): Taken {
  const line = lines[at] ?? ''
  const title = heading.exec(line)
  if (title)
    return { block: { kind: 'heading', level: title[1]?.length ?? 1, line: parseInline(title[2] ?? '') }, used: 1 }
  if (fence.test(line)) return takeCode(lines, at)
  if (ruler.test(line)) return { block: { kind: 'rule' }, used: 1 }
  if (quoted.test(line)) return takeQuote(lines, at)
  if (bullet.test(line)) return takeList(lines, at, bullet, false)
  if (numbered.test(line)) return takeList(lines, at, numbered, true)
  if (row.test(line) && divider.test(lines[at + 1] ?? '')) return takeTable(lines, at)
  return takeParagraph(lines, at)
}

/** Reads WeCom markdown (both dialects) into blocks; nothing in it can become HTML. */
export function parseMarkdown(text: string): Block[] {
  const lines = text.split(/\r?\n/)
  const blocks: Block[] = []
  for (let at = 0; at < lines.length;) {
    if ((lines[at] ?? '').trim() === '') {
      at += 1
      continue
    }
    const taken = take(lines, at)
    blocks.push(taken.block)
    at += taken.used
  }
  return blocks
}
