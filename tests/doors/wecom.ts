import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CALLBACK, sealed, type Seal } from './envelope.ts'

export { CALLBACK, CORP } from './envelope.ts'
export const ACCOUNT = 'wk-town'

export type Sent = Readonly<{ path: string; body: Readonly<Record<string, unknown>>; text: string }>
type Item = Readonly<Record<string, unknown>>
/** What goes wrong with one call: was it done all the same, and what comes back of it. */
export type Trouble = Readonly<{ done: boolean; reply(response: ServerResponse, request: IncomingMessage): void }>

const SENDS = ['message/send', 'message/update_template_card', 'webhook/send', 'kf/send_msg', 'kf/send_msg_on_event']

/** As much of WeCom's REST interface as one story needs: it keeps what was sent, and gives what customers wrote. */
export async function startWecom(now: () => Date = () => new Date()) {
  const sent: Sent[] = []
  const asked: string[] = []
  const troubles = new Map<string, Trouble[]>()
  const shown = new Map<string, number>()
  const mailbox: Item[] = []
  const strange: string[] = []
  const visitors = new Map<string, Item>()
  const answer = (path: string, body: Item, query: URLSearchParams): Item => {
    if (path === 'auth/getuserinfo') return visitorOf(query.get('code') ?? '')
    if (path === 'gettoken') return { access_token: 'T', expires_in: 7200 }
    if (path === 'kf/sync_msg') {
      const from = Number(body['cursor'] ?? 0)
      return { next_cursor: `${mailbox.length}`, has_more: 0, msg_list: mailbox.slice(from) }
    }
    if (!SENDS.includes(path)) strange.push(path)
    else if (!isRepeated(body)) sent.push({ path, body, text: JSON.stringify(body) })
    return { msgid: `m${sent.length}` }
  }
  /** who asks for it is not shown the same twice within so many seconds */
  const isRepeated = ({ enable_duplicate_check: asks, duplicate_check_interval: seconds, ...same }: Item): boolean => {
    if (asks !== 1) return false
    const at = now().getTime()
    const last = shown.get(JSON.stringify(same)) ?? -Infinity
    shown.set(JSON.stringify(same), at)
    return at - last < Number(seconds) * 1000
  }
  /** a code is good for one question */
  const visitorOf = (code: string): Item => {
    const visitor = visitors.get(code)
    visitors.delete(code)
    return visitor ?? { errcode: 40029, errmsg: 'invalid code' }
  }
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x')
      const path = pathname.replace('/cgi-bin/', '')
      const raw = Buffer.concat(pieces).toString()
      const body = raw ? (JSON.parse(raw) as Item) : {}
      asked.push(path)
      const trouble = troubles.get(path)?.shift()
      if (trouble?.done) answer(path, body, searchParams)
      if (trouble) return trouble.reply(response, request)
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ errcode: 0, errmsg: 'ok', ...answer(path, body, searchParams) }))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent,
    /** every call, whatever became of it */
    asked,
    /** what goes wrong with the next calls of a path */
    fails(path: string, ...with_: readonly Trouble[]): void {
      troubles.set(path, [...(troubles.get(path) ?? []), ...with_])
    },
    /** all is well again */
    mend: () => troubles.clear(),
    mailbox,
    strange,
    /** who comes back from the login page with which code */
    visitors,
    async close(): Promise<void> {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** One encrypted callback, as the platform posts it. */
export async function call(web: string, fields: Item, at: Date, seal: Seal = CALLBACK): Promise<number> {
  const { query, body } = sealed(fields, at, seal)
  return (await fetch(`${web}/wecom/callback?${query}`, { method: 'POST', body })).status
}
