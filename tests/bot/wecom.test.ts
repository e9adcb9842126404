import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeApi } from '../../bot/wecom/api.ts'
import { memoryTokens, type TokenStore } from '../../bot/wecom/token.ts'
import type { WecomApi } from '../../bot/wecom/answer.ts'

type Handler = (request: IncomingMessage, response: ServerResponse, token: string) => void
const NOW = new Date('2026-11-24T02:00:00Z')
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }
const json = (response: ServerResponse, body: object): void =>
  void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))

describe('the REST client', () => {
  let server: Server
  let base = ''
  let handle: Handler
  let tokens = 0
  let good = ''
  let secretIsWrong = false
  let now = NOW
  const asked: string[] = []
  const open: WecomApi[] = []

  beforeEach(async () => {
    tokens = 0
    good = ''
    secretIsWrong = false
    now = NOW
    asked.length = 0
    handle = (_request, response) => json(response, { errcode: 0, errmsg: 'ok', fine: true })
    server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://x')
      asked.push(url.pathname.replace('/cgi-bin/', ''))
      if (url.pathname !== '/cgi-bin/gettoken')
        return handle(request, response, url.searchParams.get('access_token') ?? '')
      if (secretIsWrong) return json(response, { errcode: 40001, errmsg: 'invalid credential' })
      tokens += 1
      good = `token-${tokens}`
      json(response, { errcode: 0, errmsg: 'ok', access_token: good, expires_in: 7200 })
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })

  afterEach(async () => {
    for (const api of open.splice(0)) await api.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  function client(store: TokenStore = memoryTokens(), timeout = 2000): WecomApi {
    const secret = 'not-a-secret'
    const api = makeApi({ base, corpId: 'ww', secret, agentId: 1, tokens: store, now: () => now, log: silent, timeout })
    open.push(api)
    return api
  }
  const send = (api: WecomApi) => api.call('message/send', { body: { touser: 'u' } })
  const onlyGood: Handler = (_request, response, token) =>
    json(response, token === good ? { errcode: 0 } : { errcode: 42001, errmsg: 'access_token expired' })

  it('tells what is done from what is refused', async () => {
    expect(await send(client())).toMatchObject({ kind: 'ok', body: { fine: true } })
    handle = (_request, response) => json(response, { errcode: 81013, errmsg: 'from ip: 1.2.3.4' })
    expect(await send(client())).toEqual({ kind: 'answered', code: 81013 })
  })

  it.each<[string, Handler, string]>([
    ['a status of 502 with a page', (_q, r) => void r.writeHead(502).end('<html>'), 'failed'],
    ['a status of 500', (_q, r) => void r.writeHead(500).end(), 'failed'],
    ['nothing at all', (_q, r) => void r.writeHead(200).end(), 'unclear'],
    ['half an answer', (_q, r) => void r.writeHead(200).end('{"errcode":0,"err'), 'unclear'],
    ['an answer without errcode', (_q, r) => json(r, { msgid: 'm' }), 'unclear'],
    ['a cut connection', (q) => void q.socket.destroy(), 'unclear'],
    ['an endless answer', (_q, r) => void r.writeHead(200).end('x'.repeat(2 * 1024 * 1024)), 'unclear'],
  ])('takes %s for what it is', async (_name, broken, kind) => {
    handle = broken
    const answer = await send(client())
    expect(answer.kind).toBe(kind)
    expect(JSON.stringify(answer)).not.toMatch(/token-|not-a-secret/)
  })

  it('says that it is unclear when no answer comes in time, and unsent when nobody listens', async () => {
    handle = () => undefined
    expect((await send(client(memoryTokens(), 200))).kind).toBe('unclear')
    const api = client()
    await send(client())
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    expect((await send(api)).kind).toBe('unsent')
    server.listen(0)
  })

  it('renews the token once for a hundred calls that find it over', async () => {
    const api = client()
    await send(api)
    good = 'revoked'
    handle = onlyGood
    const answers = await Promise.all(Array.from({ length: 100 }, () => send(api)))
    expect(answers.every(({ kind }) => kind === 'ok')).toBe(true)
    expect(tokens).toBe(2)
  })

  it('asks for one token for two programs that share the store', async () => {
    const store = sharedTokens()
    handle = onlyGood
    const answers = await Promise.all([send(client(store)), send(client(store))])
    expect(answers.map(({ kind }) => kind)).toEqual(['ok', 'ok'])
    expect(tokens).toBe(1)
  })

  it('tries a token that is refused again only once', async () => {
    handle = (_request, response) => json(response, { errcode: 40014 })
    expect(await send(client())).toEqual({ kind: 'answered', code: 40014 })
    expect(asked.filter((path) => path === 'message/send')).toHaveLength(2)
  })

  it('does not try a wrong secret again within a minute', async () => {
    secretIsWrong = true
    const api = client()
    for (let n = 0; n < 5; n += 1) expect((await send(api)).kind).toBe('unsent')
    expect(asked).toEqual(['gettoken'])
    expect(api.state().up).toBe(false)
    now = new Date(NOW.getTime() + 61_000)
    secretIsWrong = false
    expect((await send(api)).kind).toBe('ok')
  })

  it('leaves a platform alone after five failures, and lets one call see whether it is back', async () => {
    const api = client()
    handle = (_request, response) => void response.writeHead(500).end()
    for (let n = 0; n < 5; n += 1) expect((await send(api)).kind).toBe('failed')
    expect((await send(api)).kind).toBe('unsent')
    now = new Date(NOW.getTime() + 6_000)
    handle = (_request, response) => json(response, { errcode: 0 })
    expect((await send(api)).kind).toBe('ok')
    expect((await send(api)).kind).toBe('ok')
  })

  it('leaves a group robot alone that was asked too often, and no other', async () => {
    const api = client()
    const say = (key: string) => api.open('webhook/send', { query: { key }, body: {} })
    handle = (_request, response) => json(response, { errcode: 45009 })
    expect(await say('A')).toEqual({ kind: 'answered', code: 45009 })
    handle = (_request, response) => json(response, { errcode: 0 })
    expect((await say('A')).kind).toBe('unsent')
    expect((await say('B')).kind).toBe('ok')
    now = new Date(NOW.getTime() + 61_000)
    expect((await say('A')).kind).toBe('ok')
  })

  it.each([45009, 45011, 45033, 45047])('leaves a path alone that answers %i, and no other', async (code) => {
    const api = client()
    handle = (_request, response) => json(response, { errcode: code })
    expect(await send(api)).toEqual({ kind: 'answered', code })
    handle = (_request, response) => json(response, { errcode: 0 })
    now = new Date(NOW.getTime() + 59_000)
    expect((await send(api)).kind).toBe('unsent')
    expect((await api.call('user/get')).kind).toBe('ok')
    now = new Date(NOW.getTime() + 61_000)
    expect((await send(api)).kind).toBe('ok')
  })
})

/** One store for several programs: a lease is given to one of them. */
function sharedTokens(): TokenStore {
  const store = memoryTokens()
  let leased = false
  return {
    ...store,
    async lease() {
      if (leased) return false
      leased = true
      return true
    },
    release: async () => void (leased = false),
  }
}
