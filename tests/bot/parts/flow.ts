import { PERMIT_FOUND } from '../../../domain/flow/kinds.ts'
import type {
  FlowRefusal,
  FlowSaid,
  PaperFacts,
  PenaltyFacts,
  PermitFacts,
  PermitRow,
} from '../../../domain/flow/said.ts'
import type { PartBodies } from '../parts.ts'

const AT = '2026-11-24T02:00:00.000Z'
const STATES = ['draft', 'out', 'read', 'missed', 'withdrawn', 'dropped'] as const

const paper = (note: string, patch: Partial<PaperFacts> = {}): PaperFacts => ({
  no: 'QS-WJ2026-0012',
  title: note,
  from: '城管中队',
  by: '张伟',
  to: ['综合行政执法大队', '派出所'],
  files: 1,
  at: AT,
  state: 'out',
  read: 9,
  of: 12,
  ...patch,
})

const permit = (note: string, patch: Partial<PermitFacts> = {}): PermitFacts => ({
  no: 'QS-XK2026-0003',
  holder: note,
  matter: '食品经营许可',
  place: '王家村',
  caseNo: 'QS261124-0007',
  by: '张伟',
  of: '市场监管所',
  at: AT,
  dueAt: AT,
  found: null,
  answer: null,
  answeredBy: null,
  ...patch,
})

const bare = { matter: null, place: null, caseNo: null, by: '', dueAt: null }
const row = (note: string, patch: Partial<PermitRow> = {}): PermitRow => ({
  holder: note,
  kind: '食品经营许可证',
  number: '示例-0001',
  from: '2024-03-01',
  until: '2029-02-28',
  address: note,
  unit: '市场监管所',
  expired: false,
  ...patch,
})

const penalty = (note: string, patch: Partial<PenaltyFacts> = {}): PenaltyFacts => ({
  no: 'QS-LA2026-0003',
  docNo: '青执罚决字〔2026〕第0003号',
  day: '2026-11-24',
  party: '张某',
  item: '占道经营',
  sort: 'fine',
  amount: 200,
  text: note,
  law: '《城市市容和环境卫生管理条例》',
  organ: '青石镇人民政府',
  ...patch,
})

export const flow: PartBodies<FlowSaid, FlowRefusal> = {
  bodies: (note) => ({
    'paper-ask': [null, 'out', 'case', 'dropped', 'going'].flatMap((chosen) =>
      [null, 'QS261124-0007'].map((busy) => ({
        kind: 'paper-ask' as const,
        no: 'QS-WJ2026-0012',
        cardId: 'QS-WJ2026-0012_ask',
        files: 1,
        busy,
        chosen: chosen as 'out' | null,
      })),
    ),
    'paper-want': (['file', 'title'] as const).map((what) => ({
      kind: 'paper-want',
      what,
      no: 'QS-WJ2026-0012',
    })),
    paper: STATES.flatMap((state) =>
      (['reader', 'group'] as const).flatMap((view) =>
        [true, false].map((seen) => ({
          kind: 'paper' as const,
          paper: paper(note, { state, from: seen ? null : '城管中队' }),
          cardId: 'QS-WJ2026-0012_p1',
          view,
          seen,
          again: seen ? 0 : 2,
        })),
      ),
    ),
    'paper-sent': [
      { kind: 'paper-sent', paper: paper(note), nobody: [] },
      { kind: 'paper-sent', paper: paper(note, { to: [] }), nobody: ['派出所'] },
    ],
    'paper-status': STATES.flatMap((state) => [
      { kind: 'paper-status', paper: paper(note, { state }), left: [], gone: false },
      { kind: 'paper-status', paper: paper(note, { state, of: 0, read: 0, to: [] }), left: ['王芳'], gone: true },
    ]),
    'paper-left': [{ kind: 'paper-left', paper: paper(note), left: ['王芳'] }],
    'paper-news': (['read', 'withdrawn', 'taken-back'] as const).map((news) => ({
      kind: 'paper-news',
      paper: paper(note),
      news,
    })),
    papers: [
      { kind: 'papers', items: [] },
      { kind: 'papers', items: STATES.map((state) => paper(note, { state })) },
    ],
    'permit-question': [null, ...PERMIT_FOUND].flatMap((found) => [
      {
        kind: 'permit-question',
        permit: permit(note, { found, answer: found && note, answeredBy: found && '孙梅' }),
        cardId: 'c_1',
        again: 0,
      },
      { kind: 'permit-question', permit: permit(note, { ...bare, found }), cardId: 'c_2', again: 2 },
    ]),
    'permit-sent': [
      { kind: 'permit-sent', permit: permit(note) },
      { kind: 'permit-sent', permit: permit(note, bare) },
    ],
    'permit-answer': PERMIT_FOUND.flatMap((found) =>
      [true, false].map((mine) => ({
        kind: 'permit-answer' as const,
        permit: permit(note, { found, answer: mine ? note : null }),
        mine,
      })),
    ),
    'permit-late': (['head', 'command', 'asker'] as const).flatMap((to) =>
      [true, false].map((last) => ({ kind: 'permit-late' as const, permit: permit(note), to, last })),
    ),
    'permit-found': [
      {
        kind: 'permit-found',
        asked: note,
        rows: [row(note), row(note, { number: '', from: null, until: null, address: '', unit: '', expired: true })],
        more: 3,
        caseNo: null,
      },
      { kind: 'permit-found', asked: '老王饭店', rows: [row(note)], more: 0, caseNo: 'QS261124-0007' },
    ],
    penalty: [
      { kind: 'penalty', penalty: penalty(note) },
      {
        kind: 'penalty',
        penalty: penalty('', { docNo: null, party: '', item: '', law: '', organ: '', amount: null, sort: 'warning' }),
      },
    ],
    penalties: [
      { kind: 'penalties', month: '2026-11', items: [] },
      { kind: 'penalties', month: '2026-11', items: [penalty(note), penalty(note, { amount: null, sort: 'other' })] },
    ],
  }),
  reasons: [
    'paper-secret',
    'paper-unknown',
    'paper-which',
    'paper-whom',
    'paper-nobody',
    'paper-how',
    'paper-coming',
    'paper-lost',
    'paper-read-already',
    'paper-not-reader',
    'paper-gone',
    'paper-sent-already',
    'paper-not-yours',
    'permit-how',
    'permit-whom',
    'permit-unknown',
    'permit-which',
    'permit-answered',
    'permit-answer-how',
    'permit-own',
    'permit-private',
    'penalties-how',
  ],
}
