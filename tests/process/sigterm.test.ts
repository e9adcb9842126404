import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { expectInvariants } from '../invariants/invariants.ts'
import { eventually } from '../jobs/eventually.ts'
import { ensureRedis } from '../services/redis.ts'
import { books } from './books.ts'
import { CASE_NO, street } from './street.ts'

it('F33 told to stop with work in hand and a Redis that hangs, it ends by itself in time and loses nothing', async () => {
  const redis = await ensureRedis()
  onTestFinished(redis.stop)
  const village = await street(1, { REDIS_URL: redis.url })
  const { simulator, here } = village
  const program = village.start()
  await village.connected()
  await program.says(/http:\S+/)
  process.kill(redis.pid, 'SIGSTOP')
  simulator.faults.delayAcks(1_500)
  await simulator.say('v-1', '王家村村口有人占道摆摊')
  await eventually('it is committed', async () => (await books(here).taken('v-1', '占道摆摊')) === 1, 60_000)
  // later than 10 s it would end itself, and say so by its code
  expect(await program.kill('SIGTERM')).toMatchObject({ code: 0, signal: null })
  process.kill(redis.pid, 'SIGCONT')
  simulator.faults.delayAcks(0)
  village.start()
  await village.connected()
  await village.hears('v-1', CASE_NO)
  await village.hears('wrCHENGGUAN', CASE_NO)
  await eventually('all is said', async () => (await books(here).outbox('pending')).length === 0, 60_000)
  await expectInvariants({ database: `file:${join(here.dataDir, 'shaozi.db')}`, now: new Date() })
})
