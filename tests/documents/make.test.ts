import { unzipSync } from 'fflate'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { KINDS, type DocumentInput, type DocumentKind } from '../../domain/legal/documentShape.ts'
import { makeDocument } from '../../documents/make.ts'
import { DOCUMENT_TITLES } from '../../domain/legal/wording-document.ts'
import { docxText, pagesIn, pdfText, squeezed, wordsIn } from './said.ts'
import { blank, LONG_FACTS, LONG_NAME, ordinary, photo, templates } from './sample.ts'

const FINES: readonly DocumentKind[] = ['penalty-notice', 'penalty-decision', 'spot-decision', 'closing-approval']
const FORMS: readonly DocumentKind[] = ['filing-approval', 'service-receipt', 'closing-approval']
/** A receipt says nothing of what happened. */
const TOLD = KINDS.filter((kind) => kind !== 'service-receipt')

async function saidBy(input: DocumentInput) {
  const made = await makeDocument(input, templates)
  return { ...made, texts: [docxText(made.docx), pdfText(made.pdf)] as const }
}

describe.each(KINDS)('%s', (kind) => {
  it('says what is known of the case, alike in the .docx and in the PDF', async () => {
    const { texts, name, pdf } = await saidBy(ordinary(kind))
    expect(name).toMatch(new RegExp(`^${DOCUMENT_TITLES[kind]}-青执`, 'u'))
    for (const text of texts) {
      for (const word of [
        DOCUMENT_TITLES[kind],
        '青石县城市管理局',
        '青石镇人民政府',
        'QS261123-0007',
        '青石县恒远建材有限公司',
      ])
        expect(text).toContain(word)
      expect(text).not.toMatch(/[{}]|null|undefined|NaN|\[object/u)
    }
    expect(pagesIn(pdf)).toBeLessThanOrEqual(3)
  })

  it('can be filled in by hand where nothing is known', async () => {
    const { texts } = await saidBy(blank(kind))
    for (const text of texts) {
      expect(text).toContain('青石镇人民政府')
      expect(text).toContain('＿＿＿')
      expect(text).not.toMatch(/[{}]|null|undefined|NaN|受委托单位|\[object/u)
    }
  })

  it('stays on the paper whatever is in it', async () => {
    const pictures = await Promise.all(['甲', '乙'].map((caption) => photo(caption, 3000, 900)))
    const much = { facts: `${LONG_FACTS}\n${'x'.repeat(400)}`, decision: LONG_FACTS, item: LONG_NAME, place: LONG_NAME }
    const { pdf } = await saidBy(
      ordinary(kind, { ...much, pictures, party: { ...ordinary(kind).party, name: LONG_NAME } }),
    )
    for (const { width, height, words } of wordsIn(pdf))
      for (const { left, right, top, bottom, text } of words) {
        expect(left, text).toBeGreaterThan(70)
        expect(right, text).toBeLessThan(width - 60)
        expect(top, text).toBeGreaterThan(20)
        expect(bottom, text).toBeLessThan(height - 20)
      }
  })

  it('has a long name whole', async () => {
    const party = { ...ordinary(kind).party, name: LONG_NAME }
    const service = { ...ordinary(kind).service!, receiver: LONG_NAME }
    const { texts } = await saidBy(ordinary(kind, { party, service }))
    for (const text of texts) expect(text).toContain(LONG_NAME)
  })
})

it.each(TOLD)('%s says 5,000 characters of what happened, all of them', async (kind) => {
  expect(LONG_FACTS.length).toBeGreaterThanOrEqual(5000)
  const { texts, pdf } = await saidBy(ordinary(kind, { facts: LONG_FACTS }))
  expect(texts[0]).toContain(squeezed(LONG_FACTS))
  // in a form the label of a row stands between its lines, at the edges of pages the numbers
  const own = squeezed(texts[1].replaceAll(/（骑缝章）|工单号：QS261123-0007第\d+页共\d+页/gu, ''))
  for (const part of LONG_FACTS.split('\n')) expect(own).toContain(part.slice(0, 12))
  expect(pagesIn(pdf)).toBeGreaterThanOrEqual(5)
  expect(pagesIn(pdf)).toBeLessThanOrEqual(12)
})

it.each(FORMS)('%s is a form on one page', async (kind) => {
  expect(pagesIn((await saidBy(ordinary(kind))).pdf)).toBe(1)
  expect(pagesIn((await saidBy(blank(kind))).pdf)).toBe(1)
})

it.each(FINES)('%s has the fine in digits and in capitals', async (kind) => {
  const { texts } = await saidBy(ordinary(kind, { amount: 10_500.5 }))
  for (const text of texts) expect(text).toContain('10500.50元（大写：壹万零伍佰元伍角）')
  const warned = await saidBy(ordinary(kind, { amount: null }))
  for (const text of warned.texts) expect(text).not.toMatch(/大写|罚款人民币|缴至/u)
})

it('speaks of a hearing only where there is a right to one', async () => {
  const heard = await saidBy(ordinary('penalty-notice'))
  const rights = { ...ordinary('penalty-notice').rights, hearingDays: null }
  const not = await saidBy(ordinary('penalty-notice', { rights }))
  for (const text of heard.texts) expect(text).toContain('自收到本告知书之日起5日内提出')
  for (const text of not.texts) expect(text).not.toContain('听证')
})

it.each(KINDS)('%s goes by the number of the case where it has none', async (kind) => {
  const { name } = await saidBy({ ...blank(kind), caseNo: 'QS261123-0007' })
  expect(name).toBe(`${DOCUMENT_TITLES[kind]}-QS261123-0007`)
})

it('has a name that every file system takes', async () => {
  const { name } = await saidBy(ordinary('penalty-decision', { docNo: '青执/罚\\决:*?"<>|字\n〔2026〕\u0000 3 号' }))
  expect(name).toBe('行政处罚决定书-青执_罚_决_字_〔2026〕_3_号')
})

describe('what people write', () => {
  const odd = `A&B <b>"粗"</b> 'x' ]]> &amp; {当事人} {#证据}{/证据} {{文号}} {不认识} \${x} %1 𬭎㛃堃`

  it.each(TOLD)('stands in %s as it was written', async (kind) => {
    const { texts } = await saidBy(ordinary(kind, { facts: odd }))
    for (const text of texts) expect(text).toContain(squeezed(odd))
  })

  it('has rare characters, and a mark for what the font cannot print', async () => {
    const { texts } = await saidBy(ordinary('penalty-decision', { facts: '堆在𬭎家门口😀，𠮷家旁边' }))
    expect(texts[0]).toContain('堆在𬭎家门口😀')
    expect(texts[1]).toContain('堆在𬭎家门口〓')
  })

  it('loses control characters and halves of characters, which no file may hold', async () => {
    const { texts } = await saidBy(
      ordinary('penalty-decision', { facts: '一\u0000二\u0007三\uD800四\uFFFF五\u000B六\r\n\r\n七\t八' }),
    )
    for (const text of texts) expect(text).toContain('一二三四五六七八')
  })

  it('keeps its paragraphs, and what follows a tag stays behind the last of them', async () => {
    const { docx } = await saidBy(ordinary('spot-decision', { facts: '甲段。\n乙段。\n丙段。' }))
    const xml = new TextDecoder().decode(unzipSync(docx)['word/document.xml'])
    const [first, second, third] = ['违法事实：', '乙段。', '丙段。'].map(
      (words) => xml.split('<w:p>').find((paragraph) => paragraph.includes(words)) ?? '',
    )
    expect(first).toContain('甲段。')
    for (const paragraph of [second, third]) expect(paragraph).toMatch(/w:firstLine="\d+"/u)
    expect(second).not.toContain('丙段')
  })
})

describe('pictures', () => {
  it('are printed up to twelve, each with its caption', async () => {
    const pictures = await Promise.all(
      Array.from({ length: 13 }, (_, index) => photo(`照片第${index + 1}张`, 4000, 3000)),
    )
    const { texts, docx, pdf } = await saidBy(ordinary('inspection-record', { pictures }))
    for (const text of texts) {
      for (let at = 1; at <= 12; at += 1) expect(text).toContain(`照片第${at}张`)
      expect(text).not.toContain('照片第13张')
    }
    expect(pagesIn(pdf)).toBeLessThanOrEqual(10)
    expect(docx.length).toBeLessThan(12 * 400_000)
    expect(pdf.toString('latin1').match(/\/Subtype \/Image/gu)).toHaveLength(12)
  })

  it('keep their shape, upright as they were taken', async () => {
    const wide = await photo('横', 3000, 500)
    const turned = await sharp(wide.bytes).withMetadata({ orientation: 6 }).toBuffer()
    const pictures = [wide, { ...wide, bytes: turned }]
    const { docx } = await saidBy(ordinary('inspection-record', { pictures }))
    const xml = new TextDecoder().decode(unzipSync(docx)['word/document.xml'])
    const shapes = [...xml.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/gu)].map(([, x, y]) => Number(x) / Number(y))
    expect(shapes[0]).toBeCloseTo(6, 1)
    expect(shapes[1]).toBeCloseTo(1 / 6, 2)
  })

  it('that cannot be opened say so', async () => {
    const broken = { caption: '图1', bytes: Buffer.from('not a picture'), mime: 'image/png' as const }
    const { texts } = await saidBy(ordinary('inspection-record', { pictures: [broken] }))
    for (const text of texts) expect(text).toContain('（这张照片打不开，请以案卷中的原始照片为准）')
  })
})
