import { newEntry, type Entry, type EntryNumber } from '../book/entry.ts'
import type { Decision, NewAttachment } from '../decision.ts'
import type { World } from '../world.ts'
import { ofKind } from '../book/entry.ts'
import { begin, decide, enter, record, type CaseInHand } from '../case/draft.ts'
import type { Mark, PictureMarks } from './kinds.ts'

type File = Pick<NewAttachment, 'mime' | 'source' | 'fault' | 'sha256'>

/** A picture that is here or on its way; what it truly is, is known once it is here. */
export const isPicture = ({ mime, source }: File): boolean => (mime ? mime.startsWith('image/') : source === 'image')

const NONE: PictureMarks = { marks: {}, unclear: [], last: [] }

export const picturesEntry = ({ entries = [] }: CaseInHand): Entry<'pictures'> | null =>
  ofKind(entries, 'pictures')[0] ?? null

export const marksOf = (hand: CaseInHand): PictureMarks => picturesEntry(hand)?.data ?? NONE

/** Officers of the units of a case send its pictures; what a reporter sends shows what he reported. */
export function isOnCase({ task, town }: CaseInHand, userid: string): boolean {
  const station = town.people.find((person) => person.userid === userid)?.station ?? null
  return station !== null && (station === task.lead || task.assist.includes(station))
}

/** What these pictures show is written into the book of the case; `unclear` = it is asked. */
export function markPictures(
  hand: CaseInHand,
  by: string,
  ids: readonly string[],
  mark: Mark | 'unclear',
  number: EntryNumber,
  world: World,
): Readonly<{ hand: CaseInHand; decision: Decision; entry: Entry<'pictures'> }> {
  const known = picturesEntry(hand)
  const data = withMarks(known?.data ?? NONE, ids, mark, hand.task.reopens)
  const entry: Entry<'pictures'> = known
    ? { ...known, data }
    : newEntry({ world, town: hand.town }, 'pictures', number, { taskId: hand.task.id, state: 'kept', data })
  const draft = begin(world, hand)
  enter(draft, entry)
  // ids say nothing of whoever is in the picture
  if (mark !== 'unclear') record(draft, `pictures-${mark}`, by, { ids })
  const others = (hand.entries ?? []).filter(({ id }) => id !== entry.id)
  return { hand: { ...hand, entries: [...others, entry] }, decision: decide(draft), entry }
}

function withMarks(
  { marks, unclear }: PictureMarks,
  ids: readonly string[],
  mark: Mark | 'unclear',
  round: number,
): PictureMarks {
  const open = unclear.filter((id) => !ids.includes(id))
  if (mark === 'unclear') return { marks, unclear: [...open, ...ids], last: ids }
  const now = Object.fromEntries(ids.map((id) => [id, { mark, round }]))
  return { marks: { ...marks, ...now }, unclear: open, last: ids }
}
