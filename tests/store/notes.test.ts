import { describe, expect, it } from 'vitest'
import { onBothDatabases, withStore } from './databases.ts'
import { at } from './samples.ts'

onBothDatabases((place) => {
  const note = (value: string, minutes: number | null) => ({
    key: 'lease of a token',
    value,
    until: minutes === null ? null : at(minutes),
  })

  describe('a note', () => {
    it('is claimed by one of many who want it at once', () =>
      withStore(place, async ({ store }) => {
        const wanted = Array.from({ length: 20 }, (_, i) => store.claimNote(note(`process ${i}`, 10), at(0)))
        expect((await Promise.all(wanted)).filter(Boolean)).toHaveLength(1)
      }))

    it('is claimed anew when its time is over, and not before', () =>
      withStore(place, async ({ store }) => {
        expect(await store.claimNote(note('first', 10), at(0))).toBe(true)
        expect(await store.claimNote(note('second', 20), at(9))).toBe(false)
        expect(await store.claimNote(note('third', 20), at(10))).toBe(true)
        expect((await store.note('lease of a token'))?.value).toBe('third')
      }))

    it('is taken by one of many, and then is gone', () =>
      withStore(place, async ({ store }) => {
        await store.putNote(note('state', 10))
        const took = await Promise.all(Array.from({ length: 20 }, () => store.takeNote('lease of a token')))
        expect(took.filter((one) => one !== null).map((one) => one?.value)).toEqual(['state'])
        expect(await store.note('lease of a token')).toBeNull()
      }))

    it('is found by how its key begins, as long as its time is not over', () =>
      withStore(place, async ({ store }) => {
        const keyed = (key: string, minutes: number | null) => ({ ...note('x', minutes), key })
        const all = [keyed('session a', 10), keyed('session b', null), keyed('session c', 5), keyed('sessions', 10)]
        for (const each of [...all, keyed('a session ', 10)]) await store.putNote(each)
        const found = await store.notes('session ', at(5))
        expect(found.toSorted((a, b) => a.key.localeCompare(b.key))).toEqual(all.slice(0, 2))
      }))

    it('that was taken is not renewed: what was ended stays ended', () =>
      withStore(place, async ({ store }) => {
        await store.putNote(note('one', 10))
        await store.renewNote(note('two', 20))
        expect(await store.note('lease of a token')).toEqual(note('two', 20))
        await store.takeNote('lease of a token')
        await Promise.all(Array.from({ length: 20 }, () => store.renewNote(note('three', 30))))
        expect(await store.note('lease of a token')).toBeNull()
      }))

    it('that is put again is overwritten, and one for good stays', () =>
      withStore(place, async ({ store }) => {
        await store.putNote(note('one', 10))
        await store.putNote(note('other', null))
        expect(await store.claimNote(note('third', 20), at(9999))).toBe(false)
        expect(await store.note('lease of a token')).toEqual(note('other', null))
      }))
  })
})
