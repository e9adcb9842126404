/** The number of a decision: 青执罚决字〔2026〕第0003号 */
export const DECISION_DOC = /罚决/u
export const UNKNOWN_PARTY = '当事人（未登记）'
/** 「11月」, 「2026-11」, 「2026年11月份」 */
export const MONTH = /^(?:(20\d{2})[-/.年])?(\d{1,2})月?份?$/u
