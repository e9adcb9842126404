import type { FileView, LegalRefusal, LegalSaid, LegalWarning } from '../../../domain/legal/said.ts'
import type { PartBodies } from '../parts.ts'
import { legalRefusals } from '../../../bot/wording/legal-refusals.ts'
import { CLOCKS } from '../../../domain/legal/clockNames.ts'
import { KINDS } from '../../../domain/legal/documentShape.ts'
import { DOINGS } from '../../../domain/legal/doings.ts'
import { FILE_STEPS } from '../../../domain/legal/kinds.ts'

const NO = 'QS-LA2026-0001'
const FILING = '青执立字〔2026〕第0001号'

const bare: FileView = {
  no: NO,
  filingNo: FILING,
  state: 'open',
  procedure: 'simple',
  itemName: '占道经营',
  organ: '青石镇人民政府',
  delegation: null,
  party: null,
  partyMore: null,
  officers: [],
  facts: null,
  violatedOn: null,
  proposal: null,
  discretion: null,
  mentor: null,
  steps: [],
  clocks: [],
  next: null,
  blocks: [],
  fine: null,
  appeal: null,
}

const full = (note: string): FileView => ({
  ...bare,
  procedure: 'ordinary',
  delegation: '委托书1号',
  party: note,
  partyMore: note,
  officers: ['张伟', '王芳'],
  facts: note,
  proposal: { sort: 'fine', fine: 500, text: note },
  discretion: { choice: 'ordinary', why: note },
  mentor: '市城市管理局',
  steps: FILE_STEPS.map((step) => ({ step, day: '2026-11-24', by: '张伟', note })),
  clocks: CLOCKS.flatMap((clock) => [
    { clock, until: '2026-12-01', tentative: false, over: false },
    { clock, until: '2026-11-01', tentative: true, over: true },
  ]),
  next: 'decide',
  blocks: (Object.keys(legalRefusals) as LegalRefusal[]).slice(0, 3).map((reason) => ({ reason, choices: [] })),
  fine: { amount: 500, paid: 100, surcharge: 12 },
  appeal: { review: '2027-01-25', court: '2027-05-24' },
})

const WARNINGS: readonly LegalWarning[] = ['crime', 'limitation-over', 'anew', 'first-time']

export const legal: PartBodies<LegalSaid, LegalRefusal> = {
  bodies: (note, facts) => ({
    'file-done': [
      ...(['filed', ...DOINGS] as const).map((did) => ({
        kind: 'file-done' as const,
        facts,
        did,
        view: { ...full(note), next: did === 'filed' ? ('party' as const) : did, blocks: [] },
        warnings: WARNINGS,
      })),
      { kind: 'file-done', facts, did: 'close', view: { ...bare, state: 'closed' }, warnings: [] },
    ],
    'file-shown': [
      { kind: 'file-shown', facts, view: full(note) },
      { kind: 'file-shown', facts, view: bare },
    ],
    'file-list': [
      { kind: 'file-list', items: [full(note), bare], alone: 1 },
      { kind: 'file-list', items: [], alone: 1 },
      { kind: 'file-list', items: [], alone: 0 },
    ],
    'file-documents': [
      {
        kind: 'file-documents',
        facts,
        filingNo: FILING,
        items: KINDS.flatMap((document) => [
          { document, docNo: null, how: 'draft' as const, blocked: null },
          { document, docNo: null, how: 'final' as const, blocked: null },
          { document, docNo: FILING, how: 'final' as const, blocked: null },
        ]),
      },
      {
        kind: 'file-documents',
        facts,
        filingNo: FILING,
        items: KINDS.flatMap((document) => [
          { document, docNo: FILING, how: 'kept' as const, blocked: null },
          {
            document,
            docNo: null,
            how: 'blocked' as const,
            blocked: { reason: 'file-undecided' as const, choices: [] },
          },
        ]),
      },
    ],
    'file-document': KINDS.flatMap((document) =>
      (['draft', 'final', 'kept'] as const).map((how) => ({
        kind: 'file-document' as const,
        facts,
        shown: { document, docNo: how === 'draft' ? null : FILING, how, blocked: null },
        alone: how === 'final',
      })),
    ),
    'file-ask': (['not-filed', ...DOINGS] as const).map((doing) => ({ kind: 'file-ask' as const, facts, doing })),
    'file-discretion': [{ kind: 'file-discretion', cardId: 'c_1', no: NO, facts, filingNo: FILING }],
    'file-extension': [null, note].map((basis) => ({
      kind: 'file-extension' as const,
      cardId: 'c_2',
      no: NO,
      facts,
      filingNo: FILING,
      days: 30,
      document: note,
      basis,
      by: basis,
    })),
    'file-told': [
      { kind: 'file-told', facts, filed: true, note: null },
      { kind: 'file-told', facts, filed: true, note: null, how: 'spot' },
      { kind: 'file-told', facts, filed: true, note: null, how: 'again' },
      { kind: 'file-told', facts, filed: false, note: null, how: 'dropped' },
      { kind: 'file-told', facts, filed: false, note },
      { kind: 'file-told', facts, filed: false, note, staff: true },
    ],
    'file-news': (
      ['hold', 'spot', 'dismissed', 'spared', 'transferred', 'crime', 'extended', 'serious'] as const
    ).flatMap((news) => [
      { kind: 'file-news' as const, facts, filingNo: FILING, news, note, by: '张伟' },
      { kind: 'file-news' as const, facts, filingNo: FILING, news, note: null, by: null },
    ]),
    'file-due': CLOCKS.flatMap((clock) =>
      [7, 0, -3].map((days) => ({
        kind: 'file-due' as const,
        facts,
        filingNo: FILING,
        clock,
        until: '2026-12-01',
        days,
        tentative: days === 0,
        surcharge: clock === 'pay' ? 45 : null,
      })),
    ),
  }),
  reasons: Object.keys(legalRefusals) as LegalRefusal[],
}
