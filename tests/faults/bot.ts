import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { startCore, type Core } from '../../app.ts'
import { putForward, stillClock } from '../../clock.ts'
import { castOf } from '../../config/cast.ts'
import { readEnv } from '../../config/env.ts'
import { loadTowns } from '../../config/township/load.ts'
import type { Town } from '../../domain/town.ts'
import { makeLog } from '../../log.ts'
import { startSimulator } from '../../simulator/simulator.ts'
import { handOver } from '../services/logs.ts'

export const BOT = { id: 'aib-test', secret: 'not-a-secret', name: '哨子' }

/** The real app on the AI bot, before the simulator, without what a whole scenario needs: to be started again, and otherwise. */
export async function openBotTown(changed: (town: Town) => Town = (town) => town) {
  const dir = await mkdtemp(join(tmpdir(), 'shaozi-bot-town-'))
  const clock = stillClock(new Date('2026-11-24T10:00:00+08:00'))
  const loaded = await loadTowns('config/town')
  if (!loaded.ok) throw new Error('no township')
  const { calendar } = loaded
  const towns = loaded.towns.map(changed)
  const people = towns.flatMap((town) => town.people)
  const simulator = await startSimulator({
    bot: BOT,
    phones: [...people, { userid: 'v-lihua', name: 'v-lihua' }].map((one) => ({ ...one, label: one.name })),
    groups: castOf(towns).groups,
    clock: { now: clock.now, advance: async () => clock.now() },
  })
  simulator.acquaint([...people.map(({ userid }) => userid), 'v-lihua'])
  const [lines, errors]: [string[], string[]] = [[], []]
  const log = makeLog('debug', (line) => {
    lines.push(line)
    if (line.includes('"level":50')) errors.push(line)
  })
  let core: Core | null = null

  async function start(more: Readonly<Record<string, string>> = {}): Promise<Core> {
    const env = readEnv({
      ...{ DATABASE_URL: `file:${dir}/shaozi.db`, DATA_DIR: dir, REDIS_URL: 'none' },
      ...{ WECOM_AIBOT_ID: BOT.id, WECOM_AIBOT_SECRET: BOT.secret, WECOM_AIBOT_WS_URL: simulator.wsUrl },
      ...more,
    })
    if (!env.ok) throw new Error(JSON.stringify(env.faults))
    const onFatal = (error: Error) => void errors.push(error.message)
    core = await startCore({ env: env.env, towns, calendar, log, now: clock.now, onFatal })
    return core
  }
  const stop = async (): Promise<void> => {
    await core?.close()
    core = null
  }

  onTestFinished(async () => {
    await stop()
    await simulator.close()
    await rm(dir, { recursive: true, force: true })
    handOver(lines)
  })
  return {
    clock,
    simulator,
    errors,
    lines,
    start,
    stop,
    async forward(ms: number): Promise<void> {
      if (!core) throw new Error('it is not running')
      const { jobs, nextDue } = core
      await putForward(clock, new Date(clock.now().getTime() + ms), nextDue, () => jobs.sweep())
    },
  }
}

export const isUp = (core: Core): boolean => core.ctx.channel.states().every(({ up }) => up)
