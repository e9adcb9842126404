import { parseDuration, toMs } from '../domain/calendar/duration.ts'
import { dayOf, instant } from '../domain/calendar/zone.ts'
import type { Fault } from './fault.ts'
import { type Cell } from './township/cell.ts'
import { required } from './township/cellValue.ts'
import { readCsv, type Row } from './township/csv.ts'
import { newNotes, type Notes, refuse } from './township/notes.ts'
import { wording } from './wording.ts'

const COLUMNS = { needed: ['at', 'who', 'case', 'says'], optional: ['picture'] }
const DAY_MS = 86_400_000

/** One thing somebody says in the story of the demo. */
export type StoryStep = Readonly<{
  at: Date
  who: string
  /** what the case is called in the story; its number is known once the bot has said it */
  label: string
  /** `{}` stands for the number of the case, `{label}` for that of another, `{12d}` for the day twelve days before the start */
  says: string
  /** words that go with a picture, which looks like this */
  picture: 'before' | 'after' | null
}>

/**
 * Reads story.csv: what people said in the weeks before the demo starts, in the order of time. `at` is `12d 09:30` (that time
 * of the day, twelve days ago) or `40m` (before the start). No such file is no story.
 */
export async function readStory(
  file: string,
  start: Date,
): Promise<Readonly<{ steps: readonly StoryStep[]; faults: readonly Fault[] }>> {
  const notes = newNotes()
  const steps = (await readCsv(notes, file, COLUMNS, true)).map((row) => stepOf(notes, row, start))
  return { steps: steps.toSorted((one, other) => one.at.getTime() - other.at.getTime()), faults: notes.faults }
}

function stepOf(notes: Notes, { cell }: Row, start: Date): StoryStep {
  return {
    at: atOf(notes, cell('at'), start),
    who: required(notes, cell('who')),
    label: cell('case').text ?? '',
    says: dated(cell('says').text ?? '', start),
    picture: pictureOf(cell('picture')),
  }
}

const dayBefore = (start: Date, days: number): string => dayOf(new Date(start.getTime() - days * DAY_MS))
const dated = (says: string, start: Date): string =>
  says.replace(/\{(\d+)d\}/gu, (_, days: string) => dayBefore(start, Number(days)))

function pictureOf({ text }: Cell): StoryStep['picture'] {
  return text === 'before' || text === 'after' ? text : null
}

function atOf(notes: Notes, cell: Cell, start: Date): Date {
  const [, days, hours, minutes] = /^(\d+)d (\d\d):(\d\d)$/u.exec(cell.text ?? '') ?? []
  if (days !== undefined) {
    return instant(dayBefore(start, Number(days)), Number(hours) * 60 + Number(minutes))
  }
  const before = parseDuration(cell.text ?? '')
  if (!before) refuse(notes, cell.where, wording.storyAt(cell.text ?? ''))
  return new Date(start.getTime() - (before ? toMs(before) : 0))
}
