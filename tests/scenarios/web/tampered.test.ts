import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { verify } from '../../../cli/verify.ts'
import type { Web } from '../../../web/server.ts'
import { openHouse, type House } from '../house.ts'
import { openPages, Visitor } from './door.ts'

type Last = Readonly<{ at: string; ok: boolean; events: number; faults: readonly string[] }>
type Verification = Readonly<{ running: boolean; last: Last | null }>

/** Somebody who can write the database file itself changes the log; both looks at it must say so, and in the same words. */
describe('a log that was tampered with', () => {
  let house: House
  let web: Web
  let auditor: Visitor
  let said = ''

  beforeEach(async () => {
    house = await openHouse({
      towns: ([town, ...others]) => (town ? [{ ...town, people: [...town.people, AUDITOR] }, ...others] : []),
    })
    web = await openPages(house)
    await house.person('v-lihua').says('王家村村口有人占道摆摊')
    await house.settled()
    await house.person('u-zhangwei').says('签收')
    auditor = await new Visitor(web).signIn(house, AUDITOR.userid)
    house.readsAll()
    vi.stubEnv('DATABASE_URL', `file:${house.dataDir}/shaozi.db`)
    vi.stubEnv('DATA_DIR', house.dataDir)
    vi.stubEnv('TOWN_CONFIG', 'config/town')
    vi.stubEnv('WECOM_AIBOT_ID', 'aib-test')
    vi.stubEnv('WECOM_AIBOT_SECRET', 'not-a-secret')
    vi.spyOn(process.stdout, 'write').mockImplementation((words) => {
      said += String(words)
      return true
    })
  })

  afterEach(async () => {
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
    await web.close()
    await house.close()
  })

  const state = async (): Promise<Verification> => (await auditor.get('/api/logs/verification')).body as Verification
  async function onThePage(): Promise<Last | null> {
    expect((await auditor.post('/api/logs/verification')).status).toBe(200)
    await expect.poll(async () => (await state()).running, { timeout: 20_000 }).toBe(false)
    return (await state()).last
  }
  async function atTheTerminal(): Promise<Readonly<{ code: number; said: string }>> {
    said = ''
    const code = await verify({})
    return { code, said }
  }

  it('names the event, says when it was and what to do; put back as it was, it is whole again', async () => {
    const db = new Database(join(house.dataDir, 'shaozi.db'))
    db.exec('DROP TRIGGER event_is_not_changed')
    const change = (data: string) => db.prepare('UPDATE event SET data = ? WHERE seq = 2').run(data)
    const before = db.prepare<[], { data: string }>('SELECT data FROM event WHERE seq = 2').get()?.data ?? ''
    expect(await onThePage()).toMatchObject({ ok: true, faults: [] })

    change('{"lead":"s-nobody"}')
    const found = await onThePage()
    expect(found).toMatchObject({ ok: false, at: house.clock.now().toISOString() })
    expect(found?.faults).toEqual(['事件第 2 号被改过：内容和它的哈希不一样（记录上写的时间是 2026-11-24 10:00）'])
    const terminal = await atTheTerminal()
    expect(terminal.code).toBe(1)
    for (const fault of found?.faults ?? []) expect(terminal.said).toContain(fault)
    expect(terminal.said).toMatch(/怎么办：马上报告[^]*不要再改动[^]*备份/)

    change(before)
    expect(await onThePage(), 'what was found once is not said for ever').toMatchObject({ ok: true, faults: [] })
    expect(await atTheTerminal()).toMatchObject({ code: 0 })
    db.close()
  })

  it('misses an event that is gone, and says what it stood after', async () => {
    const db = new Database(join(house.dataDir, 'shaozi.db'))
    db.exec('DROP TRIGGER event_is_not_deleted')
    const gone = db.prepare<[], Record<string, unknown>>('SELECT * FROM event WHERE seq = 2').get() ?? {}
    db.exec('DELETE FROM event WHERE seq = 2')
    const found = await onThePage()
    expect(found).toMatchObject({
      ok: false,
      faults: ['少了事件第 2 号：被删掉了（它前面一条是 2026-11-24 10:00 的）'],
    })
    expect((await atTheTerminal()).said).toContain(found?.faults[0])

    const columns = Object.keys(gone)
    const values = columns.map((column) => `@${column}`).join(', ')
    db.prepare(`INSERT INTO event (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${values})`).run(gone)
    db.close()
    expect(await onThePage()).toMatchObject({ ok: true })
  })
})

const AUDITOR = {
  userid: 't-auditor',
  name: '郑审计',
  station: null,
  roles: ['auditor'],
  licence: null,
  licenceUntil: null,
} as const
