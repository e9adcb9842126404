import type { Words } from '../../config/fault.ts'
import { wordingDuties } from '../../config/duties/wording-duties.ts'

/** A list is put in place; null, or what to say where its file cannot be written: somebody has it open in a spreadsheet. */
export async function lockedOr(write: () => Promise<unknown>): Promise<Words | null> {
  try {
    await write()
    return null
  } catch (error) {
    if (error instanceof Error && 'code' in error) return wordingDuties.locked()
    throw error
  }
}
