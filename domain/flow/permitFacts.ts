import type { Entry } from '../book/entry.ts'
import type { Person, Town } from '../town.ts'
import { squeeze } from '../text/fold.ts'
import { findStation, nameOf } from '../people/directory.ts'
import type { PermitFound } from './kinds.ts'
import type { PermitFacts } from './said.ts'
import { FOUND_FIRST, FOUND_WORDS } from './wording-flow.ts'

export type PermitEntry = Entry<'permit'>

export function permitFacts({ no, at, dueAt, data }: PermitEntry, town: Town): PermitFacts {
  const { holder, matter, place, caseNo, found, answer } = data
  return {
    no,
    holder,
    matter,
    place,
    caseNo,
    by: nameOf(town, data.by) ?? '',
    of: findStation(town, data.of)?.name ?? data.of,
    at: at.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    found,
    answer,
    answeredBy: nameOf(town, data.answeredBy),
  }
}

/** What typed words say; what a button says stands for itself. */
export function foundIn(words: string): PermitFound {
  const said = squeeze(words)
  return FOUND_WORDS.find((each) => each.said.test(said))?.found ?? 'said'
}

/** What is added to an answer changes it only where it begins so. */
export const correctedTo = (words: string): PermitFound | null =>
  FOUND_FIRST.find((each) => each.said.test(words.trim()))?.found ?? null

/** People of the unit that is asked answer; who asked, and the command room, may look on. */
export const isAsked = ({ data, town }: PermitEntry, { station }: Person, code: string): boolean =>
  town === code && station !== null && station === data.of
