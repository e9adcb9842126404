import type { Facts } from '../../domain/facts.ts'
import type { NoticeBody, OutboxRow } from '../../domain/notice.ts'
import type { Town } from '../../domain/town.ts'

export const NOW = new Date('2026-11-24T02:00:00Z')
export const CASE_NO = 'QS261124-0007'

const policy = {
  id: 'p1',
  workHours: [],
  remindAt: [],
  ladder: [],
  returnLimit: 1,
  ruleWithin: { amount: 4, unit: 'h' },
  feedbackWindow: { amount: 14, unit: 'd' },
  reopenWindow: { amount: 10, unit: 'd' },
  quietHours: null,
  mergeWithin: 60_000,
  levels: Object.fromEntries(
    ['emergency', 'urgent', 'normal'].map((l) => [
      l,
      {
        sign: { amount: 2, unit: 'h' },
        arrive: { amount: 1, unit: 'd' },
        finish: { amount: 5, unit: 'd' },
        hours: 'work',
      },
    ]),
  ) as Town['policy']['levels'],
} as const

export const TOWN: Town = {
  code: 'QS',
  name: '青石镇',
  class: 'B',
  stations: [
    {
      id: 'chengguan',
      name: '城管中队',
      kind: 'resident',
      head: 'u-liqiang',
      duty: ['u-zhangwei'],
      group: 'grp-chengguan',
    },
  ],
  people: [
    { userid: 'u-ZhangWei', name: '张伟', station: 'chengguan', roles: ['officer'], licence: null, licenceUntil: null },
  ],
  groups: [
    { id: 'grp-chengguan', name: '城管中队群', aibotChatid: 'wrCHENGGUAN', webhookKey: null, appchatId: null },
    { id: 'grp-deaf', name: '没接机器人的群', aibotChatid: null, webhookKey: 'k', appchatId: null },
  ],
  commandRoom: null,
  leaders: null,
  emergencyWords: [],
  duties: [],
  villages: [],
  roster: [],
  policy,
}

export const FACTS: Facts = {
  caseNo: CASE_NO,
  town: '青石镇',
  stage: 'dispatched',
  level: 'normal',
  item: '占道经营',
  place: '王家村',
  text: '王家村村口有人占道摆摊，还乱倒垃圾',
  lead: '城管中队',
  assist: ['派出所', '生态环境所'],
  holder: null,
  signBy: '2026-11-24T04:00:00.000Z',
  arriveBy: '2026-11-25T02:00:00.000Z',
  finishBy: '2026-12-01T02:00:00.000Z',
  tentative: false,
  result: null,
  reopens: 0,
  legalBasis: '《城市市容管理条例》第十四条',
}

let seq = 0

/** An outbox row about to be sent. */
export function row(body: NoticeBody, patch: Partial<OutboxRow> = {}): OutboxRow {
  seq += 1
  return {
    id: `row-${seq}`,
    seq,
    attempts: 0,
    createdAt: NOW,
    key: `k-${seq}`,
    taskId: null,
    queue: 'replies',
    urgent: false,
    to: { kind: 'person', userid: 'u-zhangwei' },
    body,
    reply: null,
    notBefore: NOW,
    dueAt: NOW,
    fallback: null,
    ...patch,
  }
}

export const chat = (id: string, type: 'single' | 'group' = 'single') => ({ kind: 'chat', chat: { type, id } }) as const
export const reply = (kind: 'message' | 'card' | 'welcome', reqId = 'R-1', ms = 60_000) => ({
  reqId,
  kind,
  until: new Date(NOW.getTime() + ms),
})
export const ACCEPTED: NoticeBody = { kind: 'accepted', facts: FACTS, emergency: false, askSpot: false, cut: false }
export const CARD: NoticeBody = { kind: 'task-card', facts: FACTS, cardId: `${CASE_NO}_1`, note: null }
