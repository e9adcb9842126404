import { describe, expect, it } from 'vitest'
import { append, change, edited, type Edits } from '../folder.ts'
import { type Broken, refuses } from './table.ts'

const areas = (edit: (text: string) => string): Edits => ({ 'areas.csv': edit })

const TABLE: readonly Broken[] = [
  {
    name: 'an unknown officer',
    edits: areas(change('QS01,市容环境,chengguan,u-zhangwei', 'QS01,市容环境,chengguan,u-zhangwe')),
    file: 'areas.csv',
    field: 'person',
    at: 'QS01,',
    says: 'u-zhangwei',
  },
  {
    name: 'an unknown station',
    edits: areas(change('QS01,市容环境,chengguan', 'QS01,市容环境,chenguan')),
    file: 'areas.csv',
    field: 'station',
    at: 'QS01,',
    says: 'chengguan',
  },
  {
    name: 'nobody',
    edits: areas(change('chengguan,u-zhangwei,u-wangfang', 'chengguan,,')),
    file: 'areas.csv',
    field: 'person',
    at: 'QS01,',
    says: 'person',
  },
  {
    name: 'one area and matter twice',
    edits: areas(change('QS02,市容环境', 'QS01,市容环境')),
    file: 'areas.csv',
    field: 'area',
    at: 'QS02,',
    says: '两遍',
  },
]
refuses('areas.csv', TABLE)

describe('areas.csv', () => {
  it.each([
    ['an unknown area', append('第九网格,*,chengguan,u-zhangwei,'), '第九网格'],
    ['an unknown matter', append('QS03,市容环镜,chengguan,u-zhangwei,'), '市容环境'],
    ['an officer of another station', append('QS03,*,chengguan,u-sunmei,'), '孙梅'],
    ['a deputy of another station', append('QS03,*,chengguan,u-zhangwei,u-sunmei'), '孙梅'],
  ])('warns of %s', async (_what, edit, says) => {
    const { warnings } = await edited(areas(edit))
    expect(warnings.map(({ problem, mend }) => `${problem} ${mend}`).join()).toContain(says)
  })

  it('may be missing', async () => {
    const { town, warnings } = await edited({ 'areas.csv': null })
    expect([town.areas, warnings]).toEqual([[], []])
  })
})
