import { cutBytes } from '../text/clean.ts'
import { MESSAGE_BYTES } from '../text/split.ts'
import { MERGED } from '../wording/alerts.ts'

type Said = Readonly<{ kind: string; text: string }>
const MOST_LINES = 20
const LINE_BYTES = 600

/** Several alerts to one chat as one message: grouped by kind, a line each with its case number, and how many were left out. */
export function merge(all: readonly Said[]): string {
  const kinds = [...new Set(all.map((s) => s.kind))]
  const ordered = kinds.flatMap((kind) => all.filter((s) => s.kind === kind))
  const shown = ordered.slice(0, MOST_LINES)
  const groups = kinds.flatMap((kind) =>
    group(
      kind,
      shown.filter((s) => s.kind === kind),
    ),
  )
  const rest = ordered.length - shown.length
  return cutBytes(
    [MERGED.head(all.length), ...groups, ...(rest > 0 ? [MERGED.more(rest)] : [])].join('\n'),
    MESSAGE_BYTES,
  )
}

function group(kind: string, items: readonly Said[]): string[] {
  if (items.length === 0) return []
  return [`**${MERGED.kinds[kind] ?? MERGED.other}**`, ...items.map(({ text }) => `- ${shortly(text)}`)]
}

/** The first two lines of a notice: which case and step, and what about it. */
function shortly(text: string): string {
  const [head = '', about = ''] = text.split('\n')
  return cutBytes(`${head.replaceAll('**', '')} ${about}`.trim(), LINE_BYTES)
}
