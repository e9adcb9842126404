import type { AppealSaid, AssessRefusal, AssessSaid, Figure, Place } from '../../../domain/assess/said.ts'
import type { PartBodies } from '../parts.ts'

const DAYS = { shown: '2026-12-03', appealUntil: '2026-12-10', frozen: '2026-12-14' }
const STATES = ['running', 'over', 'shown', 'frozen'] as const
const NEWS = ['asked', 'shown', 'frozen'] as const
const CASES = Array.from({ length: 50 }, (_, n) => `QS261124-${String(n + 1).padStart(4, '0')}`)

const figures = (name: string): Figure[] => [
  { name, top: 28, of: 30, weight: 16, better: 'high', against: CASES.slice(0, 2) },
  { name: '退回率', top: 1, of: 3, weight: 0, better: 'low', against: CASES },
  ...Array.from({ length: 16 }, () => ({ name, top: 1, of: 1, weight: 1, better: 'high' as const, against: [] })),
]
const places = (name: string): Place[] => [
  { name, score: 87.5, rank: 2, among: 5 },
  { name, score: null, rank: null, among: 1 },
]

const appeals = (note: string, caseNo: string): AppealSaid[] =>
  (['asked', 'agreed', 'refused', 'lapsed'] as const).flatMap((state) =>
    (['unit', 'decides'] as const).flatMap((reads) =>
      (['asked', 'decided', 'late'] as const).map((news) => ({
        kind: 'appeal',
        no: 'QS-SS2026-0001',
        cardId: `QS-SS2026-0001_${state}`,
        month: '2026-11',
        unit: state === 'agreed' ? note : '城管中队',
        indicator: state === 'refused' ? note : '按时办结率',
        caseNo: news === 'asked' ? caseNo : null,
        by: '李强',
        reason: note,
        state,
        decidedBy: state === 'asked' || state === 'lapsed' ? null : '宋明',
        why: state === 'refused' ? note : null,
        for: reads,
        news,
        frozen: DAYS.frozen,
      })),
    ),
  )

export const assess: PartBodies<AssessSaid, AssessRefusal> = {
  bodies: (note, facts) => ({
    'assess-unit': STATES.flatMap((state) =>
      NEWS.flatMap((news) =>
        places(note).map((place, n) => ({
          kind: 'assess-unit',
          month: '2026-11',
          state,
          days: DAYS,
          news,
          seal: state === 'frozen' ? '0123456789abcdef' : null,
          place,
          figures: n === 0 ? figures(note) : [],
        })),
      ),
    ),
    'assess-town': STATES.flatMap((state) =>
      places(note).map((place, n) => ({
        kind: 'assess-town',
        month: '2026-11',
        state,
        days: DAYS,
        news: 'asked',
        seal: state === 'frozen' ? '0123456789abcdef' : null,
        name: '青石镇',
        class: n === 0 ? 'B' : '',
        total: { fix: { place, figures: figures(note) }, find: { place, figures: n === 0 ? figures(note) : [] } },
        units: n === 0 ? Array.from({ length: 30 }, () => place) : [],
        open: n,
        lapsed: n,
      })),
    ),
    'assess-indicators': [
      {
        kind: 'assess-indicators',
        month: '2026-11',
        items: (['fix', 'find'] as const).flatMap((duty) =>
          [0, 12].map((weight) => ({ code: 'K01', name: note, weight, duty, source: note, legal: weight ? note : '' })),
        ),
      },
    ],
    appeal: appeals(note, facts.caseNo),
    'appeal-list': [
      { kind: 'appeal-list', items: [] },
      {
        kind: 'appeal-list',
        items: appeals(note, facts.caseNo).map(({ no, month, unit, indicator, caseNo, state }) => ({
          ...{ no, month, unit, indicator, caseNo, state },
        })),
      },
    ],
    'appeal-words': [{ kind: 'appeal-words', no: 'QS-SS2026-0001', wants: 'appeal-refuse' }],
  }),
  reasons: [
    'assess-who',
    'assess-month',
    'appeal-how',
    'appeal-who',
    'appeal-early',
    'appeal-over',
    'appeal-indicator',
    'appeal-nothing',
    'appeal-case',
    'appeal-waits',
    'appeal-already',
    'appeal-often',
    'appeal-none',
    'appeal-own',
    'appeal-not-you',
    'appeal-decided',
  ],
}
