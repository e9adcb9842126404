import type { NewEvent, NewReport } from '../../domain/decision.ts'
import type { Inbound } from '../../domain/inbound.ts'
import type { Notice } from '../../domain/notice.ts'
import type { Task } from '../../domain/task.ts'
import type { Policy } from '../../domain/policy.ts'

/** An instant of the test day, in minutes after nine in the morning of Asia/Shanghai. */
export const at = (minutes: number): Date => new Date(Date.UTC(2026, 10, 23, 1, 0, 0, 7) + minutes * 60_000)

export const chat = { type: 'single', id: 'u-villager' } as const

export function inbound(key: string, text = '王家村村口有人占道摆摊'): Inbound {
  return {
    channel: 'aibot',
    dedupeKey: key,
    from: 'u-villager',
    chat,
    content: { kind: 'text', text, quote: null },
    reply: { reqId: `req-${key}`, kind: 'message', until: at(1440) },
  }
}

export function task(seq: number, change: Partial<Task> = {}): Task {
  return {
    id: `task-${seq}`,
    caseNo: `QS261123-${String(seq).padStart(4, '0')}`,
    town: 'QS',
    day: '261123',
    seq,
    version: 0,
    stage: 'dispatched',
    level: 'normal',
    item: 'D-001',
    place: { code: null, name: '王家村村口' },
    text: '有人占道摆摊',
    lead: 'chengguan',
    assist: ['huanwei', 'brigade'],
    candidates: [],
    reporters: [{ userid: 'u-villager', chat }],
    policyId: 'policy-1',
    createdAt: at(seq),
    dispatchedAt: at(seq),
    assignedAt: at(seq),
    due: { sign: at(seq + 120), finish: at(seq + 2400) },
    ruleBy: null,
    tentative: false,
    holder: null,
    signedAt: null,
    arrivedAt: null,
    activeAt: null,
    finishedAt: null,
    result: null,
    returns: 0,
    reopens: 0,
    nudges: 0,
    nudgedAt: null,
    solved: null,
    satisfied: null,
    cards: 1,
    shield: 'confidential',
    mergedInto: 'QS261123-0001',
    linked: ['QS261123-0002'],
    understood: { by: 'both', confidence: 0.9, words: ['占道'], raised: ['long'] },
    dutyVersion: 'abcd1234',
    person: 'u-zhangwei',
    ...change,
  }
}

export function report(of: Task, change: Partial<NewReport> = {}): NewReport {
  return {
    id: `report-${of.id}`,
    taskId: of.id,
    userid: 'u-villager',
    chat,
    text: of.text,
    at: of.createdAt,
    ...change,
  }
}

export function event(of: Task, type: string, data: Record<string, unknown> = {}): NewEvent {
  return { taskId: of.id, caseNo: of.caseNo, type, by: 'u-villager', at: of.createdAt, data }
}

export function notice(key: string, change: Partial<Notice> = {}): Notice {
  return {
    key,
    taskId: 'task-1',
    queue: 'replies',
    urgent: false,
    to: { kind: 'person', userid: 'u-villager' },
    body: { kind: 'ask-place', text: '有人占道摆摊', emergency: false },
    reply: null,
    notBefore: at(0),
    dueAt: at(0),
    fallback: null,
    ...change,
  }
}

export const policy: Policy = {
  id: 'policy-1',
  levels: {
    emergency: {
      sign: { amount: 15, unit: 'm' },
      arrive: { amount: 30, unit: 'm' },
      finish: { amount: 1, unit: 'd' },
      hours: 'always',
    },
    urgent: {
      sign: { amount: 30, unit: 'm' },
      arrive: { amount: 2, unit: 'h' },
      finish: { amount: 2, unit: 'd' },
      hours: 'always',
    },
    normal: {
      sign: { amount: 2, unit: 'h' },
      arrive: { amount: 1, unit: 'd' },
      finish: { amount: 5, unit: 'd' },
      hours: 'work',
    },
  },
  workHours: [{ from: 510, to: 720 }],
  remindAt: [0.5, 0.8],
  ladder: [{ clock: 'sign', after: { amount: 0, unit: 's' }, to: ['duty', 'station_head'] }],
  returnLimit: 1,
  ruleWithin: { amount: 4, unit: 'h' },
  feedbackWindow: { amount: 14, unit: 'd' },
  reopenWindow: { amount: 10, unit: 'd' },
  quietHours: { from: 1320, to: 420 },
  mergeWithin: 60_000,
}
