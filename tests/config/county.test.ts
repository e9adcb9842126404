import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadTowns } from '../../config/township/load.ts'
import { change, type Edits, emptyFolder, SAMPLE, sampleLine, TODAY, township } from './folder.ts'

/** Two townships: the sample, and a neighbour that uses people and groups of the first. */
async function county(neighbour: Edits = {}): Promise<string> {
  const dir = await emptyFolder()
  await mkdir(join(dir, 'qingshi'))
  await township({}, join(dir, 'qingshi'))
  await mkdir(join(dir, 'baiyun'))
  const own = await readFile('tests/config/baiyun.yaml', 'utf8')
  const { 'town.yaml': edit = own, ...others } = neighbour
  const town = typeof edit === 'function' ? edit(own) : edit
  await township(
    {
      'town.yaml': town,
      'villages.csv': 'code,name\nBY01,王家村\n',
      'duties.csv': DUTIES,
      'roster.csv': null,
      'areas.csv': null,
      'landmarks.csv': null,
      'assets.csv': null,
      ...others,
    },
    join(dir, 'baiyun'),
  )
  return dir
}

const DUTIES = 'code,name,keywords,mode,lead,level\nCG001,占道经营,占道|摆摊,own,chengguan,normal\n'

describe('a county', () => {
  it('loads every township in it, each with its own stations and villages', async () => {
    const read = await loadTowns(await county(), TODAY)
    expect(read).toMatchObject({ ok: true, warnings: [], towns: [{ code: 'BY' }, { code: 'QS' }] })
  })

  it('shares people and groups by id', async () => {
    const read = await loadTowns(await county(), TODAY)
    const baiyun = read.ok ? read.towns[0] : undefined
    expect(baiyun?.people.find(({ userid }) => userid === 'u-liqiang')).toMatchObject({
      name: '李强',
      station: 'chengguan',
      roles: ['head', 'officer'],
    })
    expect(baiyun?.people.some(({ userid }) => userid === 'u-zhaolei')).toBe(false)
    expect(baiyun?.groups.find(({ id }) => id === 'grp-leaders')).toMatchObject({ aibotChatid: 'wrLEADERS' })
  })

  it('refuses the same case number prefix twice', async () => {
    const read = await loadTowns(await county({ 'town.yaml': change('code: BY', 'code: QS') }), TODAY)
    expect(read).toMatchObject({
      ok: false,
      faults: [{ field: 'town.code', line: await sampleLine('town.yaml', 'code: QS') }],
    })
  })

  it('refuses two people of one id', async () => {
    const dir = await county({ 'town.yaml': change('people:', 'people:\n  - { userid: u-zhangwei, name: 张三 }') })
    expect(await loadTowns(dir, TODAY)).toMatchObject({
      ok: false,
      faults: [{ field: expect.stringMatching(/userid$/u), problem: expect.stringContaining('u-zhangwei') }],
    })
  })

  it.each(['张伟', '张三'])(
    'refuses a userid in another case, of %s: the platform takes it for the same',
    async (name) => {
      const person = `{ userid: U-ZhangWei, name: ${name} }`
      const dir = await county({ 'town.yaml': change('people:', `people:\n  - ${person}`) })
      expect(await loadTowns(dir, TODAY)).toMatchObject({
        ok: false,
        faults: [{ file: join(dir, 'qingshi', 'town.yaml'), problem: expect.stringContaining('u-zhangwei') }],
      })
    },
  )

  it.each(['aibot_chatid: wrCHENGGUAN', 'webhook_key: k-1', 'appchat_id: a-1'])(
    'refuses two groups that are one chat (%s): cases would be read by another township',
    async (address) => {
      const dir = await county({ 'town.yaml': change('webhook_key: baiyun', address) })
      const first = change('aibot_chatid: wrCHENGGUAN, webhook_key: "", appchat_id: ""', address)
      const file = join(dir, 'qingshi', 'town.yaml')
      await writeFile(file, first(await readFile(file, 'utf8')))
      expect(await loadTowns(dir, TODAY)).toMatchObject({
        ok: false,
        faults: [
          {
            file,
            line: await sampleLine('town.yaml', '{ id: grp-chengguan'),
            problem: expect.stringMatching(/grp-chengguan.*baiyun.*第 \d+ 行.*grp-baiyun/u),
            mend: expect.stringContaining('grp-chengguan'),
          },
        ],
      })
    },
  )

  it('takes a group that both write down with one id for one group, unless it is written differently', async () => {
    const both = (name: string, chat: string) =>
      county({
        'town.yaml': change('groups:', `groups:\n  - { id: grp-leaders, name: ${name}, aibot_chatid: ${chat} }`),
      })
    expect(await loadTowns(await both('镇领导督办群', 'wrLEADERS'), TODAY)).toMatchObject({ ok: true })
    for (const [name, chat] of [
      ['镇领导督办群', 'wrOTHER'],
      ['别的群', 'wrLEADERS'],
    ] as const)
      expect(await loadTowns(await both(name, chat), TODAY)).toMatchObject({
        ok: false,
        faults: [{ problem: expect.stringContaining('grp-leaders') }],
      })
  })

  it('takes the calendar from the county folder', async () => {
    const dir = await county()
    await rename(join(dir, 'qingshi', 'holidays'), join(dir, 'holidays'))
    await rm(join(dir, 'baiyun', 'holidays'), { recursive: true })
    const read = await loadTowns(dir, TODAY)
    expect(read).toMatchObject({ ok: true, warnings: [], calendar: { years: [{ year: 2026 }] } })
  })

  it('refuses two calendars of one year that differ', async () => {
    const dir = await county({ 'holidays/2026.yaml': change('  - 2026-01-03\n', '') })
    expect(await loadTowns(dir, TODAY)).toMatchObject({
      ok: false,
      faults: [{ field: 'off', problem: expect.stringContaining('2026') }],
    })
  })

  it('names a township whose town.yaml was lost, and leaves other folders alone', async () => {
    const dir = await county({ 'town.yaml': null })
    await mkdir(join(dir, 'docs'))
    await writeFile(join(dir, 'docs', 'readme.txt'), '说明')
    const read = await loadTowns(dir, TODAY)
    expect(read).toMatchObject({ ok: false, faults: [{ file: join(dir, 'baiyun', 'town.yaml'), line: null }] })
  })

  it('may hold one township only', async () => {
    const dir = await emptyFolder()
    await cp(SAMPLE, join(dir, 'only'), { recursive: true })
    expect(await loadTowns(dir, TODAY)).toMatchObject({ ok: true, warnings: [], towns: [{ code: 'QS' }] })
  })
})
