import { describe, expect, it } from 'vitest'
import { documentCalled, documentsFor } from '../../../domain/legal/documentNames.ts'
import { documentStanding, DOCUMENT_RULES } from '../../../domain/legal/documentRules.ts'
import { KINDS, type DocumentKind } from '../../../domain/legal/documentShape.ts'
import type { FileDocument } from '../../../domain/legal/kinds.ts'
import { DOCUMENT_NAMES, DOCUMENT_TITLES, documentNo } from '../../../domain/legal/wording-document.ts'
import { lookWith, step, type Change } from './look.ts'

const FINE = { sort: 'fine', fine: 500, text: '罚款 500', value: null } as const
const MORE = { ...FINE, fine: 900, text: '罚款 900' } as const
const untold: Change = { without: ['noticed', 'defended'] }
const decided: Change = { state: 'decided', more: [step('decided', '2026-03-12', FINE)] }
const simple: Change = { file: { procedure: 'simple' } }

const doc = (kind: DocumentKind, more: Partial<FileDocument> = {}): FileDocument => ({
  kind,
  docNo: `${kind} 1`,
  day: '2026-03-10',
  sha256: 'a'.repeat(64),
  word: 'b'.repeat(64),
  name: kind,
  seen: 5,
  round: 1,
  ...more,
})
const withDoc = (change: Change, ...documents: readonly FileDocument[]): Change => ({
  ...change,
  file: { ...change.file, documents },
})

/** `final`, `kept`, `draft`, or what stands in the way; with the number it has already. */
function standing(kind: DocumentKind, change: Change, gives = true): string {
  const found = documentStanding(lookWith(change), kind, gives)
  if (found.how === 'blocked') return found.blocked.reason
  return found.how === 'draft' ? 'draft' : [found.how, found.doc?.docNo].filter(Boolean).join(' ')
}

describe('a document', () => {
  it.each<readonly [what: string, DocumentKind, Change, string]>([
    ['needs nothing but a file', 'filing-approval', untold, 'final'],
    ['is a form for the place itself', 'inspection-record', untold, 'final'],
    ['orders what was ordered', 'correction-order', {}, 'doc-order'],
    ['orders what was ordered', 'correction-order', { more: [step('ordered', '2026-03-10')] }, 'final'],
    ['may be told before it is written down as told', 'penalty-notice', untold, 'final'],
    ['is a draft while something is lacking', 'penalty-notice', { ...untold, file: { discretion: null } }, 'draft'],
    [
      'is a draft while the guiding department has not signed',
      'penalty-notice',
      { ...untold, file: { mentor: '市城管局' } },
      'draft',
    ],
    ['is no draft of what is over', 'penalty-notice', { ...untold, state: 'dismissed' }, 'file-over'],
    ['can be made after it was told', 'penalty-notice', {}, 'final'],
    ['is no decision before the decision', 'penalty-decision', {}, 'file-undecided'],
    ['is the decision', 'penalty-decision', decided, 'final'],
    ['is no decision on the spot where it was none', 'spot-decision', decided, 'doc-ordinary'],
    ['on the spot waits for the decision', 'spot-decision', simple, 'file-undecided'],
    ['on the spot', 'spot-decision', { ...simple, ...decided }, 'final'],
    ['to be served must be there', 'service-receipt', decided, 'doc-nothing'],
    ['to be served', 'service-receipt', withDoc(decided, doc('penalty-decision')), 'final'],
    ['closes what may be closed', 'closing-approval', {}, 'file-undecided'],
    ['closes what may be closed', 'closing-approval', decided, 'file-serve'],
    ['closes what ended otherwise', 'closing-approval', { state: 'dismissed' }, 'final'],
  ])('%s: %s', (_, kind, change, expected) => expect(standing(kind, change)).toBe(expected))

  it.each<readonly [what: string, DocumentKind, Change, string]>([
    ['keeps its number', 'penalty-notice', withDoc(untold, doc('penalty-notice')), 'final penalty-notice 1'],
    ['stays as it was served', 'penalty-notice', withDoc({}, doc('penalty-notice')), 'kept penalty-notice 1'],
    // proposed (4) came after it was made and before it was served (5)
    [
      'was served otherwise than it was stored',
      'penalty-notice',
      withDoc({}, doc('penalty-notice', { seen: 4 })),
      'final penalty-notice 1',
    ],
    [
      'made once more after that stays',
      'penalty-notice',
      withDoc({}, doc('penalty-notice', { seen: 7 })),
      'kept penalty-notice 1',
    ],
    [
      'told anew is another one',
      'penalty-notice',
      withDoc({ file: { proposal: MORE }, more: [step('proposed', '2026-03-11', MORE)] }, doc('penalty-notice')),
      'final',
    ],
    [
      'told anew keeps the new number',
      'penalty-notice',
      withDoc(
        { file: { proposal: MORE }, more: [step('proposed', '2026-03-11', MORE)] },
        doc('penalty-notice'),
        doc('penalty-notice', { docNo: 'new', round: 2, seen: 8 }),
      ),
      'final new',
    ],
    [
      'decided keeps its number',
      'penalty-decision',
      withDoc(decided, doc('penalty-decision', { seen: 8 })),
      'final penalty-decision 1',
    ],
    [
      'decided stays as it was served',
      'penalty-decision',
      withDoc(
        { ...decided, more: [...(decided.more ?? []), step('served', '2026-03-12')] },
        doc('penalty-decision', { seen: 8 }),
      ),
      'kept penalty-decision 1',
    ],
  ])('that %s', (_, kind, change, expected) => expect(standing(kind, change)).toBe(expected))

  it('is given its number by the unit alone; others see a draft, and later the number', () => {
    expect(standing('penalty-notice', untold, false)).toBe('draft')
    expect(standing('penalty-notice', withDoc(untold, doc('penalty-notice')), false)).toBe('final penalty-notice 1')
    expect(standing('filing-approval', untold, false)).toBe('final')
  })

  it('told anew is for the next service', () => {
    const change = { file: { proposal: MORE }, more: [step('proposed', '2026-03-11', MORE)] }
    expect(documentStanding(lookWith(withDoc(change, doc('penalty-notice'))), 'penalty-notice', true)).toMatchObject({
      round: 2,
    })
  })
})

describe('the names', () => {
  it.each([
    ['告知书', 'penalty-notice'],
    ['《行政处罚决定书》', 'penalty-decision'],
    ['当场决定书', 'spot-decision'],
    ['责令改正', 'correction-order'],
    ['罚单', null],
  ])('%s', (said, kind) => expect(documentCalled(said, { procedure: 'ordinary' })).toBe(kind))

  it('决定书 is the one of the procedure', () => {
    expect(documentCalled('决定书', { procedure: 'simple' })).toBe('spot-decision')
    expect(documentsFor({ procedure: 'simple' })).not.toContain('penalty-decision')
  })

  it('belong to one document each', () => {
    const all = KINDS.flatMap((kind) => [...new Set([DOCUMENT_TITLES[kind], ...DOCUMENT_NAMES[kind]])])
    expect(new Set(all).size).toBe(all.length)
  })

  it('have a counter each', () => {
    const series = KINDS.flatMap((kind) => DOCUMENT_RULES[kind].series ?? [])
    const numbers = series.map((each) => documentNo({ name: '青石镇' }, each, 2026, 3))
    expect(numbers).toEqual([
      '青执责改字〔2026〕第0003号',
      '青执罚告字〔2026〕第0003号',
      '青执罚决字〔2026〕第0003号',
      '青执当罚字〔2026〕第0003号',
    ])
  })
})
