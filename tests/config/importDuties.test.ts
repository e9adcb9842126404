import { execFile } from 'node:child_process'
import { copyFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { canonical, csvOf } from '../../config/duties/canonical.ts'
import { check } from '../../config/duties/check.ts'
import { oldList, replaceList, versions } from '../../config/duties/history.ts'
import { changes } from '../../config/duties/list.ts'
import { NotATable, readTable } from '../../config/duties/table.ts'
import { loadTowns } from '../../config/township/load.ts'

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shaozi-import-'))
  await cp('config/town', join(dir, 'town'), { recursive: true })
})
afterEach(() => rm(dir, { recursive: true }))

const file = (name: string): string => join(dir, name)
const STATIONS = [
  { id: 'chengguan', name: '城管中队', kind: 'resident', head: null, duty: [], group: null },
  { id: 'huanbao', name: '生态环境所', kind: 'resident', head: null, duty: [], group: null },
] as const
const HEAD = ['编码', '事项名称', '关键词', '模式', '主办单位', '协办单位', '级别', '生效日期', '法律依据']
const ROW = [
  'CG001',
  '占道经营',
  '占道、摆摊',
  '赋权',
  '城管中队',
  '生态环境所',
  '紧急',
  '2026年1月5日',
  '《条例》第三条',
]

async function xlsx(rows: readonly (readonly (string | Date)[])[]): Promise<string> {
  const cells = rows.map((row) =>
    row.map((value) => (value instanceof Date ? { type: Date, value, format: 'yyyy-mm-dd' } : { type: String, value })),
  )
  await writeExcelFile(cells).toFile(file('list.xlsx'))
  return file('list.xlsx')
}

describe('a table of duties', () => {
  it('is read from Excel, with a title above, empty rows and real dates', async () => {
    const lines = await readTable(
      await xlsx([
        ['青石镇权责清单（2026年）'],
        [''],
        HEAD,
        [...ROW.slice(0, 7), new Date(Date.UTC(2026, 0, 5)), '《条例》'],
        [''],
      ]),
    )
    const { csv, rows } = canonical(lines, STATIONS)
    expect(csv).toContain('CG001,占道经营,,占道|摆摊,own,chengguan,huanbao,,,,urgent')
    expect(csv).toContain('2026-01-05')
    expect(rows).toEqual([4])
  })

  it.each([
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-8', (text: string) => Buffer.from(text)],
  ])('is read from CSV in %s', async (_name, bytes) => {
    await writeFile(file('l.csv'), bytes(csvOf([HEAD, ROW])))
    expect(canonical(await readTable(file('l.csv')), STATIONS).csv).toContain('占道|摆摊,own,chengguan,huanbao')
  })

  it('is read from CSV in GBK', async () => {
    await promisify(execFile)('sh', [
      '-c',
      `printf '%s' "$1" | iconv -f UTF-8 -t GBK > "$2"`,
      'sh',
      csvOf([HEAD, ROW]),
      file('g.csv'),
    ])
    expect(canonical(await readTable(file('g.csv')), STATIONS).csv).toContain('占道经营')
  })

  it.each([
    ['2026/1/5', '2026-01-05'],
    ['2026.01.05', '2026-01-05'],
    ['2026年1月5日', '2026-01-05'],
    ['46027', '2026-01-05'],
    ['明年', '明年'],
  ])('has the day %s as %s', (written, day) => {
    const row = [...ROW.slice(0, 7), written, '']
    const { csv } = canonical(
      [
        { row: 1, values: HEAD },
        { row: 2, values: row },
      ],
      STATIONS,
    )
    expect(csv.split('\n')[1]?.split(',')).toContain(day)
  })

  it('that is none is refused in words', async () => {
    await writeFile(file('x.xlsx'), 'PK no archive')
    await expect(readTable(file('x.xlsx'))).rejects.toBeInstanceOf(NotATable)
    await expect(readTable(file('missing.csv'))).rejects.toBeInstanceOf(NotATable)
    expect(() => canonical([{ row: 1, values: ['甲', '乙'] }], STATIONS)).toThrow(NotATable)
    await writeFile(file('big.csv'), Buffer.alloc(10_000_001, 'a'))
    await expect(readTable(file('big.csv'))).rejects.toMatchObject({ words: { problem: '文件太大' } })
  })

  it('names every faulty row as its keeper sees it', async () => {
    const bad = [...ROW.slice(0, 4), '没有这个所', ...ROW.slice(5)]
    const lines = await readTable(
      await xlsx([['清单'], HEAD, ROW, ['CG009', ...bad.slice(1)], ['CG001', ...ROW.slice(1)]]),
    )
    const loaded = await loadTowns(file('town'))
    const list = canonical(lines, loaded.ok ? (loaded.towns[0]?.stations ?? []) : [])
    const checked = await check(file('town'), list)
    expect(checked.ok).toBe(false)
    if (checked.ok) return
    expect(checked.faults).toContainEqual(expect.objectContaining({ row: 4, column: '主办单位' }))
    expect(checked.faults).toContainEqual(expect.objectContaining({ row: 5, column: '编码' }))
  })

  it('takes the place of the old one, which can be had back', async () => {
    const loaded = await loadTowns(file('town'))
    const town = loaded.ok ? loaded.towns[0] : undefined
    if (!town) throw new Error('no township')
    const list = canonical(
      [
        { row: 1, values: HEAD },
        { row: 2, values: ROW },
      ],
      town.stations,
    )
    const checked = await check(file('town'), list)
    expect(checked).toMatchObject({ ok: true })
    expect(checked.ok && changes(town.duties, checked.duties)).toEqual({
      added: 0,
      changed: 1,
      removed: town.duties.length - 1,
      same: 0,
    })
    await copyFile(join(dir, 'town', 'duties.csv'), file('before.csv'))
    await replaceList(file('town'), list.csv, new Date('2026-11-24T02:00:00Z'))
    const [version] = await versions(file('town'))
    expect(version).toMatchObject({ at: '2026-11-24 02:00:00Z', items: town.duties.length })
    expect(await oldList(file('town'), version?.id ?? '')).toBe(await readFile(file('before.csv'), 'utf8'))
    expect(await oldList(file('town'), version?.id.split('-').at(-1) ?? '')).not.toBeNull()
    expect(await oldList(file('town'), 'nothing')).toBeNull()
    expect((await readdir(file('town'))).filter((name) => name.endsWith('.new'))).toEqual([])
    expect((await loadTowns(file('town'))).ok).toBe(true)
  })

  it('is exported so that no cell is a formula', () => {
    expect(csvOf([['=1+1', '+86', '-1', '@x', '占道']], true)).toBe(`'=1+1,'+86,'-1,'@x,占道\n`)
  })
})
