import { describe, expect, it } from 'vitest'
import { logOldFiles } from '../../app/evidence.ts'
import { COMING, type Fetched, type NewAttachment } from '../../domain/decision.ts'
import { logAccess } from '../../store/beside.ts'
import { hashOf } from '../../store/chain.ts'
import { openReadOnly } from '../../store/open.ts'
import type { Store } from '../../store/store.ts'
import { onBothDatabases, withStore } from './databases.ts'
import { at, event, task } from './samples.ts'

const one = task(1, { mergedInto: null })
const file = (id: string, change: Partial<NewAttachment> = {}): NewAttachment => ({
  id,
  taskId: null,
  sha256: `hash-${id}`,
  mime: 'image/png',
  bytes: 12,
  name: '.png',
  by: 'u-zhangwei',
  at: at(0),
  fault: null,
  source: 'image',
  gps: '34.1,113.1',
  thumb: null,
  ...change,
})
const coming = (id: string, change: Partial<NewAttachment> = {}) =>
  file(id, { sha256: null, mime: null, bytes: 0, fault: COMING, gps: null, ...change })
const come = (id: string): Fetched => {
  const { sha256, mime, bytes, name, fault, gps = null } = file(id)
  return { id, sha256, mime, bytes, name, fault, gps }
}

const logged = async (store: Store) =>
  (await store.timeline(one.id)).filter(({ type }) => type === 'evidence').map(({ by, data }) => [by, data['id']])

onBothDatabases((place) => {
  describe('the log of a case', () => {
    it('is read as it hangs on the chain, up to a head', () =>
      withStore(place, async ({ store, url }) => {
        for (const seq of [1, 2]) await store.commit({ task: task(seq), events: [event(task(seq), 'opened')] }, at(seq))
        await store.commit({ attachments: [file('a', { taskId: one.id })] }, at(3))
        const reader = await openReadOnly(url)
        const head = await reader.head()
        const links = await reader.links(one.id, head.seq)
        expect(links.map(({ seq, type }) => [seq, type])).toEqual([
          [1, 'opened'],
          [3, 'evidence'],
        ])
        for (const link of links) expect(hashOf(link.prevHash, link.seq, link)).toBe(link.hash)
        expect(head).toEqual({ seq: 3, hash: links[1]?.hash })
        expect(await reader.links(one.id, 2)).toEqual([links[0]])
        expect([await reader.linkAt(3), await reader.linkAt(9)]).toEqual([head, null])
        await reader.close()
      }))
  })

  describe('what is taken out while the program runs', () => {
    it('is written down beside it', () =>
      withStore(place, async ({ store, url }) => {
        const access = {
          id: 'x1',
          kind: 'export',
          by: 'zhou',
          second: null,
          caseNo: one.caseNo,
          reason: '复议',
          at: at(1),
        } as const
        await Promise.all([
          logAccess(url, access),
          ...[1, 2, 3].map((seq) => store.commit({ task: task(seq) }, at(seq))),
        ])
        expect(await store.accesses(9)).toEqual([access])
      }))
  })

  const withCase = (work: (store: Store) => Promise<void>) =>
    withStore(place, async ({ store }) => {
      await store.commit({ task: one }, at(0))
      await work(store)
      expect((await store.verify()).faults).toEqual([])
    })

  describe('a file of a case', () => {
    it('is in the log with all that makes it evidence', () =>
      withCase(async (store) => {
        await store.commit({ attachments: [file('a', { taskId: one.id })] }, at(3))
        const [event] = await store.timeline(one.id)
        expect(event).toMatchObject({ type: 'evidence', by: 'u-zhangwei', at: at(3) })
        expect(event?.data).toEqual({
          id: 'a',
          sha256: 'hash-a',
          mime: 'image/png',
          bytes: 12,
          source: 'image',
          at: at(0).toISOString(),
          gps: '34.1,113.1',
          by: 'u-zhangwei',
        })
      }))

    it('of a reporter names neither him nor where he stood', () =>
      withCase(async (store) => {
        await store.commit({ attachments: [file('a', { taskId: one.id, by: 'r-123' })] }, at(3))
        const [event] = await store.timeline(one.id)
        expect(event).toMatchObject({ by: 'reporter', data: { by: 'reporter', gps: null } })
        expect(JSON.stringify(event)).not.toContain('r-123')
      }))

    it('is logged once, whichever comes last: the file or its case', () =>
      withCase(async (store) => {
        await store.commit(
          { attachments: [coming('late', { taskId: one.id }), file('quick', { taskId: one.id })] },
          at(1),
        )
        expect(await logged(store)).toEqual([['u-zhangwei', 'quick']])
        // both of the message come again
        await store.commit({ fetched: [come('late'), come('quick')] }, at(2))
        expect((await logged(store)).map(([, id]) => id)).toEqual(['quick', 'late'])

        await store.commit({ attachments: [coming('loose'), file('early')] }, at(3))
        await store.commit({ fetched: [come('loose')] }, at(4))
        expect(await logged(store)).toHaveLength(2)
        await store.commit({ attach: { ids: ['early', 'loose'], taskId: one.id } }, at(5))
        await store.commit({ attach: { ids: ['early'], taskId: one.id } }, at(6))
        expect((await logged(store)).map(([, id]) => id)).toEqual(['quick', 'late', 'early', 'loose'])
      }))

    it('that belongs to none, or could not be fetched, is not', () =>
      withCase(async (store) => {
        await store.commit({ attachments: [file('a'), coming('b', { taskId: one.id, fault: 'missing' })] }, at(1))
        expect(await logged(store)).toEqual([])
      }))

    it('of somebody who is called otherwise from now on is a reporter’s', () =>
      withCase(async (store) => {
        await store.commit({ attachments: [file('a')] }, at(1))
        const senders = [{ was: 'u-zhangwei', now: 'r-s1' }]
        await store.commit({ attach: { ids: ['a'], taskId: one.id, senders } }, at(2))
        expect(await logged(store)).toEqual([['reporter', 'a']])
        expect(await store.attachments(one.id)).toMatchObject([{ by: 'r-s1' }])
      }))

    it('stays in the log when it is let go of, and whoever checks the files hears why', () =>
      withStore(place, async ({ store, url }) => {
        await store.commit({ task: one, attachments: ['a', 'b'].map((id) => file(id, { taskId: one.id })) }, at(1))
        await store.commit({ filesGone: ['a'] }, at(2))
        expect(await logged(store)).toHaveLength(2)
        const reader = await openReadOnly(url)
        const [first, second] = [
          { seq: 1, caseNo: one.caseNo, sha256: 'hash-a', erased: true },
          { seq: 2, caseNo: one.caseNo, sha256: 'hash-b', erased: false },
        ]
        expect(await reader.loggedFiles(0, 9)).toEqual([first, second])
        expect(await reader.loggedFiles(1, 9)).toEqual([second])
        await reader.close()
      }))

    it('of an older version comes into the log at the next start', async () => {
      const noEvents = {
        sqlite: 'DROP TRIGGER event_is_not_deleted',
        postgresql: 'DROP TRIGGER event_is_not_changed ON event',
      }
      await withStore(place, async ({ store, url }) => {
        const [his, hers] = [file('a', { taskId: one.id }), file('b', { taskId: one.id, by: 'u-sunmei' })]
        await store.commit({ task: one, attachments: [his, hers] }, at(1))
        await place.raw(url, noEvents[place.provider])
        await place.raw(url, 'DELETE FROM event')
        await store.commit({ events: [{ ...event(one, 'signed'), by: 'u-zhangwei' }] }, at(2))
        expect(await logOldFiles(store, at(9))).toBe(2)
        expect(await logOldFiles(store, at(9))).toBe(0)
        // she did nothing for the case: she may have reported it
        expect(await logged(store)).toEqual([
          ['u-zhangwei', 'a'],
          ['reporter', 'b'],
        ])
      })
    })
  })
})
