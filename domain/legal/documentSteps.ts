import type { DocumentInput, DocumentKind } from './documentShape.ts'
import type { Look } from './look.ts'
import { findPerson, nameOf } from '../people/directory.ts'
import { last } from './steps.ts'
import { noticeOf } from './terms.ts'
import { needsNoticeAnew } from './since.ts'
import { DOCUMENT_WORDS } from './wording-document.ts'

/** Where a case came from, and no more: not from whom. */
export function sourceOf({ hand: { task, town } }: Look, admitted: boolean): string {
  if (admitted) return DOCUMENT_WORDS.source.assigned
  const byStaff = task.reporters.every(({ userid }) => nameOf(town, userid) !== null)
  return byStaff ? DOCUMENT_WORDS.source.patrol : DOCUMENT_WORDS.source.villager
}

/** What is ordered or proposed where it is no penalty. */
export function whatWasDone({ file }: Look, kind: DocumentKind): string | null {
  if (kind === 'filing-approval') return DOCUMENT_WORDS.filing
  if (kind === 'correction-order') return orderedIn(file)
  return null
}

/** The term is printed as the day it ends on. */
function orderedIn(file: Look['file']): string | null {
  const { note = null, data } = last(file, 'ordered') ?? {}
  const until = data?.['until']
  return note !== null && typeof until === 'string' ? DOCUMENT_WORDS.until(note, until) : note
}

/** The day a document bears: the one of its step. */
export function dayShown(look: Look, kind: DocumentKind): string | null {
  const { file, today } = look
  const of: Readonly<Record<DocumentKind, string | null>> = {
    'filing-approval': file.filedOn,
    'inspection-record': null,
    'correction-order': last(file, 'ordered')?.day ?? null,
    'penalty-notice': (needsNoticeAnew(look) ? null : noticeOf(look)?.day) ?? today,
    'penalty-decision': last(file, 'decided')?.day ?? null,
    'spot-decision': last(file, 'decided')?.day ?? null,
    'service-receipt': null,
    'closing-approval': last(file, 'closed', 'dismissed', 'transferred')?.day ?? today,
  }
  return of[kind]
}

/** The reviewer's opinion as the file has it; he may be of another township. */
export function reviewShown({ file, world, hand: { town } }: Look): DocumentInput['review'] {
  const review = last(file, 'reviewed', 'rejected')
  if (!review) return null
  const plain = review.step === 'reviewed' ? DOCUMENT_WORDS.passed : DOCUMENT_WORDS.sentBack
  return {
    result: review.note ?? plain,
    reviewer: findPerson(world, review.by, town.code)?.person.name ?? null,
    at: new Date(review.at),
  }
}
