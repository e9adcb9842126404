import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import Koa from 'koa'
import { startCore } from '../app.ts'
import { openEnvelope } from '../bot/callback/envelope.ts'
import { parseXml } from '../bot/callback/xml.ts'
import { readEnv } from '../config/env.ts'
import { makeLog } from '../log.ts'
import { readRaw } from '../web/body.ts'
import { startWeb } from '../web/server.ts'
import { instantChannel } from './core.ts'
import { APP, type Posted } from './post.ts'
import { benchTown } from './town.ts'

/** As the one who posts has it: acknowledged a second, ms until the acknowledgement; `cpuMs` = of our processor, each. */
export type Callbacks = Posted & Readonly<{ cpuMs: number }>

/** Reports by the self-built app: real HTTP, signature and AES; acknowledged when they are durable, and worked on meanwhile. */
export async function callbacks(dir: string, redisUrl: string, count: number): Promise<Callbacks> {
  const read = readEnv({
    ...{
      DATABASE_URL: `file:${dir}/bench.db`,
      DATA_DIR: dir,
      REDIS_URL: redisUrl,
      WECOM_API_BASE: 'http://127.0.0.1:9',
    },
    ...{ WECOM_CORP_ID: APP.corpId, WECOM_AGENT_ID: '1000002', WECOM_APP_SECRET: 'bench-app-secret' },
    ...{ WECOM_CALLBACK_TOKEN: APP.token, WECOM_CALLBACK_AES_KEY: APP.aesKey },
  })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  const onFatal = (error: Error): never => {
    throw error
  }
  const log = makeLog('error')
  const channel = instantChannel(() => undefined)
  const core = await startCore({ env: read.env, ...(await benchTown('short')), log, channel, onFatal })
  const web = await startWeb({ host: '127.0.0.1', port: 0, log, ...core.web, mounts: [] })
  const found = await posted(web.url, count)
  await web.close()
  await core.idle()
  await core.close()
  return found
}

/** The ceiling: the same requests read, checked, decrypted and acknowledged by a bare Koa. Nothing is kept. */
export async function bareCallbacks(count: number): Promise<Callbacks> {
  const koa = new Koa()
  koa.use(async (ctx) => {
    const body = await readRaw(ctx.req, 65_536)
    const opened = Buffer.isBuffer(body) && openEnvelope(APP, new URLSearchParams(ctx.querystring), body, new Date())
    ctx.status = opened && opened.ok && parseXml(opened.message) ? 200 : 403
    ctx.body = ''
  })
  const handle = koa.callback()
  const server = createServer((request, response) => void handle(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const found = await posted(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, count)
  server.close()
  return found
}

/** From a process of its own: what posting costs is not ours. */
async function posted(url: string, count: number): Promise<Callbacks> {
  const poster = fork(join(import.meta.dirname, `post${import.meta.filename.slice(-3)}`), [url, String(count)])
  await once(poster, 'message')
  const before = process.cpuUsage()
  poster.send('go')
  const [found] = (await once(poster, 'message')) as [Posted]
  const { user, system } = process.cpuUsage(before)
  return { ...found, cpuMs: Math.round((user + system) / 10 / count) / 100 }
}
