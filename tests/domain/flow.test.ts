import { beforeAll, describe, expect, it } from 'vitest'
import { loadTowns } from '../../config/township/load.ts'
import { isPersonName, maskedName, shownHolder } from '../../domain/flow/holder.ts'
import { monthOf, penaltiesOf, penaltyFacts, penaltyTold } from '../../domain/flow/penalty.ts'
import { wantedPermit } from '../../domain/flow/permitAsk.ts'
import { correctedTo, foundIn } from '../../domain/flow/permitFacts.ts'
import { permitRow, permitsOf } from '../../domain/flow/permits.ts'
import { secretMark } from '../../domain/flow/secret.ts'
import { readersOf, unitsFirst, unitsOf } from '../../domain/flow/whom.ts'
import type { Entry } from '../../domain/book/entry.ts'
import type { CaseFile } from '../../domain/legal/kinds.ts'
import type { Town } from '../../domain/town.ts'

const DAY = '2026-11-24'
const NOW = new Date(`${DAY}T10:00:00+08:00`)
let town: Town

beforeAll(async () => {
  const loaded = await loadTowns('config/town', DAY)
  if (!loaded.ok || !loaded.towns[0]) throw new Error('the sample township is faulty')
  town = loaded.towns[0]
})

describe('a mark of secrecy', () => {
  it.each([
    ['机密★一年 会议纪要', '机密'],
    ['【秘密】关于人员的通报.pdf', '秘密'],
    ['绝 密 文件', '绝密'],
    ['秘密★', '秘密'],
    ['关于做好防汛工作的通知', null],
    ['关于保护商业秘密的通知', null],
    ['《保守国家秘密法》学习材料', null],
    ['保密宣传月', null],
    [null, null],
  ])('in %j is %j', (text, mark) => expect(secretMark(text)).toBe(mark))
})

describe('whom a paper is for', () => {
  it.each([
    ['全体 关于防汛的通知', 7, '关于防汛的通知'],
    ['给各站所 停电通知', 7, '停电通知'],
    ['大队和全部站所', 7, ''],
    ['只给大队 通知', 1, '通知'],
    ['派出所、应急管理站 通知', 2, '通知'],
    ['城管 通知', 1, '通知'],
    ['关于全体干部开会的通知', null, '关于全体干部开会的通知'],
    ['', null, ''],
  ])('%j', (words, units, rest) => {
    const found = unitsFirst(words, town)
    expect(found).toMatchObject({ ok: true, rest })
    expect(found.ok && (found.to?.length ?? null)).toBe(units)
  })

  it.each(['司法所 通知', '县公安局 通知'])('%j names nobody here', (words) =>
    expect(unitsFirst(words, town).ok).toBe(false),
  )

  it('always has the brigade, and the sender’s unit only where there is no other', () => {
    expect(unitsOf(['paichu'], 'chengguan', town)).toEqual(['dadui', 'paichu'])
    expect(unitsOf(['chengguan'], 'chengguan', town)).toEqual(['dadui'])
    expect(unitsOf([], 'dadui', town)).toEqual(['dadui'])
  })

  it('is read by who is on duty and by the head, each once, never by who sent it', () => {
    expect(readersOf(['dadui', 'dadui'], town, 'u-tangwei', NOW)).toEqual(['u-xuejing', 'u-guodong'])
  })

  it('is read by all people of a unit that names nobody', () => {
    const stations = town.stations.map((each) => (each.id === 'paichu' ? { ...each, head: null, duty: [] } : each))
    const bare = { ...town, stations, roster: [] }
    expect(readersOf(['paichu'], bare, 'x', NOW)).toEqual(['u-jiangfeng', 'u-shenhao', 'u-luxin'])
  })
})

describe('who holds a permit', () => {
  it.each([
    ['张铁柱', true],
    ['李桂花', true],
    ['欧阳修文', true],
    ['老王饭店', false],
    ['张记面馆', false],
    ['福满楼餐饮有限公司', false],
    ['王家村', false],
    ['王', false],
  ])('%s is somebody’s own name: %s', (name, own) => expect(isPersonName(name)).toBe(own))

  it('is masked only where others read along', () => {
    expect(maskedName('张铁柱')).toBe('张某')
    expect(shownHolder('张铁柱', { type: 'group' })).toBe('张某')
    expect(shownHolder('张铁柱', { type: 'single' })).toBe('张铁柱')
    expect(shownHolder('老王饭店', { type: 'group' })).toBe('老王饭店')
  })
})

describe('the list of permits', () => {
  it.each([
    ['老王', ['青石镇老王饭店', '青石镇老王小吃店']],
    ['老王饭店', ['青石镇老王饭店']],
    ['青石镇老王饭店', ['青石镇老王饭店']],
    ['青石福满楼餐饮有限公司', ['青石福满楼餐饮有限公司']],
    ['福满楼', ['青石福满楼餐饮有限公司']],
    ['示例排污-0007', ['青石镇绿野生猪养殖场']],
    ['王', []],
    ['青石镇', []],
    ['刘家豆腐坊', []],
  ])('%s', (asked, holders) => expect(permitsOf(asked, town, DAY).map(({ holder }) => holder)).toEqual(holders))

  it('counts the last day', () => {
    const [permit] = permitsOf('平安烟花爆竹零售点', town, DAY)
    if (!permit) throw new Error('not found')
    const on = (day: string) => permitRow(permit, town, day, { type: 'single' }).expired
    expect([on('2026-11-30'), on('2026-12-01')]).toEqual([false, true])
  })
})

describe('a question about a permit', () => {
  it.each([
    ['老王饭店', '老王饭店', null, null],
    ['老王饭店 市场监管所', '老王饭店', 'shichang', null],
    ['张大山 采砂', '张大山', 'ziran', '采砂'],
    ['老王饭店 无照经营 核实', '老王饭店', 'shichang', '无照经营'],
    ['老王饭店有没有许可证', '老王饭店', null, null],
    ['', '', null, null],
  ])('%j', (words, holder, of, matter) => {
    const found = wantedPermit(words, town, DAY)
    expect({ holder: found.holder, of: found.of?.id ?? null, matter: found.matter }).toEqual({ holder, of, matter })
  })

  it.each([
    ['有效，证号 0001', 'valid'],
    ['有，2028年到期', 'valid'],
    ['没有', 'none'],
    ['查无此店', 'none'],
    ['无许可', 'none'],
    ['去年过期了', 'expired'],
    ['已注销', 'expired'],
    ['没有过期', 'valid'],
    ['还没到期', 'valid'],
    ['我们去看看再说', 'said'],
  ])('answered by %s is %s', (words, found) => expect(foundIn(words)).toBe(found))

  it.each([
    ['去年底到期，没有续', null],
    ['没有', 'none'],
    ['更正：有效', 'valid'],
    ['已过期，今年三月', 'expired'],
    ['没有许可证', 'none'],
    ['没办过食品经营许可证', 'none'],
    ['更正：查无，登记的是另一家', 'none'],
    ['没有变化', null],
  ])('changed by %s to %s', (words, found) => expect(correctedTo(words)).toBe(found))
})

const CASE_FILE: CaseFile = {
  caseNo: 'QS261124-0001',
  item: 'CG006',
  itemName: '餐饮油烟和露天烧烤',
  legalBasis: '《中华人民共和国大气污染防治法》第一百一十八条',
  organ: '青石镇人民政府',
  delegation: null,
  procedure: 'ordinary',
  party: { kind: 'person', name: '张铁柱', id: '0', representative: null, address: '王家村', phone: '0' },
  officers: ['u-tangwei', 'u-xuejing'],
  filedOn: '2026-11-01',
  policyId: 'p',
  facts: null,
  violatedOn: null,
  harmful: false,
  proposal: { sort: 'fine', fine: 500, text: '罚款五百元' },
  discretion: null,
  mentor: null,
  reviewNeeded: false,
  steps: [{ step: 'decided', at: NOW.toISOString(), day: DAY, by: 'u-guodong', note: null }],
  documents: [
    { kind: 'notice', docNo: '青执罚告字〔2026〕第0003号', day: DAY, sha256: null, name: null },
    { kind: 'decision', docNo: '青执罚决字〔2026〕第0003号', day: DAY, sha256: null, name: null },
  ],
}

const file = (patch: Partial<CaseFile> = {}): Entry<'file'> => ({
  id: 'f',
  kind: 'file',
  town: 'QS',
  year: 2026,
  seq: 3,
  no: 'QS-LA2026-0003',
  taskId: 't',
  version: 1,
  state: 'decided',
  owner: null,
  dueAt: null,
  at: NOW,
  data: { ...CASE_FILE, ...patch },
})

describe('a penalty', () => {
  it('is told to who supervises the item: what was decided, and nobody’s full name, number or address', () => {
    const [told, ...more] = penaltyTold(file(), town, { now: NOW })
    expect(more).toEqual([])
    expect(told?.address.to).toEqual({ kind: 'group', id: 'grp-huanbao' })
    expect(told?.body.penalty).toMatchObject({
      party: '张某',
      docNo: '青执罚决字〔2026〕第0003号',
      sort: 'fine',
      amount: 500,
    })
    expect(JSON.stringify(told)).not.toMatch(/铁柱|王家村/)
  })

  it('names a company', () => {
    const party = {
      kind: 'entity',
      name: '示例餐饮有限公司',
      id: null,
      representative: '张铁柱',
      address: null,
      phone: null,
    } as const
    expect(penaltyFacts(file({ party }))?.party).toBe('示例餐饮有限公司')
    expect(JSON.stringify(penaltyFacts(file({ party })))).not.toContain('铁柱')
  })

  it.each([
    ['nothing is decided', { steps: [] }],
    ['it is let off', { proposal: { sort: 'none', fine: null, text: '不予处罚' } as const }],
    ['nobody supervises the item', { item: 'XX' }],
  ])('is told to nobody where %s', (_why, patch) => expect(penaltyTold(file(patch), town, { now: NOW })).toEqual([]))

  it('goes to the people on duty where the department has no group', () => {
    const stations = town.stations.map((each) => (each.id === 'huanbao' ? { ...each, group: null } : each))
    const told = penaltyTold(file(), { ...town, stations }, { now: NOW })
    expect(told.map(({ address }) => address.to)).toEqual([
      { kind: 'person', userid: 'u-dujuan' },
      { kind: 'person', userid: 'u-weining' },
    ])
  })

  it('stands in the list of its month, by its day', () => {
    const on = (day: string) => file({ steps: [{ step: 'decided', at: NOW.toISOString(), day, by: 'x', note: null }] })
    const days = penaltiesOf([on('2026-11-24'), on('2026-10-31'), on('2026-11-02')], '2026-11').map(({ day }) => day)
    expect(days).toEqual(['2026-11-02', '2026-11-24'])
  })

  it.each([
    ['', '2026-11'],
    ['11月', '2026-11'],
    ['12月', '2025-12'],
    ['2026-3', '2026-03'],
    ['2026年3月份', '2026-03'],
    ['13月', null],
    ['上个月', null],
  ])('of %j is of %j', (words, month) => expect(monthOf(words, NOW)).toBe(month))
})
