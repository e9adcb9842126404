import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadTowns } from '../../config/township/load.ts'
import { append, change, type Edits, emptyFolder, TODAY, township } from './folder.ts'

async function loaded(dir: string) {
  const read = await loadTowns(dir, TODAY)
  if (!read.ok) throw new Error(JSON.stringify(read.faults, null, 1))
  const [town] = read.towns
  if (!town) throw new Error('no town')
  return { town, calendar: read.calendar, warnings: read.warnings }
}

const edited = async (edits: Edits) => loaded(await township(edits))

/** As little as the contract allows. */
const LEAST: Readonly<Record<string, string>> = {
  'town.yaml': `
town: { code: ABCD, name: 小镇 }
stations:
  - { id: s1, name: 一所, kind: resident, head: "", duty: [p1] }
  - { id: s2, name: 二所, kind: department }
people:
  - { userid: p1, name: 甲 }
groups:
command_room:
emergency_words: []
`,
  'duties.csv': 'code,name,category,keywords,mode,lead,assist,approve,supervise,punish,level,review,legal_basis,valid_from,valid_until,mentor,mentor_until\nD1,事项一,,说法,own,s1,,,,,normal,,,,,,\n',
  'villages.csv': 'code,name,aliases,grid,officer,lat,lng\nV1,一村,,,,,\n',
  'clocks.yaml': `
levels:
  emergency: { sign: 10s, arrive: 20s, finish: 30s }
  urgent:    { sign: 10s, arrive: 20s, finish: 30s, hours: always }
  normal:    { sign: 1.5h, arrive: 20m, finish: 3d, hours: work }
work_hours: ["08:00-12:00", "14:00-18:00"]
remind_at: [0.5]
ladder: []
quiet_hours: none
merge_within: 0s
`,
}

async function least(change: Readonly<Record<string, string>> = {}): Promise<string> {
  const dir = await emptyFolder()
  for (const [name, text] of Object.entries({ ...LEAST, ...change })) {
    await mkdir(join(dir, 'holidays'), { recursive: true })
    await writeFile(join(dir, name), text)
  }
  return dir
}

describe('a township folder with the least in it', () => {
  it('loads, and takes the defaults of the contract', async () => {
    const { town } = await loaded(await least())
    expect(town).toMatchObject({ code: 'ABCD', class: '', groups: [], commandRoom: null, leaders: null, emergencyWords: [], roster: [] })
    expect(town.stations[0]).toEqual({ id: 's1', name: '一所', kind: 'resident', head: null, duty: ['p1'], group: null })
    expect(town.people[0]).toEqual({ userid: 'p1', name: '甲', station: null, roles: [], licence: null, licenceUntil: null })
    expect(town.duties[0]).toMatchObject({ assist: [], approve: null, review: false, legalBasis: '', validFrom: null, mentor: null })
    expect(town.villages[0]).toEqual({ code: 'V1', name: '一村', aliases: [], grid: '', officer: null, lat: null, lng: null })
    expect(town.policy).toMatchObject({
      ladder: [],
      remindAt: [0.5],
      returnLimit: 1,
      ruleWithin: { amount: 4, unit: 'h' },
      feedbackWindow: { amount: 14, unit: 'd' },
      reopenWindow: { amount: 10, unit: 'd' },
      quietHours: null,
      mergeWithin: 0,
    })
    expect(town.policy.levels.emergency).toEqual({ sign: { amount: 10, unit: 's' }, arrive: { amount: 20, unit: 's' }, finish: { amount: 30, unit: 's' }, hours: 'always' })
    expect(town.policy.levels.normal.sign).toEqual({ amount: 90, unit: 'm' })
  })

  it('warns of what will be missed', async () => {
    const { warnings } = await loaded(await least())
    expect(warnings.map(({ field }) => field).toSorted()).toEqual(['emergency_words', 'off', 's1.duty'])
  })

  it('takes quiet hours and merging from the defaults when nothing is said', async () => {
    const clocks = (LEAST['clocks.yaml'] ?? '').replace('quiet_hours: none\nmerge_within: 0s\n', '')
    const { town } = await loaded(await least({ 'clocks.yaml': clocks }))
    expect(town.policy).toMatchObject({ quietHours: { from: 22 * 60, to: 7 * 60 }, mergeWithin: 60_000 })
  })

  it('goes by the contract, with a warning, where work hours, reminders and ladder are left out', async () => {
    const clocks = (LEAST['clocks.yaml'] ?? '').replace(/^(work_hours|remind_at|ladder|quiet_hours|merge_within).*\n/gmu, '')
    const { town, warnings } = await loaded(await least({ 'clocks.yaml': clocks }))
    expect(town.policy.ladder).toHaveLength(5)
    expect(warnings.map(({ field }) => field)).toEqual(expect.arrayContaining(['work_hours', 'remind_at', 'ladder']))
  })
})

describe('what clerks write', () => {
  const withBom = (text: string): string => `\uFEFF${text}`
  const withCrlf = (text: string): string => text.replaceAll('\n', '\r\n')

  it('may carry a BOM and CRLF, as Excel and Notepad write them', async () => {
    const both = (text: string): string => withBom(withCrlf(text))
    const { town, warnings } = await edited({
      'town.yaml': both,
      'clocks.yaml': both,
      'duties.csv': both,
      'villages.csv': both,
      'roster.csv': both,
      'holidays/2026.yaml': both,
    })
    expect(warnings).toEqual([])
    expect(town).toEqual((await edited({ 'roster.csv': (text) => `${text}\n` })).town)
  })

  it('may quote cells that hold commas, quotes and line breaks', async () => {
    const { town } = await edited({ 'duties.csv': append('"Q1","占道, ""夜市""",,夜市,own,chengguan,,,,,normal,0,"《甲》,\n《乙》",,,,') })
    expect(town.duties.at(-1)).toMatchObject({ name: '占道, "夜市"', legalBasis: '《甲》,\n《乙》' })
  })

  it('is counted in lines of the file also after a cell of several lines', async () => {
    const read = await loadTowns(await township({ 'duties.csv': append('"Q1",名称,,词,own,chengguan,,,,,normal,0,"一\n二",,,,\nQ2,名称,,词,own,nobody,,,,,normal,0,,,,,') }), TODAY)
    expect(read).toMatchObject({ ok: false, faults: [{ field: 'lead', line: 36 }] })
  })

  it('may have the columns in another order, empty lines, and trailing commas', async () => {
    const { town } = await edited({ 'villages.csv': 'name,code,,\n,,,\n甲村,V1,,\n\n乙村,V2\n' })
    expect(town.villages.map(({ code, name }) => [code, name])).toEqual([['V1', '甲村'], ['V2', '乙村']])
  })

  it('is forgiven, with a warning, for full-width separators', async () => {
    const { town, warnings } = await edited({ 'duties.csv': change('占道|摆摊|', '占道｜摆摊、') })
    expect(town.duties[0]?.keywords.slice(0, 2)).toEqual(['占道', '摆摊'])
    expect(warnings).toMatchObject([{ field: 'keywords', line: 2 }])
  })

  it('is forgiven, with a warning, for the dates Excel makes', async () => {
    const { town, warnings } = await edited({ 'duties.csv': change('2026-01-01,,', '2026/1/1,,') })
    expect(town.duties[0]?.validFrom).toBe('2026-01-01')
    expect(warnings).toMatchObject([{ field: 'valid_from', line: 2 }])
  })

  it('may hold keys we do not know: they are named with the nearest one', async () => {
    const { warnings } = await edited({
      'clocks.yaml': change('return_limit: 1', 'return_limits: 1'),
      'town.yaml': change('  class: B ', '  class: B\n  mayor: 陈振 '),
    })
    expect(warnings.map(({ field }) => field)).toEqual(['town.mayor', 'return_limits'])
    expect(warnings[1]?.mend).toContain('return_limit')
  })

  it('may name a department outside the township as approving, with a warning', async () => {
    const { town, warnings } = await edited({ 'duties.csv': change('own,chengguan,paichu,dadui', 'own,chengguan,paichu,市城市管理局') })
    expect(town.duties[0]?.approve).toBe('市城市管理局')
    expect(warnings).toMatchObject([{ field: 'approve', line: 2 }])
  })

  it('keeps ids that look like numbers as they are written', async () => {
    const { town } = await edited({ 'town.yaml': (text) => text.replaceAll('u-xuejing', '007') })
    expect(town.people.some(({ userid }) => userid === '007')).toBe(true)
  })

  it('may be shortened: one value for a list, a group id for the command room', async () => {
    const { town } = await edited({
      'town.yaml': (text) => text.replace('duty: [u-zhangwei, u-wangfang]', 'duty: u-zhangwei').replace('command_room: { group: grp-command }', 'command_room: grp-command'),
    })
    expect(town.stations[0]?.duty).toEqual(['u-zhangwei'])
    expect(town.commandRoom).toBe('grp-command')
  })
})

describe('warnings', () => {
  const cases: readonly (readonly [string, Edits, string])[] = [
    ['a station with nobody', { 'town.yaml': change('    head: u-fengjun\n    duty: [u-hanbing, u-caili]\n', '') }, 'ziran.duty'],
    ['a group without address', { 'town.yaml': change('aibot_chatid: wrZIRAN', 'aibot_chatid: ""') }, 'grp-ziran.aibot_chatid'],
    ['a person on duty elsewhere', { 'town.yaml': change('duty: [u-hanbing,', 'duty: [u-luxin,') }, 'ziran.duty'],
    ['a rostered person of another station', { 'roster.csv': append('2026-10-03,ziran,u-luxin,') }, 'userid'],
    ['a roster line twice', { 'roster.csv': append('2026-10-01,yingji,u-xietao,国庆值班') }, 'userid'],
    ['an expired duty', { 'duties.csv': change('2026-01-01,,', '2025-01-01,2026-05-31,') }, 'CG001.valid_until'],
    ['a duty without keywords', { 'duties.csv': append('Q1,名称,,,own,dadui,,,,,normal,0,,,,,') }, 'Q1.keywords'],
    ['a lead that assists itself', { 'duties.csv': change('own,chengguan,paichu', 'own,chengguan,chengguan|paichu') }, 'assist'],
    ['a make-up day on a weekday', { 'holidays/2026.yaml': append('  - 2026-03-04') }, 'work[7]'],
  ]

  it.each(cases)('tell of %s and refuse nothing', async (_, edits, field) => {
    const { warnings } = await edited(edits)
    expect(warnings.map((each) => each.field)).toContain(field)
    expect(warnings.every(({ file, problem, mend }) => file !== '' && problem !== '' && mend !== '')).toBe(true)
  })
})
