import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { OpenFault } from '../../web/open/fault.ts'
import { makeLimits } from '../../web/open/limits.ts'

const key = (name: string, words: string) => ({ name, sha256: createHash('sha256').update(words).digest() })
const KEYS = [key('one', 'key-one'), key('two', 'key-two')]
const statusOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'fine',
    (error: unknown) => (error instanceof OpenFault ? [error.status, error.after !== null] : error),
  )

describe('who hands in', () => {
  it('is known by his key, whichever it is', async () => {
    const limits = makeLimits()
    expect((await limits.keyOf('key-two', KEYS, 'a')).name).toBe('two')
    expect(await statusOf(limits.keyOf('key-three', KEYS, 'a'))).toEqual([403, false])
    expect(await statusOf(limits.keyOf('', [], 'a'))).toEqual([403, false])
  })

  it('comes so often a minute, and no other system suffers for it', async () => {
    const limits = makeLimits({ reads: 9, handsIn: 2, wrongKeys: 9 })
    for (const _ of [1, 2]) expect(await statusOf(limits.keyOf('key-one', KEYS, 'a'))).toBe('fine')
    expect(await statusOf(limits.keyOf('key-one', KEYS, 'b'))).toEqual([429, true])
    expect(await statusOf(limits.keyOf('key-two', KEYS, 'a'))).toBe('fine')
  })

  it('guesses only so often: then even a key that is one is not looked at', async () => {
    const limits = makeLimits({ reads: 9, handsIn: 9, wrongKeys: 2 })
    for (const guess of ['a', 'b']) expect(await statusOf(limits.keyOf(guess, KEYS, 'x'))).toEqual([403, false])
    expect(await statusOf(limits.keyOf('key-one', KEYS, 'x'))).toEqual([429, true])
    expect(await statusOf(limits.keyOf('key-one', KEYS, 'y'))).toBe('fine')
  })

  it('reads so often a minute', async () => {
    const limits = makeLimits({ reads: 1, handsIn: 1, wrongKeys: 1 })
    expect(await statusOf(limits.read('a'))).toBe('fine')
    expect(await statusOf(limits.read('a'))).toEqual([429, true])
  })
})
