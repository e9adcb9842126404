import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KINDS, type DocumentInput, type DocumentKind } from '../../domain/legal/documentShape.ts'
import { makeDocument, type Made } from '../../documents/make.ts'
import { docxText, pagesIn, pdfText, wordsIn } from '../documents/said.ts'
import { blank, LONG_FACTS, LONG_NAME, ordinary, photo, templates } from '../documents/sample.ts'
import { pictured, printed } from './office.ts'

const pictures = await Promise.all([photo('图1 现场全景'), photo('图2 近处', 900, 1600), photo('图3 车辆', 300, 200)])
const CASES: Readonly<Record<string, (kind: DocumentKind) => DocumentInput>> = {
  ordinary: (kind) => ordinary(kind, { pictures }),
  blank,
  long: (kind) =>
    ordinary(kind, { facts: LONG_FACTS, item: LONG_NAME, party: { ...ordinary(kind).party, name: LONG_NAME } }),
}
const names = KINDS.flatMap((kind) => Object.keys(CASES).map((name) => [kind, name] as const))
const keyOf = (kind: string, name: string): string => `${kind}-${name}`

let folder: string
let made: Map<string, Made>
let office: Map<string, Buffer>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shaozi-office-'))
  made = new Map()
  for (const [kind, name] of names) made.set(keyOf(kind, name), await makeDocument(CASES[name]!(kind), templates))
  office = await printed(folder, new Map([...made].map(([key, { docx }]) => [key, docx])))
}, 85_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

describe.each(names)('%s, %s', (kind, name) => {
  const both = (): (readonly [string, Buffer])[] => {
    const key = keyOf(kind, name)
    return [['office', office.get(key)!] as const, ['own', made.get(key)!.pdf] as const]
  }

  it('says in Word what it says in our PDF', () => {
    const { docx } = made.get(keyOf(kind, name))!
    for (const [, pdf] of both()) {
      const said = pdfText(pdf)
      for (const word of wordsOf(docxText(docx))) expect(said).toContain(word)
    }
  })

  it('has as many pages as its text needs, the same but for one', () => {
    const [theirs, ours] = both().map(([, pdf]) => pagesIn(pdf))
    expect(Math.abs(theirs! - ours!)).toBeLessThanOrEqual(1)
    expect(theirs).toBeLessThanOrEqual(name === 'long' ? 12 : 4)
  })

  it('stays on the paper', async () => {
    for (const [who, pdf] of both()) {
      const pages = wordsIn(pdf)
      for (const { width, height, words } of pages)
        for (const { left, right, top, bottom, text } of words) {
          expect(
            Math.min(left - 50, width - 50 - right, top - 20, height - 20 - bottom),
            `${who}: ${text}`,
          ).toBeGreaterThan(0)
        }
      for (const page of await pictured(folder, `${keyOf(kind, name)}-${who}`, pdf, pages.length))
        await expectMargins(page)
    }
  })
})

/** The numbers and names that have to be the same everywhere. */
const wordsOf = (text: string): string[] =>
  [
    '青执罚决字〔2026〕第0003号',
    '青执立字〔2026〕第0001号',
    'QS261123-0007',
    '5000元（大写：伍仟元整）',
    LONG_NAME,
    '图3车辆',
    '青石镇人民政府',
  ].filter((word) => text.includes(word))

/** Something is printed, and nothing within 12 mm of the sides. */
async function expectMargins(png: Buffer): Promise<void> {
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true })
  const margin = Math.round((12 / 210) * info.width)
  const dark = [...data.keys()].filter((at) => (data[at] ?? 255) < 128).map((at) => at % info.width)
  expect(dark.length).toBeGreaterThan(20)
  expect(dark.filter((x) => x < margin || x >= info.width - margin)).toEqual([])
}
