import { describe, expect, it } from 'vitest'
import { remembered } from '../../domain/text/remembered.ts'

describe('what was looked at', () => {
  it('is looked at once, for each list and each day, and forgotten among many others', () => {
    const seen: string[] = []
    const look = remembered((text, of: readonly string[], day: string) => {
      seen.push(`${of.join('')} ${day} ${text}`)
      return text.length
    })
    const [one, other] = [['a'], ['b']]
    for (let n = 0; n < 3; n += 1) expect(look('占道', one, 'x')).toBe(2)
    look('占道', other, 'x')
    look('占道', one, 'y')
    expect(seen).toEqual(['a x 占道', 'b x 占道', 'a y 占道'])
    for (let n = 0; n < 2000; n += 1) look(`${n}`, one, 'x')
    look('占道', one, 'x')
    expect(seen.filter((line) => line === 'a x 占道')).toHaveLength(2)
  })

  it('is not kept where it is long', () => {
    let looks = 0
    const look = remembered((text) => {
      looks += 1
      return text.length
    })
    const long = '长'.repeat(3000)
    look(long, {})
    const list = {}
    look(long, list)
    look(long, list)
    expect(looks).toBe(3)
  })
})
