import { join } from 'node:path'
import { startAibot, type Aibot, type AibotAlarm } from '../bot/aibot/aibot.ts'
import { makeDestination, type Doors } from '../bot/destination.ts'
import type { Enclose, Enclosed } from '../bot/door/enclosed.ts'
import { kfChannel } from '../bot/kf/channel.ts'
import { readKept } from '../bot/media/keep.ts'
import { makeLedger, type QuotaLedger } from '../bot/quota/ledger.ts'
import { pageChannel } from '../bot/page.ts'
import { makeApi } from '../bot/wecom/api.ts'
import type { WecomApi } from '../bot/wecom/answer.ts'
import { appChannel } from '../bot/app/channel.ts'
import { appchatChannel } from '../bot/appchat/channel.ts'
import { callRule } from '../bot/hook/address.ts'
import { hookChannel } from '../bot/hook/channel.ts'
import { isAtHome } from '../bot/media/address.ts'
import { openChannel } from '../bot/open/channel.ts'
import { webhookChannel } from '../bot/webhook/channel.ts'
import type { Env } from '../config/env.ts'
import { secretOf } from '../config/open/secret.ts'
import type { Log } from '../context.ts'
import type { Inbound } from '../domain/inbound.ts'
import type { Channel, Destination } from '../domain/notice.ts'
import type { Town } from '../domain/town.ts'
import type { Store } from '../store/store.ts'
import { openPosters, type Posters } from './posters.ts'
import { kfBook, tokenStore } from './shared.ts'

export type DoorsOptions = Readonly<{
  env: Env
  towns: readonly Town[]
  store: Store
  log: Log
  now(): Date
}>

/** The doors of WeCom that are set up. They can send from the start; the AI bot comes when its connection is opened. */
export type House = Readonly<{
  destination: Destination
  ledger: QuotaLedger
  /** null where neither app nor customer service is set up */
  api: WecomApi | null
  /** connects the AI bot, where there is one */
  openAibot(onInbound: (message: Inbound) => Promise<void>, onAlarm: (alarm: AibotAlarm) => void): void
  /** gives its connection up: another process has it */
  closeAibot(): Promise<void>
  close(): Promise<void>
}>

export function makeHouse({ env, towns, store, log, now }: DoorsOptions): House {
  const people = new Set(towns.flatMap((town) => town.people.map((p) => p.userid)))
  const ledger = makeLedger({ people: people.size })
  const api = env.app && makeApi({ ...restOf(env, env.app), tokens: tokenStore(store, env.app.corpId, now), now, log })
  const robots = api ?? makeApi({ ...restOf(env, null), tokens: tokenStore(store, '', now), now, log })
  const posters = openPosters(log)
  const enclose = enclosing(env.dataDir, posters, log)
  const late = lateDoor('aibot')
  const hooks = towns.some(({ hooks: called = [] }) => called.length > 0)
    ? hookChannel({ towns, rule: callRule(isAtHome(env.aibot?.wsUrl ?? env.apiBase)), secretOf })
    : null
  let aibot: Aibot | null = null
  const doors: Doors = {
    web: pageChannel(),
    ...(env.aibot ? { aibot: late.channel } : {}),
    ...(env.app && api ? appDoors(env.app, api) : {}),
    ...(env.kf && api
      ? { kf: kfChannel({ api, account: env.kf.openKfid, book: kfBook(store), towns, log, enclose }) }
      : {}),
    open: openChannel(),
    ...(hooks ? { hook: hooks } : {}),
    ...(towns.some((t) => t.groups.some((g) => g.webhookKey))
      ? { webhook: webhookChannel({ api: robots, towns, log, ledger, enclose }) }
      : {}),
  }

  function appDoors(app: NonNullable<Env['app']>, client: WecomApi): Doors {
    if (app.agentId === null) return {}
    const common = { api: client, towns, log, ledger, enclose }
    const interactive = app.callbackToken !== null
    const member = (userid: string) => people.has(userid)
    return {
      app: appChannel({ ...common, agentId: app.agentId, interactive, member }),
      ...(towns.some((t) => t.groups.some((g) => g.appchatId)) ? { appchat: appchatChannel(common) } : {}),
    }
  }

  async function closeAibot(): Promise<void> {
    late.open(null)
    await aibot?.close()
    aibot = null
  }

  return {
    destination: makeDestination(doors, towns),
    ledger,
    api,
    openAibot(onInbound, onAlarm) {
      if (!env.aibot) return
      const hasWritten = (userid: string) => store.hasWritten(userid)
      aibot = startAibot({ ...env.aibot, onInbound, onAlarm, towns, log, now, hasWritten, ledger, enclose })
      late.open(aibot.channel)
    },
    closeAibot,
    async close() {
      await closeAibot()
      await hooks?.close()
      await robots.close()
      await posters.close()
    },
  }
}

/** What is drawn, or lies in the store, rather than said. */
const enclosing =
  (dataDir: string, posters: Posters, log: Log): Enclose =>
  async (body) => {
    if (body.kind === 'mindmap')
      return picture(
        'mindmap.png',
        await drawn(async () => (await import('../posters/mindmap.ts')).drawMindmap(body), log),
      )
    if (body.kind === 'poster') return picture('report.png', await posters.draw(body.report))
    if (body.kind !== 'file') return null
    const data = await readKept(join(dataDir, 'files'), body.sha256)
    return data && { as: 'file', name: body.name, mime: body.mime, data }
  }

/** What cannot be drawn is said in words. */
async function drawn(draw: () => Promise<Buffer>, log: Log): Promise<Buffer | null> {
  try {
    return await draw()
  } catch (error) {
    log.warn(
      { fault: error instanceof Error ? error.name : 'unknown' },
      'a picture could not be drawn; it goes as text',
    )
    return null
  }
}

const picture = (name: string, data: Buffer | null): Enclosed | null =>
  data && { as: 'image', name, mime: 'image/png', data }

const restOf = (env: Env, app: Env['app']) => ({
  base: env.apiBase,
  corpId: app?.corpId ?? '',
  secret: app?.secret ?? '',
  agentId: app?.agentId ?? null,
})

const LATE_MS = 2000

/** A door that exists before what is behind it: until then everything waits. */
function lateDoor(name: string) {
  let opened: Channel | null = null
  const channel: Channel = {
    send: async (rows, now) =>
      opened?.send(rows, now) ?? {
        outcome: 'wait',
        until: new Date(now.getTime() + LATE_MS),
        reason: 'not open yet',
        down: true,
      },
    state: () => opened?.state() ?? { name, up: false, detail: 'starting' },
  }
  return { channel, open: (behind: Channel | null) => void (opened = behind) }
}
