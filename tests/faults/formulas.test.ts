import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { makeDocument } from '../../documents/make.ts'
import { csvOf } from '../../domain/text/csv.ts'
import { xlsxOf } from '../../report/xlsx.ts'
import { docxText } from '../documents/said.ts'
import { ordinary, templates } from '../documents/sample.ts'

/** What a spreadsheet, or Word, would take for an order. */
const ORDERS = [
  '=1+1',
  '+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  "'=1",
  '=HYPERLINK("http://127.0.0.1/?"&A1,"看")',
  "=cmd|' /C calc'!A0",
  'DDE("cmd";"/C calc";"x")',
  '{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" }',
] as const
const WORKED_OUT = /^[=+\-@\t\r\n＝＋－＠]/u

describe('a table', () => {
  it('as CSV for a spreadsheet begins no cell with what is worked out, whatever stands in it', () => {
    const word = fc.oneof(fc.constantFrom(...ORDERS), fc.string({ unit: 'grapheme' }))
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (row) => {
        const [back = []] = parse(csvOf([row], true), { relax_column_count: true }) as string[][]
        expect(back.length).toBe(row.length)
        for (const cell of back) expect(cell).not.toMatch(WORKED_OUT)
      }),
    )
  })

  it('as a workbook holds texts as texts, letter by letter, and not one formula or link', async () => {
    const rows = ORDERS.map((order) => [order, 1])
    const bytes = await xlsxOf({ title: '=1+1', notes: [], tables: [{ name: '表', head: ['=A1', '数'], rows }] })
    const parts = unzipSync(new Uint8Array(bytes))
    for (const [name, part] of Object.entries(parts))
      expect(strFromU8(part), name).not.toMatch(/<f[ >]|<hyperlink|<ddeLink|externalLink/u)
    const [sheet] = await readExcelFile(bytes)
    const read = (sheet?.data ?? []).map(([cell]) => cell)
    for (const order of ORDERS.filter((each) => !/[\t\r\n]/u.test(each))) expect(read).toContain(order)
  })
})

it('a document takes an order for words: no field, no link, and nothing of it is filled in', async () => {
  const party = { ...ordinary('penalty-decision').party, name: '{ DDEAUTO cmd "/k calc" }' }
  const facts = '{docNo}{#pictures}=1+1 INCLUDETEXT "file:///etc/passwd"'
  const { docx } = await makeDocument(ordinary('penalty-decision', { party, facts }), templates)
  const parts = Object.entries(unzipSync(docx)).filter(([name]) => name.endsWith('.xml') || name.endsWith('.rels'))
  for (const [name, part] of parts) {
    const xml = strFromU8(part)
    expect(xml.match(/<w:instrText[^>]*>[^<]*/gu)?.join() ?? '', name).not.toMatch(/DDE|INCLUDE/u)
    expect(xml, name).not.toMatch(/fldSimple[^>]*(?:DDE|INCLUDE)|TargetMode="External"[^>]*passwd/u)
  }
  const text = docxText(docx)
  expect(text).toContain('DDEAUTO')
  expect(text).toContain('{docNo}{#pictures}=1+1')
})
