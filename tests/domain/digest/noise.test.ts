import { describe, expect, it } from 'vitest'
import type { Choice } from '../../../domain/digest/kinds.ts'
import type { Notice, NoticeBody } from '../../../domain/notice.ts'
import { UNCHOSEN } from '../../../domain/digest/kinds.ts'
import { mostOf, townLedBy } from '../../../domain/digest/listening.ts'
import { gathered } from '../../../domain/digest/noise.ts'
import { topicsIn } from '../../../domain/digest/wording-topics.ts'
import { factsOf } from '../../../domain/case/facts.ts'
import { CALENDAR_2026 } from '../year2026.ts'
import { at, sample, task } from './tasks.ts'

const NOW = at('11-24')
const town = sample({ 'leader.most': 2 })
const world = { towns: [town], calendar: CALENDAR_2026, now: NOW, id: () => 'x' }
const facts = factsOf(task(), town)
const overdue: NoticeBody = { kind: 'overdue', facts, clock: 'finish', dueAt: '', target: 'leaders', repeat: 0 }
const ruling: NoticeBody = { kind: 'rule-due', facts, dueAt: '', over: true }

const notice = (body: NoticeBody, own: Partial<Notice> = {}): Notice => ({
  ...{ key: 'k', taskId: null, queue: 'alerts', urgent: false, to: { kind: 'group', id: 'top' } },
  ...{ body, reply: null, notBefore: NOW, dueAt: NOW, fallback: null },
  ...own,
})

const waits = (what: Notice, choice: Choice = UNCHOSEN, told = 0): boolean =>
  gathered(what, choice, told, town, world).notBefore > NOW

describe('an alert to leaders', () => {
  it('is told at once within the measure, and with the next card beyond it', () => {
    expect([0, 1, 2, 9].map((told) => waits(notice(overdue), UNCHOSEN, told))).toEqual([false, false, true, true])
    const held = gathered(notice(overdue), UNCHOSEN, 2, town, world)
    expect(held.notBefore).toEqual(at('11-24', '18:00'))
    expect(held.dueAt).toEqual(at('11-24', '18:01'))
  })

  it.each<[string, Notice]>([
    ['an emergency', notice(overdue, { urgent: true })],
    ['an answer', notice(overdue, { queue: 'replies' })],
    ['news to a unit', notice(overdue, { queue: 'dispatch' })],
    [
      'what asks him to decide',
      notice({ kind: 'triage-card', facts, cardId: 'x', candidates: [], why: 'unsure', note: null, by: null }),
    ],
  ])('%s never waits', (_name, what) => {
    expect(waits(what, { volume: 'less', topics: [] }, 99)).toBe(false)
  })

  it('waits where he does not listen to what it is about', () => {
    const only = (topics: Choice['topics']) => ({ volume: 'normal', topics }) as const
    expect(waits(notice(overdue), only(['overdue']))).toBe(false)
    expect(waits(notice(ruling), only(['overdue']))).toBe(true)
    expect(waits(notice({ ...overdue, facts: { ...facts, level: 'urgent' } }), only(['urgent']))).toBe(false)
    expect(waits(notice(overdue), only(['urgent']))).toBe(true)
  })

  it('held back over the night, it is not brought forward', () => {
    const late = notice(overdue, { notBefore: at('11-26', '07:00') })
    expect(gathered(late, UNCHOSEN, 9, town, world)).toBe(late)
  })
})

describe('whose measure it is', () => {
  it.each([
    ['the group of the leaders', { kind: 'group', id: 'top' }, true],
    ['the command room', { kind: 'group', id: 'room' }, false],
    ['a leader', { kind: 'person', userid: 'leader' }, true],
    ['a leader who dispatches', { kind: 'person', userid: 'both' }, false],
    ['a dispatcher', { kind: 'person', userid: 'clerk' }, false],
    ['where somebody is answered', { kind: 'chat', chat: { type: 'single', id: 'leader' } }, false],
  ] as const)('%s', (_name, to, expected) => {
    expect(townLedBy(to, world) !== null).toBe(expected)
  })

  it.each([
    ['less', 2, 1],
    ['normal', 2, 2],
    ['more', 2, 4],
    ['less', 1, 1],
  ] as const)('%s of %i is %i', (volume, most, expected) => {
    expect(mostOf({ volume, topics: null }, sample({ 'leader.most': most }), NOW)).toBe(expected)
  })
})

it.each([
  ['超期 紧急', ['overdue', 'urgent']],
  ['紧急、超时', ['overdue', 'urgent']],
  ['吹哨和监督', ['whistle', 'supervision']],
  ['全部', null],
  ['超期 紧急 派单 吹哨 监督 其他', null],
  ['天气', 'unclear'],
  ['超期 天气', 'unclear'],
  ['', 'unclear'],
])('只听 %s', (said, expected) => {
  expect(topicsIn(said)).toEqual(expected)
})
