import type { Entry } from '../book/entry.ts'
import type { Town } from '../town.ts'
import { nameOf } from '../people/directory.ts'
import type { RecordLine, RecordView } from './said.ts'

const called = (town: Town, userid: string): string => nameOf(town, userid) ?? userid

/** A record as its officers read it. */
export function viewOf(entry: Entry<'record'>, town: Town): RecordView {
  const { when, place, whom, seen, signature, of, returned } = entry.data
  return { ...lineOf(entry, town), when, place, whom, seen, signature, of, returned }
}

/** … and in a list: who and when, without what it says. */
export function lineOf({ no, state, data }: Entry<'record'>, town: Town): RecordLine {
  const { by, second, files, confirmedAt } = data
  const names = { by: called(town, by), second: second === null ? null : called(town, second) }
  return { no, state, ...names, pictures: files.length, confirmedAt }
}

/** The attachment that holds the text of a confirmed record. */
export const textIdOf = (id: string): string => `${id}-text`

/** Every copy of a card has an id of its own: that of the version it shows. */
export const cardIdOf = ({ no, version }: Pick<Entry, 'no' | 'version'>): string => `${no}_${version + 1}`
