import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { KINDS } from '../../domain/legal/documentShape.ts'
import { readDocx } from '../../documents/docx/read.ts'
import { pagesOf } from '../../documents/pdf/pages.ts'
import { makeDocument, TemplateFault } from '../../documents/make.ts'
import { readTemplates } from '../../documents/templates.ts'
import { CONDITIONS, LISTS, TAGS } from '../../documents/wording-tags.ts'
import { docxText, pdfText } from './said.ts'
import { docxOf, p, retouched } from './retouched.ts'
import { ordinary, templates } from './sample.ts'

let town: string
beforeEach(() => {
  town = mkdtempSync(join(tmpdir(), 'shaozi-templates-'))
})
afterEach(() => rmSync(town, { recursive: true }))

const KIND = 'penalty-decision'
const FILE = `${KIND}.docx`
const own = (bytes: Uint8Array): void => writeFileSync(join(town, FILE), bytes)
const edited = (change: (xml: string) => string): void => own(retouched(templates[KIND].bytes, change))
const faultNow = async () => (await readTemplates([town, 'config/documents']))[KIND].fault

it.each(KINDS)('the template of %s can be filled', (kind) => expect(templates[kind].fault).toBeNull())

it('every tag is explained to who edits templates', () => {
  const guide = readFileSync('docs/documents.zh-CN.md', 'utf8')
  const tags = [...Object.values(TAGS), ...Object.values(LISTS).flatMap(({ inside }) => Object.values<string>(inside))]
  for (const tag of tags) expect(guide).toContain(`\`{${tag}}\``)
  for (const tag of [...Object.values(CONDITIONS), ...Object.values(LISTS).map(({ tag }) => tag)])
    expect(guide).toMatch(new RegExp(`\\{#${tag}\\}.*\\{/${tag}\\}`, 'u'))
})

describe("a township's own template", () => {
  it('counts before the one that comes with us, and shows in the PDF too', async () => {
    edited((xml) =>
      xml
        .replace('行政处罚决定书', '行政处罚决定书（青石版）')
        .replace('<w:sectPr', `${p('本镇咨询电话：0371-00000000')}<w:sectPr`),
    )
    const { docx, pdf } = await makeDocument(ordinary(KIND), await readTemplates([town, 'config/documents']))
    for (const text of [docxText(docx), pdfText(pdf)]) {
      expect(text).toContain('行政处罚决定书（青石版）')
      expect(text).toContain('本镇咨询电话：0371-00000000')
    }
  })

  it('may use a tag as often as it likes, in the header too, and with the tag cut in pieces by Word', async () => {
    const pieces =
      '<w:p><w:r><w:t>第一处{当</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>事</w:t></w:r><w:r><w:t>人}，第二处{当事人}</w:t></w:r></w:p>'
    own(
      retouched(
        retouched(templates[KIND].bytes, (xml) => xml.replace('<w:sectPr', `${pieces}<w:sectPr`)),
        (xml) => xml.replace('（骑缝章）', '页眉{文号}'),
        'word/header1.xml',
      ),
    )
    const { docx, pdf } = await makeDocument(ordinary(KIND), await readTemplates([town]))
    for (const text of [docxText(docx), pdfText(pdf)]) {
      expect(text).toContain('第一处青石县恒远建材有限公司，第二处青石县恒远建材有限公司')
      expect(text).toContain('页眉青执罚决字〔2026〕第0003号')
    }
  })

  it('may have the marks of a list on lines of their own', async () => {
    edited((xml) => xml.replace('<w:sectPr', `${p('{#证据}')}${p('证物{证据名称}')}${p('{/证据}')}<w:sectPr`))
    const { docx } = await makeDocument(ordinary(KIND), await readTemplates([town]))
    const lines = pagesOf(readDocx(docx)).flatMap(({ items }) => items.filter((item) => item.kind === 'text'))
    const [first, second] = lines.filter(({ text }) => text.startsWith('证物')).map(({ y }) => y)
    expect(docxText(docx)).toContain('证物现场检查笔录证物现场照片两张')
    // no empty line stands between them
    expect(second! - first!).toBeLessThan(25)
  })
})

it('what stands beside a condition in its paragraph is there without it', async () => {
  edited((xml) => xml.replace('<w:sectPr', `${p('前文{#有罚款}甲')}${p('乙{/有罚款}后文')}<w:sectPr`))
  const { docx } = await makeDocument(ordinary(KIND, { amount: null }), await readTemplates([town]))
  expect(docxText(docx)).toContain('前文后文')
})

describe('what is wrong with a template is said in a sentence that names the file and the tag', () => {
  const add = (text: string) => edited((xml) => xml.replace('<w:sectPr', `${p(text)}<w:sectPr`))
  it.each([
    ['{当事人', /里的标签“\{当事人”括号不成对/u],
    ['当事人}', /里的标签“当事人\}”括号不成对/u],
    ['{当事人名称}', /里的标签“\{当事人名称\}”不认识，请对照 docs\/documents\.zh-CN\.md/u],
    ['{}', /里的标签“\{\}”不认识/u],
    ['{#证剧}{证据名称}{/证剧}', /里的标签“\{#证剧\}”不认识/u],
    ['｛当事人｝', /里的标签“｛当事人｝”用了全角括号/u],
    ['{证据名称}', /里的标签“\{证据名称\}”只能写在 \{#证据\} 和 \{\/证据\} 之间/u],
    ['{#有罚款}罚款', /里的标签“\{#有罚款\}”没有配对/u],
    ['罚款{/有罚款}', /里的标签“\{\/有罚款\}”没有配对/u],
    ['{#有罚款}罚款{/有委托}', /里的标签“\{\/有委托\}”没有配对/u],
  ])('%s', async (text, sentence) => {
    add(text)
    const fault = (await faultNow()) ?? ''
    expect(fault).toMatch(sentence)
    expect(fault).toContain(join(town, FILE))
    expect(fault).toMatch(/^文书模板 [^。]+。$/u)
  })

  it('a tag that has to be there', async () => {
    edited((xml) => xml.replaceAll('{复议机关}', '县政府'))
    expect(await faultNow()).toBe(
      `文书模板 ${join(town, FILE)} 里缺少标签“{复议机关}”，请补上，否则印出来的文书不完整。`,
    )
  })

  it.each([
    ['no .docx at all', Buffer.from('<html>')],
    ['an old .doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0])],
    ['a .docx without text', docxOf('').subarray(0, 40)],
  ])('%s', async (_, bytes) => {
    own(bytes)
    expect(await faultNow()).toMatch(/打不开，请用 Word 或 WPS 另存为 \.docx 格式/u)
  })

  it('no file', async () => {
    const { fault } = (await readTemplates([town, join(town, 'nowhere')]))[KIND]
    expect(fault).toBe(`找不到文书模板 ${FILE}，请把它放到这些文件夹之一：${town} ${join(town, 'nowhere')}。`)
  })

  it('a list that begins in a table and ends outside of it', async () => {
    edited((xml) =>
      xml.replace(
        '<w:sectPr',
        `<w:tbl><w:tr><w:tc>${p('{#有罚款}一')}</w:tc></w:tr></w:tbl>${p('二{/有罚款}')}<w:sectPr`,
      ),
    )
    const making = makeDocument(ordinary(KIND), await readTemplates([town]))
    await expect(making).rejects.toThrow(/填不进去，请检查/u)
  })

  it('and nothing is made of it', async () => {
    add('{不认识}')
    const making = makeDocument(ordinary(KIND), await readTemplates([town]))
    await expect(making).rejects.toBeInstanceOf(TemplateFault)
    await expect(making).rejects.toThrow('里的标签“{不认识}”不认识')
  })
})
