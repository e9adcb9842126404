import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocx } from '../../documents/docx/read.ts'
import { pagesOf } from '../../documents/pdf/pages.ts'
import type { Item } from '../../documents/pdf/strip.ts'
import { docxOf, p } from './retouched.ts'

type Text = Extract<Item, { kind: 'text' }>
const pagesFrom = (...given: Parameters<typeof docxOf>) => pagesOf(readDocx(docxOf(...given)))
const textsOf = (items: readonly Item[]): Text[] => items.filter((item) => item.kind === 'text')
const linesFrom = (...given: Parameters<typeof docxOf>): string[] =>
  pagesFrom(...given).flatMap(({ items }) => textsOf(items).map(({ text }) => text))
const run = (content: string, props = '') => `<w:r><w:rPr>${props}</w:rPr>${content}</w:r>`
const t = (text: string) => `<w:t xml:space="preserve">${text}</w:t>`
const cell = (content: string, props = '') => `<w:tc><w:tcPr>${props}</w:tcPr>${content}</w:tc>`
const table = (rows: string, props = '') =>
  `<w:tbl><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4"/>`).join('')}</w:tblBorders>${props}</w:tblPr><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>${rows}</w:tbl>`

describe('nothing that somebody writes in Word is lost', () => {
  it.each([
    ['in a link', `<w:p><w:hyperlink>${run(t('链接'))}</w:hyperlink></w:p>`, ['链接']],
    ['in a content control', `<w:sdt><w:sdtPr/><w:sdtContent>${p('控件')}</w:sdtContent></w:sdt>`, ['控件']],
    [
      'in a content control of a line',
      `<w:p><w:sdt><w:sdtContent>${run(t('行内'))}</w:sdtContent></w:sdt></w:p>`,
      ['行内'],
    ],
    ['inserted while changes are recorded', `<w:p><w:ins>${run(t('插入'))}</w:ins></w:p>`, ['插入']],
    ['in something new', `<w:p><w:future>${run(t('新的'))}</w:future></w:p>`, ['新的']],
    ['in a field we do not count', `<w:p>${field(' DATE ', '今天')}</w:p>`, ['今天']],
    [
      'in a text box, once',
      `<w:p>${run(t('正文'))}${run(`<mc:AlternateContent><mc:Choice><w:drawing><wp:anchor><w:txbxContent>${p('框内')}</w:txbxContent></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p('框内')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>`)}</w:p>`,
      ['正文', '框内'],
    ],
    [
      'in a table in a table',
      table(`<w:tr>${cell(table(`<w:tr>${cell(p('内层'))}</w:tr>`) + p(''))}</w:tr>`),
      ['内层'],
    ],
    ['behind a section of its own', `<w:p><w:pPr><w:sectPr/></w:pPr>${run(t('一'))}</w:p>${p('二')}`, ['一', '二']],
  ])('%s', (_, body, lines) => expect(linesFrom(body)).toEqual(lines))

  it.each([
    ['deleted while changes are recorded', `<w:p><w:del>${run('<w:delText>删</w:delText>')}</w:del></w:p>`],
    ['hidden', `<w:p>${run(t('隐'), '<w:vanish/>')}</w:p>`],
  ])('but what is %s', (_, body) => expect(linesFrom(body)).toEqual([]))

  it('whatever it is, in its order and inside the margins', () => {
    const words = fc.stringMatching(/^[一-龥a-z0-9，。（）《》 ]{0,80}$/u)
    const size = fc.integer({ min: 10, max: 80 })
    const block = fc.oneof(
      fc.tuple(words, size).map(([text, sz]) => `<w:p>${run(t(text), `<w:sz w:val="${sz}"/>`)}</w:p>`),
      fc
        .array(words, { minLength: 1, maxLength: 30 })
        .map((rows) => table(rows.map((text) => `<w:tr>${cell(p(text))}${cell(p(''))}</w:tr>`).join(''))),
    )
    fc.assert(
      fc.property(fc.array(block, { maxLength: 25 }), (blocks) => {
        const body = blocks.join('')
        const pages = pagesFrom(body)
        const said = pages
          .map(({ items }) =>
            textsOf(items)
              .map(({ text }) => text)
              .join(''),
          )
          .join('')
        expect(said.replace(/\s/gu, '')).toBe(body.replace(/<[^>]*>|\s/gu, ''))
        for (const { items } of pages)
          for (const { x, y, width, text } of textsOf(items)) {
            expect(x, text).toBeGreaterThanOrEqual(71.9)
            expect(x + width, text).toBeLessThanOrEqual(595.3 - 72 + 0.5)
            expect(y, text).toBeLessThanOrEqual(841.9 - 72)
          }
      }),
      { numRuns: 60 },
    )
  })
})

function field(code: string, said: string): string {
  const char = (type: string) => run(`<w:fldChar w:fldCharType="${type}"/>`)
  return `${char('begin')}${run(`<w:instrText>${code}</w:instrText>`)}${char('separate')}${run(t(said))}${char('end')}`
}

describe('how it looks', () => {
  const first = (body: string, styles = ''): Text => {
    const more: Record<string, string> = styles === '' ? {} : { styles }
    return textsOf(pagesFrom(body, more)[0]?.items ?? [])[0]!
  }

  it('takes size and weight from the run, the style, what it is based on, the defaults', () => {
    const styles =
      '<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:styleId="A"><w:rPr><w:b/><w:sz w:val="30"/></w:rPr><w:pPr><w:jc w:val="right"/></w:pPr></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    expect(first(p('字'), styles)).toMatchObject({ size: 10.5, bold: false })
    expect(first(p('字', '<w:pStyle w:val="B"/>'), styles)).toMatchObject({ size: 15, bold: true })
    expect(first(p('字', '<w:pStyle w:val="B"/>'), styles).x).toBeCloseTo(595.3 - 72 - 15, 0)
    const plain = `<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr>${run(t('字'), '<w:b w:val="0"/><w:u w:val="single"/>')}</w:p>`
    expect(first(plain, styles)).toMatchObject({ size: 15, bold: false, underline: true })
  })

  it.each([
    ['<w:jc w:val="center"/>', (595.3 - 10) / 2],
    ['<w:jc w:val="end"/>', 595.3 - 72 - 10],
    ['<w:ind w:firstLine="640"/>', 72 + 32],
    ['<w:ind w:firstLineChars="200" w:firstLine="1"/>', 72 + 20],
    ['<w:ind w:left="400" w:hanging="200"/>', 72 + 10],
  ])('puts a line where %s says', (props, x) => expect(first(p('字', props)).x).toBeCloseTo(x, 0))

  it('never begins a line with a stop nor ends one with a bracket', () => {
    const lines = linesFrom(p('，。（字）、「字」；《字》'.repeat(60)))
    for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，。）、」；》]/u)
    for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[（「《]$/u)
  })

  it('keeps a number in one piece, and breaks what is longer than a line', () => {
    expect(linesFrom(p(`${'字'.repeat(44)}13800000000字`))[1]).toMatch(/^13800000000/u)
    expect(linesFrom(p('0'.repeat(300))).length).toBeGreaterThan(1)
  })

  it('stretches the lines of a justified paragraph but the last', () => {
    const [line, last] = textsOf(
      pagesFrom(p(`${'字'.repeat(43)}abcdefgh${'字'.repeat(5)}`, '<w:jc w:val="both"/>'))[0]!.items,
    )
    expect(line!.spacing).toBeGreaterThan(0)
    expect(last!.spacing).toBe(0)
  })

  it('counts lists as Word does', () => {
    const level = (at: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
    const numbering = `<w:numbering><w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '%2.')}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`
    const item = (at: number) => p('项', `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="3"/></w:numPr>`)
    const body = [0, 1, 1, 0, 1].map(item).join('')
    expect(linesFrom(body, { numbering })).toEqual(['一、 项', '1. 项', '2. 项', '二、 项', '1. 项'])
  })

  it('begins a page where it is told to', () => {
    const body = `${p('一')}<w:p>${run('<w:br w:type="page"/>')}${run(t('二'))}</w:p>${p('三', '<w:pageBreakBefore/>')}`
    expect(pagesFrom(body).map(({ items }) => textsOf(items).map(({ text }) => text))).toEqual([['一'], ['二'], ['三']])
  })

  it('keeps a heading with what follows it', () => {
    const filler = Array.from({ length: 53 }, () => p('行', '<w:spacing w:line="260" w:lineRule="exact"/>')).join('')
    const pages = pagesFrom(`${filler}${p('题', '<w:keepNext/>')}${p('文')}`)
    expect(pages).toHaveLength(2)
    expect(textsOf(pages[1]!.items).map(({ text }) => text)).toEqual(['题', '文'])
  })
})

describe('a table', () => {
  const row = (left: string, right: string, props = '') =>
    `<w:tr><w:trPr>${props}</w:trPr>${cell(left)}${cell(right)}</w:tr>`
  const rules = (items: readonly Item[]) => items.filter((item) => item.kind === 'rule')

  it('goes on over pages line by line, with its head on each of them', () => {
    const long = Array.from({ length: 150 }, (_, at) => p(`行${at}`)).join('')
    const pages = pagesFrom(table(`${row(p('栏'), p('目'), '<w:tblHeader/>')}${row(p('左'), long)}`))
    expect(pages.length).toBeGreaterThan(2)
    for (const { items } of pages)
      expect(
        textsOf(items)
          .slice(0, 2)
          .map(({ text }) => text),
      ).toEqual(['栏', '目'])
    const said = pages
      .flatMap(({ items }) => textsOf(items).map(({ text }) => text))
      .filter((text) => text.startsWith('行'))
    expect(said).toEqual(Array.from({ length: 150 }, (_, at) => `行${at}`))
  })

  it('does not part a row that is to stay whole, unless it is taller than a page', () => {
    const lines = (count: number) => Array.from({ length: count }, () => p('行')).join('')
    const whole = '<w:cantSplit/>'
    const pages = pagesFrom(table(`${row(lines(40), p(''))}${row(lines(30), p(''), whole)}`))
    expect(pages.map(({ items }) => textsOf(items).length)).toEqual([40, 30])
    expect(pagesFrom(table(row(lines(120), p(''), whole))).flatMap(({ items }) => textsOf(items))).toHaveLength(120)
  })

  it('has a cell that reaches over rows, and one that reaches over columns', () => {
    const merged = `<w:tr>${cell(p('跨行'), '<w:vMerge w:val="restart"/><w:vAlign w:val="center"/>')}${cell(p('一'))}</w:tr><w:tr>${cell(p(''), '<w:vMerge/>')}${cell(p('二'))}</w:tr><w:tr>${cell(p('跨列'), '<w:gridSpan w:val="2"/>')}</w:tr>`
    const [page] = pagesFrom(table(merged))
    const at = new Map(textsOf(page!.items).map((item) => [item.text, item]))
    expect(at.get('跨行')!.y).toBeGreaterThan(at.get('一')!.y)
    expect(at.get('跨行')!.y).toBeLessThan(at.get('二')!.y)
    const widths = rules(page!.items).map(({ x, toX }) => Math.round(toX - x))
    expect(Math.max(...widths)).toBe(300)
  })

  it('has no lines where it is to have none', () => {
    const none =
      '<w:tcBorders><w:top w:val="nil"/><w:left w:val="nil"/><w:bottom w:val="nil"/><w:right w:val="nil"/></w:tcBorders>'
    expect(rules(pagesFrom(table(`<w:tr>${cell(p('字'), none)}</w:tr>`))[0]!.items)).toEqual([])
    expect(rules(pagesFrom(table(`<w:tr>${cell(p('字'))}</w:tr>`))[0]!.items)).toHaveLength(4)
  })
})
