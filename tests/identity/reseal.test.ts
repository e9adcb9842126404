import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addKey, openKeys, type KeyRing } from '../../identity/keys.ts'
import { keepSealed, resealAll } from '../../identity/reseal.ts'
import type { Log } from '../../context.ts'
import type { Store } from '../../store/store.ts'
import { onBothDatabases, withStore } from '../store/databases.ts'
import { at } from '../store/samples.ts'

const MANY = 1100
const nameOf = (n: number): string => `r-${n}`

async function sealMany(store: Store, ring: KeyRing): Promise<void> {
  const people = Array.from({ length: MANY }, (_, n) => nameOf(n))
  await store.addIdentities(
    people.map((id) => ({ id, lookup: ring.lookup(id), createdAt: at(0), ...ring.seal(`v-${id}`, id) })),
  )
}

/** Stops like a machine that goes dark: after `batches` nothing is written any more. */
function dying(store: Store, batches: number): Store {
  let left = batches
  return {
    ...store,
    reseal: (rows) => (left-- > 0 ? store.reseal(rows) : Promise.reject(new Error('gone dark'))),
  }
}

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'shaozi-reseal-'))))
afterEach(() => rmSync(folder, { recursive: true }))
const file = (): string => join(folder, 'identity-keys.json')

onBothDatabases((place) => {
  describe('a key that takes the place of another', () => {
    it('may be stopped after any batch: everybody can be opened then, and when it is run again nobody needs the old key', () =>
      withStore(place, async ({ store }) => {
        await sealMany(store, await openKeys(file(), []))
        await store.commit({ erase: [nameOf(3)] }, at(1))
        const ring = await addKey(file())
        for (const batches of [0, 1, 1]) {
          await expect(resealAll(dying(store, batches), ring)).rejects.toThrow('gone dark')
          const after = await openKeys(file(), await store.keysInUse())
          for (const n of [0, 499, 500, MANY - 1])
            expect(await openedAs(store, after, nameOf(n))).toBe(`v-${nameOf(n)}`)
          if (batches > 0) expect((await store.keysInUse()).toSorted()).toEqual(['k1', 'k2'])
        }
        await resealAll(store, ring)
        expect(await store.keysInUse()).toEqual(['k2'])
        expect(await openedAs(store, ring, nameOf(MANY - 1))).toBe(`v-${nameOf(MANY - 1)}`)
        expect(await store.identity(nameOf(3)), 'who was forgotten stays so').toMatchObject({ sealed: '' })
      }))

    it('is taken over by a program that runs, which opens and seals all the while', () =>
      withStore(place, async ({ store }) => {
        const ring = await openKeys(file(), [])
        await sealMany(store, ring)
        const logged: string[] = []
        const note = (_: object, message: string) => void logged.push(message)
        const log = logTo(note)
        const running = await keepSealed(file(), ring, { store, log, id: () => 'an-id', now: () => at(2) })
        await addKey(file())
        expect(ring.seal('v-new', 'r-new').keyId, 'what is new has the new key at once').toBe('k2')
        await vi.waitFor(async () => expect(await store.keysInUse()).toEqual(['k2']), { timeout: 20_000 })
        await running.close()
        expect(await openedAs(store, ring, nameOf(7))).toBe(`v-${nameOf(7)}`)
        expect(logged).toEqual(['everybody is sealed with the newest key'])
        expect(await store.accesses(9)).toMatchObject([{ kind: 'key', by: 'system', reason: 'k2' }])
      }))

    it('that was stopped is finished at the next start', () =>
      withStore(place, async ({ store }) => {
        await sealMany(store, await openKeys(file(), []))
        await expect(resealAll(dying(store, 1), await addKey(file()))).rejects.toThrow('gone dark')
        const log = logTo(() => {})
        const ring = await openKeys(file(), await store.keysInUse())
        await (await keepSealed(file(), ring, { store, log, id: () => 'an-id', now: () => at(2) })).close()
        expect(await store.keysInUse()).toEqual(['k2'])
      }))
  })
})

describe('a file of keys that was damaged while the program runs', () => {
  it('keeps nobody from being found: what it held goes on counting', async () => {
    const ring = await openKeys(file(), [])
    const { sealed, keyId } = ring.seal('v-lihua', 'r-1')
    await rmSync(file())
    await writeFile(file(), '{"current"')
    expect(ring.unseal(sealed, keyId, 'r-1')).toBe('v-lihua')
    expect(ring.seal('v-zhaomin', 'r-2').keyId).toBe('k1')
    expect(() => ring.unseal(sealed, 'k9', 'r-1')).toThrow('no key k9')
    await expect(openKeys(file(), ['k1']), 'and the next start says so').rejects.toMatchObject({ why: 'damaged' })
  })
})

function logTo(note: Log['info']): Log {
  const log: Log = { debug: note, info: note, warn: note, error: note, child: () => log }
  return log
}

async function openedAs(store: Store, ring: KeyRing, name: string): Promise<string> {
  const row = await store.identity(name)
  return row ? ring.unseal(row.sealed, row.keyId, row.id) : ''
}
