import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { complete } from '../../config/duties/complete.ts'
import { dutyTable } from '../../config/duties/header.ts'
import { matterOf, wordsIn } from '../../config/duties/matter.ts'
import { faultsOf } from '../../config/duties/rules.ts'
import { loadTowns } from '../../config/township/load.ts'
import type { Duty, Town } from '../../domain/town.ts'
import { rowsFor } from '../../learning/rows.ts'
import { route } from '../../domain/route/route.ts'

const loaded = await loadTowns('config/town')
const SAMPLE = loaded.ok ? loaded.towns[0] : undefined
if (!SAMPLE) throw new Error('no township')
const town: Town = SAMPLE

/** As a county hands it out: row numbers, long names, no keywords. */
const HEAD = ['序号', '事项名称', '牵头单位']
const LIST = [
  ['1', '1.对占道经营的处罚', '城管中队'],
  ['2', '对随意倾倒、抛撒或者堆放生活垃圾行为的处罚', '城管中队'],
  ['3', '露天焚烧秸秆', '生态环境所'],
  ['4', '对非法占用耕地建窑、建坟的处罚', '自然资源所'],
  ['5', '对擅自砍伐林木的行政处罚', '自然资源所'],
  ['6', '（3）违法建设的查处', '自然资源所'],
  ['7', '烟花爆竹销售监督检查', '应急管理站'],
  ['8', '对在禁渔区捕捞的处罚', '自然资源所'],
  ['9', '养犬管理', '派出所'],
  ['10', '食品安全监管', '市场监管所'],
  ['11', '对未密闭运输渣土造成遗撒的处罚', '城管中队'],
  ['12', '畜禽养殖污染防治', '生态环境所'],
]
const draftOf = (rows: readonly (readonly string[])[], duties: readonly Duty[] = []) =>
  complete(dutyTable([{ name: '', lines: rows.map((values, i) => ({ row: i + 1, values })) }]).header, {
    ...town,
    duties,
  })

/** The sample township with this list in place of its own. */
async function withList(present: readonly Duty[]): Promise<Town> {
  const { rows } = await draftOf([HEAD, ...LIST], present)
  const [first] = town.duties
  if (!first) throw new Error('no duty')
  const duties = rows.map(({ cells: { code = '', name = '', lead = '', keywords = '' } }) => ({
    ...first,
    ...{ code, name, lead, keywords: keywords.split('|').filter(Boolean), assist: [] },
  }))
  return { ...town, duties }
}

describe('a list without keywords', () => {
  it.each([
    ['王家村村口有人占道摆摊', '占道经营'],
    ['李家沟有人烧秸秆', '露天焚烧秸秆'],
    ['麦茬地里又烧麦茬了', '露天焚烧秸秆'],
    ['村头垃圾成堆没人管', '随意倾倒、抛撒或者堆放生活垃圾'],
    ['有人占耕地盖房', '非法占用耕地建窑、建坟'],
    ['后山有人偷偷砍树', '擅自砍伐林木'],
    ['我家后面是违建', '违法建设的查处'],
    ['小卖部卖鞭炮', '烟花爆竹销售监督检查'],
    ['河里有人电鱼', '在禁渔区捕捞'],
    ['恶狗咬了孩子', '养犬管理'],
    ['超市卖过期食品', '食品安全监管'],
    ['渣土车撒一路', '未密闭运输渣土造成遗撒'],
    ['养猪场太臭', '畜禽养殖污染防治'],
  ])('still knows whom to send: %s', async (said, item) => {
    for (const present of [town.duties, []]) {
      const found = route(said, await withList(present), '2026-11-24')
      expect(found).toMatchObject({ kind: 'routed', duty: { name: item } })
    }
  })

  it('gives each word to one unit only, and says what it made', async () => {
    const { rows, notes } = await draftOf([HEAD, ...LIST])
    const owners = new Map<string, Set<string>>()
    for (const { cells } of rows)
      for (const word of (cells['keywords'] ?? '').split('|'))
        owners.set(word, (owners.get(word) ?? new Set()).add(cells['lead'] ?? ''))
    expect([...owners].filter(([, leads]) => leads.size > 1)).toEqual([])
    expect(notes.map(({ said }) => said)).toContainEqual(
      expect.stringMatching(/12 项没有关键词，已补上.*露天焚烧秸秆（烧秸秆/),
    )
  })

  it('leaves alone what is written, and says where nothing can be made', async () => {
    const { rows, notes } = await draftOf([
      [...HEAD, '关键词'],
      ['1', '占道经营', '城管中队', '摆摊、烧秸秆'],
      ['2', '露天焚烧秸秆', '生态环境所', ''],
      ['3', '其他管理工作', '城管中队', ''],
    ])
    const [stall, straw, other] = rows.map(({ cells }) => (cells['keywords'] ?? '').split('|'))
    expect(stall).toEqual(['摆摊', '烧秸秆'])
    expect(straw).toContain('烧麦茬')
    expect(straw).not.toContain('烧秸秆')
    expect(other).toEqual([''])
    expect(notes.map(({ said }) => said)).toContainEqual(expect.stringMatching(/补不出.*其他管理工作/))
  })

  it('borrows from the sample, whose words are those of its list', async () => {
    const lines = (await readFile('config/triage/items.csv', 'utf8')).trim().split('\n').slice(1)
    const sample = lines.map((line) => line.split(',')).map(([code, name, keywords]) => [code, name, keywords])
    expect(sample).toEqual(town.duties.map(({ code, name, keywords }) => [code, name, keywords.join('|')]))
  })
})

describe('what comes with the program to learn from', () => {
  it('teaches the items of a list under other names and codes, too', async () => {
    const rows = await rowsFor([await withList([])], [])
    const count = (name: string) => rows.filter(({ label }) => label === name).length
    expect(count('露天焚烧秸秆')).toBeGreaterThan(50)
    expect(count('露天焚烧秸秆垃圾')).toBe(0)
    const own = await rowsFor([town], [])
    expect(new Set(own.map(({ label }) => label))).toEqual(new Set(town.duties.map(({ name }) => name)))
  })
})

describe('the words of a name', () => {
  it.each([
    ['1.对占道经营的处罚', '占道经营', ['占道']],
    ['对擅自砍伐林木的行政处罚', '擅自砍伐林木', ['砍林木', '林木']],
    ['焚烧秸秆', '焚烧秸秆', ['烧秸秆', '秸秆']],
    ['秸秆焚烧', '秸秆焚烧', ['烧秸秆', '秸秆']],
    ['违法建设的查处', '违法建设', ['违建']],
    ['非法采砂（河道）', '非法采砂', ['采砂']],
    ['对违规销售烟花爆竹的处罚', '违规销售烟花爆竹', ['卖烟花爆竹', '烟花爆竹']],
    ['污水直排', '污水直排', ['污水']],
    ['管理', '管理', []],
    ['安全生产监督检查', '安全生产', []],
  ])('%s', (name, matter, words) => {
    expect(matterOf(name)).toBe(matter)
    expect(wordsIn(name)).toEqual(expect.arrayContaining(words))
    expect(wordsIn(name)).not.toContain('处罚')
    if (words.length === 0) expect(wordsIn(name)).toEqual([])
  })
})

describe('a list without codes', () => {
  const bare = LIST.map((row) => row.slice(1))
  it('keeps those it has now, by name, and makes the others; the same again when it comes again', async () => {
    const { rows, notes } = await draftOf([['权责清单'], HEAD.slice(1), ...bare, ['注：共12项', '']], town.duties)
    const codes = rows.map(({ cells }) => cells['code'])
    expect(codes.slice(0, 3)).toEqual(['CG001', 'SX001', 'SX002'])
    expect(new Set(codes).size).toBe(12)
    expect(rows[0]?.cells['punish']).toBe('dadui')
    expect(notes[0]?.said).toMatch(/没有编码列，1 项照名称用现在的编码，11 项编了新的：SX001/)
    const now = rows.map(({ cells }, i) => ({ ...town.duties[i], code: cells['code'], name: cells['name'] })) as Duty[]
    const again = await draftOf([HEAD.slice(1), ...bare.toReversed()], now)
    expect(again.rows.map(({ cells }) => cells['code']).toReversed()).toEqual(codes)
    expect(faultsOf(again, town.stations).filter(({ column }) => column === '编码')).toEqual([])
  })
})
