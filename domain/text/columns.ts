/** Wider columns push all others off the screen; what is longer is wrapped or cut by whoever shows it. */
const WIDEST = 60
const LEAST = 6

/** Chinese characters are twice as wide as Latin letters. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0)

/** How wide each column of a sheet should be, in letters, so that its longest cell can be read. */
export function columnWidths(rows: readonly (readonly string[])[]): Readonly<{ width: number }>[] {
  const widths: number[] = []
  for (const row of rows)
    row.forEach((text, at) => {
      const longest = Math.max(0, ...text.split('\n').map(widthOf))
      widths[at] = Math.max(widths[at] ?? LEAST, longest + 2)
    })
  return widths.map((width) => ({ width: Math.min(WIDEST, width) }))
}
