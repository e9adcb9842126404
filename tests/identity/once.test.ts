import { expect, it } from 'vitest'
import { once } from '../../app/once.ts'
import { staffMark } from '../../identity/old.ts'
import type { Town } from '../../domain/town.ts'
import { onBothDatabases, withStore } from '../store/databases.ts'

const town = (...userids: readonly string[]) => ({ people: userids.map((userid) => ({ userid })) }) as unknown as Town

onBothDatabases((place) => {
  it('old rows are looked for once, and once more when somebody left the staff', () =>
    withStore(place, async ({ store }) => {
      let looked = 0
      const start = (staff: Town) =>
        once(store, { key: 'people sealed', mark: staffMark([staff]) }, () => Promise.resolve((looked += 1)))
      expect(await start(town('u-a', 'u-b'))).toBe(1)
      expect(await start(town('u-b', 'u-a'))).toBe(0)
      expect(await start(town('u-a'))).toBe(2)
      expect(looked).toBe(2)
    }))

  it('what could not be mended is tried again at the next start', () =>
    withStore(place, async ({ store }) => {
      const key = { key: 'files in the log', mark: '1' }
      await expect(once(store, key, () => Promise.reject(new Error('the disk is full')))).rejects.toThrow('disk')
      expect(await once(store, key, () => Promise.resolve(3))).toBe(3)
    }))
})
