import { namedIn } from '../../domain/digest/brief.ts'
import type { OutboxRow } from '../../domain/notice.ts'

/** What the clocks say, and a card of the day says, too. */
const CLOCKS: readonly OutboxRow['body']['kind'][] = ['remind', 'overdue', 'quiet', 'rule-due']

/** A card of the day comes before what waited for it; what it names is not said a second time. */
export function gatheredFirst(rows: readonly OutboxRow[]): readonly OutboxRow[] {
  const card = rows.find(({ body }) => body.kind === 'digest')
  if (!card || card.body.kind !== 'digest') return rows
  const named = namedIn(card.body.brief)
  return [card, ...rows.filter((row) => row !== card && !isNamed(row, named))]
}

const isNamed = ({ body }: OutboxRow, named: readonly string[]): boolean =>
  CLOCKS.includes(body.kind) && 'facts' in body && body.facts !== null && named.includes(body.facts.caseNo)
