import { existsSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { eventually } from '../jobs/eventually.ts'
import { PNG } from '../scenarios/pictures.ts'
import { place } from './place.ts'
import { run, type Program } from './program.ts'
import { CASE_NO, street, textOf, type Street } from './street.ts'

type Story = Readonly<{ here: Street; program: Program; caseNo: string }>

/** A villager reports with a picture; the program runs on. */
async function story(): Promise<Story> {
  const here = await street(1)
  const program = here.start()
  await here.connected()
  await here.simulator.sendMixed('v-1', '王家村村口有人占道摆摊', [{ name: 'a.png', data: PNG }])
  const heard = await here.hears('v-1', CASE_NO)
  // on a busy machine the picture comes after the answer
  await eventually('the picture is in the log', () => isLogged(here), 60_000)
  return { here, program, caseNo: CASE_NO.exec(textOf(heard))?.[0] ?? '' }
}

function isLogged({ here: { dataDir } }: Street): boolean {
  const db = new Database(join(dataDir, 'shaozi.db'), { readonly: true })
  const found = db.prepare(`SELECT 1 FROM event WHERE type = 'evidence'`).all()
  db.close()
  return found.length > 0
}

const shaozi = ({ here: { here } }: Story, ...args: readonly string[]) => run(args, { cwd: here.cwd, env: here.env })

it('packs a case while the program runs, and finds the package whole beside the database', async () => {
  const all = await story()
  const { cwd, dataDir } = all.here.here
  const made = await shaozi(all, 'evidence', all.caseNo, '--out', 'case.zip', '--reason', '复议')
  expect(made).toMatchObject({ code: 0, stderr: '' })
  expect(made.stdout).toMatch(/QS\d{6}-0001 的证据包：case.zip（事件 \d+ 条，文件 1 个）[^]*SHA-256：[0-9a-f]{64}/)

  const whole = await shaozi(all, 'verify', 'case.zip')
  expect(whole).toMatchObject({ code: 0, stderr: '' })
  expect(whole.stdout).toMatch(/证据包完整：QS[^]*文件 1 个[^]*和数据库对照：一致/)
  expect(JSON.parse((await shaozi(all, 'verify', 'case.zip', '--json')).stdout)).toMatchObject({
    ok: true,
    caseNo: all.caseNo,
    files: 1,
    database: 'same',
    faults: [],
  })

  const db = new Database(join(dataDir, 'shaozi.db'), { readonly: true })
  expect(db.prepare('SELECT * FROM access_log').all()).toMatchObject([
    { kind: 'export', caseNo: all.caseNo, reason: expect.stringMatching(/复议；SHA-256 [0-9a-f]{64}$/) },
  ])
  const people = db.prepare<[], { userid: string }>('SELECT userid FROM report').all()
  db.close()
  const entries = Object.values(unzipSync(await readFile(join(cwd, 'case.zip'))))
  for (const bytes of entries)
    for (const { userid } of [...people, { userid: 'v-1' }])
      expect(Buffer.from(bytes).toString('latin1')).not.toContain(userid)
  // the program goes on as if nothing had been
  expect(await all.program.kill('SIGTERM')).toMatchObject({ code: 0 })
})

it('does not overwrite a file, and says which cases there are none of', async () => {
  const all = await story()
  await writeFile(join(all.here.here.cwd, 'there.zip'), 'mine')
  const there = await shaozi(all, 'evidence', all.caseNo, '--out', 'there.zip')
  expect(there).toMatchObject({ code: 1, stdout: '' })
  expect(there.stderr).toMatch(/已经有文件 there.zip[^]*怎么办/)
  const none = await shaozi(all, 'evidence', 'QS200101-0001')
  expect(none.code).toBe(1)
  expect(none.stderr).toMatch(/没有编号为 QS200101-0001 的工单[^]*怎么办/)
})

it('finds a package whose event stands otherwise in the database', async () => {
  const all = await story()
  await shaozi(all, 'evidence', all.caseNo, '--out', 'case.zip')
  await all.program.kill('SIGTERM')
  const db = new Database(join(all.here.here.dataDir, 'shaozi.db'))
  db.exec('DROP TRIGGER event_is_not_changed')
  db.exec(`UPDATE event SET hash = '${'0'.repeat(64)}' WHERE seq = 1`)
  db.close()
  const found = await shaozi(all, 'verify', 'case.zip')
  expect(found.code).toBe(1)
  expect(found.stdout).toMatch(/证据包有问题[^]*事件第 1 号和数据库里的不一样/)
})

it('checks a package where there is no program of ours set up, and makes nothing there', async () => {
  const all = await story()
  const { cwd } = all.here.here
  await shaozi(all, 'evidence', all.caseNo, '--out', 'case.zip')
  const elsewhere = await place()
  const setting = { cwd: elsewhere.cwd, env: elsewhere.env }
  const whole = await run(['verify', join(cwd, 'case.zip')], setting)
  expect(whole.stdout).toMatch(/证据包完整[^]*没有和数据库对照/)
  expect(whole.code).toBe(0)
  expect(existsSync(elsewhere.dataDir)).toBe(false)

  const zip = await readFile(join(cwd, 'case.zip'))
  await writeFile(join(elsewhere.cwd, 'bad.zip'), Buffer.from(zip.toString('latin1').replace('IDAT', 'IDAX'), 'latin1'))
  const bad = await run(['verify', 'bad.zip'], setting)
  expect(bad).toMatchObject({ code: 1, stderr: '' })
  expect(bad.stdout).toMatch(/证据包有问题[^]*files\/1-[0-9a-f]{8}\.png 被改过/)

  const none = await run(['verify', 'none.zip'], setting)
  expect(none).toMatchObject({ code: 2, stdout: '' })
  expect(none.stderr).toMatch(/没有文件 none.zip[^]*怎么办/)
})

it('misses a stored file that is gone or was changed, and names its case', async () => {
  const all = await story()
  expect((await shaozi(all, 'verify')).stdout).toMatch(/存下的文件完整：核对了 1 个/)
  const [file] = (await readdir(join(all.here.here.dataDir, 'files'), { recursive: true })).filter((name) =>
    /[0-9a-f]{64}$/u.test(name),
  )
  const path = join(all.here.here.dataDir, 'files', file ?? '')
  await writeFile(path, 'another picture')
  const changed = await shaozi(all, 'verify')
  expect(changed.code).toBe(1)
  expect(changed.stdout).toMatch(/事件记录完整[^]*存下的文件有问题/)
  expect(changed.stdout).not.toContain('事件记录有问题')
  expect(changed.stdout).toMatch(new RegExp(`${all.caseNo} 的一个文件被改过（事件第 \\d+ 号`))
  await rm(path)
  const gone = await shaozi(all, 'verify', '--json')
  expect(gone.code).toBe(1)
  expect(JSON.parse(gone.stdout)).toMatchObject({ ok: false, faults: [expect.stringContaining('不见了')] })
  const packed = await shaozi(all, 'evidence', all.caseNo, '--out', 'case.zip')
  expect(packed.code).toBe(1)
  expect(packed.stdout).toMatch(/打包时就没有找到/)
})
