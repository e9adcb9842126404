import { describe, expect, it } from 'vitest'
import { literal } from '../../domain/text/literal.ts'
import { bareTitle, misconductOf, withTitle } from '../../domain/understand/wording-accused.ts'

const ODD = [')', '(', '*', '+', '?', '[', ']', '{', '|', '\\', '^', '$', '.', '/', '"', '队', '-'] as const

describe('a name is no pattern', () => {
  it.each(ODD)('%s finds itself and nothing else', (text) => {
    expect(new RegExp(`^${literal(text)}$`, 'u').test(text)).toBe(true)
    expect(new RegExp(`^${literal(text)}$`, 'u').test('甲')).toBe(false)
  })

  it.each(ODD)('a unit or a person called …%s can be spoken of', (text) => {
    expect(bareTitle(text).test(`找${text}长`)).toBe(true)
    expect(misconductOf(text).test('我家的树倒了')).toBe(false)
    expect(withTitle(text, '队长').test(`${text}队长`)).toBe(true)
  })
})
