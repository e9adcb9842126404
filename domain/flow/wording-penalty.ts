/** The number of a decision: 青执罚决字〔2026〕第0003号 */
export const DECISION_DOC = /罚决/u
export const UNKNOWN_PARTY = '当事人（未登记）'
