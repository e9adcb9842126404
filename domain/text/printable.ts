/** What XML has no place for: a document or a drawing with one of these cannot be opened at all. */
const NOWHERE = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu

/** The text as it may stand in a document or a drawing; half a character becomes U+FFFD. */
export const printable = (text: string): string => text.toWellFormed().replace(NOWHERE, '')
