import type {
  ExclusionSaid,
  FeedbackItem,
  FeedbackRefusal,
  FeedbackSaid,
  OpinionSaid,
} from '../../../domain/feedback/said.ts'
import type { Facts } from '../../../domain/facts.ts'
import type { PartBodies } from '../parts.ts'

const AT = '2026-11-27T10:00:00.000Z'

const WHO = ['unit', 'decides', 'others'] as const

const opinions = (note: string, facts: Facts): OpinionSaid[] =>
  (['asked', 'again', 'answered', 'accepted', 'late', 'stuck'] as const).flatMap((news) =>
    (['open', 'answered', 'accepted'] as const).flatMap((state) =>
      WHO.map((reads) => ({
        kind: 'opinion',
        no: 'QS-JD2026-0001',
        cardId: `${facts.caseNo}_31`,
        facts,
        state,
        for: reads,
        news,
        unit: state === 'accepted' ? note : '城管中队',
        by: '宋明',
        about: state === 'open' ? null : note,
        defect: note,
        again: news === 'again' ? note : null,
        answer: state === 'open' ? null : note,
        answeredBy: state === 'open' ? null : '张伟',
        round: 2,
        dueAt: state === 'accepted' ? null : AT,
      })),
    ),
  )

const exclusions = (note: string, facts: Facts): ExclusionSaid[] =>
  (['asked', 'agreed', 'refused'] as const).flatMap((state) =>
    WHO.map((reads) => ({
      kind: 'exclusion',
      no: 'QS-TC2026-0001',
      cardId: `${facts.caseNo}_32`,
      facts,
      state,
      for: reads,
      news: state === 'asked' ? (reads === 'others' ? 'late' : 'asked') : 'decided',
      unit: '城管中队',
      by: note,
      reason: note,
      decidedBy: state === 'asked' ? null : '宋明',
      why: state === 'refused' ? note : null,
    })),
  )

const items = (facts: Facts): FeedbackItem[] =>
  (['call', 'chat', null] as const).map((reach) => ({
    no: 'QS-HF2026-0001',
    facts,
    unit: '城管中队',
    state: reach === null ? 'asked' : 'open',
    dueAt: reach === 'call' ? null : AT,
    reach,
  }))

export const feedback: PartBodies<FeedbackSaid, FeedbackRefusal> = {
  bodies: (note, facts) => ({
    opinion: opinions(note, facts),
    exclusion: exclusions(note, facts),
    'revisit-ask': [null, note].map((said) => ({
      kind: 'revisit-ask',
      no: 'QS-HF2026-0001',
      cardId: `${facts.caseNo}_33`,
      facts,
      said,
    })),
    revisited: (['done', 'half', 'tried', 'unreached', 'redo', 'asked'] as const).map((what) => ({
      kind: 'revisited',
      no: 'QS-HF2026-0001',
      facts,
      what,
      tries: 2,
    })),
    'feedback-list': (['opinion', 'exclusion', 'revisit'] as const).flatMap((list) => [
      { kind: 'feedback-list', list, month: null, items: [], alone: 0, lapsed: 0 },
      { kind: 'feedback-list', list, month: '2026-10', items: items(facts), alone: 2, lapsed: 3 },
      {
        kind: 'feedback-list',
        list,
        month: null,
        items: Array.from({ length: 10 }, () => items(facts)).flat(),
        alone: 1,
        lapsed: 0,
      },
    ]),
    'too-much': (['messages', 'same', 'files'] as const).map((what) => ({ kind: 'too-much', what })),
    'not-heard': [{ kind: 'not-heard', until: AT }],
    muted: [true, false].map((on) => ({ kind: 'muted', facts, until: AT, reason: note, on })),
    mutes: [0, 3, 40].map((length) => ({
      kind: 'mutes',
      items: Array.from({ length }, () => ({ caseNo: facts.caseNo, until: AT, by: '周婷', reason: note })),
    })),
    'feedback-words': (['supervise', 'rectify', 'rectify-again', 'exclude', 'exclude-refuse'] as const).map(
      (wants) => ({
        kind: 'feedback-words',
        facts,
        wants,
      }),
    ),
  }),
  reasons: [
    'not-supervisor',
    'opinion-how',
    'opinion-no-unit',
    'opinion-own',
    'opinion-known',
    'opinion-none',
    'opinion-answered',
    'opinion-accepted',
    'opinion-unanswered',
    'opinion-moved',
    'not-its-unit',
    'exclude-how',
    'exclude-who',
    'exclude-waits',
    'exclude-already',
    'exclude-often',
    'exclude-none',
    'exclude-own',
    'exclude-not-you',
    'exclude-decided',
    'revisit-who',
    'revisit-how',
    'revisit-own',
    'revisit-chat',
    'revisit-none',
    'revisit-over',
    'list-who',
    'mute-who',
    'mute-how',
    'mute-several',
    'mute-complaint',
    'mute-none',
  ],
}
