import { BLOCKS } from '../../../domain/work/kinds.ts'
import type { WorkRefusal, WorkSaid } from '../../../domain/work/said.ts'
import type { PartBodies } from '../parts.ts'

const ISO = '2026-11-30T09:30:00.000Z'

export const work: PartBodies<WorkSaid, WorkRefusal> = {
  bodies: (note, facts) => ({
    'extension-card': (['asked', 'approved', 'refused', 'lapsed'] as const).flatMap((state) =>
      [null, note].map((answer) => ({
        kind: 'extension-card' as const,
        facts,
        no: 'QS-YQ2026-0001',
        cardId: `${facts.caseNo}_3`,
        days: 2,
        note,
        by: answer === null ? null : '张伟',
        dueWas: answer === null ? null : ISO,
        dueNow: state === 'approved' ? ISO : null,
        state,
        decidedBy: answer === null ? null : '李强',
        answer,
        ...(answer === null ? { late: true as const } : {}),
      })),
    ),
    'suspension-card': (['asked', 'held', 'refused', 'lapsed', 'over'] as const).flatMap((state) =>
      [true, false].map((renewed) => ({
        kind: 'suspension-card' as const,
        facts,
        no: 'QS-GZ2026-0001',
        cardId: `${facts.caseNo}_4`,
        note,
        by: '张伟',
        until: ISO,
        renewed,
        state,
        decidedBy: renewed ? '周婷' : null,
        answer: renewed ? note : null,
      })),
    ),
    'work-news': (
      [
        'extended',
        'extension-refused',
        'suspended',
        'suspension-refused',
        'resumed',
        'review',
        'blocked',
        'unblocked',
        'outside-due',
      ] as const
    ).flatMap((news) => [
      { kind: 'work-news' as const, facts, news, note, by: '李强', until: ISO, reason: 'vehicle' as const },
      {
        kind: 'work-news' as const,
        facts: { ...facts, suspended: { until: ISO, why: note } },
        news,
        note: null,
        by: null,
      },
    ]),
    'work-done': (
      [
        'extension-asked',
        'extended',
        'extension-refused',
        'suspension-asked',
        'suspended',
        'suspension-refused',
        'resumed',
        'blocked',
        'unblocked',
        'sent-out',
        'outside-replied',
      ] as const
    ).flatMap((step) => [
      { kind: 'work-done' as const, facts, step, who: '李强', note, until: ISO },
      { kind: 'work-done' as const, facts: { ...facts, suspended: { until: ISO, why: note } }, step },
    ]),
    'block-counts': [
      {
        kind: 'block-counts',
        month: '2026-11',
        rows: [{ station: '城管中队', counts: Object.fromEntries(BLOCKS.map((reason, n) => [reason, n + 1])) }],
      },
      { kind: 'block-counts', month: '2026-11', rows: [] },
    ],
    'my-tasks': [
      { kind: 'my-tasks', sections: [], alone: 0 },
      { kind: 'my-tasks', sections: [], alone: 2 },
      {
        kind: 'my-tasks',
        sections: [
          { id: 'mine', items: [{ facts, late: true }], more: 3 },
          { id: 'suspended', items: [{ facts: { ...facts, suspended: { until: ISO, why: note } } }], more: 0 },
          {
            id: 'approvals',
            items: [{ facts, entry: { no: 'QS-YQ2026-0001', kind: 'extension', dueAt: null } }],
            more: 0,
          },
          {
            id: 'entries',
            items: [{ facts: null, entry: { no: 'QS-ZZ2026-0001', kind: 'new', dueAt: ISO } }],
            more: 0,
          },
        ],
        alone: 1,
      },
    ],
    morning: [
      {
        kind: 'morning',
        lines: [
          { id: 'overdue', item: { facts, late: true } },
          { id: 'due-today', item: { facts } },
          { id: 'approvals', item: { facts, entry: { no: 'QS-YQ2026-0001', kind: 'extension', dueAt: null } } },
          { id: 'entries', item: { facts: null, entry: { no: 'QS-ZZ2026-0001', kind: 'new', dueAt: null } } },
        ],
        more: 4,
        unlicensed: ['蔡丽', '潘燕'],
      },
      { kind: 'morning', lines: [], more: 0, unlicensed: ['蔡丽'] },
    ],
  }),
  reasons: [
    'extend-how',
    'extend-most',
    'extend-longest',
    'extend-late',
    'extend-asked',
    'extend-none',
    'suspended-now',
    'suspended-first',
    'suspend-how',
    'suspend-most',
    'suspend-too-far',
    'suspend-danger',
    'suspend-asked',
    'suspend-none',
    'not-suspended',
    'request-decided',
    'request-own',
    'request-others',
    'refuse-why',
    'outside-how',
    'outside-ours',
    'outside-none',
    'outside-what',
    'reply-how',
    'block-how',
    'block-known',
    'block-none',
  ],
}
