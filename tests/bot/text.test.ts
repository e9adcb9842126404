import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stripMention } from '../../bot/aibot/mention.ts'
import { cutBytes, fit, oneLine } from '../../bot/text/clean.ts'
import { MESSAGE_BYTES, split } from '../../bot/text/split.ts'
import { clean } from '../../domain/text/clean.ts'

const marks = { part: (n: number, of: number) => `[${n}/${of}]\n`, more: '\n[more]' }
const anyText = fc.string({ unit: 'binary', maxLength: 3000 })

describe('text from outside', () => {
  it.each([
    ['a\u0000b\u0007c', 'abc'],
    ['一\r\n二\r三\u2028四', '一\n二\n三\n四'],
    ['\u202E反\u200B转\uFEFF', '反转'],
    ['\uD800坏\uDC00', '\uFFFD坏\uFFFD'],
    ['e\u0301', 'é'],
    ['👨\u200D👩\u200D👧', '👨\u200D👩\u200D👧'],
    ['王\u200D家村', '王家村'],
    ['制\t表\n符', '制\t表\n符'],
    ['\u{E0041}标记', '标记'],
  ])('%j is cleaned to %j', (from, to) => expect(clean(from)).toBe(to))

  it('is well-formed, visible, and stays as it is when cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (a, b) => {
        const text = clean(`${a}\uD83D${b}`)
        expect(clean(text)).toBe(text)
        expect(text).not.toMatch(/\p{Surrogate}|(?![\n\t])\p{Cc}|[\u200B\u202E]/u)
      }),
    )
  })

  it('is cut within bytes, on whole characters, never more than needed', () => {
    fc.assert(
      fc.property(anyText, fc.nat(500), (raw, limit) => {
        const text = clean(raw)
        const kept = cutBytes(text, limit)
        expect(text.startsWith(kept)).toBe(true)
        expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(limit)
        expect(kept).not.toContain('\uFFFD'.repeat(text.includes('\uFFFD') ? 1e6 : 1))
        if (kept !== text) expect(Buffer.byteLength(kept)).toBeGreaterThan(limit - 4)
      }),
    )
  })

  it('is fitted by code points', () => {
    expect(fit('😀😀😀', 3)).toBe('😀😀😀')
    expect(fit('😀😀😀😀', 3)).toBe('😀😀…')
    expect(oneLine('  一\n\n二 ', 10)).toBe('一 二')
  })
})

describe('a long message', () => {
  it('is split into numbered parts that fit and lose nothing', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 40 }), fc.integer({ min: 400, max: 3000 }), (texts, limit) => {
        const text = clean(texts.join('\n'))
        const parts = split(text, marks, limit, 1000)
        for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(limit)
        if (parts.length === 1) {
          expect(parts[0]).toBe(text)
          return
        }
        parts.forEach((part, i) => expect(part.startsWith(`[${i + 1}/${parts.length}]\n`)).toBe(true))
        const whole = parts.map((part) => part.slice(part.indexOf('\n') + 1)).join('')
        expect(whole.replaceAll('\n', '')).toBe(text.replaceAll('\n', ''))
      }),
    )
  })

  it('of absurd length ends after a few parts, and says so', () => {
    const parts = split('长'.repeat(1_000_000), marks)
    expect(parts).toHaveLength(5)
    expect(parts.at(-1)).toMatch(/\[more\]$/)
    for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(MESSAGE_BYTES)
  })

  it('is left alone when it fits exactly', () => {
    const text = 'x'.repeat(MESSAGE_BYTES)
    expect(split(text, marks)).toEqual([text])
  })
})

describe('the mention that wakes the bot in a group', () => {
  it.each([
    ['@哨子 王家村着火了', '王家村着火了'],
    ['@哨子\u2005签收 0007', '签收 0007'],
    ['@哨子王家村着火了', '王家村着火了'],
    ['王家村着火了@哨子', '王家村着火了'],
    ['王家村着火了 @哨子', '王家村着火了'],
    ['请 @哨子 看一下', '请 看一下'],
    ['＠哨子 签收', '签收'],
    ['@RobotA hello robot', 'hello robot'],
    ['@青石镇小助手\u2005王家村 有人摆摊', '王家村 有人摆摊'],
    ['@哨子机器人\u2005签收 0007', '签收 0007'],
    ['@张伟 @哨子 签收 0007', '签收 0007'],
    ['@哨子 @张伟 签收 0007', '签收 0007'],
    ['王家村有人摆摊 @小助手\u2005', '王家村有人摆摊'],
    ['hello @RobotA', 'hello'],
    ['看 @小哨王家村着火了', '看 @小哨王家村着火了'],
    ['请 @小助手 看一下', '请 看一下'],
    ['@RobotA', ''],
    ['@哨子', ''],
    ['@小哨王家村着火了', '@小哨王家村着火了'],
    ['发到 a@b.com 了', '发到 a@b.com 了'],
    ['没有提到谁', '没有提到谁'],
    ['  ', ''],
  ])('is taken out of %j', (from, to) => expect(stripMention(from)).toBe(to))

  it('is known by a configured name', () => {
    expect(stripMention('@小哨王家村着火了', ['小哨'])).toBe('王家村着火了')
    expect(stripMention('@a.b(c)好', ['a.b(c)'])).toBe('好')
  })

  it('takes no time to look for in a megabyte', () => {
    const started = performance.now()
    for (const text of [
      '@'.repeat(1_000_000),
      `@a${' '.repeat(1_000_000)}x`,
      '@a '.repeat(300_000),
      ' '.repeat(1_000_000),
    ])
      stripMention(text)
    expect(performance.now() - started).toBeLessThan(3000)
  })
})
