import { describe, expect, it } from 'vitest'
import { widthOf } from '../../posters/font.ts'
import { layout } from '../../posters/layout.ts'
import type { Text } from '../../posters/sheet.ts'

const sheetOf = (town: string, village: string) =>
  layout({ town, village, code: '410185102203', link: 'https://work.weixin.qq.com/kfid/kfc1' })
const textsOf = (town: string, village: string): Text[] =>
  sheetOf(town, village).items.filter((item) => item.kind === 'text')

describe.each([
  ['青石镇', '王家村'],
  ['青石镇', '村'],
  ['某某自治县某某民族乡人民政府街道办事处', '东西南北中发白农村社区居民委员会第二分会'],
  ['A', 'Wangjiacun Village Residents Committee'],
])('the poster of %s %s', (town, village) => {
  it('keeps every line on the paper', () => {
    for (const { text, x, size, bold, middle } of textsOf(town, village)) {
      const width = widthOf(text, size, bold)
      const left = middle ? x - width / 2 : x
      expect(left, text).toBeGreaterThanOrEqual(29)
      expect(left + width, text).toBeLessThanOrEqual(391.5)
    }
  })

  it('has the name of the village large enough to be read from two metres, in one line or two', () => {
    const names = textsOf(town, village).filter(({ text }) => village.includes(text))
    expect(names.map(({ text }) => text).join('')).toBe(village)
    expect(names.length).toBeLessThanOrEqual(2)
    for (const { size } of names) expect(size).toBeGreaterThanOrEqual(24)
  })

  it('tells whom to call first in an emergency', () => {
    expect(textsOf(town, village).map(({ text }) => text)).toContain('110 / 119 / 120')
  })
})
