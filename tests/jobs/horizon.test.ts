import { expect, it } from 'vitest'
import type { Context, Due } from '../../context.ts'
import { horizon } from '../../jobs/horizon.ts'

const NOW = new Date('2026-11-24T10:00:00+08:00')
const later = (ms: number): Date => new Date(NOW.getTime() + ms)

/** What a database answers: what is due after one instant and not after another, first what is due first, no more than asked for. */
function contextWith(rows: readonly Due[]): Context {
  const upcoming = async (after: Date, until: Date, limit: number): Promise<Due[]> =>
    rows
      .filter(({ dueAt }) => dueAt > after && dueAt <= until)
      .toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime())
      .slice(0, limit)
  return { now: () => NOW, store: { upcoming } } as unknown as Context
}

it.each([
  ['at one and the same instant', () => 60_000],
  ['at a few instants', (n: number) => 1_000 * (1 + (n % 3))],
  ['one after the other', (n: number) => 1 + n],
])('what is due soon is all put into Redis, however many are due %s', async (_, dueIn) => {
  const rows = Array.from({ length: 12_000 }, (__, n): Due => ({ kind: 'timer', id: `t${n}`, dueAt: later(dueIn(n)) }))
  const put = new Set<string>()
  await horizon(contextWith(rows), ({ id }) => void put.add(id)).feed()
  expect(put.size).toBe(rows.length)
})

it('what is overdue when Redis has forgotten everything is all put there again, and at no other time', async () => {
  const rows = Array.from({ length: 6_000 }, (__, n): Due => ({ kind: 'timer', id: `t${n}`, dueAt: later(-1 - n) }))
  const put = new Set<string>()
  const ahead = horizon(contextWith(rows), ({ id }) => void put.add(id))
  await ahead.feed()
  expect(put.size).toBe(rows.length)
  put.clear()
  await ahead.feed()
  expect(put.size).toBe(0)
  ahead.reset()
  await ahead.feed()
  expect(put.size).toBe(rows.length)
})
