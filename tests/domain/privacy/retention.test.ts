import { describe, expect, it } from 'vitest'
import { BOOK_WORDS, FILE_RETENTION, RETENTION } from '../../../domain/privacy/retention.ts'

const YEARS_3 = 1095

describe('how many days is kept', () => {
  it.each([
    ['a message that came', RETENTION.inbox, 180],
    ['a message that was sent', RETENTION.outbox, 180],
    ['a question nobody answered', RETENTION.conversation, 30],
    ['the words of a case that is over', RETENTION.closed, YEARS_3],
    ['who reported, after his last case', RETENTION.identity, YEARS_3],
    ['what is written in the book beside a case that is over', RETENTION.book, YEARS_3],
    ['a photo of a case that is over', FILE_RETENTION.photos, YEARS_3],
    ['a file of no case', FILE_RETENTION.loose, 180],
  ])('%s', (_what, days, promised) => expect(days).toBe(promised))

  it.each([
    ['words', RETENTION.erased],
    ['photos', FILE_RETENTION.forgotten],
  ])('nothing of who had himself deleted, once his case is over: %s', (_what, days) => expect(days).toBe(0))
})

describe('what goes of the book', () => {
  it.each([
    ['whistle', { reason: '', place: null }],
    ['request', { reason: '', 'answer.note': null }],
    ['child', { text: '', result: null }],
    ['extension', { reason: '', answer: null }],
    ['suspension', { reason: '', answer: null }],
    ['outside', { contact: null, 'answer.text': '' }],
    ['block', { text: '' }],
    ['leave', { reason: '', answer: null }],
    ['booking', { reason: '' }],
    ['handover', { note: '' }],
    ['opinion', { defect: '', answer: null, again: null }],
    ['revisit', { note: null }],
    ['exclusion', { reason: '', why: null }],
    ['permit', { holder: '', place: null, answer: null }],
  ] as const)('of %s: the words and whom they name', (kind, words) => expect(BOOK_WORDS[kind]).toEqual(words))

  it.each(['file', 'record', 'document'])('and nothing of an archive: %s', (kind) =>
    expect(Object.keys(BOOK_WORDS)).not.toContain(kind),
  )
})
