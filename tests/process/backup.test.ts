import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, vi } from 'vitest'
import { place } from './place.ts'
import { run, type Ended, type Setting } from './program.ts'
import { CASE_NO, street, textOf, type Street } from './street.ts'

/** a dozen commands, each a start of the program */
vi.setConfig({ testTimeout: 300_000 })

const VILLAGERS = 10
/** so many of both that nobody is asked whether he means the same */
const VILLAGES = ['王家村', '李家沟', '北坡村', '张庄村', '柳树营', '石门村', '南河村']
const PROBLEMS = ['门前有人占道摆摊', '路口垃圾堆了好几天没人清']

type Kept = Readonly<{ village: Street; shaozi(args: readonly string[], more?: Setting): Promise<Ended> }>

/** A township with a key for its backups, as `backup --make-key` made it. */
async function kept(): Promise<Kept> {
  const village = await street(VILLAGERS, { BACKUP_KEY_FILE: 'backup.key' })
  const { cwd, env } = village.here
  const shaozi = (args: readonly string[], more: Setting = {}) => run(args, { cwd, env: { ...env, ...more } })
  const made = await shaozi(['backup', '--make-key', 'backup.key'])
  expect(made.stdout).toMatch(/已生成备份密钥[^]*BACKUP_KEY_FILE=[^]*另外存一份/)
  expect(await readFile(join(cwd, 'backup.key'), 'utf8')).toMatch(/^AGE-SECRET-KEY-1/m)
  expect(made.stdout, 'the key itself is not said').not.toMatch(/AGE-SECRET-KEY-1[0-9A-Z]{10}/)
  return { village, shaozi }
}

/** Somebody reports, and hears the number of his case: from then on it must never be lost. */
async function report({ simulator, hears }: Street, n: number): Promise<string> {
  await simulator.say(`v-${n}`, `${VILLAGES[n % VILLAGES.length] ?? ''}${PROBLEMS[n % PROBLEMS.length] ?? ''}`)
  return CASE_NO.exec(textOf(await hears(`v-${n}`, CASE_NO)))?.[0] ?? ''
}

/** A stored file as large as that, which cannot be made smaller. */
async function keepPicture(dataDir: string, bytes: number): Promise<void> {
  const picture = randomBytes(bytes)
  const sha256 = createHash('sha256').update(picture).digest('hex')
  await mkdir(join(dataDir, 'files', sha256.slice(0, 2)), { recursive: true })
  await writeFile(join(dataDir, 'files', sha256.slice(0, 2), sha256), picture)
}

function caseNosIn(path: string): string[] {
  const db = new Database(path, { readonly: true })
  try {
    return db
      .prepare<[], { caseNo: string }>('SELECT "caseNo" FROM task')
      .all()
      .map(({ caseNo }) => caseNo)
  } finally {
    db.close()
  }
}

it('backed up under load, restored elsewhere and in its place: everything that was acknowledged before is there', async () => {
  const { village, shaozi } = await kept()
  const { here } = village
  const program = village.start()
  await village.connected()
  const before = await Promise.all([1, 2, 3, 4].map((n) => report(village, n)))
  const load = Promise.all([5, 6, 7].map((n) => report(village, n)))
  const backup = await shaozi(['backup', '--json'])
  expect(backup).toMatchObject({ code: 0, stderr: '' })
  const { archive, ok } = JSON.parse(backup.stdout) as { archive: string; ok: boolean }
  const after = await load
  expect(ok).toBe(true)

  const trial = await shaozi(['restore', '--drill'])
  expect(trial.stdout).toMatch(/可以恢复：事件 \d+ 条[^]*现在用的没有动/)
  expect(await shaozi(['restore', archive, '--to', 'elsewhere'])).toMatchObject({ code: 0, stderr: '' })
  const elsewhere = join(here.cwd, 'elsewhere')
  expect(caseNosIn(join(elsewhere, 'database.sqlite'))).toEqual(expect.arrayContaining(before))
  const moved = { DATA_DIR: elsewhere, DATABASE_URL: `file:${join(elsewhere, 'database.sqlite')}` }
  expect(await shaozi(['verify'], moved)).toMatchObject({ code: 0 })
  expect(await shaozi(['keys', 'check'], moved)).toMatchObject({ code: 0 })

  const refused = await shaozi(['restore', archive, '--yes'])
  expect(refused.stderr).toMatch(/没有恢复：[^]*另一个哨子正在使用同一个数据库[^]*先停掉/)
  expect(await shaozi(['upgrade'])).toMatchObject({ code: 0, stdout: '数据库已经是这个版本的，不用升级。\n' })
  expect(await program.kill('SIGTERM')).toMatchObject({ code: 0 })

  const database = join(here.dataDir, 'shaozi.db')
  const asked = await shaozi(['restore', archive])
  expect(asked.stdout).toMatch(/要替换的是[^]*--yes/)
  expect(caseNosIn(database)).toEqual(expect.arrayContaining([...before, ...after]))
  const restored = await shaozi(['restore', archive, '--yes'])
  expect(restored).toMatchObject({ code: 0, stderr: '' })
  expect(caseNosIn(database)).toEqual(expect.arrayContaining(before))
  const [aside = ''] = (await readdir(here.dataDir)).filter((name) => /^shaozi\.db\.before-[\d-]+$/u.test(name))
  expect(caseNosIn(join(here.dataDir, aside))).toEqual(expect.arrayContaining([...before, ...after]))

  village.start()
  await village.connected()
  expect(await report(village, 8)).toMatch(CASE_NO)
})

it('what cannot be is said in a sentence with its mend, and touches nothing', async () => {
  const here = await place()
  const env: Setting = { ...here.env, WECOM_AIBOT_ID: 'aib-1', WECOM_AIBOT_SECRET: 'secret-7788' }
  const shaozi = (args: readonly string[], more: Setting = {}) => run(args, { cwd: here.cwd, env: { ...env, ...more } })
  const says = async (words: RegExp, args: readonly string[], more: Setting = {}) => {
    const said = await shaozi(args, more)
    expect(said.stderr).toMatch(words)
    expect(said.stderr).toContain('怎么办')
    expect(said.stderr).not.toMatch(/\n\s+at /u)
    expect(said).toMatchObject({ code: 1, stdout: '' })
  }
  await says(/还没有备份密钥[^]*--make-key/, ['backup'])
  await says(/BACKUP_KEY 的值不对/, ['backup'], { BACKUP_KEY: 'AGE-SECRET-KEY-1SHORT' })
  await says(/备份密钥文件 nothing\.key 读不了/, ['backup'], { BACKUP_KEY_FILE: 'nothing.key' })
  await shaozi(['backup', '--make-key', 'backup.key'])
  const key = { BACKUP_KEY_FILE: 'backup.key' }
  await says(/已经有文件 .*backup\.key，没有覆盖/, ['backup', '--make-key', 'backup.key'])
  await says(/没有数据库/, ['backup'], key)
  await says(/没有备份/, ['restore', '--drill'], key)
  await says(
    /没有文件 .*shaozi-20261130-033000-98qxn0lw\.tar\.gz\.age/,
    ['restore', 'shaozi-20261130-033000-98qxn0lw.tar.gz.age'],
    key,
  )
  await writeFile(join(here.cwd, 'letter.doc'), 'no backup')
  await says(/letter\.doc 不是哨子的备份/, ['restore', 'letter.doc'], key)
  expect(existsSync(join(here.dataDir, 'shaozi.db'))).toBe(false)
  const doctor = await shaozi(['doctor', '--offline'])
  expect(doctor.stdout).toMatch(/\[注意\] 备份：没有设置备份密钥/)
  expect((await shaozi(['doctor', '--offline'], key)).stdout).toMatch(/\[注意\] 备份：还没有备份过/)
})

it('a disk that is full in the middle of it leaves no half archive, and the program goes on', async () => {
  const { village, shaozi } = await kept()
  village.start()
  await village.connected()
  const first = await report(village, 1)
  const { cwd, env, dataDir } = village.here
  await keepPicture(dataDir, 8 * 1024 ** 2)
  // no file may become larger than this: what a full disk does to one that grows
  const full = await run(['backup'], { cwd, env, prefix: ['sh', '-c', 'ulimit -f 4096; exec "$@"', 'sh'] })
  expect(full.stderr).toMatch(/没有备份成：[^]*磁盘空间不够[^]*怎么办/)
  expect(full.code).toBe(1)
  const left = await readdir(join(dataDir, 'backups'), { recursive: true, withFileTypes: true })
  expect(left.filter((one) => one.isFile() && one.name !== 'backup.lock')).toEqual([])
  expect([first, await report(village, 2)]).toEqual([expect.stringMatching(CASE_NO), expect.stringMatching(CASE_NO)])
  expect(await shaozi(['backup'])).toMatchObject({ code: 0 })
})
