import type { Brief } from '../../../domain/digest/brief.ts'
import type { NeedId } from '../../../domain/digest/needs.ts'
import type { Ranking } from '../../../domain/digest/ranking.ts'
import type { Report } from '../../../domain/digest/report.ts'
import type { Hint } from '../../../domain/digest/spots.ts'
import type { DigestRefusal, DigestSaid } from '../../../domain/digest/said.ts'
import type { Facts } from '../../../domain/facts.ts'
import type { PartBodies } from '../parts.ts'

const AT = '2026-11-24T10:00:00.000Z'
const NEEDS: readonly NeedId[] = ['emergency', 'triage', 'ruling', 'ruling-late', 'escalated', 'overdue', 'due-today']
const COUNTS = { opened: 12, finished: 7, open: 130 }
const half = { right: 1, of: 2 }

const hints = (note: string): Hint[] => [
  {
    what: 'repeat',
    place: note,
    items: [note],
    count: 4,
    open: 1,
    openCase: { caseNo: 'QS261123-0007', stage: 'signed', level: 'normal' },
    newest: { caseNo: 'QS261123-0007', stage: 'signed', level: 'normal', twin: true },
    unit: note,
    at: AT,
  },
  { what: 'spot', place: '王家村', items: [], count: 9, open: 0, openCase: null, newest: null, unit: null, at: AT },
]

const overdue = (note: string, facts: Facts) => [
  { unit: note, count: 7, items: [facts, { ...facts, twin: true as const }], left: 5 },
  { unit: null, count: 1, items: [facts], left: 0 },
]

const brief = (note: string, facts: Facts, own: Partial<Brief>): Brief => ({
  town: '青石镇',
  readers: 'command',
  edition: 'morning',
  day: '2026-11-24',
  needs: NEEDS.map((id) => ({
    id,
    count: 7,
    items: [facts],
    units: id === 'overdue' || id === 'escalated' ? overdue(note, facts) : [],
  })),
  counts: COUNTS,
  hints: hints(note),
  alone: 3,
  late: 2,
  ...own,
})

const ranking = (note: string): Ranking => ({
  ranked: (['red', null, 'black'] as const).map((list, n) => ({
    name: note,
    place: n + 1,
    among: 3,
    score: 96 - n * 20,
    cases: 12,
    response: n === 2 ? null : 1,
    onTime: 0.92,
    list,
  })),
  alone: [{ name: note, score: 88 }],
  few: [note],
})

const report = (note: string): Report => ({
  town: '青石镇',
  of: 'week',
  from: '2026-11-16',
  to: '2026-11-22',
  opened: 3,
  finished: 2,
  asOf: '2026-11-23',
  open: 9,
  overdue: 1,
  response: half,
  onTime: half,
  solved: half,
  satisfied: { right: 0, of: 0 },
  days: [{ day: '2026-11-16', opened: 3, finished: 2 }],
  units: [{ name: note, count: 2, inTime: half }],
  items: [{ name: note, count: 2 }],
  places: [{ name: note, count: 2 }],
})

const bare = { needs: [], hints: [], alone: 0 } as const

export const digest: PartBodies<DigestSaid, DigestRefusal> = {
  bodies: (note, facts) => ({
    digest: [
      { kind: 'digest', cardId: 'QS-digest-1', brief: brief(note, facts, {}) },
      { kind: 'digest', cardId: 'QS-digest-2', brief: brief(note, facts, { readers: 'leaders', edition: 'evening' }) },
      { kind: 'digest', cardId: 'QS-digest-3', brief: brief(note, facts, { edition: 'asked', ...bare }) },
      { kind: 'digest', cardId: 'QS-digest-4', brief: brief(note, facts, { ...bare, alone: 2 }) },
    ],
    'digest-quiet': (['morning', 'evening'] as const).map((edition) => ({
      kind: 'digest-quiet',
      town: '青石镇',
      edition,
      counts: COUNTS,
      late: edition === 'morning' ? 0 : 7,
    })),
    poster: (['week', 'month'] as const).map((of) => ({ kind: 'poster', report: { ...report(note), of } })),
    today: [
      {
        kind: 'today',
        counts: { ...COUNTS, triage: 1, overdue: 2, elsewhere: 3 },
        overdue: overdue(note, facts),
        hints: hints(note),
        alone: 1,
      },
      {
        kind: 'today',
        counts: { ...COUNTS, triage: 0, overdue: 0, elsewhere: 0 },
        overdue: [],
        hints: [],
        alone: 0,
      },
    ],
    overdues: [
      { kind: 'overdues', units: overdue(note, facts), of: null, page: 1, alone: 2 },
      { kind: 'overdues', units: overdue(note, facts), of: note, page: 2, alone: 0 },
      { kind: 'overdues', units: [], of: note, page: 3, alone: 0 },
      { kind: 'overdues', units: [], of: null, page: 1, alone: 0 },
    ],
    hints: [
      { kind: 'hints', hints: hints(note), days: 30 },
      { kind: 'hints', hints: [], days: 30 },
    ],
    ranking: [
      {
        kind: 'ranking',
        ...{ town: '青石镇', month: '2026-11', least: 3, class: 'B' },
        towns: ranking(note),
        units: ranking(note),
      },
      {
        kind: 'ranking',
        ...{ town: '青石镇', month: '2026-11', least: 3, class: '' },
        towns: null,
        units: { ranked: [], alone: [], few: [] },
      },
    ],
    listening: (['less', 'normal', 'more'] as const).map((volume) => ({
      kind: 'listening',
      group: volume === 'less',
      volume,
      topics: volume === 'more' ? null : ['overdue', 'urgent'],
      most: 6,
      told: 2,
      next: AT,
    })),
  }),
  reasons: ['digest-who', 'overdues-how', 'listen-who', 'listen-here', 'listen-how', 'listen-least', 'listen-most'],
}
