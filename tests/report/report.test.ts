import { strFromU8, unzipSync } from 'fflate'
import readExcelFile from 'read-excel-file/node'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Assessment } from '../../domain/assess/assessment.ts'
import { assessmentsOf } from '../../domain/assess/assessment.ts'
import { reportFile } from '../../report/file.ts'
import { pictureOf } from '../../report/png.ts'
import { reportOf } from '../../report/tables.ts'
import { drawTables, tablesSheet } from '../../posters/table.ts'
import { station, town, village } from '../domain/township.ts'
import { docxText } from '../documents/said.ts'
import { CALENDAR_2026 } from '../domain/year2026.ts'

const at = (day: number, hour = 0): Date => new Date(Date.UTC(2026, 10, day, hour - 8))
const iso = (day: number): string => at(day).toISOString()
/** names that a spreadsheet would work out, and characters that few fonts have */
const NAMES = ['=1+1', '+SUM(A1)', '-2', '@cmd', '＝1＋1', "'=1", '𬭎㛃堃中队']

const TOWN = town('QS', '青石镇', {
  stations: NAMES.map((name, n) => ({ ...station(`s${n}`), name })),
  villages: [village('V1', '𬭎家村')],
})

const happened = NAMES.map((_, n) => {
  const caseNo = `QS261103-000${n + 1}`
  const event = (type: string, when: Date, data = {}) => ({ caseNo, type, at: when, data })
  return [
    event('opened', at(3), { level: 'normal', place: { code: 'V1' }, found: 'public' }),
    event('dispatched', at(3), { lead: `s${n}`, due: { sign: iso(3), finish: iso(5) }, own: iso(5) }),
    event('signed', at(3, 1)),
    event('finished', at(n === 0 ? 6 : 4)),
  ]
})

function assessment(): Assessment {
  const now = new Date('2026-12-31T00:00:00Z')
  const basis = { month: '2026-11', now, calendar: CALENDAR_2026, happened, leftOut: new Map(), states: new Map() }
  const [found] = assessmentsOf([TOWN], basis)
  if (!found) throw new Error('no assessment')
  return found
}

const report = { assessment: assessment(), sealed: null }

const textsOf = (assessed: Parameters<typeof pictureOf>[0]): string[] =>
  tablesSheet(pictureOf(assessed)).items.flatMap((item) => (item.kind === 'text' ? [item.text] : []))

describe('a report', () => {
  it('as a workbook has numbers as numbers, texts as texts, and nothing that is worked out', async () => {
    const { bytes, name } = await reportFile(report, 'xlsx')
    expect(name).toBe('青石镇 2026年11月考核.xlsx')
    const parts = unzipSync(bytes)
    const sheets = Object.entries(parts).filter(([path]) => /^xl\/worksheets\/[^/]+\.xml$/u.test(path))
    expect(sheets.length).toBe(reportOf(report).tables.length)
    for (const [, sheet] of sheets) expect(strFromU8(sheet)).not.toMatch(/<f[ >]/u)
    const all = await readExcelFile(bytes)
    const units = all.find(({ sheet }) => sheet === '各单位')?.data ?? []
    expect(units.slice(1).map(([who]) => who)).toEqual([...NAMES, '青石镇'])
    const [first] = units.slice(1)
    expect(first?.slice(1, 3)).toEqual([expect.any(Number), `${NAMES.length}/${NAMES.length}`])
    const finish = units[0]?.indexOf('按时办结率') ?? -1
    expect(units[1]?.slice(finish, finish + 3)).toEqual([0, 0, 1])
    expect(units[2]?.slice(finish, finish + 3)).toEqual([1, 1, 1])
  })

  it('as a document says all of it, rare characters too, and that fines do not count', async () => {
    const { bytes } = await reportFile(report, 'docx')
    const said = docxText(bytes)
    for (const word of [...NAMES, '青石镇 2026年11月考核', '按时办结率', '第七十四条', '𬭎家村'])
      expect(said.includes(word.replace(' ', '')), word).toBe(true)
    expect(said.includes('QS261103-0001')).toBe(true)
  })

  it('as a picture has every unit on it, in a font that has rare characters', async () => {
    const { bytes, mime } = await reportFile(report, 'png')
    expect(mime).toBe('image/png')
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    const texts = textsOf(report)
    expect(texts).toEqual(expect.arrayContaining([...NAMES, '𬭎家村']))
    expect(texts.join('')).not.toContain('〓')
  })

  it('can be opened whatever stands in a name: nothing is in it that XML has no place for', async () => {
    const odd = 'A\u0001B\u0000C\uFFFFD\ud83dE'
    const { units, indicators, name } = report.assessment
    const spoilt = {
      ...report.assessment,
      name: `${name}\u0002`,
      units: units.map((unit) => ({ ...unit, name: odd })),
      indicators: indicators.map((each) => ({ ...each, source: odd, legal: '\t=1+1' })),
    }
    const docx = unzipSync((await reportFile({ assessment: spoilt, sealed: null }, 'docx')).bytes)
    const document = strFromU8(docx['word/document.xml'] ?? new Uint8Array())
    expect(document.includes('ABCD\uFFFDE')).toBe(true)
    expect(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/u.test(document)).toBe(false)
    const xlsx = await reportFile({ assessment: spoilt, sealed: null }, 'xlsx')
    const units2 = (await readExcelFile(xlsx.bytes)).find(({ sheet }) => sheet === '各单位')
    expect(units2?.data[1]?.[0]).toMatch(/^ABCD\uFFFD?E$/u)
    const { width } = await sharp((await reportFile({ assessment: spoilt, sealed: null }, 'png')).bytes).metadata()
    expect(width).toBeGreaterThanOrEqual(1080)
  })

  it('has no cell that is longer than a spreadsheet takes, and every case in it', () => {
    const [first, ...others] = report.assessment.units
    const against = Array.from({ length: 2600 }, (_, n) => `QS261103-${String(n).padStart(4, '0')}`)
    const units = first ? [{ ...first, cells: first.cells.map((cell) => ({ ...cell, against })) }, ...others] : []
    const listed = reportOf({ assessment: { ...report.assessment, units }, sealed: null }).tables.find(
      ({ name }) => name === '扣分的工单',
    )
    const cells = (listed?.rows ?? []).map((row) => String(row[2]))
    expect(Math.max(...cells.map((cell) => cell.length))).toBeLessThan(32_767)
    expect(new Set(cells.flatMap((cell) => cell.split('、'))).size).toBeGreaterThanOrEqual(2600)
  })

  it('draws rare characters in the name of a unit, and not the box of a missing one', async () => {
    const names = ['𬭎队', '㛃队', '堃队', '\u{10FFFD}队', '队']
    const rows = names.map((name) => [name])
    const picture = drawTables({ title: '青石镇', notes: [], tables: [{ name: '', head: ['名称'], rows }], foot: '' })
    // the picture is drawn at twice its size: 128 above the first row, 32 for each
    const band = (n: number): Promise<Buffer> =>
      sharp(picture)
        .extract({ left: 0, top: 2 * (128 + 32 * n), width: 200, height: 64 })
        .greyscale()
        .raw()
        .toBuffer()
    const [bell, clean, earth, box, blank] = await Promise.all(names.map((_, n) => band(n)))
    for (const rare of [bell, clean, earth])
      for (const other of [box, blank])
        expect(rare?.filter((value, at) => Math.abs(value - (other?.[at] ?? 0)) > 64).length).toBeGreaterThan(100)
  })

  it('as a picture has what is asked for first, in words that are not cut, and who should have seen it below', async () => {
    const said = textsOf(report).join('')
    for (const name of [
      '一般事项响应率',
      '重点事项响应率',
      '按时签收率',
      '按时到场率',
      '按时办结率',
      '解决率',
      '满意率',
    ])
      expect(said).toContain(name)
    for (const name of ['属地排查', '自主发现率', '多人反映才发现的占比']) expect(said).toContain(name)
    expect(said).not.toContain('…')
  })

  it('as a picture of a frozen month has the whole seal, and of many units the first and the township', () => {
    const sha256 = 'f0'.repeat(32)
    expect(textsOf({ ...report, sealed: { text: '', sha256 } }).join('')).toContain(sha256)
    const [one] = report.assessment.units
    if (!one) throw new Error('no unit')
    const units = Array.from({ length: 60 }, (_, n) => ({ ...one, name: `单位${n}` }))
    const texts = textsOf({ ...report, assessment: { ...report.assessment, units } })
    expect(texts).toEqual(expect.arrayContaining(['各单位（前 39 个，共 60 个，其余见表格）', '单位38', '青石镇']))
    expect(texts).not.toContain('单位39')
  })

  it('frozen is as JSON the text the log holds, byte for byte', async () => {
    const text = `{"frozen":"${'文'.repeat(3)}"}`
    const sealed = { text, sha256: 'ab' }
    const { bytes } = await reportFile({ ...report, sealed }, 'json')
    expect(bytes.toString()).toBe(text)
    expect(reportOf({ ...report, sealed }).notes.join()).toContain('ab')
  })

  it('names no person', () => {
    expect(JSON.stringify(reportOf(report))).not.toMatch(/u-|v-/u)
  })
})
