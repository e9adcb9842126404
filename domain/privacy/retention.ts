import type { EntryKinds } from '../book/kinds.ts'

const YEARS_3 = 3 * 365

/**
 * How many days what is kept, by class (个人信息保护法 第十九条: no longer than the purpose needs).
 * inbox = messages as they came; outbox = messages that were sent; conversation = questions left open;
 * closed = words and places of cases that are over; identity = who somebody is, after his last case;
 * erased = what his open cases still needed of somebody who had himself deleted;
 * book = words and names in the book beside cases that are over (BOOK_WORDS).
 */
export const RETENTION = {
  inbox: 180,
  outbox: 180,
  conversation: 30,
  closed: YEARS_3,
  identity: YEARS_3,
  erased: 0,
  book: YEARS_3,
} as const
export type RetainedText = keyof typeof RETENTION

/** The same for stored files: photos = of cases that are over; loose = of no case; forgotten = of somebody who had himself deleted. */
export const FILE_RETENTION = { photos: YEARS_3, loose: 180, forgotten: 0 } as const
export type RetainedFiles = keyof typeof FILE_RETENTION

/**
 * What goes of an entry, by path: what people wrote in their own words, and whom they named, and what takes its place.
 * The kinds that are not here stay whole: files, records and documents of a penalty are archives, which others' rules say how
 * long to keep (个人信息保护法 第四十七条: no deletion before the time a law sets), and figures and choices name nobody.
 */
export const BOOK_WORDS: Readonly<Partial<Record<keyof EntryKinds, Readonly<Record<string, '' | null>>>>> = {
  whistle: { reason: '', place: null },
  request: { reason: '', 'answer.note': null },
  child: { text: '', result: null },
  extension: { reason: '', answer: null },
  suspension: { reason: '', answer: null },
  outside: { contact: null, 'answer.text': '' },
  block: { text: '' },
  leave: { reason: '', answer: null },
  booking: { reason: '' },
  handover: { note: '' },
  opinion: { defect: '', answer: null, again: null },
  revisit: { note: null },
  exclusion: { reason: '', why: null },
  permit: { holder: '', place: null, answer: null },
}
