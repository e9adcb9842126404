import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEnv } from '../../config/env.ts'
import { loadTowns } from '../../config/township/load.ts'
import { startDemo, type Demo } from '../../demo.ts'
import { makeLog } from '../../log.ts'
import { SimStateShape } from '../process/demo-state.ts'

const MOST_MS = 20_000

/** What a visitor finds when he starts the demo for the first time. */
describe('the story of the demo', () => {
  let dir: string
  let demo: Demo
  let took = 0
  const lines: string[] = []

  async function open(stop?: AbortSignal): Promise<Demo> {
    const env = readEnv({ DATA_DIR: dir, PORT: '0', REDIS_URL: 'none' })
    const loaded = await loadTowns('config/town')
    if (!env.ok || !loaded.ok) throw new Error('the demo is not set up')
    return startDemo({
      env: env.env,
      towns: loaded.towns,
      calendar: loaded.calendar,
      log: makeLog('warn', (line) => void lines.push(line)),
      onFatal: (error) => void lines.push(error.message),
      ...(stop ? { stop } : {}),
    })
  }
  const state = async () => SimStateShape.parse(await (await fetch(new URL('api/state', demo.url))).json())

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'shaozi-story-'))
    // somebody who changed his mind while it was being told
    const stop = new AbortController()
    stop.abort()
    await (await open(stop.signal)).close()
    const before = process.cpuUsage()
    demo = await open()
    const { user, system } = process.cpuUsage(before)
    took = (user + system) / 1_000
  }, 120_000)

  afterAll(async () => {
    await demo?.close()
    await rm(dir, { recursive: true, force: true })
  })

  it('is told soon enough, without a warning, and ends now', async () => {
    expect(lines).toEqual([])
    expect(took).toBeLessThan(MOST_MS)
    expect(Math.abs(demo.core().ctx.now().getTime() - Date.now())).toBeLessThan(2_000)
  })

  it('shows cases of all stages in all six stations, over a month', async () => {
    const tasks = await demo.core().ctx.store.tasks({ town: 'QS', limit: 100 })
    expect(tasks.length).toBeGreaterThanOrEqual(35)
    const stages = new Set(tasks.map(({ stage }) => stage))
    for (const stage of ['triage', 'dispatched', 'signed', 'arrived', 'disputed', 'finished', 'closed', 'withdrawn'])
      expect(stages.has(stage as never), stage).toBe(true)
  })

  it('leaves something of every kind on the triage desk', async () => {
    const { store } = demo.core().ctx
    const since = new Date(Date.now() - 7 * 86_400_000)
    const open = async (stage: string) => (await store.tasks({ town: 'QS', stages: [stage], limit: 9 })).length
    expect(await open('triage')).toBeGreaterThan(0)
    expect(await open('disputed')).toBeGreaterThan(0)
    expect((await store.suspects(['QS'], since)).length).toBeGreaterThan(0)
    expect((await store.undelivered(since, 9)).length).toBeGreaterThan(0)
  })

  it('has every order understood and none refused', async () => {
    const { bubbles } = await state()
    const refused = bubbles.filter(({ from, content }) => from === 'bot' && /没有办成|没有看懂|不认识/u.test(content))
    expect(refused).toEqual([])
  })

  it('leaves the phone of the visitor empty', async () => {
    expect((await state()).bubbles.filter(({ chat }) => chat === 'v-lihua')).toEqual([])
  })

  it('is told once: a restart shows it again as it was', async () => {
    const before = (await state()).bubbles.length
    await demo.close()
    demo = await open()
    expect((await state()).bubbles.length).toBeGreaterThanOrEqual(before)
    expect((await state()).bubbles.length).toBeLessThan(before + 50)
    expect((await demo.core().ctx.store.verify()).faults).toEqual([])
  })
})
