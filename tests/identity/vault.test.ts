import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { InboxRow } from '../../domain/decision.ts'
import type { Destination, OutboxRow } from '../../domain/notice.ts'
import { citizens } from '../../identity/citizen.ts'
import { addKey, dropKeys, openKeys } from '../../identity/keys.ts'
import { KeysRefused } from '../../identity/keyFile.ts'
import { veilOld } from '../../identity/old.ts'
import { openVault } from '../../identity/vault.ts'
import { doorStore, unveiled, veiled } from '../../identity/veil.ts'
import { onBothDatabases, withStore } from '../store/databases.ts'
import { at, inbound, notice, report, task } from '../store/samples.ts'

async function inFolder(work: (file: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'shaozi-keys-'))
  await work(join(folder, 'identity-keys.json')).finally(() => rm(folder, { recursive: true }))
}

describe('the keys', () => {
  it('are made once, for the owner alone, and open what they sealed', () =>
    inFolder(async (file) => {
      const ring = await openKeys(file, [])
      expect((await stat(file)).mode & 0o777).toBe(0o600)
      const { keyId, sealed } = ring.seal('v-lihua', 'r-1')
      expect(sealed).not.toContain('lihua')
      const again = await openKeys(file, [keyId])
      expect(again.unseal(sealed, keyId, 'r-1')).toBe('v-lihua')
      expect(again.lookup('v-lihua')).toBe(ring.lookup('v-lihua'))
      expect(() => again.unseal(sealed, keyId, 'r-2')).toThrow('authenticate')
      const changed = Buffer.from(sealed, 'base64')
      changed[20] = (changed[20] ?? 0) ^ 1
      expect(() => again.unseal(changed.toString('base64'), keyId, 'r-1')).toThrow('authenticate')
    }))

  it('are never made anew where something is sealed already', () =>
    inFolder(async (file) => {
      await expect(openKeys(file, ['k1'])).rejects.toMatchObject({ why: 'missing' })
      await openKeys(file, [])
      await expect(openKeys(file, ['k9'])).rejects.toMatchObject({ why: 'lacks' })
      await writeFile(file, '{"current": "k1"')
      await expect(openKeys(file, [])).rejects.toBeInstanceOf(KeysRefused)
    }))

  it('of two processes that start at once are the same', () =>
    inFolder(async (file) => {
      const rings = await Promise.all(Array.from({ length: 8 }, () => openKeys(file, [])))
      expect(new Set(rings.map((ring) => ring.lookup('x'))).size).toBe(1)
    }))

  it('change, and the old one goes when nothing needs it', () =>
    inFolder(async (file) => {
      const old = await openKeys(file, [])
      const { keyId, sealed } = old.seal('v', 'r')
      const next = await addKey(file)
      expect(next.current).not.toBe(keyId)
      expect(next.unseal(sealed, keyId, 'r')).toBe('v')
      expect((await dropKeys(file, [])).ids).toEqual([next.current])
      expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ current: next.current })
    }))
})

onBothDatabases((place) => {
  const isStaff = (id: string) => id.startsWith('u-officer')
  const withVault = (
    work: (
      of: Readonly<{
        store: Parameters<Parameters<typeof withStore>[1]>[0]['store']
        vault: ReturnType<typeof openVault>
      }>,
    ) => Promise<void>,
  ) =>
    withStore(place, ({ store }) =>
      inFolder(async (file) => work({ store, vault: openVault(store, await openKeys(file, []), () => at(0)) })),
    )
  const from = (id: string, key: string) => ({
    ...inbound(key),
    reply: null,
    from: id,
    chat: { type: 'single', id } as const,
  })

  describe('people', () => {
    it('go by another name from the door on, the same one each time; staff by their own', () =>
      withVault(async ({ store, vault }) => {
        const hidden = veiled(store, vault, isStaff)
        const rows = await Promise.all(
          ['1', '2', '3'].map((key) => hidden.receive(from('v-lihua', `aibot:v-lihua:${key}`), at(0))),
        )
        const names = new Set(rows.map(({ row }) => row.from))
        const [name = ''] = names
        expect(names.size).toBe(1)
        expect(name).toMatch(/^r-/)
        expect(JSON.stringify(rows)).not.toContain('lihua')
        expect(await vault.whoIs(name)).toBe('v-lihua')
        const again = await hidden.receive(from('v-lihua', 'aibot:v-lihua:1'), at(1))
        expect(again.fresh).toBe(false)
        expect((await hidden.receive(from('u-officer', '9'), at(0))).row.from).toBe('u-officer')
        const doors = doorStore(store, vault, isStaff)
        expect([await doors.hasWritten('v-lihua'), await doors.hasWritten('v-nobody')]).toEqual([true, false])
      }))

    it('are told by their real names, and not at all once they were forgotten', () =>
      withVault(async ({ store, vault }) => {
        const hidden = veiled(store, vault, isStaff)
        const { row } = await hidden.receive(from('v-lihua', '1'), at(0))
        const sent: OutboxRow[] = []
        const bare: Destination = {
          states: () => [],
          send: async (rows) => (sent.push(...rows), { outcome: 'sent', how: 'push' }),
        }
        const doors = unveiled(bare, vault)
        const message = {
          ...notice('k'),
          to: { kind: 'chat', chat: row.chat },
          id: 'o',
          seq: 1,
          attempts: 0,
          createdAt: at(0),
        } as OutboxRow
        expect(await doors.send([message], at(0))).toMatchObject({ outcome: 'sent' })
        expect(sent[0]?.to).toEqual({ kind: 'chat', chat: { type: 'single', id: 'v-lihua' } })
        const own = task(1, { mergedInto: null, reporters: [{ userid: row.from, chat: row.chat }] })
        await store.commit({ task: own, reports: [{ ...report(own), userid: row.from, chat: row.chat }] }, at(0))
        const shown = { kind: 'revealed', facts: { caseNo: own.caseNo }, who: ['v-lihua'], text: '原话', mark: '' }
        await store.commit(
          {
            inbox: { id: row.id, outcome: 'done', note: 'x' },
            notices: [
              { ...notice('to him'), to: { kind: 'chat', chat: row.chat } },
              { ...notice('look'), body: shown as never },
              notice('to others'),
            ],
          },
          at(0),
        )
        await hidden.commit({ erase: [row.from] }, at(1))
        expect((await store.dueOutbox(at(99), 9)).map(({ key }) => key)).toEqual(['to others'])
        expect(await vault.whoIs(row.from)).toBeNull()
        expect(await doors.send([message], at(2))).toMatchObject({ outcome: 'refused' })
        expect(await store.reports(own.id)).toMatchObject([{ text: '' }])
        expect(JSON.stringify((await store.received(row.id)) as InboxRow)).not.toContain('占道')
        expect((await hidden.receive(from('v-lihua', '2'), at(3))).row.from).not.toBe(row.from)
      }))

    it('of the staff report under a sealed name of their own, and are themselves to the program', () =>
      withVault(async ({ store, vault }) => {
        const known = citizens(store, vault, isStaff)
        const chat = { type: 'single', id: 'u-officer-wang' } as const
        const own = task(1, { mergedInto: null, reporters: [{ userid: chat.id, chat }] })
        const told = { ...notice('QS|p-u-officer-wang'), to: { kind: 'chat', chat }, taskId: own.id } as const
        const asOfficer = { ...told, key: 'card', queue: 'dispatch' } as const
        await known.commit(
          { task: own, reports: [{ ...report(own), userid: chat.id, chat }], notices: [told, asOfficer] },
          at(0),
        )
        const alias = (await vault.asCitizen(chat.id)) ?? ''
        expect(alias).toMatch(/^r-s/)
        expect(await vault.known(chat.id)).toBeNull()
        expect(await vault.whoIs(alias)).toBe(chat.id)
        expect(await store.reports(own.id)).toMatchObject([{ userid: alias, chat: { id: alias } }])
        const [first, second] = await store.dueOutbox(at(9), 9)
        expect(JSON.stringify([first?.to, first?.key])).not.toContain('officer')
        expect(second?.to).toEqual({ kind: 'chat', chat })
        expect((await known.task(own.id))?.reporters).toEqual([{ userid: chat.id, chat }])
        expect(await known.reports(own.id)).toMatchObject([{ userid: chat.id, chat }])
        expect(await known.tasks({ reporter: chat.id, limit: 9 })).toHaveLength(1)
        expect(await vault.citizen(chat.id)).toBe(alias)
      }))

    it('of an older version get other names in every row', () =>
      withVault(async ({ store, vault }) => {
        const { row } = await store.receive(from('v-old', 'aibot:v-old:1'), at(0))
        const own = task(1, { mergedInto: null, reporters: [{ userid: 'v-old', chat: row.chat }] })
        const key = 'aibot-v-old-v-old'
        await store.commit(
          {
            task: own,
            reports: [{ ...report(own), userid: 'v-old', chat: row.chat }],
            notices: [{ ...notice('in|1|x|p-v-old'), to: { kind: 'chat', chat: row.chat } }],
            conversation: {
              key,
              value: {
                key,
                userid: 'v-old',
                chat: row.chat,
                question: { asks: 'spot', caseNo: own.caseNo },
                askedAt: at(0),
              },
            },
            timers: [{ subject: key, kind: 'question', dueAt: at(10), step: 0 }],
          },
          at(0),
        )
        expect(await veilOld(store, vault, isStaff)).toBe(1)
        expect(await veilOld(store, vault, isStaff)).toBe(0)
        const name = (await vault.known('v-old')) ?? ''
        expect((await store.task(own.id))?.reporters).toMatchObject([{ userid: name, chat: { id: name } }])
        expect(await store.conversation(`aibot-${name}-${name}`)).toMatchObject({ userid: name })
        expect(JSON.stringify(await store.dueOutbox(at(99), 9))).not.toContain('v-old')
        expect(JSON.stringify(await store.dueTimers(at(99), 9))).not.toContain('v-old')
        expect(JSON.stringify(await store.received(row.id))).not.toContain('v-old')
        expect(await store.hasWritten(name)).toBe(true)
      }))

    it('are sealed again with another key', () =>
      withVault(async ({ store, vault }) => {
        const { row } = await veiled(store, vault, isStaff).receive(from('v-lihua', '1'), at(0))
        expect(await store.keysInUse()).toEqual(['k1'])
        const [old] = await store.sealedOtherwise('k2', 9)
        if (old) await store.reseal([{ ...old, keyId: 'k2', sealed: 'other' }])
        expect(await store.keysInUse()).toEqual(['k2'])
        expect(await store.identity(row.from)).toMatchObject({ keyId: 'k2', sealed: 'other' })
      }))
  })

  describe('what was kept long enough', () => {
    it('goes by class and in batches; what is open stays', () =>
      withStore(place, async ({ store }) => {
        const rows = await Promise.all(['1', '2', '3'].map((key) => store.receive(inbound(key), at(0))))
        for (const { row } of rows.slice(0, 2))
          await store.commit({ inbox: { id: row.id, outcome: 'done', note: 'x' } }, at(1))
        expect(await store.purge('inbox', at(0), 9)).toBe(0)
        expect(await store.purge('inbox', new Date(Date.now() + 60_000), 1)).toBe(1)
        expect(await store.purge('inbox', new Date(Date.now() + 60_000), 9)).toBe(1)
        expect(await store.unhandled(9)).toHaveLength(1)
        for (const kind of ['outbox', 'conversation', 'closed', 'identity'] as const)
          expect(await store.purge(kind, at(999), 9)).toBe(0)
        await store.addIdentities([{ id: 'r-1', lookup: 'l', keyId: 'k1', sealed: 's', createdAt: at(0) }])
        expect(await store.purge('identity', at(999), 9)).toBe(1)
        expect(await store.identity('r-1')).toMatchObject({ sealed: '' })
      }))
  })
})
