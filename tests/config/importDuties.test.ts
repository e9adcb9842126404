import { execFile } from 'node:child_process'
import { copyFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { canonical } from '../../config/duties/canonical.ts'
import { check } from '../../config/duties/check.ts'
import { csvOf, unguarded } from '../../domain/text/csv.ts'
import { dutyTable } from '../../config/duties/header.ts'
import { history, oldList, replaceList } from '../../config/duties/history.ts'
import { changes, recordOf, sameList } from '../../config/duties/list.ts'
import { placesOf, type Place } from '../../config/duties/places.ts'
import { faultsOf } from '../../config/duties/rules.ts'
import { draftOf as bothSheets } from '../../config/duties/sheets.ts'
import { NotATable, readTables, type Line } from '../../config/duties/table.ts'
import { HEADINGS } from '../../config/duties/wording-columns.ts'
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
const SHICHANG = { id: 'shichang', name: '市场监管所', kind: 'resident', head: null, duty: [], group: null } as const
const HEAD_OF_EXPORT = Object.values(HEADINGS).map((names) => names[1] ?? '')
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

type Cell = string | null | Date | Readonly<{ value: string; down: number }>

const cellOf = (value: Cell) =>
  value === null
    ? null
    : value instanceof Date
      ? { type: Date, value, format: 'yyyy-mm-dd' }
      : typeof value === 'string'
        ? { type: String, value }
        : { type: String, value: value.value, rowSpan: value.down }

async function xlsx(...sheets: readonly (readonly (readonly Cell[])[])[]): Promise<string> {
  const pages = sheets.map((rows, i) => ({ sheet: `表${i + 1}`, data: rows.map((row) => row.map(cellOf)) }))
  await writeExcelFile(pages).toFile(file('list.xlsx'))
  return file('list.xlsx')
}

const TOWN = { name: '青石镇', stations: STATIONS, duties: [] }
const read = async (path: string, town: Parameters<typeof canonical>[1] = TOWN, sheet?: string) =>
  canonical(dutyTable(await readTables(path), sheet).header, town)
const draftOf = (rows: readonly (readonly string[])[], town: Parameters<typeof canonical>[1] = TOWN) => {
  const lines: Line[] = rows.map((values, index) => ({ row: index + 1, values }))
  return canonical(dutyTable([{ name: '', lines }]).header, town)
}
const first = (rows: readonly (readonly string[])[], town = TOWN) => draftOf(rows, town).rows[0]?.cells ?? {}

/** The sample township in a folder of its own, as a place whose list may be replaced. */
async function sample(): Promise<Place> {
  const [place] = (await placesOf(file('town'))) ?? []
  if (!place) throw new Error('no township')
  return place
}

describe('a table of duties', () => {
  it('is read from Excel, with a title above, empty rows and real dates', async () => {
    const { rows } = await read(
      await xlsx([
        ['青石镇权责清单（2026年）'],
        [''],
        HEAD,
        [...ROW.slice(0, 7), new Date(Date.UTC(2026, 0, 5)), '《条例》'],
        [''],
      ]),
    )
    expect(rows).toMatchObject([
      {
        row: 4,
        cells: {
          code: 'CG001',
          name: '占道经营',
          keywords: '占道|摆摊',
          mode: 'own',
          lead: 'chengguan',
          assist: 'huanbao',
          level: 'urgent',
          valid_from: '2026-01-05',
        },
      },
    ])
  })

  it.each([
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['semicolons', (text: string) => Buffer.from(text.replaceAll(',', ';'))],
    ['tabs, as "Unicode text"', (text: string) => Buffer.from(`\uFEFF${text.replaceAll(',', '\t')}`, 'utf16le')],
  ])('is read from CSV in %s', async (_name, bytes) => {
    await writeFile(file('l.csv'), bytes(csvOf([HEAD, ROW])))
    const { rows } = await read(file('l.csv'))
    expect(rows[0]?.cells).toMatchObject({ keywords: '占道|摆摊', mode: 'own', lead: 'chengguan', assist: 'huanbao' })
  })

  it('is read from CSV in GBK', async () => {
    await promisify(execFile)('sh', [
      '-c',
      `printf '%s' "$1" | iconv -f UTF-8 -t GBK > "$2"`,
      'sh',
      csvOf([HEAD, ROW]),
      file('g.csv'),
    ])
    expect((await read(file('g.csv'))).rows[0]?.cells['name']).toBe('占道经营')
  })

  it.each([
    ['2026/1/5', '2026-01-05'],
    ['2026.01.05', '2026-01-05'],
    ['2026年1月5日', '2026-01-05'],
    ['2026-01-05 00:00:00', '2026-01-05'],
    ['20260105', '2026-01-05'],
    ['46027', '2026-01-05'],
    ['长期有效', ''],
    ['明年', '明年'],
  ])('has the day %s as %s', (written, day) => {
    expect(first([HEAD, [...ROW.slice(0, 7), written, '']])['valid_from']).toBe(day)
  })

  it('that is none is refused in words', async () => {
    await writeFile(file('x.xlsx'), 'PK no archive')
    await expect(readTables(file('x.xlsx'))).rejects.toBeInstanceOf(NotATable)
    await expect(readTables(file('missing.csv'))).rejects.toBeInstanceOf(NotATable)
    expect(() => draftOf([['甲', '乙']])).toThrow(NotATable)
    expect(() => draftOf([['编码', '事项名称', '关键词']])).toThrow(/第 1 行像是表头，但没有这些列：主办/)
    expect(() => draftOf([HEAD.with(2, '主办单位'), ROW])).toThrow(/有两列都叫“主办单位”/)
    await writeFile(file('big.csv'), Buffer.alloc(10_000_001, 'a'))
    await expect(readTables(file('big.csv'))).rejects.toMatchObject({ words: { problem: '文件太大' } })
  })

  it.each([
    [['序号', ...HEAD], ['7', ...ROW], 'CG001'],
    [['序号', '事项编码', ...HEAD.slice(1)], ['7', ...ROW], 'CG001'],
    [['序号', ...HEAD.slice(1)], ['7', ...ROW.slice(1)], '7'],
  ])('takes the code, and a row number only where there is none', (head, row, code) => {
    const draft = draftOf([head, row])
    expect(draft.rows[0]?.cells['code']).toBe(code)
    expect(draft.notes.some(({ said }) => /没有编码列，用“序号”当编码/.test(said))).toBe(code === '7')
  })

  it('is read with the headings, numbers and unit names departments use', () => {
    const aliased = { ...STATIONS[0], aliases: ['综合执法局城区分局'] }
    const town = { ...TOWN, stations: [aliased, STATIONS[1], SHICHANG] }
    const head = ['序号', '事项\n编码', '事项名称', '牵头单位\n（部门）', '配合单位（部门）', '实施依据', '行使层级']
    const body = [
      [
        '1',
        'cg 001',
        '1.对露天焚烧\n秸秆的处罚',
        '县生态环境局派驻青石镇生态环境所',
        '城管中队；市场监管所',
        '《条例》',
        '乡镇',
      ],
      ['2', 'CG002', '（2）对占道经营的处罚', '综合执法局城区分局', '生态环境所和市场监管所', '', '乡镇'],
      ['3', 'CG003', '1.5米以上围挡', '青石镇城管中队', '无', '', '乡镇'],
    ]
    const { rows, notes } = draftOf([head, ...body], town)
    expect(rows.map(({ cells }) => [cells['code'], cells['name'], cells['lead'], cells['assist']])).toEqual([
      ['CG001', '露天焚烧秸秆', 'huanbao', 'chengguan|shichang'],
      ['CG002', '占道经营', 'chengguan', 'huanbao|shichang'],
      ['CG003', '1.5米以上围挡', 'chengguan', ''],
    ])
    expect(notes).toContainEqual({ row: null, said: '没有用到的列：序号、行使层级' })
    expect(notes).toContainEqual({ row: 2, said: '“县生态环境局派驻青石镇生态环境所”当作 生态环境所' })
    expect(notes).toContainEqual({ row: 2, said: '编码“cg 001”写作 CG001' })
  })

  it('may have merged cells, a header of two rows, the header again and remarks', async () => {
    const { rows, notes } = await read(
      await xlsx([
        ['权责清单'],
        ['编码', '类别', '事项名称', '责任单位', '', '备注'],
        ['', '', '', '牵头单位', '配合单位', ''],
        ['CG001', { value: '市容', down: 2 }, '占道经营', '城管中队', '生态环境所', ''],
        ['CG002', null, '乱倒垃圾', '城管中队', '', '急'],
        ['编码', '类别', '事项名称', '责任单位', '', '备注'],
        ['CG003', '环境', '露天焚烧', '生态环境所', '', ''],
        ['注：本清单自2026年1月1日起施行'],
      ]),
    )
    expect(rows.map(({ row, cells }) => [row, cells['code'], cells['category'], cells['lead']])).toEqual([
      [4, 'CG001', '市容', 'chengguan'],
      [5, 'CG002', '市容', 'chengguan'],
      [7, 'CG003', '环境', 'huanbao'],
    ])
    expect(notes).toContainEqual({ row: 6, said: expect.stringMatching(/又是表头/) })
    expect(notes).toContainEqual({ row: 8, said: expect.stringMatching(/只有“注/) })
  })

  it('is found among the sheets of a workbook; of two somebody must choose', async () => {
    await xlsx([['说明'], ['怎么填']], [HEAD, ROW])
    expect((await read(file('list.xlsx'))).rows).toHaveLength(1)
    await xlsx([HEAD, ROW], [HEAD, ROW, ['CG002', ...ROW.slice(1)]])
    await expect(read(file('list.xlsx'))).rejects.toMatchObject({ words: { problem: /表1、表2/ } })
    expect((await read(file('list.xlsx'), TOWN, '表2')).rows).toHaveLength(2)
    await expect(read(file('list.xlsx'), TOWN, '表9')).rejects.toMatchObject({ words: { problem: /表9/ } })
  })

  it.each([
    ['市生态环境局', 'joint'],
    ['城管中队', ''],
    ['', ''],
  ])('says no mode, but who punishes: %s', (punish, mode) => {
    const draft = draftOf([
      ['编码', '事项名称', '主办单位', '处罚'],
      ['HB001', '污水直排', '生态环境所', punish],
    ])
    expect(draft.rows[0]?.cells['mode']).toBe(mode)
    expect(draft.notes.some(({ said }) => said.includes('不是本镇的，先当作 协同'))).toBe(mode !== '')
  })

  it('that says a mode keeps it, whoever punishes', () => {
    const cells = first([
      ['编码', '事项名称', '主办单位', '处罚', '模式'],
      ['HB001', '污水直排', '生态环境所', '市生态环境局', '移送'],
    ])
    expect(cells['mode']).toBe('transfer')
  })

  it('may sum up its rows, and say 同上', () => {
    const { rows, notes } = draftOf([
      ['序号', '事项名称', '主办单位', '依据'],
      ['1', '占道经营', '城管中队', '《条例》第三条'],
      ['2', '乱倒垃圾', '同上', '同上'],
      ['3', '乱贴广告', '〃', '同上'],
      ['合计', '3项', '', ''],
      ['', '总计：3', '', ''],
    ])
    expect(rows.map(({ cells }) => [cells['lead'], cells['legal_basis']])).toEqual(
      Array.from({ length: 3 }, () => ['chengguan', '《条例》第三条']),
    )
    expect(notes).toContainEqual({ row: 5, said: expect.stringMatching(/“合计”这一行是合计/) })
    expect(faultsOf({ rows, notes, headings: new Map() }, STATIONS)).toEqual([])
  })

  it.each([
    ['对占道经营的处罚', '占道经营'],
    ['对擅自占用道路行为的处罚', '擅自占用道路'],
    ['对露天焚烧秸秆的违法行为的行政处罚', '露天焚烧秸秆'],
    ['3.对无照经营的处罚', '无照经营'],
    ['对举报违法行为的奖励', '对举报违法行为的奖励'],
    ['对食品安全的监督检查', '对食品安全的监督检查'],
    ['对占道经营的处罚及对拒不改正的处罚', '对占道经营的处罚及对拒不改正的处罚'],
    ['行政处罚决定的公开', '行政处罚决定的公开'],
  ])('calls %s %s', (written, name) => {
    expect(first([HEAD, ROW.with(1, written)])['name']).toBe(name)
  })

  it('may stand on two sheets, which make one list', async () => {
    const head = ['序号', '事项名称', '主办单位']
    const pages = [
      { sheet: '基本履职事项', data: [head, ['1', '占道经营', '城管中队']] },
      { sheet: '配合履职事项', data: [head, ['1', '污水直排', '生态环境所'], ['2', '采砂', '没有这个所']] },
    ].map(({ sheet, data }) => ({ sheet, data: data.map((row) => row.map((value) => cellOf(value))) }))
    await writeExcelFile(pages).toFile(file('two.xlsx'))
    const tables = await readTables(file('two.xlsx'))
    await expect(bothSheets(tables, TOWN)).rejects.toThrow(NotATable)
    const draft = await bothSheets(tables, TOWN, 'all')
    expect(draft.rows.map(({ cells }) => [cells['code'], cells['name'], cells['mode']])).toEqual([
      ['基本履职1', '占道经营', 'own'],
      ['配合履职1', '污水直排', 'joint'],
      ['配合履职2', '采砂', 'joint'],
    ])
    expect(draft.notes.map(({ said }) => said)).toContain('读的是工作表“基本履职事项”、“配合履职事项”')
    expect(faultsOf(draft, STATIONS)).toMatchObject([{ sheet: '配合履职事项', row: 3, column: '主办单位' }])
    expect((await bothSheets(tables, TOWN, '配合履职事项')).rows.map(({ cells }) => cells['code'])).toEqual(['1', '2'])
  })

  it('with a quote that is never closed names its row', async () => {
    await writeFile(file('q.csv'), `${HEAD.join(',')}\n${ROW.join(',')}\nCG002,"占道,垃圾,赋权,城管中队\n`)
    await expect(readTables(file('q.csv'))).rejects.toMatchObject({ words: { problem: '第 3 行的引号没有配对' } })
  })

  it('whose unit is called by a part of its name is asked about it', () => {
    const [fault] = faultsOf(draftOf([HEAD, ROW.with(4, '城管')]), STATIONS)
    expect(fault?.mend).toContain('是不是想写“城管中队”')
  })

  it.each([
    [0, '', '编码', /没有编码/],
    [0, 'CG:1', '编码', /不能用的符号/],
    [1, '', '事项名称', /没有事项名称/],
    [3, '随便', '模式', /“随便”不是办理模式/],
    [4, '', '主办单位', /没有主办单位/],
    [4, '没有这个所', '主办单位', /找不到单位“没有这个所”/],
    [4, '城管中队、生态环境所', '主办单位', /不止一个/],
    [5, '生态环境所、没有这个所', '协办单位', /找不到单位“没有这个所”/],
    [6, '很急', '级别', /“很急”不是紧急程度/],
    [7, '2026-02-30', '生效日期', /“2026-02-30”不是日期/],
  ])(
    'with a faulty cell (%i: %s) is refused, with its row, column and what is expected',
    (at, written, column, problem) => {
      const draft = draftOf([['清单'], HEAD, ROW.with(0, 'CG000'), ROW.with(at, written)])
      expect(faultsOf(draft, STATIONS)).toEqual([
        {
          file: null,
          row: 4,
          column,
          problem: expect.stringMatching(problem),
          mend: expect.stringMatching(/写|留|改|用/),
        },
      ])
    },
  )

  it('is refused when a code stands twice or an end comes before its beginning', () => {
    const head = [...HEAD, '失效日期']
    const draft = draftOf([head, [...ROW, '2026-12-31'], ['cg001', ...ROW.slice(1), '2025-12-31']])
    expect(faultsOf(draft, STATIONS)).toMatchObject([
      { row: 3, column: '编码', problem: '编码“CG001”重复，第 2 行已经用了' },
      { row: 3, column: '失效日期', problem: '失效日期 2025-12-31 早于生效日期 2026-01-05' },
    ])
  })

  it('is tried by the rules the program starts by, and what was not foreseen is named at its row, too', async () => {
    const place = await sample()
    const draft = await read(await xlsx([['清单'], HEAD, ROW, ROW.with(0, 'CG009')]), { ...place, duties: [] })
    expect(await check(place, draft)).toMatchObject({ ok: true, duties: [{ code: 'CG001' }, { code: 'CG009' }] })
    const strange = draft.rows.map(({ row, cells }) => ({
      row,
      cells: { ...cells, punish: '县城管局', legal_basis: '一\n二' },
    }))
    const warned = await check(place, { ...draft, rows: strange })
    expect(warned.ok && warned.warnings).toContainEqual(expect.objectContaining({ row: 4, column: '处罚' }))
    await writeFile(join(dir, 'town', 'villages.csv'), 'spoilt')
    const elsewhere = await check(place, draft)
    expect(elsewhere).toMatchObject({ ok: false, faults: [{ file: join(place.folder, 'villages.csv') }, { row: 1 }] })
  })

  it('takes the place of the old one, which can be had back', async () => {
    const place = await sample()
    const draft = draftOf([HEAD, ROW], place)
    const checked = await check(place, draft)
    if (!checked.ok) throw new Error(JSON.stringify(checked))
    expect(changes(place.duties, checked.duties)).toMatchObject({
      added: 0,
      changed: 1,
      removed: place.duties.length - 1,
      same: 0,
    })
    // no column for it in the table: it stays as it was
    expect(checked.duties[0]?.punish).toBe(place.duties[0]?.punish)
    await copyFile(join(dir, 'town', 'duties.csv'), file('before.csv'))
    const put = { by: 'lin', how: 'import', source: '清单.xlsx' } as const
    await replaceList(place.folder, checked.csv, { now: new Date('2026-11-24T02:00:00Z'), ...put })
    const { present, before } = await history(place.folder)
    const [version] = before
    expect(present).toMatchObject({ items: 1, put: { at: '2026-11-24T02:00:00.000Z', ...put } })
    expect(version).toMatchObject({ at: '2026-11-24T02:00:00.000Z', items: place.duties.length, put: null })
    const old = await oldList(place.folder, version?.id ?? '')
    expect(await readFile(old?.file ?? '', 'utf8')).toBe(await readFile(file('before.csv'), 'utf8'))
    expect(await oldList(place.folder, version?.id.split('-').at(-1) ?? '')).toEqual(old)
    expect(await oldList(place.folder, 'nothing')).toBeNull()
    expect((await readdir(place.folder)).filter((name) => name.endsWith('.new'))).toEqual([])
    expect((await loadTowns(place.folder)).ok).toBe(true)
  })

  it('keeps nothing of an item whose code was given to another one', async () => {
    const place = await sample()
    const [first] = place.duties
    const draft = draftOf([HEAD, [first?.code ?? '', '违法占地', ...ROW.slice(2)]], place)
    expect(draft.rows[0]?.cells).toMatchObject({ name: '违法占地', punish: '', category: '' })
    expect(draft.notes).toContainEqual({ row: 2, said: expect.stringMatching(/原来是“占道经营”/) })
    const next = place.duties.map((duty) => ({ ...duty, name: duty === first ? '违法占地' : `对${duty.name}的处罚` }))
    expect(changes(place.duties, next)).toMatchObject({ removed: 0, vanished: [first] })
  })

  it('goes out and comes back as it was', async () => {
    const place = await sample()
    const odd = { keywords: ['24/7'], legalBasis: "=一\n'-二，三", name: '1.-占道"经营"', punish: '县综合行政执法大队' }
    const duties = place.duties.map((duty, i) => (i === 0 ? { ...duty, ...odd } : duty))
    const records = [['青石镇权责清单 2026-11-25 14:03 QS'], HEAD_OF_EXPORT, ...duties.map(recordOf)]
    await writeFile(file('out.csv'), `\uFEFF${csvOf(records, true)}`)
    for (const path of [file('out.csv'), await xlsx(records)]) {
      const checked = await check(place, await read(path, { ...place, duties }))
      expect(checked.ok && sameList(duties, checked.duties)).toBe(true)
    }
  })

  it('is exported so that no cell is a formula', () => {
    expect(csvOf([['=1+1', '+86', '-1', '@x', '占道']], true)).toBe(`'=1+1,'+86,'-1,'@x,占道\n`)
    for (const text of ['=1', "'=1", "'a", '占道']) expect(unguarded(csvOf([[text]], true).trim())).toBe(text)
  })
})
