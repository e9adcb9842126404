import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { unprintable } from '../../posters/font.ts'
import { drawPdf } from '../../posters/pdf.ts'
import { drawPng } from '../../posters/png.ts'

/** In no font: what is drawn for it is the box that stands for a missing character. */
const NOBODY = '\u{10FFFD}'
const poster = (village: string) => ({
  town: '青石镇',
  village,
  code: 'QS01',
  link: 'https://work.weixin.qq.com/kfid/kfc1',
})

/** The band with the name of the village, as pixels. */
const nameOf = (village: string): Promise<Buffer> =>
  sharp(drawPng(poster(village)))
    .extract({ left: 0, top: 200, width: 1748, height: 380 })
    .greyscale()
    .raw()
    .toBuffer()

const differing = (one: Buffer, other: Buffer): number =>
  one.filter((value, at) => Math.abs(value - (other[at] ?? 0)) > 64).length

describe.each(['𬭎', '㛃', '堃', '垚'])('a village named with %s', (rare) => {
  it('has it on its poster, and not the box of a missing character', async () => {
    const [drawn, box, blank] = await Promise.all([nameOf(`${rare}村`), nameOf(`${NOBODY}村`), nameOf('村')])
    expect(differing(drawn, box)).toBeGreaterThan(2000)
    expect(differing(drawn, blank)).toBeGreaterThan(2000)
  })

  it('can be printed by the font', () => expect(unprintable(`${rare}家村`)).toEqual([]))
})

it('names the characters that would be printed as a box, once each', () => {
  expect(unprintable(`王${NOBODY}家${NOBODY}村`)).toEqual([NOBODY])
})

it('embeds what is used, not the whole font', async () => {
  const pdf = await drawPdf('青石镇', [poster('𬭎㛃堃村')])
  expect(pdf.toString('latin1')).toMatch(/\/FontFile2/u)
  expect(pdf.length).toBeLessThan(200_000)
})
