import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished } from 'vitest'
import { startCore } from '../../app.ts'
import { appChannel } from '../../bot/app/channel.ts'
import { makeDestination } from '../../bot/destination.ts'
import { makeLedger } from '../../bot/quota/ledger.ts'
import { webhookChannel } from '../../bot/webhook/channel.ts'
import { makeApi } from '../../bot/wecom/api.ts'
import { memoryTokens } from '../../bot/wecom/token.ts'
import { putForward, stillClock } from '../../clock.ts'
import { readEnv } from '../../config/env.ts'
import { loadTowns } from '../../config/township/load.ts'
import { makeLog } from '../../log.ts'
import { startWeb } from '../../web/server.ts'
import { startWecom } from '../doors/wecom.ts'
import { handOver } from '../services/logs.ts'

/** ms; in earnest it is ten seconds, which is more than a test should wait */
const TIMEOUT = 1000
const MINUTE = 60_000
let told = 0

type Row = Readonly<{ key: string; status: string; attempts: number; reason: string | null; dueAt: number }>

/** The real app whose people are all on the self-built app and whose groups are on robots, before a platform that can go wrong. */
export async function openFaultyTown() {
  const dir = mkdtempSync(join(tmpdir(), 'shaozi-faults-'))
  const clock = stillClock(new Date('2026-11-24T10:00:00+08:00'))
  const wecom = await startWecom(clock.now)
  const env = readEnv({ DATABASE_URL: `file:${dir}/shaozi.db`, DATA_DIR: dir, REDIS_URL: 'none' })
  const loaded = await loadTowns('config/town')
  if (!env.ok || !loaded.ok) throw new Error('the town is not set up')
  const towns = loaded.towns.map((town) => ({
    ...town,
    groups: town.groups.map((g) => ({ ...g, aibotChatid: null, webhookKey: `robot-${g.id}` })),
  }))
  const [errors, lines]: [string[], string[]] = [[], []]
  const log = makeLog('debug', (line) => {
    lines.push(line)
    if (line.includes('"level":50')) errors.push(line)
  })
  const api = makeApi({
    ...{ base: wecom.base, corpId: 'ww-test-corp', secret: 'not-a-secret', agentId: 1000002 },
    ...{ tokens: memoryTokens(), now: clock.now, log, timeout: TIMEOUT },
  })
  const ledger = makeLedger()
  const common = { api, towns, log, ledger }
  const doors = {
    app: appChannel({ ...common, agentId: 1000002, interactive: true, member: () => true }),
    webhook: webhookChannel(common),
  }
  const channel = makeDestination(doors, towns)
  const onFatal = (error: Error) => void errors.push(error.message)
  const core = await startCore({
    env: env.env,
    towns,
    calendar: loaded.calendar,
    log,
    now: clock.now,
    channel,
    onFatal,
  })
  const web = await startWeb({ host: '127.0.0.1', port: 0, log, ...core.web, mounts: [] })

  onTestFinished(async () => {
    await web.close()
    await core.close()
    await api.close()
    await wecom.close()
    rmSync(dir, { recursive: true, force: true })
    handOver(lines)
    expect([errors, wecom.strange]).toEqual([[], []])
  })

  return {
    clock,
    wecom,
    core,
    web,
    api,
    ledger,
    /** a villager writes: resolves when it is safe */
    async tells(text: string, from = 'v-lihua'): Promise<void> {
      told += 1
      await core.receive({
        ...{ channel: 'app', dedupeKey: `m${told}`, from, chat: { type: 'single', id: from, via: 'app' } },
        content: { kind: 'text', text, quote: null },
        reply: null,
      })
    },
    async forward(ms = MINUTE): Promise<void> {
      await putForward(clock, new Date(clock.now().getTime() + ms), core.nextDue, () => core.jobs.sweep())
    },
    /** what somebody's telephone shows of these words */
    shown: (userid: string, ...words: readonly string[]) =>
      wecom.sent.filter(({ body, text }) => body['touser'] === userid && words.every((word) => text.includes(word))),
    /** all that was to be said, and what became of it */
    outbox(): Row[] {
      const db = new Database(join(dir, 'shaozi.db'), { readonly: true })
      const rows = db.prepare<[], Row>('SELECT "key", "status", "attempts", "reason", "dueAt" FROM "outbox"').all()
      db.close()
      return rows
    },
  }
}
