import type { OutboxRow } from '../../domain/notice.ts'
import { MERGED } from '../wording/alerts.ts'
import { TABLE } from '../wording/robot.ts'

const MOST_ROWS = 20

/** Several notices as one table: number, matter, how it stands. What does not fit is counted. */
export function tableOf(rows: readonly OutboxRow[], bytes: number): string {
  for (let shown = Math.min(MOST_ROWS, rows.length); shown > 1; shown -= 1) {
    const text = table(rows, shown)
    if (Buffer.byteLength(text) <= bytes) return text
  }
  return table(rows, 1)
}

function table(rows: readonly OutboxRow[], shown: number): string {
  const rest = rows.length - shown
  const lines = [TABLE.columns, TABLE.columns.map(() => ':---'), ...rows.slice(0, shown).map(cells)]
  return [
    TABLE.head(rows.length),
    '',
    ...lines.map((line) => `| ${line.join(' | ')} |`),
    '',
    ...(rest > 0 ? [MERGED.more(rest)] : []),
    TABLE.where,
  ].join('\n')
}

function cells({ body }: OutboxRow): string[] {
  const facts = 'facts' in body ? body.facts : null
  return [facts?.caseNo ?? '', facts ? TABLE.about(facts) : '', TABLE.what(body.kind, facts)].map(TABLE.cell)
}
