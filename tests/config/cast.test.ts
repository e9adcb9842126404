import { expect, it } from 'vitest'
import { castOf } from '../../config/cast.ts'
import { loadTowns } from '../../config/township/load.ts'
import { SAMPLE, TODAY } from './folder.ts'

const read = await loadTowns(SAMPLE, TODAY)
const towns = read.ok ? read.towns : []

it('gives all staff a phone under its heading, those in no group too', () => {
  const { phones, open } = castOf(towns)
  const kinds = new Map(phones.map(({ userid, kind, label }) => [userid, `${kind}: ${label}`]))
  for (const { userid } of towns[0]?.people ?? []) expect(kinds.has(userid), userid).toBe(true)
  expect([...new Set(phones.map(({ kind }) => kind))]).toEqual([
    '村民',
    '站所',
    '大队',
    '司法所·法制审核',
    '指挥室',
    '领导',
    '管理员',
  ])
  expect(kinds.get('u-songming')).toBe('司法所·法制审核: 司法所（监督）')
  expect(kinds.get('u-baixue')).toBe('司法所·法制审核: 法制审核')
  expect(kinds.get('u-dingning')).toBe('管理员: 系统管理员')
  expect(kinds.get('u-jiangfeng')).toBe('站所: 派出所 负责人')
  expect(kinds.get('u-tangwei')).toBe('大队: 综合行政执法大队 值班员')
  expect(open).toEqual(['v-lihua', 'u-zhangwei', 'u-wangfang', 'u-zhouting', 'u-chenzhen'])
})

it('of a township without people is the villagers only', () => {
  const [town] = towns
  const bare = town && castOf([{ ...town, people: [], stations: [], groups: [] }])
  expect(bare?.phones.every(({ kind }) => kind === '村民')).toBe(true)
  expect(bare?.open).toEqual(['v-lihua'])
  expect(castOf([])).toEqual({ phones: [], open: [], groups: [] })
})
