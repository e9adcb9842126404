import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { makeApi } from '../../bot/wecom/api.ts'
import type { WecomApi } from '../../bot/wecom/answer.ts'
import { memoryTokens } from '../../bot/wecom/token.ts'
import { NOW } from './samples.ts'

type Words = Readonly<{ content: string }>
type Item = Readonly<{ type: string; click: Readonly<{ id: string; content: string }> }>
/** What we may ask for, as far as tests look into it. */
export type Asked = Readonly<{
  msgid: string
  msgtype: string
  chatid: string
  cursor?: string
  token?: string
  duplicate_check_interval: number
  text: Words & Readonly<{ mentioned_list?: readonly string[]; mentioned_mobile_list?: readonly string[] }>
  markdown: Words
  markdown_v2: Words
  msgmenu: Readonly<{ head_content: string; list: readonly Item[]; tail_content?: string }>
}>
export type Call = Readonly<{ path: string; query: Readonly<Record<string, string>>; body: Asked }>
/** What the platform does with one call: an errcode, an answer, an HTTP status, or a broken line after doing it. */
export type Reaction = number | Readonly<Record<string, unknown>> | Readonly<{ status: number }> | 'hang-up'

const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }

/** The REST side of the platform, which remembers what it was asked, with faults on demand. */
export class Rest {
  readonly calls: Call[] = []
  readonly logged: string[] = []
  /** what to do with the next calls of a path; empty means yes */
  readonly reactions: Partial<Record<string, Reaction[]>> = {}
  readonly api: WecomApi
  now = NOW
  readonly #server: Server

  private constructor(server: Server) {
    this.#server = server
    this.api = makeApi({
      base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      corpId: 'ww1',
      secret: 's',
      agentId: 1000002,
      tokens: memoryTokens(),
      now: () => this.now,
      log: quiet,
    })
  }

  static async start(): Promise<Rest> {
    const server = createServer((request, response) => void rest.#answer(request, response))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const rest = new Rest(server)
    return rest
  }

  /** What was asked of a path, in order. */
  of(path: string): Asked[] {
    return this.calls.filter((call) => call.path === path).map((call) => call.body)
  }

  react(path: string, ...reactions: Reaction[]): void {
    this.reactions[path] = [...(this.reactions[path] ?? []), ...reactions]
  }

  readonly log = {
    debug: (_fields: object, message: string) => void this.logged.push(`debug ${message}`),
    info: (_fields: object, message: string) => void this.logged.push(`info ${message}`),
    warn: (_fields: object, message: string) => void this.logged.push(`warn ${message}`),
    error: (_fields: object, message: string) => void this.logged.push(`error ${message}`),
  }

  async close(): Promise<void> {
    await this.api.close()
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://x')
    const path = url.pathname.replace('/cgi-bin/', '')
    const raw = await text(request)
    const type = String(request.headers['content-type'] ?? '')
    this.calls.push({
      path,
      query: Object.fromEntries(url.searchParams),
      body: (type.includes('json') ? JSON.parse(raw) : {}) as Asked,
    })
    const reaction = this.reactions[path]?.shift() ?? 0
    if (reaction === 'hang-up') return void request.socket.destroy()
    const { status = 200, ...fields } = typeof reaction === 'number' ? {} : (reaction as { status?: number })
    response.writeHead(status, { 'content-type': 'application/json' })
    const errcode = typeof reaction === 'number' ? reaction : 0
    const errmsg = errcode === 0 ? 'ok' : 'no way, hint: [1], from ip: 10.0.0.1, secret text'
    response.end(JSON.stringify({ errcode, errmsg, ...USUAL[path], ...fields }))
  }
}

/** What a yes carries. */
const USUAL: Readonly<Record<string, object>> = {
  gettoken: { access_token: 'T', expires_in: 7200 },
  'message/send': { invaliduser: '', invalidparty: '', invalidtag: '', msgid: 'm1' },
}
