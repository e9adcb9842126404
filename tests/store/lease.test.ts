import { describe, expect, it } from 'vitest'
import { LEAD } from '../../store/lease.ts'
import { postgresPlace, sqlitePlace, withStore } from './databases.ts'
import { at, notice } from './samples.ts'

const lease = (holder: string, ms = 60_000) => ({ name: LEAD, holder, ms, said: { host: holder } })

describe('what one process of several does alone', () => {
  const place = postgresPlace()

  it('is one process at a time, which may keep it; a new one is counted', () =>
    withStore(place, async ({ store }) => {
      expect(await store.takeLease(lease('one'))).toBe(1)
      expect(await store.takeLease(lease('two'))).toBeNull()
      expect(await store.takeLease(lease('one'))).toBe(1)
      expect(await store.leaseHeld(LEAD)).toEqual({ holder: 'one', said: { host: 'one' } })
      await store.dropLease(LEAD, 'two')
      expect(await store.takeLease(lease('two'))).toBeNull()
      await store.dropLease(LEAD, 'one')
      expect(await store.leaseHeld(LEAD)).toBeNull()
      expect(await store.takeLease(lease('two'))).toBe(2)
    }))

  it('falls to another when its time is over', () =>
    withStore(place, async ({ store }) => {
      await store.takeLease(lease('one', -1))
      expect(await store.takeLease(lease('two'))).toBe(2)
      expect(await store.takeLease(lease('one'))).toBeNull()
    }))

  it('goes to one of many who want it at once', () =>
    withStore(place, async ({ store }) => {
      const got = await Promise.all(Array.from({ length: 20 }, (_, i) => store.takeLease(lease(`p-${i}`))))
      expect(got.filter((fence) => fence !== null)).toEqual([1])
    }))

  it('of one who has it no more only counts what he has sent', () =>
    withStore(place, async ({ store, due }) => {
      await store.commit({ notices: [notice('a'), notice('b'), notice('c')] }, at(0))
      const [a = '', b = '', c = ''] = due.map(({ id }) => id)
      const settled = { attempt: true, reason: null, at: at(1) }
      await store.takeLease(lease('one', -1))
      await store.takeLease(lease('two'))
      await store.settle([{ id: a, status: 'sent', ...settled }], 1)
      await store.settle([{ id: b, status: 'parked', ...settled }], 1)
      await store.settle([{ id: c, status: 'parked', ...settled }], 2)
      const left = await Promise.all([a, b, c].map((id) => store.outbox(id)))
      expect(left.map((row) => row?.key ?? null)).toEqual([null, 'b', null])
    }))
})

describe('a database of its own', () => {
  const place = sqlitePlace()

  it('has no other process that could want it', () =>
    withStore(place, async ({ store }) => {
      expect(await store.takeLease(lease('one'))).toBe(1)
      expect(await store.leaseHeld(LEAD)).toBeNull()
    }))
})
