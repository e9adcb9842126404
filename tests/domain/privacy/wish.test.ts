import { describe, expect, it } from 'vitest'
import { shieldIn, tellsNothing, wishIn } from '../../../domain/privacy/shieldIn.ts'

const AFTER = (length: number) => '摊'.repeat(length)

describe('a wish to be kept', () => {
  it.each([
    [3_998, 'anonymous'],
    [3_999, 'none'],
  ])('is heard as long as it ends within 4,000 characters: after %i', (length, shield) =>
    expect(shieldIn(`${AFTER(length)}匿名`)).toBe(shield),
  )

  it('counts for the most careful where both are asked for', () => {
    expect(shieldIn('我要匿名，请替我保密')).toBe('confidential')
  })

  it('is told apart from the rest of 200 characters', () => {
    expect(wishIn(`匿名，${AFTER(197)}`)).toEqual({ shield: 'anonymous', rest: AFTER(197) })
  })

  it('is not told apart in a longer message, which is a report', () => {
    expect(wishIn(`匿名，${AFTER(198)}`)).toBeNull()
  })

  it.each(['我要匿名举报李家村 烧秸秆', '我要匿名举报李家村，，烧秸秆'])(
    'leaves as it is what cannot be told from it: %s',
    (text) => expect(wishIn(text)).toEqual({ shield: 'anonymous', rest: text }),
  )

  it('leaves the other clauses in their order', () => {
    expect(wishIn('保密  隔壁饭店倒油！！臭得很')?.rest).toBe('隔壁饭店倒油，臭得很')
  })
})

describe('a message without a wish', () => {
  it.each(['王家村有人占道', '你好'])('tells something: %s', (text) => expect(tellsNothing(text)).toBe(false))
})
