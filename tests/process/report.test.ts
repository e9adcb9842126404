import { existsSync } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import readExcelFile from 'read-excel-file/node'
import { expect, it } from 'vitest'
import { dayOf } from '../../domain/calendar/zone.ts'
import { place, type Place } from './place.ts'
import { run, type Ended } from './program.ts'
import { CASE_NO, street, type Street } from './street.ts'

const MONTH = dayOf(new Date()).slice(0, 7)
const shaozi = ({ cwd, env }: Place, ...args: readonly string[]) => run(['report', ...args], { cwd, env })
const inFolder = ({ cwd }: Place, name: string) => join(cwd, name)

/** A villager has reported, and the program goes on. */
async function oneCase(): Promise<Street> {
  const here = await street(1)
  here.start()
  await here.connected()
  await here.simulator.say('v-1', '王家村村口有人占道摆摊')
  await here.hears('v-1', CASE_NO)
  return here
}

/** A start warns of a year without holidays; nothing else is said beside the result. */
function expectDone({ code, stderr }: Ended): void {
  expect(code).toBe(0)
  expect(stderr).not.toMatch(/考核没有算出来|没有预料到|Error/)
}

/** Cause and mend in Chinese, no stack, nothing that looks like a result. */
function expectRefused(ended: Ended, problem: RegExp): void {
  expect(ended.stderr).toMatch(problem)
  expect(ended.stderr).toMatch(/考核没有算出来[^]*怎么办：\S+/)
  expect(ended.stderr).not.toMatch(/\n\s+at |没有预料到|Error/)
  expect(ended).toMatchObject({ code: 1, stdout: '' })
}

it('writes the month in every format while the program runs, for nobody else to read, and overwrites nothing', async () => {
  const { here } = await oneCase()
  const printed = await shaozi(here, '--month', MONTH)
  expectDone(printed)
  expect(printed.stdout).toMatch(/青石镇 \d{4}年\d+月考核（进行中，数字每天在变）\n {2}办理：.*\n {2}属地排查：/)

  for (const format of ['xlsx', 'docx', 'png', 'json', 'JSON']) {
    const file = `${format === 'JSON' ? 'again' : 'month'}.${format}`
    const made = await shaozi(here, '--month', MONTH, '--out', file)
    expect(made.stdout).toContain(`已写入 ${file}`)
    expectDone(made)
    expect((await stat(inFolder(here, file))).mode & 0o777).toBe(0o600)
  }
  const units = (await readExcelFile(await readFile(inFolder(here, 'month.xlsx')))).find(
    ({ sheet }) => sheet === '各单位',
  )
  expect(units?.data.map(([name]) => name)).toContain('城管中队')
  const parts = unzipSync(await readFile(inFolder(here, 'month.docx')))
  expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('城管中队')
  const png = await readFile(inFolder(here, 'month.png'))
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  const json: unknown = JSON.parse(await readFile(inFolder(here, 'month.json'), 'utf8'))
  expect(json).toMatchObject({ town: 'QS', month: MONTH, state: 'running' })
  expect(JSON.stringify(json)).not.toContain('v-1')

  const there = await readFile(inFolder(here, 'month.xlsx'))
  expectRefused(await shaozi(here, '--month', MONTH, '--out', 'month.xlsx'), /文件 month\.xlsx 已经有了/)
  expect(await readFile(inFolder(here, 'month.xlsx'))).toEqual(there)
})

it('says as JSON what it says in words', async () => {
  const { here } = await oneCase()
  const well = await shaozi(here, '--month', MONTH, '--json', '--out', 'a.xlsx')
  expectDone(well)
  expect(JSON.parse(well.stdout)).toMatchObject({
    ok: true,
    file: 'a.xlsx',
    sha256: null,
    assessment: { month: MONTH },
  })
  const bad = await shaozi(here, '--month', 'May', '--json')
  expect(JSON.parse(bad.stdout)).toMatchObject({ ok: false, faults: [{ problem: '“May”不是月份' }] })
  expect(bad.code).toBe(1)
})

it('a month in which nothing was', async () => {
  const { here } = await oneCase()
  const none = await shaozi(here, '--month', '2020-01', '--out', 'none.xlsx')
  expectDone(none)
  expect(none.stdout).toMatch(/2020年1月考核（还没有公示）[^]*办理：不计分\n {2}属地排查：不计分/)
  expect(none.stdout.trim().split('\n'), 'no unit without a score').toHaveLength(3)
  expect((await readExcelFile(await readFile(inFolder(here, 'none.xlsx')))).length).toBeGreaterThan(0)
})

it.each([
  [['--month', '2026-13'], /“2026-13”不是月份/],
  [['--month', '2026-1'], /“2026-1”不是月份[^]*2026-11/],
  [['--month', '2099-01'], /2099-01 还没有到/],
  [['--month', MONTH, '--out', 'month.pdf'], /month\.pdf[^]*\.xlsx、\.docx、\.png、\.json/],
  [['--month', MONTH, '--out', 'month'], /“month”要写成什么格式/],
  [['--month', MONTH, '--town', 'XX'], /XX[^]*青石镇/],
  [['--month', MONTH], /数据库打不开/],
] as const)('names what is wrong and how to mend it: %j', async (args, problem) => {
  const here = await place()
  expectRefused(await shaozi(here, ...args), problem)
  expect(existsSync(here.dataDir), 'nothing is made').toBe(false)
})

it('a folder that is not there, and one that is a file', async () => {
  const { here } = await oneCase()
  await writeFile(inFolder(here, 'file'), 'no folder')
  for (const out of ['nowhere/month.xlsx', 'file/month.json'])
    expectRefused(await shaozi(here, '--month', MONTH, '--out', out), new RegExp(`写不了 ${out}`))
})

it('without a month it is wrong usage', async () => {
  const ended = await shaozi(await place())
  expect(ended).toMatchObject({ code: 2, stdout: '' })
  expect(ended.stderr).toMatch(/少了选项 --month[^]*怎么办/)
})
