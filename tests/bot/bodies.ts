import { ALARM_KINDS, type AlarmItem, type AlarmKind } from '../../domain/alarm/kinds.ts'
import type { AdmissionFacts, Choice, Facts } from '../../domain/facts.ts'
import type { NoticeBody } from '../../domain/notice.ts'
import type { Kind } from '../../bot/wording/words.ts'
import { STAGES } from '../../domain/task.ts'
import type { PartSaid } from '../../domain/book/said.ts'
import { partBodies, partReasons } from './parts.ts'
import { FACTS, NOW } from './samples.ts'

const ISO = NOW.toISOString()
const CHOICES: readonly Choice[] = [
  { id: 'chengguan', name: '城管中队' },
  { id: 'huanbao', name: '生态环境所' },
  { id: 'paichu', name: '派出所' },
]

/** It began, it goes on, it is over; of what can and cannot be said more exactly. */
const alarmsOf = (kind: AlarmKind): AlarmItem[] =>
  (['begun', 'still', 'over'] as const).flatMap((state) =>
    [400, -400, null].map((amount) => ({
      state,
      sign: { kind, of: OF[kind] ?? '', level: 'bad' as const, amount, at: amount === null ? null : (AT[kind] ?? ISO) },
      since: ISO,
      until: state === 'over' ? ISO : null,
    })),
  )
const OF: Readonly<Partial<Record<AlarmKind, string>>> = { channel: 'aibot', skew: 'wecom', address: 'ETIMEDOUT' }
const AT: Readonly<Partial<Record<AlarmKind, string>>> = { calendar: '2026-12-31' }

type Made = Readonly<{
  [K in Exclude<Kind, PartSaid['kind']>]: (facts: Facts, note: string) => readonly Extract<NoticeBody, { kind: K }>[]
}>

/** Every kind of notice in every form it can have, about a given case. A kind missing here does not compile. */
const made: Made = {
  alarm: () => [
    ...ALARM_KINDS.map((kind) => ({ kind: 'alarm' as const, items: alarmsOf(kind) })),
    { kind: 'alarm', items: ALARM_KINDS.flatMap(alarmsOf) },
  ],
  hook: (facts) => [
    {
      kind: 'hook',
      event: 'signed',
      at: ISO,
      town: 'QS',
      case: {
        no: facts.caseNo,
        stage: facts.stage,
        level: facts.level,
        unit: facts.lead,
        opened_at: ISO,
        dispatched_at: ISO,
        signed_at: ISO,
        arrived_at: null,
        finished_at: null,
        due_at: facts.finishBy,
      },
    },
  ],
  'hook-parked': (facts, note) => [
    { kind: 'hook-parked', hook: '县平台', caseNo: facts.caseNo },
    { kind: 'hook-parked', hook: note, caseNo: null },
  ],
  accepted: (facts) =>
    [false, true].flatMap(
      (b) =>
        [
          { kind: 'accepted', facts, emergency: b, askSpot: b, cut: b },
          { kind: 'accepted', facts, emergency: b, askSpot: b, cut: b, call: ['119', '120', 'x'] },
          { kind: 'accepted', facts: { ...facts, lead: null, assist: [] }, emergency: b, askSpot: !b, cut: !b },
        ] as const,
    ),
  'accepted-several': (facts) => [
    { kind: 'accepted-several', items: [facts, { ...facts, lead: null }] },
    { kind: 'accepted-several', items: [facts, facts, facts, facts] },
  ],
  'ask-place': (_f, text) => [
    { kind: 'ask-place', text, emergency: true },
    { kind: 'ask-place', text: '', emergency: false },
    { kind: 'ask-place', text, emergency: false, again: 'which', ask: { cardId: 'ask_11', choices: ['王家小学'] } },
    { kind: 'ask-place', text, emergency: false, again: 'kindly' },
    {
      kind: 'ask-place',
      text,
      emergency: false,
      towns: ['青石镇', text],
      ask: { cardId: 'ask_1', choices: ['青石镇', text] },
    },
  ],
  'ask-problem': () => [
    { kind: 'ask-problem', withMedia: true },
    { kind: 'ask-problem', withMedia: false },
    { kind: 'ask-problem', withMedia: true, voice: true },
    { kind: 'ask-problem', withMedia: false, place: '王家村' },
    {
      kind: 'ask-problem',
      withMedia: false,
      place: '王家村',
      ask: { cardId: 'ask_2', choices: ['占道经营', '露天焚烧'] },
    },
  ],
  'ask-same': (facts, text) => [
    {
      kind: 'ask-same',
      known: [{ caseNo: facts.caseNo, item: facts.item, place: facts.place, at: ISO, count: 1 }],
      ask: { cardId: 'ask_3', choices: ['是同一件', '不是'] },
    },
    {
      kind: 'ask-same',
      known: [1, 2, 30].map((count) => ({ caseNo: facts.caseNo, item: text, place: null, at: ISO, count })),
      ask: { cardId: 'ask_4', choices: ['是 0007', '是 0008', '是 0009', '不是'] },
    },
    {
      kind: 'ask-same',
      known: [{ caseNo: facts.caseNo, item: null, place: null, at: ISO, count: 2 }],
      ask: { cardId: 'ask_5', choices: ['是同一件', '不是'] },
    },
  ],
  again: (facts) => [
    { kind: 'again', facts, nudged: true, left: 2 },
    { kind: 'again', facts: { ...facts, lead: null }, nudged: true, left: 0 },
    { kind: 'again', facts, nudged: false, left: 0 },
  ],
  'maybe-same': (facts) => [
    {
      kind: 'maybe-same',
      facts,
      known: [{ caseNo: facts.caseNo, item: facts.item, place: facts.place, at: ISO, count: 1 }],
    },
  ],
  'ask-which': (facts, text) => [
    { kind: 'ask-which', items: [facts], said: text, ask: { cardId: 'ask_7', choices: ['是回答这件', '另一件事'] } },
    {
      kind: 'ask-which',
      items: [facts, { ...facts, item: null, place: null }],
      said: '',
      ask: { cardId: 'ask_8', choices: ['是 0007', '是 0008', '另一件事'] },
    },
  ],
  elsewhere: (_f, text) => [
    { kind: 'elsewhere', name: text, phone: text, ask: { cardId: 'ask_6', choices: ['还是要反映', '知道了'] } },
    { kind: 'elsewhere', name: '供电所', phone: '95598', ask: null },
    { kind: 'elsewhere', name: '派出所', phone: null, ask: null },
  ],
  shielded: (facts) => [
    { kind: 'shielded', facts: { ...facts, shield: 'anonymous' } },
    { kind: 'shielded', facts: { ...facts, shield: 'confidential' }, also: ['QS261124-0008', 'QS261124-0009'] },
  ],
  'shield-noted': () =>
    (['place', 'problem', 'same', 'insist', 'which'] as const).flatMap((asks) => [
      { kind: 'shield-noted', shield: 'anonymous', asks, choices: ['是同一件', '不是'] },
      { kind: 'shield-noted', shield: 'confidential', asks, choices: [] },
    ]),
  'shield-which': (facts) => [
    { kind: 'shield-which', shield: 'anonymous', items: [facts] },
    { kind: 'shield-which', shield: 'confidential', items: [facts, facts, facts, facts, facts] },
  ],
  relay: (facts, question) => [{ kind: 'relay', facts, question }],
  relayed: (facts) => [1, 3].map((count) => ({ kind: 'relayed', facts, count })),
  revealed: (facts, text) => [
    {
      ...{ kind: 'revealed', facts, who: ['r-1', 'r-2'], text, mark: '宋明 2026-11-24 10:00 QS' },
      people: [
        { account: '李华的账号', name: null, phone: null },
        { account: text, name: text, phone: '13800000000' },
      ],
    },
    { kind: 'revealed', facts, who: [], people: [], text: '', mark: text },
  ],
  'reveal-asked': (facts, reason) =>
    [true, false].map((mine) => ({
      kind: 'reveal-asked',
      facts: { ...facts, shield: 'confidential' },
      by: '周婷',
      reason,
      mine,
    })),
  'reveal-logged': (facts, reason) => [
    { kind: 'reveal-logged', facts, by: '周婷', second: '宋明', reason },
    { kind: 'reveal-logged', facts, by: reason, second: null, reason },
  ],
  'my-data': (facts) => [
    { kind: 'my-data', reports: 3, cases: [facts, facts, facts], sure: false },
    { kind: 'my-data', reports: 0, cases: [], sure: true },
  ],
  'kept-how': () =>
    (['erase-not', 'unshield', 'who-looked', 'who-reported'] as const).map((what) => ({ kind: 'kept-how', what })),
  erased: () => [0, 2].map((open) => ({ kind: 'erased', open })),
  recalled: (facts) => [
    { kind: 'recalled', facts },
    { kind: 'recalled', facts: null },
  ],
  'bind-code': () => [{ kind: 'bind-code', code: '123456', minutes: 10 }],
  bound: (_f, text) => [{ kind: 'bound', name: text }],
  'not-bound': () => (['no-code', 'wrong', 'too-often', 'here'] as const).map((why) => ({ kind: 'not-bound', why })),
  'to-tell': (facts) => [true, false].map((outcome) => ({ kind: 'to-tell', facts, outcome })),
  'member-left': (facts, text) => [
    { kind: 'member-left', who: text, cases: [] },
    { kind: 'member-left', who: text, cases: Array.from({ length: 30 }, () => ({ caseNo: facts.caseNo, to: text })) },
    { kind: 'member-left', who: '张伟', cases: [{ caseNo: facts.caseNo, to: null }] },
  ],
  progress: (facts, note) =>
    (
      [
        'dispatched',
        'signed',
        'arrived',
        'feedback',
        'returned',
        'ruled',
        'escalated',
        'urged',
        'finished',
        'reopened',
        'triage',
        'settled',
        'closed',
        'whistled',
        'help-refused',
        'transferred',
      ] as const
    ).flatMap(
      (step) =>
        [
          { kind: 'progress', facts, step, note },
          { kind: 'progress', facts, step, note: null },
          { kind: 'progress', facts, step, note, why: note ?? '', own: true },
        ] as const,
    ),
  reopened: (facts) => [false, true].map((askWhat) => ({ kind: 'reopened', facts, askWhat }) as const),
  'progress-list': (facts) => [
    { kind: 'progress-list', items: [facts] },
    { kind: 'progress-list', items: Array.from({ length: 50 }, () => facts) },
  ],
  'progress-card': (facts) =>
    STAGES.map(
      (stage) => ({ kind: 'progress-card', facts: { ...facts, stage }, cardId: `${facts.caseNo}_5` }) as const,
    ),
  'ask-solved': (facts) => [
    { kind: 'ask-solved', facts, cardId: `${facts.caseNo}_3` },
    { kind: 'ask-solved', facts, cardId: `${facts.caseNo}_3`, again: true },
  ],
  'ask-satisfied': (facts) => [
    { kind: 'ask-satisfied', facts, cardId: `${facts.caseNo}_4` },
    { kind: 'ask-satisfied', facts, cardId: `${facts.caseNo}_4`, again: true },
  ],
  thanks: (facts) => [
    ...[true, false, null].map((satisfied) => ({ kind: 'thanks', facts, satisfied }) as const),
    { kind: 'thanks', facts, satisfied: false, askWhat: true },
  ],
  supplemented: (facts) => [{ kind: 'supplemented', facts }],
  nudged: (facts) => [
    { kind: 'nudged', facts, left: 2 },
    { kind: 'nudged', facts, left: 0 },
  ],
  withdrawn: (facts) => [
    { kind: 'withdrawn', facts },
    { kind: 'withdrawn', facts, others: 2 },
  ],
  joined: (facts) =>
    [null, facts.caseNo].flatMap((from) =>
      [true, false].map((emergency) => ({ kind: 'joined', facts, count: 3, emergency, from }) as const),
    ),
  split: (facts) => [{ kind: 'split', facts, from: facts.caseNo }],
  conflict: (facts, text) => [
    {
      kind: 'conflict',
      facts,
      cardId: 'c_1',
      candidates: [{ id: 'dadui', name: '综合行政执法大队' }],
      accused: [text],
      note: text,
    },
    { kind: 'conflict', facts, cardId: 'c_1', candidates: [], accused: [], note: null },
  ],
  admission: (facts, text) =>
    (['held', 'known', 'asked', 'reminder', 'approved', 'refused'] as const).flatMap((said) =>
      [text, null].map((note) => ({ kind: 'admission', said, admission: admission(facts, text), note }) as const),
    ),
  'admission-listed': (facts, text) => [{ kind: 'admission-listed', facts, department: text }],
  admissions: (facts, text) => [
    { kind: 'admissions', items: [] },
    { kind: 'admissions', items: Array.from({ length: 30 }, () => admission(facts, text)) },
  ],
  ownerless: (facts, text) => [{ kind: 'ownerless', facts, wanted: text }],
  crowd: (facts) => [{ kind: 'crowd', facts, count: 10 }],
  'task-card': (facts, note) =>
    STAGES.flatMap(
      (stage) =>
        [
          { kind: 'task-card', facts: { ...facts, stage }, cardId: `${facts.caseNo}_1`, note },
          { kind: 'task-card', facts: { ...facts, stage }, cardId: `${facts.caseNo}_1`, note: null },
        ] as const,
    ),
  assist: (facts) => [{ kind: 'assist', facts }],
  'card-update': (facts, text) => [
    { kind: 'card-update', cardId: 'ask_7', view: 'answered', chosen: text },
    ...STAGES.flatMap((stage) =>
      (['unit', 'command', 'reporter'] as const).map(
        (view) => ({ kind: 'card-update', facts: { ...facts, stage }, cardId: `${facts.caseNo}_1`, view }) as const,
      ),
    ),
  ],
  taken: (facts) => [
    { kind: 'taken', facts },
    { kind: 'taken', facts: { ...facts, holder: '张伟' } },
  ],
  'case-news': (facts, note) =>
    (
      [
        'withdrawn',
        'supplement',
        'nudge',
        'reassigned',
        'urged',
        'reopened',
        'closed',
        'finished',
        'joined',
        'raised',
        'merged',
      ] as const
    ).flatMap(
      (news) =>
        [
          { kind: 'case-news', facts, news, note },
          { kind: 'case-news', facts, news, note: null },
        ] as const,
    ),
  'ask-text': (facts) =>
    (['result', 'reason', 'feedback', 'supplement'] as const).map(
      (wants) => ({ kind: 'ask-text', facts, wants }) as const,
    ),
  done: (facts) =>
    (
      [
        'signed',
        'arrived',
        'feedback',
        'finished',
        'returned',
        'assigned',
        'ruled',
        'urged',
        'merged',
        'split',
        'apart',
        'unlearnt',
        'told-otherwise',
        'whistled',
        'transferred',
      ] as const
    ).flatMap((step, files) => [
      { kind: 'done', facts, step, files } as const,
      { kind: 'done', facts, step, files, to: [{ name: '县公安局', phone: '110' }] } as const,
    ]),
  'triage-card': (facts, note) =>
    (['unsure', 'returned', 'unsolved'] as const).flatMap(
      (why) =>
        [
          { kind: 'triage-card', facts, cardId: `${facts.caseNo}_2`, candidates: CHOICES, why, note, by: '张伟' },
          { kind: 'triage-card', facts, cardId: `${facts.caseNo}_2`, candidates: [], why, note: null, by: null },
        ] as const,
    ),
  undelivered: (facts) =>
    (['never-wrote', 'no-channel', 'refused', 'gave-up'] as const).flatMap(
      (why) =>
        [
          { kind: 'undelivered', facts, who: '张伟', where: '城管中队群', why },
          { kind: 'undelivered', facts: null, who: '', where: null, why },
        ] as const,
    ),
  remind: (facts) =>
    (['sign', 'arrive', 'finish'] as const).map(
      (clock) => ({ kind: 'remind', facts, clock, share: 0.8, dueAt: ISO }) as const,
    ),
  overdue: (facts) =>
    (['duty', 'station_head', 'command_room', 'leaders', 'supervisor'] as const).map(
      (target, repeat) => ({ kind: 'overdue', facts, clock: 'finish', dueAt: ISO, target, repeat }) as const,
    ),
  quiet: (facts) => [1, 2].map((times) => ({ kind: 'quiet', facts, since: ISO, times }) as const),
  'rule-due': (facts) => [true, false].map((over) => ({ kind: 'rule-due', facts, dueAt: ISO, over }) as const),
  emergency: (facts) => [{ kind: 'emergency', facts: { ...facts, level: 'emergency' } }],
  refused: (facts) =>
    [...REASONS, ...partReasons].flatMap(
      (reason) =>
        [
          { kind: 'refused', reason, caseNo: facts.caseNo, facts, choices: ['0007', '0008'] },
          { kind: 'refused', reason, caseNo: null, facts: null, choices: [] },
        ] as const,
    ),
  detail: (facts, note) => [
    {
      kind: 'detail',
      facts,
      timeline: [
        { at: ISO, type: 'signed', by: 'u-ZhangWei', note },
        { at: ISO, type: 'brand-new', by: 'u-unknown', note: null },
        { at: ISO, type: 'closed', by: 'system', note: null },
      ],
      files: 2,
    },
  ],
  'on-duty': () => [
    {
      kind: 'on-duty',
      day: '2026-11-24',
      rows: [
        { station: '城管中队', people: ['张伟', 'u-ZhangWei', 'u-unknown'] },
        { station: '派出所', people: [] },
      ],
    },
    { kind: 'on-duty', day: '2026-11-24', rows: [] },
  ],
  'who-handles': (_f, asked) => [
    {
      kind: 'who-handles',
      asked,
      rows: [
        {
          item: '占道经营',
          mode: 'own',
          lead: '城管中队',
          assist: ['派出所'],
          approve: null,
          supervise: '城管中队',
          punish: '综合行政执法大队',
          legalBasis: '《条例》',
        },
      ],
    },
    {
      kind: 'who-handles',
      asked,
      guessed: true,
      rows: (['in-force', 'over', 'not-yet'] as const).map((state) => ({
        item: asked,
        mode: 'joint',
        lead: '自然资源所',
        assist: [],
        approve: null,
        supervise: null,
        punish: null,
        legalBasis: '',
        power: {
          mode: 'joint',
          punish: false,
          stop: 'delegation-over',
          holder: asked,
          day: '2026-11-20',
          mentor: null,
          mentorUntil: null,
        },
        lent: [{ from: asked, to: '综合行政执法大队', doc: '委托书1号', state, until: '2026-11-20' }],
      })),
    },
    { kind: 'who-handles', asked, rows: [] },
    { kind: 'who-handles', asked, rows: [], near: ['占道经营', asked] },
  ],
  classifier: (_f, item) => [
    { kind: 'classifier', state: 'none', weakest: [] },
    { kind: 'classifier', state: 'learning', weakest: [] },
    {
      kind: 'classifier',
      state: 'used',
      version: { id: '0a1b2c3d4e5f', at: ISO, rows: 1800, lessons: 12, accuracy: 0.91, pinned: true },
      weakest: [{ item, right: 0.5 }],
    },
  ],
  'alias-proposed': (facts, alias) => [
    { kind: 'alias-proposed', alias, village: '王家村', caseNo: facts.caseNo },
    { kind: 'alias-proposed', alias: '老王庄', village: alias, caseNo: null },
  ],
  'alias-decided': (_f, alias) =>
    [true, false].map((approved) => ({ kind: 'alias-decided', alias, village: '王家村', approved })),
  aliases: (_f, alias) => [
    { kind: 'aliases', items: [] },
    {
      kind: 'aliases',
      items: [
        { alias, village: '王家村', waits: true },
        { alias: '老王庄', village: alias, waits: false },
      ],
    },
  ],
  ending: (_f, subject) =>
    (['delegation', 'mentor', 'licence', 'item', 'certificate', 'agreement'] as const).map((what, i) => ({
      kind: 'ending',
      what,
      subject,
      others: [subject, '乱倒垃圾', subject],
      until: '2027-05-31',
      days: [30, 7, 0, -2][i] ?? 30,
    })),
  mindmap: (_f, text) => [
    {
      kind: 'mindmap',
      item: text,
      steps: [
        { step: '受理', unit: text, people: text },
        { step: '核查', unit: '城管中队', people: '' },
      ],
      others: [text],
    },
  ],
  'sign-in-code': () => [{ kind: 'sign-in-code', code: '040506', minutes: 10 }],
  'no-case': () => [{ kind: 'no-case', word: '当事人' }],
  'unknown-command': () => [
    { kind: 'unknown-command', nearest: ['签收', '到场'] },
    { kind: 'unknown-command', nearest: [] },
  ],
  help: () =>
    (['villager', 'officer', 'head', 'dispatcher', 'leader', 'supervisor', 'reviewer', 'admin'] as const).map(
      (audience) => ({ kind: 'help', audience }) as const,
    ),
  greeting: () => [true, false].map((staff) => ({ kind: 'greeting', staff }) as const),
  dropped: (facts) => [
    { kind: 'dropped', what: 'report', open: facts },
    { kind: 'dropped', what: 'report', open: null },
    { kind: 'dropped', what: 'words', open: null },
  ],
  'not-understood': () =>
    (['empty', 'emoji', 'kind', 'nothing'] as const).map((why) => ({ kind: 'not-understood', why }) as const),
  'media-failed': () => [{ kind: 'media-failed', count: 2 }],
  'media-kept': (facts) => [
    { kind: 'media-kept', facts, count: 1 },
    { kind: 'media-kept', facts: null, count: 1 },
  ],
}

function admission(facts: Facts, text: string): AdmissionFacts {
  const at = '2026-11-24T02:00:00.000Z'
  const { town, caseNo } = facts
  return { no: 'QS-ZR2026-0001', town, department: text, text, status: 'held', by: text, at, approval: text, caseNo }
}

const REASONS = [
  'unknown-case',
  'ambiguous-case',
  'not-yours',
  'not-staff',
  'not-command',
  'not-reporter',
  'already-signed',
  'sign-first',
  'already-finished',
  'already-closed',
  'withdrawn',
  'being-ruled',
  'not-dispatched',
  'return-limit',
  'needs-case',
  'unknown-station',
  'conflict',
  'conflict-unit',
  'conflict-merge',
  'conflict-reporter',
  'merge-sure',
  'already-asked',
  'merged',
  'same-case',
  'other-town',
  'not-merged',
  'merge-how',
  'split-how',
  'apart-how',
  'unlearn-none',
  'split-first',
  'admit-how',
  'admit-who',
  'mindmap-how',
  'approve-how',
  'approve-own',
  'refuse-how',
  'unknown-admission',
  'admission-decided',
  'nudged-too-soon',
  'nudge-limit',
  'too-late',
  'nothing-open',
  'not-finished',
  'same-unit',
  'empty-unit',
  'whistle-how',
  'transfer-how',
  'whistle-whom',
  'transfer-whom',
  'unknown-card',
  'no-permission',
] as const

const FILE: NoticeBody = { kind: 'file', sha256: 'a'.repeat(64), name: '处罚决定书', mime: 'application/zip' }

export const everyBody = (facts: Facts = FACTS, note = '正在劝离摊主'): NoticeBody[] => [
  ...Object.values(made).flatMap((make): readonly NoticeBody[] => make(facts, note)),
  ...partBodies(note, facts),
  FILE,
]
