/** What a spreadsheet would take for a formula, in half or full width, and what is guarded already. */
const FORMULA = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u

/** As CSV. `safe`: for a spreadsheet, which would take a cell that begins like this for a formula. */
export function csvOf(records: readonly (readonly string[])[], safe = false): string {
  const shown = (text: string) => (safe && FORMULA.test(text) ? `'${text}` : text)
  const quoted = (text: string) => (/[",\n\r]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return `${records.map((record) => record.map((text) => quoted(shown(text))).join(',')).join('\n')}\n`
}

/** The text as it was before it was made safe. */
export const unguarded = (text: string): string => (text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text)

/** The line (from 1) on which each record of a CSV begins: a cell may hold line breaks. */
export function firstLines(records: readonly (readonly string[])[]): number[] {
  let line = 1
  return records.map((record) => {
    const first = line
    line += 1 + (record.join('').match(/\n/gu)?.length ?? 0)
    return first
  })
}
