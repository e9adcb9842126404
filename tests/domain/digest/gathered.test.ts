import { expect, it } from 'vitest'
import type { NoticeBody, OutboxRow } from '../../../domain/notice.ts'
import { briefFor, namedOn } from '../../../domain/digest/brief.ts'
import { togetherWith } from '../../../domain/digest/oneMessage.ts'
import { heardAs } from '../../../domain/digest/heard.ts'
import { saidLater, toldLater } from '../../../domain/digest/noise.ts'
import { factsOf } from '../../../domain/case/facts.ts'
import { CALENDAR_2026 } from '../year2026.ts'
import { at, sample, task } from './tasks.ts'

const NOW = at('11-24', '18:00')
const town = sample()
const world = { towns: [town], calendar: CALENDAR_2026, now: NOW, id: () => 'x' }
const cases = Array.from({ length: 5 }, () => task({ due: { finish: at('11-20') } }))
const heard = () => heardAs(cases, [], town, () => false)
const material = { open: cases, recent: [], counts: { opened: 0, finished: 0, open: 0 } }
const brief = briefFor({ readers: 'command', edition: 'evening', heard }, town, material, world, null)

const row = (id: string, body: NoticeBody): OutboxRow => ({
  ...{ id, key: id, seq: 1, taskId: null, queue: 'alerts', urgent: false, attempts: 0, createdAt: NOW },
  ...{ to: { kind: 'group', id: 'top' }, body, reply: null, notBefore: NOW, dueAt: NOW, fallback: null },
})
const overdue = (of: (typeof cases)[number]): NoticeBody => ({
  ...{ kind: 'overdue', facts: factsOf(of, town), clock: 'finish', dueAt: '', target: 'leaders', repeat: 0 },
})
const card = row('card', { kind: 'digest', cardId: 'c', brief })
const alerts = cases.map((each, i) => row(`a${i}`, overdue(each)))
const ids = (rows: readonly OutboxRow[]) => rows.map(({ id }) => id)

it('a card takes with it what it names with a line and a button; the rest follows it', () => {
  expect(namedOn(brief)).toHaveLength(3)
  expect(ids(togetherWith(card, alerts))).toEqual(['card', 'a0', 'a1', 'a2'])
  const [first, , , last] = alerts
  if (!first || !last) throw new Error('there are five')
  expect(ids(togetherWith(first, [card, last]))).toEqual(['a0', 'card'])
  expect(ids(togetherWith(last, [first, card]))).toEqual(['a3'])
  expect(ids(togetherWith(last, [first]))).toEqual(['a3', 'a0'])
})

it('who reported it hears when leaders will know, where none of them does yet', () => {
  const [first] = alerts
  if (!first) throw new Error('there are five')
  expect(toldLater([first], world)).toBeNull()
  const held = { ...first, notBefore: at('11-25', '08:30') }
  expect(toldLater([held], world)).toEqual(at('11-25', '08:30'))
  expect(toldLater([held, { ...first, to: { kind: 'person', userid: 'leader' } }], world)).toBeNull()
  const told = row('p', { kind: 'progress', facts: brief.needs[0]!.items[0]!, step: 'escalated', note: null })
  expect(saidLater(told, at('11-25', '08:30')).body).toMatchObject({ later: at('11-25', '08:30').toISOString() })
})
