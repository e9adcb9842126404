import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { no, OPEN_KFID, platform, type Platform } from '../bot/doctor/platform.ts'
import { pagesOf, scan } from '../posters/scan.ts'
import { place, type Place } from './place.ts'
import { run } from './program.ts'

const settingOf = (wecom: Platform) => ({
  WECOM_CORP_ID: 'wwcorp',
  WECOM_APP_SECRET: 'app-password',
  WECOM_KF_OPEN_KFID: OPEN_KFID,
  WECOM_API_BASE: wecom.url,
})

const links = ({ cwd, env }: Place, wecom: Platform, ...args: readonly string[]) =>
  run(['kf', 'links', ...args], { cwd, env: { ...env, ...settingOf(wecom) } })

async function smallPlace(): Promise<Place> {
  const here = await place()
  const lines = (await readFile(join(here.town, 'villages.csv'), 'utf8')).split('\n')
  await writeFile(join(here.town, 'villages.csv'), lines.slice(0, 4).join('\n'))
  return here
}

it('makes a picture for each village and a sheet for the township, and says how far it is', async () => {
  const [here, wecom] = await Promise.all([smallPlace(), platform()])
  const folder = join(here.dataDir, 'posters')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, '青石镇.pdf'), 'of last year')
  const said = await links(here, wecom)
  expect(said.stdout).toMatch(/\[1\/3\] 青石镇 王家村 .*\n\[2\/3\] 青石镇 李家沟 .*\n\[3\/3\]/u)
  expect(said).toMatchObject({ code: 0 })
  expect((await readdir(folder)).toSorted()).toEqual([
    '青石镇-QS01-王家村.png',
    '青石镇-QS02-李家沟.png',
    '青石镇-QS03-张庄村.png',
    '青石镇.pdf',
  ])
  expect(await scan(await readFile(join(folder, '青石镇-QS02-李家沟.png')))).toMatch(/&scene_param=village%3DQS02$/u)
  expect(pagesOf(await readFile(join(folder, '青石镇.pdf')))).toHaveLength(3)
  expect(wecom.calls.filter((call) => call.includes('add_contact_way'))).toHaveLength(1)
})

it('makes only what is asked for, where it is asked for', async () => {
  const [here, wecom] = await Promise.all([smallPlace(), platform()])
  expect((await links(here, wecom, '--pdf', '--out', 'print')).code).toBe(0)
  expect(await readdir(join(here.cwd, 'print'))).toEqual(['青石镇.pdf'])
  await rm(join(here.cwd, 'print'), { recursive: true })
  expect((await links(here, wecom, '--png', '--out', 'print')).code).toBe(0)
  expect(await readdir(join(here.cwd, 'print'))).toHaveLength(3)
})

it('says what is missing where there is no customer service', async () => {
  const { cwd, env } = await place()
  const said = await run(['kf', 'links'], { cwd, env })
  expect(said.stderr).toMatch(/没有设置微信客服[\s\S]*WECOM_KF_OPEN_KFID/u)
  expect(said).toMatchObject({ code: 1, stdout: '' })
})

it.each([
  ['the secret', { '/cgi-bin/gettoken': no(40001) }, '40001'],
  ['the address', { '/cgi-bin/agent/get': no(60020, '198.51.100.7') }, '198.51.100.7'],
  ['the permission', { '/cgi-bin/kf/add_contact_way': no(48002) }, '48002'],
])('says why WeCom refuses: %s', async (_, otherwise, words) => {
  const [here, wecom] = await Promise.all([place(), platform(otherwise)])
  const said = await links(here, wecom)
  expect(said.stderr).toMatch(/怎么办：\S+/u)
  expect(said.stderr).toContain(words)
  expect(said.stderr).not.toContain('app-password')
  expect(said).toMatchObject({ code: 1, stdout: '' })
})

it('asks WeCom for nothing where nothing can be written', async () => {
  const [here, wecom] = await Promise.all([place(), platform()])
  await writeFile(join(here.cwd, 'file'), '')
  const said = await links(here, wecom, '--out', join('file', 'posters'))
  expect(said.stderr).toMatch(/写不进去（ENOTDIR）[\s\S]*--out/u)
  expect(said.code).toBe(1)
  expect(wecom.calls).toEqual([])
})
