import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { NotATable, readTables } from '../../config/duties/table.ts'
import { replacing } from '../../config/permits/replace.ts'
import { permitsIn } from '../../config/permits/read.ts'
import { newNotes } from '../../config/township/notes.ts'
import { readPermits } from '../../config/township/permits.ts'
import { loadTowns } from '../../config/township/load.ts'

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shaozi-permits-'))
  await cp('config/town', dir, { recursive: true })
})
afterEach(() => rm(dir, { recursive: true }))

const TOWN = {
  name: '青石镇',
  stations: [{ id: 'shichang', name: '市场监管所', kind: 'resident', head: null, duty: [], group: null }],
} as const
const HEAD = ['序号', '单位名称', '许可证编号', '有效期', '经营场所', '发证机关']
const read = async (rows: readonly (readonly string[])[], given = {}) => {
  const file = join(dir, 'list.xlsx')
  await writeExcelFile(rows.map((row) => row.map((value) => ({ type: String, value })))).toFile(file)
  return permitsIn(await readTables(file), TOWN, given)
}

describe('an imported list of permits', () => {
  it('is read under the headings departments write, below a title, with one column for both days', async () => {
    const { lines, faults } = await read(
      [
        ['青石镇食品经营许可名单'],
        HEAD,
        ['1', '老王饭店', '示例-1', '2024年3月1日至2029/2/28', '北街', '市场所'],
        ['2', '甲店', '', '长期', '', '县城管局'],
      ],
      { kind: '食品经营许可证' },
    )
    expect(faults).toEqual([])
    expect(lines).toEqual([
      {
        holder: '老王饭店',
        kind: '食品经营许可证',
        number: '示例-1',
        valid_from: '2024-03-01',
        valid_until: '2029-02-28',
        address: '北街',
        unit: 'shichang',
      },
      {
        holder: '甲店',
        kind: '食品经营许可证',
        number: '',
        valid_from: '',
        valid_until: '',
        address: '',
        unit: '县城管局',
      },
    ])
  })

  it('names every faulty row as its keeper counts', async () => {
    const { faults } = await read(
      [HEAD, ['1', '', 'x', '2024-02-30', '', '市场监管所'], ['2', '乙店', '', '2025-01-01至2024-01-01', '', '']],
      { kind: '证' },
    )
    expect(faults.map(({ row, column, problem }) => `${row} ${column} ${problem}`)).toEqual([
      '2 有效期 “2024-02-30”不是日期',
      '2 单位名称 没有写单位名称',
      '3 有效期 到期的日子 2024-01-01 早于发证的日子 2025-01-01',
      '3 发证机关 没有写发证机关',
    ])
  })

  it.each([
    ['市场监管锁', '没有“市场监管锁”', '是不是“市场监管所”'],
    ['大王', '没有“大王”', '市场监管所'],
  ])('of the unit %j, which is neither ours nor outside, is refused', async (unit, problem, mend) => {
    const { faults } = await read([HEAD, ['1', '甲店', '', '', '', unit]], { kind: '证' })
    expect(faults).toMatchObject([
      { row: 2, problem: expect.stringContaining(problem), mend: expect.stringContaining(mend) },
    ])
    const named = [
      ['店名', '许可证编号'],
      ['甲店', '1'],
    ]
    const given = await read(named, { kind: '证', unit }).catch((each: unknown) => each)
    expect(String((given as NotATable).message)).toContain(problem)
  })

  it('of an authority outside is taken as it is written', async () => {
    for (const unit of ['县城管局', '市城市管理局', '某某省应急管理厅']) {
      const { lines, faults } = await read([HEAD, ['1', '甲店', '', '', '', unit]], { kind: '证' })
      expect(faults).toEqual([])
      expect(lines[0]?.unit).toBe(unit)
    }
  })

  it('lets go of those of its list that are not in it, and of no others', () => {
    const line = (holder: string, kind: string, unit: string, number = '') => ({
      holder,
      kind,
      number,
      valid_from: '',
      valid_until: '',
      address: '',
      unit,
    })
    const present = [line('甲', '证', 'a', '1'), line('乙', '证', 'a'), line('乙', '证', 'b'), line('丙', '别的', 'a')]
    const { kept, gone } = replacing(present, [line('甲', '证', 'a', '2')])
    expect(gone).toEqual([line('乙', '证', 'a')])
    expect(kept).toEqual([line('乙', '证', 'b'), line('丙', '别的', 'a')])
  })

  it.each([
    ['kind', [HEAD, ['1', '甲', '', '', '', '市场监管所']], '许可证名称'],
    ['header', [['甲', '乙']], '表头'],
    ['row', [['名称', '许可证名称', '发证机关']], '一条许可也没有'],
  ])('is refused without any %s', async (_what, rows, said) => {
    const error = await read(rows).catch((each: unknown) => each)
    expect(error).toBeInstanceOf(NotATable)
    expect(String((error as NotATable).message)).toContain(said)
  })
})

describe('permits.csv', () => {
  it('belongs to the township, and may be missing', async () => {
    const loaded = await loadTowns(dir)
    expect(loaded.ok && loaded.towns[0]?.permits).toHaveLength(7)
    await rm(join(dir, 'permits.csv'))
    const without = await loadTowns(dir)
    expect(without.ok && without.towns[0]?.permits).toEqual([])
  })

  it('names a faulty line', async () => {
    const file = join(dir, 'permits.csv')
    await writeFile(file, (await readFile(file, 'utf8')).replace('2029-02-28', '2029-02-31'))
    const notes = newNotes()
    await readPermits(notes, file)
    expect(notes.faults).toMatchObject([{ line: 2, field: 'valid_until' }])
  })

  it('may say 长期, as an import may; elsewhere the mend is to write nothing', async () => {
    const file = join(dir, 'permits.csv')
    const notes = newNotes()
    await writeFile(file, 'holder,kind,number,valid_from,valid_until,address,unit\n甲,证,,,长期,,shichang\n')
    expect(await readPermits(notes, file)).toMatchObject([{ holder: '甲', validUntil: null }])
    expect(notes.faults).toEqual([])
    await writeFile(file, 'holder,kind,number,valid_from,valid_until,address,unit\n甲,证,,长期,,,shichang\n')
    await readPermits(notes, file)
    expect(notes.faults).toMatchObject([{ field: 'valid_from', mend: expect.stringContaining('空着') }])
  })
})
