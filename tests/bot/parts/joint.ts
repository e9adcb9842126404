import type { Facts } from '../../../domain/facts.ts'
import type {
  ChildFacts,
  JointRefusal,
  JointSaid,
  RequestFacts,
  RollRow,
  WhistleFacts,
} from '../../../domain/joint/said.ts'
import type { PartBodies } from '../parts.ts'

const AT = '2026-11-24T02:00:00.000Z'
const DUE = '2026-11-24T02:30:00.000Z'
const SORTS = ['emergency', 'daily', 'hard'] as const
const STATES = ['came', 'late', 'seen', 'waiting', 'cannot', 'absent'] as const

const whistles = (note: string, { caseNo, place }: Facts): readonly WhistleFacts[] =>
  SORTS.flatMap((sort) =>
    [true, false].map((ended) => ({
      no: 'QS-SH2026-0001',
      sort,
      place: ended ? place : note,
      reason: note,
      commander: '周婷',
      at: AT,
      dueAt: DUE,
      caseNo: ended ? caseNo : null,
      ended,
    })),
  )

const rowsOf = (note: string): readonly RollRow[] =>
  STATES.map((state) => {
    const there = state === 'came' || state === 'late'
    return {
      unit: `${note.slice(0, 8)}综合行政执法大队`,
      state,
      who: there ? ['张伟', '王芳'] : [],
      minutes: there ? 17 : null,
      off: state === 'late' ? 3_200 : null,
      why: state === 'cannot' ? note : null,
    }
  })

const request = (note: string, state: RequestFacts['state']): RequestFacts => ({
  no: 'QS-XZ2026-0001',
  unit: '派出所',
  from: '城管中队',
  by: '张伟',
  reason: note,
  dueAt: DUE,
  state,
  answer: state === 'agreed' || state === 'refused' ? { by: '沈浩', note: state === 'refused' ? note : null } : null,
})

const child = (note: string, state: ChildFacts['state']): ChildFacts => ({
  no: 'QS-RW2026-0001',
  unit: '派出所',
  from: state === 'given' ? '' : '城管中队',
  text: note,
  must: state !== 'taken',
  dueAt: DUE,
  state,
  holder: state === 'given' ? null : '沈浩',
  result: state === 'done' ? note : null,
})

const REQUESTS = ['asked', 'agreed', 'refused', 'lapsed'] as const
const CHILDREN = ['given', 'taken', 'done', 'dropped'] as const

export const joint: PartBodies<JointSaid, JointRefusal> = {
  bodies: (note, facts) => {
    const rows = rowsOf(note)
    const all = whistles(note, facts)
    // every state of a unit, and every whistle, once
    const each = <T>(make: (whistle: WhistleFacts, row: RollRow) => T): T[] =>
      all.flatMap((whistle, n) => {
        const row = rows[n % rows.length]
        return row ? [make(whistle, row)] : []
      })
    return {
      'whistle-card': each((whistle, row) => ({ kind: 'whistle-card', cardId: 'QS-SH2026-0001_1_0', whistle, row })),
      'whistle-roll': all.flatMap((whistle) =>
        (['called', 'named', 'asked', 'ended'] as const).map((told) => ({
          kind: 'whistle-roll' as const,
          cardId: 'QS-SH2026-0001_1_0',
          whistle,
          rows: told === 'asked' ? rows.slice(0, 1) : [...rows, ...rows],
          told,
          outside:
            told === 'called'
              ? [
                  { name: note, phone: null },
                  { name: '县公安局', phone: '0000-12328' },
                ]
              : [],
        })),
      ),
      'whistle-news': each((whistle, row) => ({
        kind: 'whistle-news',
        whistle,
        row,
        here: 3,
        of: whistle.ended ? 3 : 5,
      })),
      'whistle-noted': (['here', 'again', 'seen', 'cannot'] as const).flatMap((said) =>
        each((whistle, row) => ({ kind: 'whistle-noted' as const, whistle, row, said })),
      ),
      'whistle-late': all.map((whistle) => ({ kind: 'whistle-late', whistle, unit: note })),
      'whistle-absent': all.map((whistle) => ({ kind: 'whistle-absent', whistle, rows })),
      'whistle-open': all.map((whistle) => ({ kind: 'whistle-open', whistle, finished: whistle.ended })),
      'whistle-ended': all.map((whistle) => ({ kind: 'whistle-ended', whistle, by: whistle.caseNo ? '周婷' : null })),
      'whistle-score': ([null, 'good', 'fair', 'poor'] as const).flatMap((mark) =>
        each((whistle, row) => ({
          kind: 'whistle-score' as const,
          cardId: 'QS-SH2026-0001_1_0',
          whistle,
          row,
          station: 'paichu',
          mark,
          again: mark === null,
        })),
      ),
      'request-card': REQUESTS.map((state) => ({
        kind: 'request-card',
        cardId: 'QS-XZ2026-0001_1_0',
        facts,
        request: request(note, state),
      })),
      'request-sent': [{ kind: 'request-sent', facts, request: request(note, 'asked') }],
      'request-answered': REQUESTS.flatMap((state) =>
        (['asker', 'unit', 'command'] as const).map((to) => ({
          kind: 'request-answered' as const,
          facts,
          request: request(note, state),
          to,
        })),
      ),
      'request-late': (['unit', 'command'] as const).map((to) => ({
        kind: 'request-late',
        facts,
        request: request(note, 'asked'),
        to,
      })),
      'child-card': CHILDREN.map((state) => ({
        kind: 'child-card',
        cardId: 'QS-RW2026-0001_1_0',
        facts,
        child: child(note, state),
      })),
      'child-given': [{ kind: 'child-given', facts, child: child(note, 'given') }],
      'child-news': (['taken', 'done', 'dropped', 'moved'] as const).map((news) => ({
        kind: 'child-news',
        facts,
        child: child(note, news === 'moved' ? 'given' : news),
        news,
        by: news === 'moved' ? null : '沈浩',
        done: 1,
        of: 2,
      })),
      'child-due': [0.5, 1].flatMap((share) =>
        (['unit', 'command'] as const).map((to) => ({
          kind: 'child-due' as const,
          facts,
          child: child(note, 'taken'),
          share,
          to,
        })),
      ),
      'joint-ask': (['cannot', 'result', 'reason', 'refusal'] as const).map((wants) => ({
        kind: 'joint-ask',
        no: 'QS-SH2026-0001',
        wants,
      })),
    }
  },
  reasons: [
    'which-entry',
    'whistle-none',
    'whistle-who',
    'whistle-lacks',
    'whistle-units',
    'whistle-outside',
    'whistle-over',
    'whistle-not-called',
    'whistle-commander',
    'whistle-score-how',
    'whistle-score-early',
    'whistle-score-late',
    'request-how',
    'request-none',
    'request-answered',
    'child-how',
    'child-none',
    'child-over',
    'children-open',
  ],
}
