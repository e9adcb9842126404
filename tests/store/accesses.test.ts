import { describe, expect, it } from 'vitest'
import type { NewAccess } from '../../domain/decision.ts'
import { logAccess } from '../../store/beside.ts'
import { openReadOnly } from '../../store/open.ts'
import type { Store, Verified } from '../../store/store.ts'
import { onBothDatabases, open, withStore } from './databases.ts'
import { at } from './samples.ts'

const line = (n: number, change: Partial<NewAccess> = {}): NewAccess => ({
  id: `access-${n}`,
  kind: 'reveal',
  by: 'u-zhouting',
  second: null,
  caseNo: 'QS261123-0001',
  reason: '核实情况',
  at: at(n),
  ...change,
})

const look = async (url: string): Promise<Verified> => {
  const reader = await openReadOnly(url)
  return reader.verify().finally(() => reader.close())
}

const lines = (store: Store, ...numbers: readonly number[]) =>
  Promise.all(numbers.map((n) => store.commit({ access: [line(n)] }, at(n))))

onBothDatabases((place) => {
  const noGuard =
    place.provider === 'sqlite'
      ? ['DROP TRIGGER access_is_not_changed', 'DROP TRIGGER access_is_not_deleted']
      : ['DROP TRIGGER access_is_not_changed ON access_log']

  async function afterTampering(url: string, ...sql: readonly string[]): Promise<Verified> {
    for (const statement of [...noGuard, ...sql]) await place.raw(url, statement)
    return look(url)
  }

  async function fiveLines(): Promise<string> {
    const { store, url } = await open(await place.fresh())
    await lines(store, 1, 2, 3)
    await lines(store, 4)
    await lines(store, 5)
    await store.close()
    return url
  }

  describe('the log of accesses', () => {
    it('refuses change and deletion', async () => {
      const url = await fiveLines()
      for (const sql of [`UPDATE access_log SET "by" = 'x'`, `DELETE FROM access_log WHERE "id" = 'access-5'`])
        await expect(place.raw(url, sql)).rejects.toThrow('the log of accesses is append-only')
      expect(await look(url)).toMatchObject({ ok: true, accesses: { rows: 5, before: 0, faults: [] } })
    })

    it('hangs together whoever writes: the program, a command beside it, the program again', () =>
      withStore(place, async ({ store, url }) => {
        await lines(store, 1)
        await Promise.all([logAccess(url, line(2, { kind: 'export' })), lines(store, 3, 4)])
        await lines(store, 5)
        expect(await store.verify()).toMatchObject({ ok: true, accesses: { rows: 5, faults: [] } })
        expect((await store.accesses(9)).toReversed()[0]).toEqual(line(1))
      }))

    it('takes a line once, also where its commit is tried again', () =>
      withStore(place, async ({ store }) => {
        await lines(store, 1)
        await store.commit({ access: [line(1), line(2)] }, at(2))
        expect(await store.verify()).toMatchObject({ ok: true, accesses: { rows: 2 } })
      }))

    it('names what was done to it', async () => {
      for (const [sql, said] of [
        [`UPDATE access_log SET "reason" = '没看过' WHERE "seq" = 3`, { code: 'changed', seq: 3 }],
        [`UPDATE access_log SET "second" = 'u-other' WHERE "seq" = 1`, { code: 'changed', seq: 1 }],
        ['DELETE FROM access_log WHERE "seq" = 2', { code: 'missing', seq: 2, until: 2 }],
        ['DELETE FROM access_log WHERE "seq" >= 4', { code: 'cut-off', seq: 4, until: 5 }],
        [`DELETE FROM meta WHERE key = 'access head'`, { code: 'no-head', seq: 6 }],
      ] as const)
        expect(await afterTampering(await fiveLines(), sql)).toMatchObject({
          ok: false,
          faults: [],
          accesses: { faults: [said] },
        })
    })
  })

  describe('lines from before there was a chain', () => {
    const stamp =
      place.provider === 'sqlite' ? (n: number) => `${at(n).getTime()}` : (n: number) => `'${at(n).toISOString()}'`
    const old = (n: number) =>
      `INSERT INTO access_log ("id", "kind", "by", "reason", "at") VALUES ('old-${n}', 'sign-in', 'u-zhouting', 'code', ${stamp(n)})`

    /** A database as an older version left it, started with this one. */
    async function upgraded(...chained: readonly number[]): Promise<string> {
      const url = await leftByOlder()
      const { store } = await open(url)
      await lines(store, ...chained)
      await store.close()
      return url
    }

    async function leftByOlder(): Promise<string> {
      const { store, url } = await open(await place.fresh())
      await store.close()
      for (const sql of [old(1), old(2), `DELETE FROM meta WHERE key = 'access head'`]) await place.raw(url, sql)
      return url
    }

    it('are held by the first link, from the first start on', async () => {
      const url = await upgraded()
      expect(await look(url)).toMatchObject({ ok: true, accesses: { rows: 0, before: 2, faults: [] } })
      const again = await upgraded(7, 8)
      expect(await look(again)).toMatchObject({ ok: true, accesses: { rows: 2, before: 2, faults: [] } })
    })

    it.each([
      ['changed', `UPDATE access_log SET "by" = 'u-other' WHERE "id" = 'old-2'`],
      ['taken out', `DELETE FROM access_log WHERE "id" = 'old-1'`],
      ['added', old(3)],
    ])('that were %s are noticed, with and without newer ones', async (_what, sql) => {
      for (const chained of [[], [7]])
        expect(await afterTampering(await upgraded(...chained), sql)).toMatchObject({
          ok: false,
          accesses: { faults: [{ code: 'before', seq: 0 }] },
        })
    })
  })
})
