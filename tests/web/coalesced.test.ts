import { describe, expect, it } from 'vitest'
import { coalesced } from '../../app/coalesced.ts'

/** Work that ends when the test says. */
function worked() {
  const begun: { end(): void; fail(): void }[] = []
  const work = () =>
    new Promise<void>((end, fail) => void begun.push({ end: () => end(), fail: () => fail(new Error('no')) }))
  return { begun, ask: coalesced(work) }
}
const turn = () => new Promise((resolve) => setImmediate(resolve))

describe('work many ask for at once', () => {
  it('is done once for those who asked before it began, and once more for all who asked since', async () => {
    const { begun, ask } = worked()
    const first = ask()
    const later = [ask(), ask(), ask()]
    expect(begun).toHaveLength(1)
    begun[0]?.end()
    await first
    await turn()
    expect(begun).toHaveLength(2)
    begun[1]?.end()
    await Promise.all(later)
    void ask()
    expect(begun).toHaveLength(3)
  })

  it('that fails is done again for those who asked later', async () => {
    const { begun, ask } = worked()
    const [first, second] = [ask(), ask()]
    begun[0]?.fail()
    await expect(first).rejects.toThrow('no')
    await turn()
    begun[1]?.end()
    await second
    expect(begun).toHaveLength(2)
  })
})
