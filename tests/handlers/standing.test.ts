import { describe, expect, it } from 'vitest'
import type { Context } from '../../context.ts'
import { setStanding } from '../../handlers/standing.ts'
import { sqlitePlace, withStore } from '../store/databases.ts'
import { at } from '../store/samples.ts'

const timer = (kind: string, minutes: number) => ({ subject: 'nightly', kind, dueAt: at(minutes), step: 0 })

describe('what is done every night, at a start', () => {
  const place = sqlitePlace()

  it('is set anew where it is still ahead, and left alone where it is due: somebody died over it', () =>
    withStore(place, async ({ store }) => {
      const ctx = { store, now: () => at(30) } as unknown as Context
      await store.commit({ timers: [timer('learn', 20), timer('purge', 40)] }, at(0))
      await setStanding(ctx, [timer('learn', 99), timer('purge', 99), timer('chain', 99)])
      const standing = (await store.timersOf('nightly')).map(({ kind, dueAt }) => [kind, dueAt] as const)
      expect(Object.fromEntries(standing)).toEqual({ learn: at(20), purge: at(99), chain: at(99) })
    }))
})
