import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDutyLists } from '../../app/duties.ts'
import { placesOf, type Place } from '../../config/duties/places.ts'
import { NotATable, readTables, type Line } from '../../config/duties/table.ts'
import { mergeRoster, writeRoster } from '../../config/roster/merge.ts'
import { rosterIn } from '../../config/roster/read.ts'
import { loadTowns } from '../../config/township/load.ts'
import { makeLog } from '../../log.ts'
import { township, TODAY } from './folder.ts'

async function placeOf(folder: string): Promise<Place> {
  const [place] = (await placesOf(folder)) ?? []
  if (!place) throw new Error('no township')
  return place
}

const read = async (...rows: readonly (readonly string[])[]) => {
  const lines: Line[] = rows.map((values, index) => ({ row: index + 1, values }))
  return rosterIn([{ name: '', lines }], await placeOf(await township()))
}
const HEAD = ['日期', '站所', '值班人员', '班次']

describe('a roster as a township keeps it', () => {
  it('is read by names, several people in a cell', async () => {
    const { shifts, faults } = await read(
      ['青石镇12月值班表'],
      HEAD,
      ['2026年12月3日', '城管中队', '张伟、王芳', '白班'],
      ['2026-12-04', 'yingji', 'u-xietao', ''],
    )
    expect(faults).toEqual([])
    expect(shifts).toEqual([
      { date: '2026-12-03', station: 'chengguan', userid: 'u-zhangwei', shift: '白班' },
      { date: '2026-12-03', station: 'chengguan', userid: 'u-wangfang', shift: '白班' },
      { date: '2026-12-04', station: 'yingji', userid: 'u-xietao', shift: '' },
    ])
  })

  it.each([
    [['12月3日', '城管中队', '张伟'], '日期', '不是日期', '2026-12-03'],
    [['2026-02-30', '城管中队', '张伟'], '日期', '没有这一天', '二月'],
    [['2026-12-32', '城管中队', '张伟'], '日期', '没有这一天', '12 月只到 31 日'],
    [['2026-12-03', '城管中队', '郭栋'], '人员', '“郭栋”是综合行政执法大队的，不是城管中队的', '李强、张伟、王芳'],
    [['2026-12-03', '城管中队', 'u-zhouting'], '人员', '不属于任何站所', 'town.yaml'],
    [['2026-12-03', '城关中队', '张伟'], '站所', '没有站所“城关中队”', '城管中队'],
    [['2026-12-03', '城管中队', '张维'], '人员', '没有“张维”', '张伟'],
    [['2026-12-03', '', '张伟'], '站所', '没有写', '补上'],
  ])('names the row and what is meant: %j', async (row, column, problem, mend) => {
    const { shifts, faults } = await read(HEAD, row)
    expect(shifts).toEqual([])
    expect(faults).toEqual([
      { row: 2, column, problem: expect.stringContaining(problem), mend: expect.stringContaining(mend) },
    ])
  })

  it('without its columns is none', async () => {
    await expect(read(['日期', '内容'], ['2026-12-03', '检查'])).rejects.toBeInstanceOf(NotATable)
  })
})

describe('a new roster', () => {
  const shift = (date: string, station: string, userid: string) => ({ date, station, userid, shift: '' })

  it('stands for its own days and stations; the past is kept', () => {
    const present = [
      shift('2026-11-20', 'a', 'u1'),
      shift('2026-12-03', 'a', 'u1'),
      shift('2026-12-03', 'b', 'u2'),
      shift('2026-12-04', 'a', 'u1'),
    ]
    const fresh = [shift('2026-11-20', 'a', 'u9'), shift('2026-12-03', 'a', 'u9')]
    const { roster, past, replaced } = mergeRoster(present, fresh, '2026-12-01')
    expect(roster.map(({ date, station, userid }) => `${date} ${station} ${userid}`)).toEqual([
      '2026-11-20 a u1',
      '2026-12-03 b u2',
      '2026-12-03 a u9',
      '2026-12-04 a u1',
    ])
    expect({ past, replaced }).toEqual({ past: 1, replaced: 1 })
  })

  it('is written so that it is read again, and taken up by the running program', async () => {
    const folder = await township()
    const place = await placeOf(folder)
    const started = await loadTowns(folder, TODAY)
    if (!started.ok) throw new Error('the sample is faulty')
    const lists = await openDutyLists(
      folder,
      started.towns,
      makeLog('silent', () => undefined),
    )
    expect(await lists.look()).toBeNull()
    await writeFile(join(folder, 'new.csv'), '日期,单位,姓名\n2026-12-03,城管,李强\n')
    const { shifts } = rosterIn(await readTables(join(folder, 'new.csv')), place)
    await writeRoster(folder, mergeRoster(place.roster, shifts, '2026-12-01').roster)
    expect(await readFile(join(folder, 'roster.csv'), 'utf8')).toContain('2026-10-01,chengguan,u-zhangwei,国庆值班')
    const [town] = (await lists.look()) ?? []
    expect(town?.roster).toContainEqual(shift('2026-12-03', 'chengguan', 'u-liqiang'))
  })
})
