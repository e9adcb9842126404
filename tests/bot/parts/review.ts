import type { ReviewRefusal, ReviewSaid, ReviewView, SignoffView } from '../../../domain/review/said.ts'
import type { PartBodies } from '../parts.ts'
import { reviewRefusals } from '../../../bot/wording/review-refusals.ts'
import { CHECK_POINTS } from '../../../domain/review/checkPoints.ts'
import { PRE_WARNINGS } from '../../../domain/review/warnings.ts'

const NO = 'QS-FS2026-0001'
const FILING = '青执立字〔2026〕第0001号'
const DUE = '2026-11-27T10:00:00.000Z'
const REASONS = Object.keys(reviewRefusals) as ReviewRefusal[]

const bare: ReviewView = {
  no: NO,
  state: 'open',
  fileNo: 'QS-LA2026-0001',
  filingNo: FILING,
  itemName: '占道经营',
  legalBasis: '',
  party: null,
  proposal: null,
  discretion: null,
  by: '张伟',
  officers: [],
  owner: null,
  round: 1,
  dueAt: null,
  warnings: [],
  history: [],
  decidedBy: null,
  points: [],
  note: null,
}

const full = (note: string, state: ReviewView['state']): ReviewView => ({
  ...bare,
  state,
  legalBasis: note,
  party: note,
  proposal: { sort: 'fine', fine: 500, text: note, value: 300 },
  discretion: { choice: 'ordinary', why: note },
  officers: ['张伟', '王芳'],
  owner: '白雪',
  round: 3,
  dueAt: DUE,
  warnings: PRE_WARNINGS,
  history: [1, 2].map((round) => ({ round, by: '白雪', points: CHECK_POINTS, note })),
  decidedBy: '白雪',
  points: CHECK_POINTS,
  note,
})

const signoff = (note: string, state: SignoffView['state']): SignoffView => ({
  no: 'QS-HQ2026-0001',
  state,
  fileNo: 'QS-LA2026-0001',
  filingNo: FILING,
  itemName: '占道经营',
  point: 'notice',
  mentor: '市城市管理局',
  party: '王某某',
  proposal: { sort: 'fine', fine: 500, text: note },
  left: 83,
  dueAt: DUE,
  decidedBy: '方正',
  note,
})

const STATES = ['open', 'passed', 'rejected', 'withdrawn'] as const
const SIGNED = ['open', 'agreed', 'refused', 'withdrawn'] as const

export const review: PartBodies<ReviewSaid, ReviewRefusal> = {
  bodies: (note, facts) => ({
    'review-card': [
      { kind: 'review-card', cardId: 'c_1', facts, view: bare, why: 'new' },
      ...STATES.map((state) => ({
        kind: 'review-card' as const,
        cardId: 'c_1',
        facts,
        view: full(note, state),
        why: 'shown' as const,
      })),
      ...(['handed', 'moved', 'offer', 'other'] as const).map((why) => ({
        kind: 'review-card' as const,
        cardId: 'c_1',
        facts,
        view: full(note, 'open'),
        why,
      })),
    ],
    'review-sheet': [
      { kind: 'review-sheet', facts, view: bare },
      ...STATES.map((state) => ({ kind: 'review-sheet' as const, facts, view: full(note, state) })),
    ],
    'review-submitted': [
      { kind: 'review-submitted', facts, owner: '白雪', dueAt: DUE, round: 1, warnings: [] },
      { kind: 'review-submitted', facts, owner: null, dueAt: null, round: 2, warnings: PRE_WARNINGS },
    ],
    'review-mend': [
      {
        kind: 'review-mend',
        facts,
        faults: [
          { reason: 'file-party', choices: [] },
          { reason: 'file-officers', choices: ['李强'] },
          { reason: 'review-law', choices: [] },
        ],
      },
    ],
    'review-result': [
      { kind: 'review-result', facts, filingNo: FILING, passed: true, by: '白雪', points: [], note: null },
      { kind: 'review-result', facts, filingNo: FILING, passed: false, by: '', points: CHECK_POINTS, note },
    ],
    'review-moved': (['taken', 'changed', 'over', 'nobody'] as const).flatMap((news) =>
      [null, '白雪'].map((who) => ({ kind: 'review-moved' as const, facts, news, who })),
    ),
    'review-due': ([true, false] as const).flatMap((over) =>
      (['owner', 'above'] as const).map((to) => ({
        kind: 'review-due' as const,
        facts,
        no: NO,
        dueAt: DUE,
        over,
        owner: over ? '白雪' : null,
        to,
      })),
    ),
    'review-list': [
      { kind: 'review-list', items: [] },
      {
        kind: 'review-list',
        items: [true, false].map((mine) => ({
          no: NO,
          caseNo: facts.caseNo,
          town: '青石镇',
          itemName: '占道经营',
          round: mine ? 2 : 1,
          dueAt: mine ? DUE : null,
          over: mine,
          mine,
          owner: mine ? '白雪' : null,
        })),
      },
    ],
    'review-ask': (['reject', 'hand', 'aside', 'refuse', 'record'] as const).map((wants) => ({
      kind: 'review-ask' as const,
      facts,
      wants,
    })),
    'mentor-joined': [83, 0, -1, null].map((left) => ({
      kind: 'mentor-joined' as const,
      facts,
      filingNo: FILING,
      mentor: '市城市管理局',
      left,
    })),
    'signoff-card': [
      ...SIGNED.map((state) => ({ kind: 'signoff-card' as const, cardId: 'c_2', facts, view: signoff(note, state) })),
      {
        kind: 'signoff-card',
        cardId: 'c_2',
        facts,
        view: {
          ...signoff(note, 'open'),
          point: 'decide',
          party: null,
          proposal: null,
          left: null,
          note: null,
          decidedBy: null,
        },
      },
    ],
    'signoff-asked': ([true, false] as const).map((fresh) => ({
      kind: 'signoff-asked' as const,
      facts,
      mentor: '市城市管理局',
      point: fresh ? ('notice' as const) : ('decide' as const),
      dueAt: fresh ? DUE : null,
      fresh,
    })),
    'signoff-result': ([true, false] as const).map((agreed) => ({
      kind: 'signoff-result' as const,
      facts,
      filingNo: FILING,
      mentor: '市城市管理局',
      point: agreed ? ('notice' as const) : ('decide' as const),
      agreed,
      by: agreed ? '方正' : null,
      note: agreed ? null : note,
    })),
    'signoff-due': ([true, false] as const).map((over) => ({
      kind: 'signoff-due' as const,
      facts,
      no: 'QS-HQ2026-0001',
      mentor: '市城市管理局',
      dueAt: DUE,
      over,
    })),
    'signoff-moved': [{ kind: 'signoff-moved', facts, mentor: '市城市管理局' }],
  }),
  reasons: REASONS,
}
