import type { OutboxRow } from '../notice.ts'
import { namedOn } from './brief.ts'

/** What the clocks say, and a card of the day says, too. */
const CLOCKS: readonly OutboxRow['body']['kind'][] = ['remind', 'overdue', 'quiet', 'rule-due']

const isCard = ({ body }: OutboxRow): boolean => body.kind === 'digest'

/** Which of the alerts to one chat are one message. A card of the day stays a card: what it names is said by it, the rest follows. */
export function togetherWith(row: OutboxRow, others: readonly OutboxRow[]): readonly OutboxRow[] {
  const all = [row, ...others]
  const card = isCard(row) ? row : others.find(isCard)
  if (!card) return all
  const own = all.filter((each) => each === card || isNamed(each, card))
  return own.includes(row) ? own : all.filter((each) => !isCard(each) && !own.includes(each))
}

/** The card alone, where there is one: the rows beside it are named on it. */
export function cardFirst(rows: readonly OutboxRow[]): readonly OutboxRow[] {
  const card = rows.find(isCard)
  return card ? [card] : rows
}

function isNamed({ body }: OutboxRow, { body: card }: OutboxRow): boolean {
  if (card.kind !== 'digest' || !CLOCKS.includes(body.kind) || !('facts' in body)) return false
  return namedOn(card.brief).some(({ caseNo }) => caseNo === body.facts?.caseNo)
}
