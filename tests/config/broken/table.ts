import { describe, expect, it } from 'vitest'
import { loadTowns } from '../../../config/township/load.ts'
import { type Edits, sampleLine, TODAY, township } from '../folder.ts'

/** One slip in the sample, and the fault that must name it. */
export type Broken = Readonly<{
  name: string
  edits: Edits
  file: string
  field: string
  /** a piece of the sample on the faulty line, or the line itself */
  at: string | number | null
  /** a piece of the problem or the mend */
  says: string
}>

/** Each slip is one fault, and only one, with file, line, field and mend. */
export function refuses(what: string, table: readonly Broken[]): void {
  describe(`a slip in ${what}`, () => {
    it.each(table)('is named with file, line, field and mend: $name', async ({ edits, file, field, at, says }) => {
      const dir = await township(edits)
      const read = await loadTowns(dir, TODAY)
      const line = typeof at === 'string' ? await sampleLine(file, at) : at
      expect(read).toMatchObject({ ok: false, faults: [{ file: `${dir}/${file}`, line, field }] })
      const fault = read.ok ? undefined : read.faults[0]
      expect(`${fault?.problem} ${fault?.mend}`).toContain(says)
      expect(fault?.mend).not.toBe('')
    })
  })
}
