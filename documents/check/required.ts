import type { DocumentKind } from '../../domain/legal/documentShape.ts'
import type { TAGS } from '../wording-tags.ts'

type Name = keyof typeof TAGS
const PENALTY: readonly Name[] = ['organ', 'docNo', 'party', 'facts', 'violated', 'basis', 'decision', 'day']

/** Without these a document would not say what the law wants it to say, however a township words it (行政处罚法 第四十四、五十二、五十九条). */
export const REQUIRED: Readonly<Record<DocumentKind, readonly Name[]>> = {
  'filing-approval': ['fileNo', 'item', 'party', 'facts'],
  'inspection-record': ['from', 'to', 'place', 'party', 'officers', 'facts'],
  'correction-order': ['organ', 'docNo', 'party', 'facts', 'decision', 'day'],
  'penalty-notice': [...PENALTY, 'amount', 'capital', 'statementDays'],
  'penalty-decision': [...PENALTY, 'amount', 'capital', 'address', 'reviewOrgan', 'court', 'days'],
  'spot-decision': [...PENALTY, 'amount', 'capital', 'from', 'place', 'reviewOrgan', 'officers'],
  'service-receipt': ['receiver', 'way', 'servedIn'],
  'closing-approval': ['fileNo', 'docNo', 'item', 'party', 'decision', 'execution'],
}
