import { decrypt, getSignature } from '@wecom/crypto'
import { describe, expect, it } from 'vitest'
import type { Doors } from '../../../bot/doctor/doors.ts'
import { APP, CALLBACK, look, of } from './doors.ts'
import { no, platform, type Platform } from './platform.ts'

const app = { ...APP, ...CALLBACK }
const PATH = '/wecom/callback'

/** What Shaozi answers where its token is `token`. */
const echo = (token: string) => (query: URLSearchParams) => {
  const [signature, time, nonce, sealed] = ['msg_signature', 'timestamp', 'nonce', 'echostr'].map(
    (name) => query.get(name) ?? '',
  )
  if (getSignature(token, time ?? '', nonce ?? '', sealed ?? '') !== signature) return { status: 403 }
  return { status: 200, text: decrypt(CALLBACK.callbackAesKey, sealed ?? '').message }
}
const shaoziRuns = { '/healthz': () => ({ alive: true }) }

/** What is found at PUBLIC_URL, where Shaozi runs at HOST:PORT. */
async function outside(wecom: Platform, doors: Partial<Doors> = {}) {
  const found = await look(wecom, { app, publicUrl: wecom.url, host: '127.0.0.1', port: wecom.port, ...doors })
  return of(found, '接收消息').filter(
    ({ cause }) => cause.includes('PUBLIC_URL') || cause.includes('哨子') || cause.includes(PATH),
  )
}

describe('the callback', () => {
  it('is sealed and opened again, and the addresses it comes from are counted', async () => {
    const found = of(await look(await platform(), { app }), '接收消息')
    expect(found.map(({ ok, cause }) => [ok, cause])).toEqual([
      ['ok', '企业微信从 2 个地址（段）回调；防火墙要放它们进来'],
      ['ok', 'Token 和 EncodingAESKey 能用'],
      ['warn', '没有设置 PUBLIC_URL，没有从外面试一试'],
    ])
  })

  it('is knocked at from outside; an address of this house is told apart', async () => {
    const wecom = await platform({ ...shaoziRuns, [PATH]: echo(CALLBACK.callbackToken) })
    expect(await outside(wecom)).toMatchObject([{ ok: 'warn', cause: expect.stringContaining('内网地址') }])
  })

  it.each([
    ['another token there', echo('Other'), '不认这里的 Token'],
    ['a path that is not passed on', () => ({ status: 404 }), '没有转到哨子'],
    ['a proxy with nobody behind it', () => ({ status: 502 }), '后面的哨子没有应答'],
    ['another page', () => ({ status: 200, text: '<html>欢迎' }), '不是哨子'],
    [
      'a redirect',
      () => ({ status: 301, location: 'https://shaozi.example/wecom/callback?msg_signature=s' }),
      'https://shaozi.example/wecom/callback',
    ],
    ['a fault', () => ({ status: 500 }), 'HTTP 500'],
  ])('names %s', async (_, route, words) => {
    const found = await outside(await platform({ ...shaoziRuns, [PATH]: route }))
    expect(found).toMatchObject([{ ok: 'bad', cause: expect.stringContaining(words) }])
    expect(JSON.stringify(found)).not.toContain('msg_signature')
  })

  it('names an address where nobody is, and one without https', async () => {
    const wecom = await platform(shaoziRuns)
    expect(await outside(wecom, { publicUrl: 'http://127.0.0.1:9' })).toMatchObject([
      { ok: 'bad', cause: expect.stringContaining('ECONNREFUSED') },
    ])
    const tls = await outside(wecom, { publicUrl: wecom.url.replace('http:', 'https:') })
    expect(tls).toMatchObject([{ ok: 'bad', cause: expect.stringContaining('https 握手失败') }])
  })

  it('is only warned of while Shaozi is not running: nobody can answer then', async () => {
    expect(await outside(await platform(), { publicUrl: 'http://127.0.0.1:9' })).toMatchObject([
      { ok: 'warn', mend: '启动哨子，再查一次' },
    ])
  })

  it('is a fault, running or not, where no program could mend it', async () => {
    const found = await outside(await platform({ [PATH]: () => ({ status: 404 }) }))
    expect(found).toMatchObject([{ ok: 'bad', cause: expect.stringContaining('没有转到哨子') }])
  })

  it('tells what its own calls came to', async () => {
    const found = of(await look(await platform({ '/cgi-bin/getcallbackip': no(48002) }), { app }), '接收消息')
    expect(found[0]).toMatchObject({ ok: 'bad', cause: expect.stringContaining('48002') })
  })
})
