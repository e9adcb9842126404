import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { picture } from '../../scenarios/pictures.ts'

type Fields = Readonly<Record<string, unknown>>

/** What becomes of the next calls that send. `reset-after` and `slow` did what was asked; the others did not. */
export type RestFault = 'http-500' | 'http-502' | 'garbage' | 'empty' | 'reset' | 'reset-after' | 'slow' | number

const SLOW_MS = 300
const TOKEN_OVER = 42001
const BAD_TOKEN = 40014
const BAD_SECRET = 40001

/** The REST side of WeCom for one self-built app: tokens, messages to members, and whatever goes wrong on demand. */
export async function startRest(
  members: ReadonlySet<string>,
  now: () => number,
  onSaid: (to: string, body: Fields) => void,
) {
  const faults: RestFault[] = []
  const lately = new Map<string, number>()
  let secret = ''
  let token = 'T0'
  let tokens = 0

  const code = (errcode: number): Fields => ({ errcode, errmsg: 'refused' })
  const renewed = (): string => (token = `T${(tokens += 1)}`)

  /** The platform takes the same message within the interval it was asked for as one. */
  function saidBefore(body: Fields): boolean {
    const { duplicate_check_interval: seconds, enable_duplicate_check: wanted, ...rest } = body
    const key = JSON.stringify(rest)
    const last = lately.get(key)
    lately.set(key, now())
    return wanted === 1 && last !== undefined && now() - last < Number(seconds) * 1000
  }

  function said(body: Fields): Fields {
    const to = String(body['touser'] ?? (body['userids'] as readonly string[] | undefined)?.[0] ?? '')
    if (!members.has(to)) return code(81013)
    if (!saidBefore(body)) onSaid(to, body)
    return { errcode: 0, errmsg: 'ok', msgid: `m${now()}` }
  }

  function answer(path: string, query: URLSearchParams, body: Fields): Fields {
    if (path === 'gettoken')
      return query.get('corpsecret') === secret
        ? { errcode: 0, errmsg: 'ok', access_token: renewed(), expires_in: 7200 }
        : code(BAD_SECRET)
    if (query.get('access_token') !== token) return code(BAD_TOKEN)
    return path.startsWith('message/') ? said(body) : code(48002)
  }

  async function respond(path: string, query: URLSearchParams, body: Fields, response: ServerResponse): Promise<void> {
    if (path === 'media/get' && query.get('access_token') === token) return shown(query, response)
    const fault = path === 'gettoken' ? undefined : faults.shift()
    const send = (status: number, text: string) => void response.writeHead(status).end(text)
    const done = () => JSON.stringify(answer(path, query, body))
    if (fault === undefined) return send(200, done())
    if (typeof fault === 'number') {
      if (fault === TOKEN_OVER) renewed()
      return send(200, JSON.stringify(code(fault)))
    }
    if (fault === 'http-500' || fault === 'http-502') return send(Number(fault.slice(5)), '<html>Bad Gateway</html>')
    if (fault === 'garbage' || fault === 'empty') return send(200, fault === 'empty' ? '' : '{"errcode":')
    if (fault === 'reset') return void response.destroy()
    const text = done()
    if (fault === 'reset-after') return void response.destroy()
    setTimeout(() => send(200, text), SLOW_MS)
  }

  /** A picture somebody sent through the app. */
  function shown(query: URLSearchParams, response: ServerResponse): void {
    const grey = Number(/^media-(\d+)$/.exec(query.get('media_id') ?? '')?.[1] ?? 0)
    response.writeHead(200, { 'content-type': 'image/png', 'content-disposition': 'attachment; filename="a.png"' })
    response.end(picture(grey))
  }

  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x')
      const raw = Buffer.concat(pieces).toString()
      void respond(pathname.replace('/cgi-bin/', ''), searchParams, raw ? (JSON.parse(raw) as Fields) : {}, response)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fails: (fault: RestFault, times: number) => void faults.push(...Array.from({ length: times }, () => fault)),
    setSecret: (text: string) => void (secret = text),
    calm: () => void (faults.length = 0),
  }
}
