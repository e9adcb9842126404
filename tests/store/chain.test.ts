import { describe, expect, it } from 'vitest'
import { openReadOnly } from '../../store/open.ts'
import type { Verified } from '../../store/store.ts'
import { onBothDatabases, open, withStore, type Opened, type Place } from './databases.ts'
import { at, event, task } from './samples.ts'

/** Six events in groups of their own, then what an intruder does behind the store's back. */
async function afterTampering(place: Place, ...sql: readonly string[]): Promise<Verified> {
  const opened = await open(await place.fresh())
  await sixEvents(opened)
  await opened.store.close()
  for (const statement of sql) await place.raw(opened.url, statement)
  const store = await openReadOnly(opened.url)
  try {
    return await store.verify()
  } finally {
    await store.close()
  }
}

async function sixEvents({ store }: Opened): Promise<void> {
  await store.commit(
    {
      task: task(1),
      events: [event(task(1), 'reported', { z: 1, a: { y: [1.5, null], x: 'é' } }), event(task(1), 'dispatched')],
    },
    at(1),
  )
  await Promise.all(
    [2, 3, 4, 5].map((seq) => store.commit({ task: task(seq), events: [event(task(seq), 'reported')] }, at(seq))),
  )
}

onBothDatabases((place) => {
  const noGuard =
    place.provider === 'sqlite'
      ? ['DROP TRIGGER event_is_not_changed', 'DROP TRIGGER event_is_not_deleted']
      : ['DROP TRIGGER event_is_not_changed ON event']

  describe('the event log', () => {
    it('verifies as it was written, also over a restart', async () => {
      const opened = await open(await place.fresh())
      await sixEvents(opened)
      const before = await opened.store.verify()
      await opened.store.close()
      const again = await open(opened.url)
      await again.store.commit({ task: task(9), events: [event(task(9), 'reported')] }, at(9))
      const after = await again.store.verify()
      await again.store.close()
      expect([before.ok, before.events, after.ok, after.events, after.faults]).toEqual([true, 6, true, 7, []])
      expect(after.head).not.toBe(before.head)
    })

    it('is verified while the program writes', () =>
      withStore(place, async (opened) => {
        await sixEvents(opened)
        const reader = await openReadOnly(opened.url)
        const writing = Promise.all(
          [11, 12, 13].map((seq) =>
            opened.store.commit({ task: task(seq), events: [event(task(seq), 'reported')] }, at(seq)),
          ),
        )
        expect(await reader.verify()).toMatchObject({ ok: true })
        await writing
        expect(await reader.verify()).toMatchObject({ ok: true, events: 9 })
        await reader.close()
      }))

    it('refuses change and deletion', () =>
      withStore(place, async (opened) => {
        await sixEvents(opened)
        for (const sql of [`UPDATE event SET type = 'x' WHERE seq = 2`, 'DELETE FROM event WHERE seq = 6'])
          await expect(place.raw(opened.url, sql)).rejects.toThrow('the event log is append-only')
        expect((await opened.store.verify()).ok).toBe(true)
      }))

    it('names an event whose content was changed', async () => {
      for (const change of [`"by" = 'u-other'`, `data = '{"z":2}'`, `"caseNo" = 'QS261123-0099'`])
        expect(await afterTampering(place, ...noGuard, `UPDATE event SET ${change} WHERE seq = 3`)).toMatchObject({
          ok: false,
          faults: [{ code: 'changed', seq: 3, at: at(2) }],
        })
    })

    it('names a missing event, in the middle, at the start and at the end', async () => {
      for (const [gone, said] of [
        [3, { code: 'missing', seq: 3, until: 3, at: at(1) }],
        [1, { code: 'missing', seq: 1, until: 1, at: null }],
        [6, { code: 'cut-off', seq: 6, until: 6 }],
      ] as const)
        expect(await afterTampering(place, ...noGuard, `DELETE FROM event WHERE seq = ${gone}`)).toMatchObject({
          ok: false,
          events: 5,
          faults: [said],
        })
    })

    it('names an event that was moved', async () => {
      const swap = [
        'UPDATE event SET seq = 100 WHERE seq = 3',
        'UPDATE event SET seq = 3 WHERE seq = 4',
        'UPDATE event SET seq = 4 WHERE seq = 100',
      ]
      expect((await afterTampering(place, ...noGuard, ...swap)).faults[0]).toEqual({
        code: 'reordered',
        seq: 3,
        follows: 4,
        at: at(3),
      })
    })

    it('names an event that was added past the head, and a log without its head', async () => {
      const copy = `INSERT INTO event SELECT 7, "taskId", "caseNo", type, "by", at, data, hash, "prevHash" FROM event WHERE seq = 6`
      expect((await afterTampering(place, copy)).faults).toMatchObject([{ seq: 7, at: at(5) }])
      expect((await afterTampering(place, `DELETE FROM meta WHERE key = 'head'`)).faults).toEqual([
        { code: 'no-head', seq: 7, at: at(5) },
      ])
    })
  })
})
