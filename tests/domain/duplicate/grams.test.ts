import { describe, expect, it } from 'vitest'
import { BUCKETS, gramsOf, normalised } from '../../../domain/duplicate/grams.ts'

const shared = (one: string, other: string) => {
  const others = new Set(gramsOf(other))
  return gramsOf(one).filter((gram) => others.has(gram)).length
}

describe('what two writers of one text have in common', () => {
  it.each([
    ['without punctuation', '路灯，坏了！', '路灯坏了'],
    ['without blanks', '路灯 坏了　三天\n', '路灯坏了三天'],
    ['in one width', '１２号Ａ座', '12号a座'],
    ['in one case', 'WiFi断了', 'wifi断了'],
    ['without pictures', '🔥着火了', '着火了'],
    ['nothing', '！？…', ''],
  ])('%s', (_what, text, plain) => expect(normalised(text)).toBe(plain))

  it('is the first 4,000 characters of a long one', () => {
    const begin = '路'.repeat(4_000)
    expect(normalised(`${begin}灯`)).toBe(begin)
    expect(normalised(`${begin.slice(1)}灯`)).toBe(`${begin.slice(1)}灯`)
  })
})

describe('the pairs and triples of a text', () => {
  it.each([
    ['', 0],
    ['灯', 0],
    ['路灯', 1],
    ['路灯坏', 3],
    ['路灯坏了', 5],
    ['哈哈哈', 2],
    ['哈哈哈哈哈哈', 2],
  ])('%s: %i, each once', (plain, count) => {
    expect(gramsOf(plain)).toHaveLength(count)
  })

  it.each([
    ['a pair wherever it stands', '路灯', '村口路灯坏', 1],
    ['a triple wherever it stands', '路灯坏', '村口的路灯坏了', 3],
    ['another first character', '路灯', '电灯', 0],
    ['another second character', '路灯', '路口', 0],
    ['another order', '路灯', '灯路', 0],
    ['only the pair before another third character', '路灯坏', '路灯亮', 1],
    ['only the pair after another first character', '路灯坏', '电灯坏', 1],
    ['no pair with a character between', '路灯', '路口灯', 0],
  ])('have in common: %s (%s / %s)', (_what, one, other, count) => {
    expect(shared(one, other)).toBe(count)
    expect(shared(other, one)).toBe(count)
  })

  it('are all in one of the buckets', () => {
    const found = gramsOf('王家村小学门口污水井盖丢了孩子差点掉下去')
    expect(Math.max(...found)).toBeLessThan(BUCKETS)
  })
})
