import type { CaseInHand } from '../case/draft.ts'
import type { RecordEntry } from '../evidence/record.ts'
import { instant } from '../calendar/zone.ts'
import { confirmedRecords } from '../evidence/record.ts'

/** What a document takes from a record of an inspection that two officers confirmed. */
export type RecordRead = Readonly<{
  no: string
  at: Date | null
  place: string | null
  seen: string | null
  /** sha256 of what was confirmed */
  digest: string | null
  by: string
}>

/** Confirmed records of a case, oldest first. */
export const recordsIn = (hand: CaseInHand): readonly RecordRead[] => confirmedRecords(hand).map(readOne)

function readOne({ no, data: { when, place, seen, digest, by } }: RecordEntry): RecordRead {
  return { no, at: when === null ? null : instantIn(when), place, seen, digest, by }
}

const MINUTE = /^(\d{4}-\d{2}-\d{2}) (\d{2}):(\d{2})$/

/** Where somebody wrote the time in words, it is written by hand on the document, too. */
function instantIn(when: string): Date | null {
  const [, day, hours, minutes] = MINUTE.exec(when) ?? []
  return day ? instant(day, Number(hours) * 60 + Number(minutes)) : null
}
