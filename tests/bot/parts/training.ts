import type { Ask, Question } from '../../../domain/training/kinds.ts'
import type { Share, TrainingRefusal, TrainingSaid } from '../../../domain/training/said.ts'
import type { PartBodies } from '../parts.ts'

const AT = '2026-11-24T02:00:00.000Z'
const NO = 'QS-PX2026-0012'

const OPTIONS: Readonly<Record<Ask, readonly string[]>> = {
  lead: ['城管中队', '派出所', '综合行政执法大队', '市场监管所'],
  assist: ['城管中队', '派出所', '市场监管所'],
  mode: ['own', 'joint', 'transfer', 'refer'],
  punish: ['城管中队', '市城市管理局', '派出所'],
  basis: ['《土地管理法》', '《城市市容和环境卫生管理条例》', '《森林法》', '《水法》'],
  'case-lead': ['城管中队', '派出所', '市场监管所'],
  'case-limit': ['5d work', '3d work', '10d work', '24h always'],
  ruled: ['城管中队', '派出所', '市场监管所'],
  known: ['要', '不要', '看情况'],
}
const ASKS = Object.keys(OPTIONS) as Ask[]

const question = (ask: Ask, about: string): Question => ({
  key: `${ask}:CG001`,
  ask,
  about,
  level: ask === 'case-limit' ? 'urgent' : null,
  options: OPTIONS[ask],
  right: 1,
  basis: ask === 'ruled' ? 'QS-ZS2026-0003' : '《中华人民共和国土地管理法》第三十七条',
})

const share = (patch: Partial<Share> = {}): Share => ({
  asked: 20,
  answered: 18,
  right: 15,
  late: 1,
  attended: 2,
  ...patch,
})
const learner = (name: string) => ({ name, ...share() })

const quizzes = (note: string) =>
  ASKS.flatMap((ask) =>
    (
      [
        [null, null],
        [1, 1],
        [1, 0],
      ] as const
    ).map(([right, chosen]) => ({
      kind: 'quiz' as const,
      no: NO,
      cardId: `${NO}_1`,
      day: '2026-11-24',
      question: question(ask, note),
      right,
      chosen,
      again: right === null,
      late: chosen === 0,
    })),
  )

const knowledge = (note: string) =>
  (['draft', 'proposed', 'approved', 'refused', 'dropped', 'deleted'] as const).flatMap((state) =>
    (['writer', 'room', 'news'] as const).map((view) => ({
      kind: 'knowledge' as const,
      no: 'QS-ZS2026-0003',
      cardId: 'QS-ZS2026-0003_1',
      question: note,
      answer: note,
      seal: 'x1',
      state,
      view,
      by: '张伟',
      decidedBy: state === 'approved' ? '周婷' : null,
      why: state === 'refused' ? note : null,
    })),
  )

export const training: PartBodies<TrainingSaid, TrainingRefusal> = {
  bodies: (note) => ({
    quiz: quizzes(note),
    mistakes: [
      { kind: 'mistakes', items: [], more: 0 },
      {
        kind: 'mistakes',
        items: ASKS.map((ask) => ({ question: question(ask, note), chosen: 0, due: '2026-11-27' })),
        more: 3,
      },
    ],
    'my-study': [
      { kind: 'my-study', month: '2026-11', share: share(), mistakes: 2, off: true },
      {
        kind: 'my-study',
        month: '2026-11',
        share: share({ asked: 0, answered: 0, right: 0, late: 0 }),
        mistakes: 0,
        off: false,
      },
    ],
    'study-state': [
      { kind: 'study-state', month: '2026-11', units: [learner('城管中队')], people: [learner('张伟')], alone: false },
      {
        kind: 'study-state',
        month: '2026-11',
        units: Array.from({ length: 25 }, () => learner(note)),
        people: [],
        alone: true,
      },
    ],
    'study-set': [true, false].flatMap((off) =>
      [true, false].map((running) => ({ kind: 'study-set' as const, off, running })),
    ),
    'study-nothing': [{ kind: 'study-nothing' }],
    knowledge: knowledge(note),
    'knowledge-found': [true, false].flatMap((below) => [
      { kind: 'knowledge-found' as const, asked: note, items: [], below, mayAdd: below },
      {
        kind: 'knowledge-found' as const,
        asked: '占道经营',
        items: Array.from({ length: 5 }, () => ({ no: 'QS-ZS2026-0003', question: note, answer: note })),
        below,
        mayAdd: false,
      },
    ]),
    'knowledge-gone': [{ kind: 'knowledge-gone', no: 'QS-ZS2026-0003', question: note }],
    class: (['open', 'closed'] as const).map((state) => ({
      kind: 'class',
      no: 'QS-KC2026-0001',
      cardId: 'QS-KC2026-0001_1',
      topic: note,
      by: '周婷',
      at: AT,
      state,
      count: 12,
    })),
    'class-list': [null, [], ['城管中队 张伟']].flatMap((names) =>
      [true, false].map((closed) => ({
        kind: 'class-list' as const,
        no: 'QS-KC2026-0001',
        topic: note,
        count: 12,
        names,
        closed,
      })),
    ),
    'class-sent': [
      { kind: 'class-sent', no: 'QS-KC2026-0001', topic: note, units: ['城管中队', '派出所'], nobody: [] },
      { kind: 'class-sent', no: 'QS-KC2026-0001', topic: note, units: [], nobody: ['派出所'] },
    ],
  }),
  reasons: [
    'quiz-none',
    'quiz-how',
    'quiz-not-learner',
    'study-alone',
    'study-who',
    'knowledge-how',
    'knowledge-who',
    'knowledge-none',
    'knowledge-which',
    'knowledge-no-ruling',
    'knowledge-unanswered',
    'knowledge-private',
    'knowledge-kept',
    'knowledge-decided',
    'knowledge-not-yours',
    'knowledge-decider',
    'class-how',
    'class-who',
    'class-none',
    'class-over',
    'class-not-asked',
  ],
}
