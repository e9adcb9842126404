import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { place } from './place.ts'
import { run, type Program } from './program.ts'
import { CASE_NO, street, type Street } from './street.ts'

type Crime = Readonly<{ here: Street; program: Program }>

async function threeCases(): Promise<Crime> {
  const here = await street(3)
  const program = here.start()
  await here.connected()
  for (const [villager, village] of [
    ['v-1', '王家村'],
    ['v-2', '李家沟'],
    ['v-3', '北坡村'],
  ] as const) {
    await here.simulator.say(villager, `${village}${villager}家门前有人占道摆摊`)
    await here.hears(villager, CASE_NO)
  }
  return { here, program }
}

const verify = ({ here: { here } }: Crime, ...more: readonly string[]) =>
  run(['verify', ...more], { cwd: here.cwd, env: here.env })

function tamper({ here: { here } }: Crime, sql: string): void {
  const db = new Database(join(here.dataDir, 'shaozi.db'))
  const guards = db.prepare<[], { name: string }>(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).all()
  for (const { name } of guards) db.exec(`DROP TRIGGER "${name}"`)
  expect(db.prepare(sql).run().changes).toBe(1)
  db.close()
}

it('finds the log whole while the program runs, and after it has ended', async () => {
  const crime = await threeCases()
  const during = await verify(crime)
  expect(during.stdout).toMatch(/事件记录完整：共 \d+ 条，链头 [0-9a-f]{64}/)
  expect(during).toMatchObject({ code: 0, stderr: '' })
  expect(await crime.program.kill('SIGTERM')).toMatchObject({ code: 0 })
  const json = await verify(crime, '--json')
  expect(json).toMatchObject({ code: 0, stderr: '' })
  expect(JSON.parse(json.stdout)).toMatchObject({ ok: true, faults: [], events: expect.any(Number) })
})

it.each([
  ['a word changed', `UPDATE event SET data = '{"note":"nothing happened"}' WHERE seq = 3`, /事件第 3 号被改过/],
  ['an event taken out', 'DELETE FROM event WHERE seq = 2', /少了事件第 2 号/],
  [
    'the last event cut off',
    'DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)',
    /少了事件第 \d+ 号：记录的结尾被截掉了/,
  ],
])('names the event that was tampered with: %s', async (_what, sql, words) => {
  const crime = await threeCases()
  tamper(crime, sql)
  const found = await verify(crime)
  expect(found.stdout).toContain('事件记录有问题')
  expect(found.stdout).toMatch(words)
  expect(found.stdout.replaceAll(/SHA-256|files|DATA_DIR/g, ''), 'no English').not.toMatch(/[a-z]{3}/i)
  expect(found.stdout.match(/ {2}· /g), 'one line for one fault').toHaveLength(1)
  expect(found.code).toBe(1)
  const json = await verify(crime, '--json')
  expect(JSON.parse(json.stdout)).toMatchObject({ ok: false, faults: [expect.stringMatching(words)] })
  expect(json.code).toBe(1)
})

it('finds out who changed what is written down of a look or an export', async () => {
  const crime = await threeCases()
  const place = { cwd: crime.here.here.cwd, env: crime.here.here.env }
  const [, no = ''] = /(QS\d{6}-\d{4})/.exec(JSON.stringify(crime.here.simulator.bubbles)) ?? []
  expect((await run(['evidence', no, '--out', 'a.zip'], place)).code).toBe(0)
  expect((await verify(crime)).stdout).toMatch(/查看记录完整：共 1 条，链头 [0-9a-f]{64}/)
  tamper(crime, `UPDATE access_log SET "reason" = 'nothing'`)
  const found = await verify(crime)
  expect(found).toMatchObject({ code: 1, stdout: expect.stringContaining('查看记录第 1 号被改过') })
  expect(found.stdout).toContain('事件记录完整')
})

it('says so where there is no database yet, and makes none', async () => {
  const here = await place()
  const ended = await run(['verify'], { cwd: here.cwd, env: here.env })
  expect(ended).toMatchObject({ code: 1, stdout: '' })
  expect(existsSync(here.dataDir)).toBe(false)
  expect(ended.stderr).toMatch(/没有核对成[^]*数据库打不开[^]*怎么办/)
  expect(ended.stderr).not.toContain('哨子没有启动')
  expect(ended.stderr).not.toMatch(/there is no/)
})
