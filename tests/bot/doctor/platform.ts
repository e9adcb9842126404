import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** An answer in JSON, or one that goes wrong below it. */
type Reply = object | Readonly<{ status: number; text?: string; location?: string }>
type Route = (query: URLSearchParams, body: string) => Reply
export type Platform = Readonly<{ url: string; port: number; calls: readonly string[] }>

export const OPEN_KFID = 'wkAJ2GCAAAZSfhHCt7IFSvLKtMPxyAAA'

/** A WeCom where all is well with one app, its customer service, and everybody who is asked for. */
const WELL: Readonly<Record<string, Route>> = {
  '/cgi-bin/gettoken': () => ({ errcode: 0, errmsg: 'ok', access_token: 'the-access-token', expires_in: 7200 }),
  '/cgi-bin/agent/get': () => ({
    errcode: 0,
    name: '哨子',
    close: 0,
    allow_userinfos: { user: [] },
    allow_partys: { partyid: [1] },
    allow_tags: { tagid: [] },
  }),
  '/cgi-bin/user/get': (query) => ({ errcode: 0, userid: query.get('userid'), status: 1 }),
  '/cgi-bin/getcallbackip': () => ({ errcode: 0, ip_list: ['101.226.103.*', '101.226.62.*'] }),
  '/cgi-bin/kf/account/list': () => ({
    errcode: 0,
    account_list: [{ open_kfid: OPEN_KFID, name: '青石镇哨子', manage_privilege: true }],
  }),
  '/cgi-bin/kf/add_contact_way': () => ({
    errcode: 0,
    url: 'https://work.weixin.qq.com/kfid/kfc1234567890abcdef?enc_scene=ENC8wUqwVDHWJ8kJ7hqTyKJ7aZ',
  }),
  '/cgi-bin/webhook/upload_media': () => ({ errcode: 0, type: 'file', media_id: '3a8asd892asd8asd' }),
  '/cgi-bin/appchat/get': (query) => ({ errcode: 0, chat_info: { chatid: query.get('chatid') } }),
}

export const no = (errcode: number, ip = '203.0.113.9'): Route => {
  const errmsg = `no, hint: [1459689523418216385], from ip: ${ip}, more info at https://open.work.weixin.qq.com/devtool/query?e=${errcode}`
  return () => ({ errcode, errmsg })
}

/** Answers HTTP as WeCom does, but where a test has it otherwise. Ends with the test. */
export async function platform(otherwise: Readonly<Record<string, Route>> = {}): Promise<Platform> {
  const routes = { ...WELL, ...otherwise }
  const calls: string[] = []
  const server = createServer((request, response) => void answer(request, response, routes, calls))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, port, calls }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  routes: Readonly<Record<string, Route>>,
  calls: string[],
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://here')
  calls.push(`${request.method} ${pathname}`)
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) body += String(chunk)
  const reply = (routes[pathname] ?? (() => ({ status: 404 })))(searchParams, body)
  if (!('status' in reply) || 'errcode' in reply) return void response.end(JSON.stringify(reply))
  response.writeHead(Number(reply.status), 'location' in reply ? { location: String(reply.location) } : {})
  response.end('text' in reply ? reply.text : '')
}
