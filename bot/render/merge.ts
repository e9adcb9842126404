import { cutBytes } from '../text/clean.ts'
import { MERGED } from '../wording/alerts.ts'

type Said = Readonly<{ kind: string; text: string }>
const MOST_LINES = 20
const LINE_BYTES = 600

/** Several notices to one chat as one message: grouped by kind, a line each with its case number, and how many were left out. */
export function merge(all: readonly Said[], bytes: number): string {
  for (let lines = Math.min(MOST_LINES, all.length); lines > 1; lines -= 1) {
    const text = merged(all, lines)
    if (Buffer.byteLength(text) <= bytes) return text
  }
  return cutBytes(merged(all, 1), bytes)
}

function merged(all: readonly Said[], lines: number): string {
  const kinds = [...new Set(all.map((s) => s.kind))]
  const ordered = kinds.flatMap((kind) => all.filter((s) => s.kind === kind))
  const shown = ordered.slice(0, lines)
  const rest = ordered.length - shown.length
  const head = kinds.join() === 'progress' ? MERGED.progress(all.length) : MERGED.head(all.length)
  const groups = kinds.flatMap((kind) => group(kind, of(shown, kind), kinds.length))
  return [head, ...groups, ...(rest > 0 ? [MERGED.more(rest)] : [])].join('\n')
}

const of = (items: readonly Said[], kind: string): Said[] => items.filter((item) => item.kind === kind)

function group(kind: string, items: readonly Said[], kinds: number): string[] {
  const lines = items.map(({ text }) => `- ${shortly(text)}`)
  const named = lines.length > 0 && (kinds > 1 || kind !== 'progress')
  return named ? [`**${MERGED.kinds[kind] ?? MERGED.other}**`, ...lines] : lines
}

/** The first two lines of a notice: which case and step, and what about it. */
function shortly(text: string): string {
  const [head = '', about = ''] = text.split('\n')
  return cutBytes(`${head.replaceAll('**', '')} ${about}`.trim(), LINE_BYTES)
}
