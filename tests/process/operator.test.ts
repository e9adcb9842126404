import { cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { openKeys } from '../../identity/keys.ts'
import { makeLog } from '../../log.ts'
import { openStore } from '../../store/open.ts'
import { place, spoil } from './place.ts'
import { Program, run } from './program.ts'

it('the duty list goes out to Excel and comes back, and can be rolled back', async () => {
  const { cwd, env, town } = await place()
  const before = await readFile(join(town, 'duties.csv'), 'utf8')
  expect(await run(['export', 'duties', '--out', 'list.xlsx'], { cwd, env })).toMatchObject({ code: 0 })
  const tried = await run(['import', 'duties', 'list.xlsx', '--dry-run', '--json'], { cwd, env })
  expect(JSON.parse(tried.stdout)).toMatchObject({ ok: true, added: 0, removed: 0, changed: 0, version: null })
  expect(await readFile(join(town, 'duties.csv'), 'utf8')).toBe(before)
  const imported = await run(['import', 'duties', 'list.xlsx', '--json'], { cwd, env })
  expect(JSON.parse(imported.stdout)).toMatchObject({ ok: true })
  const { versions } = JSON.parse((await run(['duties', 'versions', '--json'], { cwd, env })).stdout) as {
    versions: { id: string }[]
  }
  const [old] = versions
  if (old) {
    expect(await run(['duties', 'rollback', old.id], { cwd, env })).toMatchObject({ code: 0 })
    expect(await readFile(join(town, 'duties.csv'), 'utf8')).toBe(before)
  }
  const wrong = await run(['duties', 'rollback', 'never'], { cwd, env })
  expect(wrong.stderr).toMatch(/没有版本 never[\s\S]*怎么办/)
  expect(wrong).toMatchObject({ code: 1 })
})

it('in a county the township must be said, is named, and no other list is touched', async () => {
  const { cwd, env, town } = await place()
  const county = join(cwd, 'county')
  await cp(town, join(county, 'qs'), { recursive: true })
  await cp(town, join(county, 'bx'), { recursive: true })
  // its people and groups are those of the other township: alone it cannot be read
  const own = (await readFile(join(town, 'town.yaml'), 'utf8'))
    .replace('code: QS', 'code: BX')
    .replace('name: 青石镇', 'name: 北溪镇')
  const cut = own.replace(/^people:[\s\S]*?(?=^groups:)/mu, '').replace(/^groups:[\s\S]*?(?=^command_room:)/mu, '')
  await writeFile(join(county, 'bx', 'town.yaml'), cut)
  const here = { cwd, env: { ...env, TOWN_CONFIG: county } }
  const list = join(cwd, 'list.csv')
  const csv = await readFile(join(town, 'duties.csv'), 'utf8')
  await writeFile(list, csv.replace('占道经营', '占道摆摊经营'))
  const unsaid = await run(['import', 'duties', 'list.csv'], here)
  expect(unsaid.stderr).toMatch(/有多个乡镇[\s\S]*北溪镇（BX）、[\s\S]*青石镇（QS）/)
  expect((await run(['import', 'duties', 'list.csv', '--town', 'XX'], here)).stderr).toContain('没有乡镇“XX”')
  const done = await run(['import', 'duties', 'list.csv', '--town', 'BX'], here)
  expect(done.stdout).toContain('已导入北溪镇（BX）')
  expect(await readFile(join(county, 'bx', 'duties.csv'), 'utf8')).toContain('占道摆摊经营')
  expect(await readFile(join(county, 'qs', 'duties.csv'), 'utf8')).toBe(csv)
  expect([unsaid.code, done.code]).toEqual([1, 0])
})

it('an import that loses most of the list, or has faulty rows, waits for a yes; a rollback is checked like it', async () => {
  const { cwd, env, town } = await place()
  const duties = join(town, 'duties.csv')
  const csv = await readFile(duties, 'utf8')
  const few = csv.split('\n').slice(0, 4)
  await writeFile(join(cwd, 'few.csv'), `${few.join('\n')}\nCG900,没有主办的事,,,,,,,,,,,,,,,\n`)
  const faulty = await run(['import', 'duties', 'few.csv'], { cwd, env })
  expect(faulty.stderr).toMatch(/第 5 行\[lead\] 没有主办单位[\s\S]*怎么办[\s\S]*--skip-faulty/)
  const lossy = await run(['import', 'duties', 'few.csv', '--skip-faulty'], { cwd, env })
  expect(lossy.stderr).toMatch(/新清单里没有了[^：]*：CG004[\s\S]*没有导入写错的行：第 5 行[\s\S]*--yes/)
  expect([faulty.code, lossy.code, await readFile(duties, 'utf8')]).toEqual([1, 1, csv])
  expect(await run(['import', 'duties', 'few.csv', '--skip-faulty', '--yes'], { cwd, env })).toMatchObject({ code: 0 })
  const { stdout } = await run(['duties', 'versions'], { cwd, env })
  expect(stdout).toMatch(/现在的清单）  3 项  2\d{3}-\d\d-\d\d \d\d:\d\d 由 \S+ 从 few.csv 导入/)
  const [, old = ''] = /^(\d{8}-\d{6}-\w+)/mu.exec(stdout) ?? []
  const present = await readFile(duties, 'utf8')
  // the only unit of its kind is called otherwise since
  await spoil(join(town, 'town.yaml'), 'id: yingji', 'id: anquan')
  const refused = await run(['duties', 'rollback', old], { cwd, env })
  expect(refused.stderr).toMatch(/没有退回[\s\S]*找不到单位“yingji”/)
  expect([refused.code, await readFile(duties, 'utf8')]).toEqual([1, present])
})

it('a link lets an administrator in whom no code reaches; nobody else gets one', async () => {
  const { cwd, env, dataDir } = await place()
  const made = await run(['sign-in-link'], { cwd, env: { ...env, PUBLIC_URL: 'https://shaozi.example.gov.cn' } })
  expect(made.stdout).toMatch(/丁宁（u-dingning）[\s\S]*https:\/\/shaozi\.example\.gov\.cn\/sign-in#key=[\w-]{43}\n/u)
  expect(made).toMatchObject({ code: 0, stderr: '' })
  const [file = ''] = await readdir(join(dataDir, 'sign-in-links'))
  expect((await stat(join(dataDir, 'sign-in-links', file))).mode & 0o777).toBe(0o600)
  const other = await run(['sign-in-link', 'u-zhouting'], { cwd, env })
  expect(other.stderr).toMatch(/不是系统管理员[\s\S]*u-dingning/u)
  expect(other.code).toBe(1)
})

it('the keys are made at the first start, checked and changed; without them nothing starts', async () => {
  const { cwd, env, dataDir } = await place()
  const real = { ...env, DATABASE_URL: `file:${dataDir}/shaozi.db` }
  for (const word of ['check', 'rotate'])
    expect(await run(['keys', word], { cwd, env: real })).toMatchObject({ code: 1 })
  expect(await readdir(dataDir).catch(() => [])).toEqual([])
  await (await openStore({ url: real.DATABASE_URL, log: makeLog('error') })).close()
  const file = join(dataDir, 'identity-keys-demo.json')
  const changed = await run(['keys', 'rotate', '--json'], { cwd, env: real })
  expect(JSON.parse(changed.stdout)).toMatchObject({ ok: true, people: 0 })
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await run(['keys', 'check'], { cwd, env: real })).toMatchObject({ code: 0 })
  await rm(file)
  expect(await run(['keys', 'check', '--json'], { cwd, env: real })).toMatchObject({ code: 0 })
})

it('a key is changed while the program runs, and the program seals everybody again', async () => {
  const { cwd, env, dataDir } = await place()
  const real = { ...env, DATABASE_URL: `file:${dataDir}/shaozi.db` }
  const ring = await openKeys(join(dataDir, 'identity-keys-demo.json'), [])
  const store = await openStore({ url: real.DATABASE_URL, log: makeLog('error') })
  const person = { id: 'r-1', lookup: ring.lookup('v-lihua'), createdAt: new Date(), ...ring.seal('v-lihua', 'r-1') }
  await store.addIdentities([person])
  await store.close()
  const program = new Program(['start'], { cwd, env: real })
  await program.says(/http:\/\//)
  const changed = await run(['keys', 'rotate'], { cwd, env: real })
  expect(changed.stdout).toMatch(/新密钥 k2[\s\S]*正在运行[\s\S]*备份/)
  expect(changed.code).toBe(0)
  const checked = () => run(['keys', 'check', '--json'], { cwd, env: real })
  await vi.waitFor(
    async () => expect(JSON.parse((await checked()).stdout)).toMatchObject({ ok: true, current: 'k2' }),
    {
      timeout: 60_000,
      interval: 500,
    },
  )
  expect((await program.kill('SIGTERM')).code).toBe(0)
})
