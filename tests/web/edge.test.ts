import { Readable } from 'node:stream'
import type { IncomingMessage } from 'node:http'
import type { Context as KoaContext } from 'koa'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { loginCookie, sessionCookie } from '../../web/api/cookie.ts'
import { checked, readJson } from '../../web/api/read.ts'
import { isInside } from '../../web/inside.ts'

const TOKEN = 'a-token-for-the-monitoring-0123456789'

describe('who may see how the machine is inside', () => {
  const asked = (ip: string, headers: Readonly<Record<string, string>> = {}): KoaContext =>
    ({ ip, get: (name: string) => headers[name] ?? '' }) as unknown as KoaContext
  const shown = (token: string) => ({ authorization: token })

  it.each([
    ['whoever sits at it', asked('127.0.0.1'), null, false, true],
    ['by the newer kind of address', asked('::1'), null, false, true],
    ['by any address of the machine itself', asked('127.8.9.1'), null, false, true],
    ['nobody from elsewhere', asked('10.0.0.1'), TOKEN, false, false],
    ['nobody by the newer kind', asked('fe80::1'), null, false, false],
    [
      'nobody through a proxy nobody told us of',
      asked('127.0.0.1', { 'x-forwarded-for': '10.0.0.1' }),
      null,
      false,
      false,
    ],
    ['whoever our own proxy says sits here', asked('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }), null, true, true],
    ['whoever shows the token', asked('10.0.0.1', shown(`Bearer ${TOKEN}`)), TOKEN, false, true],
    ['nobody with another', asked('10.0.0.1', shown('Bearer other')), TOKEN, false, false],
    ['nobody with more than it', asked('10.0.0.1', shown(`Bearer ${TOKEN} x`)), TOKEN, false, false],
    ['nobody with something before it', asked('10.0.0.1', shown(`x Bearer ${TOKEN}`)), TOKEN, false, false],
    ['nobody with none where none is set', asked('10.0.0.1', shown('Bearer null')), null, false, false],
    ['nobody with an empty one', asked('10.0.0.1', shown('Bearer ')), '', false, false],
  ])('%s', (_name, koa, token, behindProxy, inside) => {
    expect(isInside(koa, token, behindProxy)).toBe(inside)
  })
})

describe('a cookie', () => {
  type Set = Readonly<{ name: string; value: string | null; how: Readonly<Record<string, unknown>> }>
  function browser(jar: Readonly<Record<string, string>> = {}) {
    const set: Set[] = []
    const cookies = {
      secure: false,
      get: (name: string) => jar[name],
      set: (name: string, value: string | null, how: Record<string, unknown>) => void set.push({ name, value, how }),
    }
    return { koa: { cookies } as unknown as KoaContext, set, cookies }
  }

  it('of a session is for this host only, by https only, out of reach of scripts and other sites', () => {
    const { koa, set, cookies } = browser()
    sessionCookie.set(koa, 'secret', 'https://shaozi.example.gov.cn')
    expect(set).toEqual([
      {
        ...{ name: '__Host-shaozi_session', value: 'secret' },
        how: { sameSite: 'strict', httpOnly: true, secure: true, path: '/', overwrite: true },
      },
    ])
    expect(cookies.secure, 'the proxy before us speaks https').toBe(true)
  })

  it('is a plain one where there is no https, and is found and dropped by the same name', () => {
    for (const [url, name] of [
      ['http://10.0.0.8', 'shaozi_session'],
      [null, 'shaozi_session'],
      ['https://x', '__Host-shaozi_session'],
    ] as const) {
      const { koa, set, cookies } = browser({ [name]: 'secret' })
      expect(sessionCookie.read(koa, url)).toBe('secret')
      sessionCookie.drop(koa, url)
      expect(set[0]).toMatchObject({ name, value: null, how: { secure: url === 'https://x' } })
      expect(cookies.secure).toBe(url === 'https://x')
    }
    expect(sessionCookie.read(browser().koa, null)).toBe('')
  })

  it('of the way to WeCom’s page comes back from another site, within ten minutes', () => {
    const { koa, set } = browser()
    loginCookie.set(koa, 'state', null)
    expect(set[0]).toMatchObject({ name: 'shaozi_login', how: { sameSite: 'lax', maxAge: 600_000, httpOnly: true } })
  })
})

describe('what a page sends', () => {
  const sent = (pieces: readonly string[], headers: Readonly<Record<string, string>> = {}): IncomingMessage =>
    Object.assign(Readable.from(pieces.map((piece) => Buffer.from(piece))), { headers }) as unknown as IncomingMessage

  it('is read as JSON, also in pieces; nothing is nothing', async () => {
    expect(await readJson(sent(['{"a":', '"中"}']))).toEqual({ a: '中' })
    expect(await readJson(sent([]))).toEqual({})
    await expect(readJson(sent(['{"a"']))).rejects.toMatchObject({ status: 400 })
  })

  it('is no more than it may be: said before, or found out on the way', async () => {
    const body = JSON.stringify('x'.repeat(8))
    expect(await readJson(sent([body], { 'content-length': '10' }), 10)).toBe('x'.repeat(8))
    await expect(readJson(sent([], { 'content-length': '11' }), 10)).rejects.toMatchObject({ status: 413 })
    await expect(readJson(sent([body, ' ']), 10)).rejects.toMatchObject({ status: 413 })
    await expect(readJson(sent(['x'.repeat(256 * 1024 + 1)]))).rejects.toMatchObject({ status: 413 })
    await expect(readJson(sent(['x'.repeat(256 * 1024)]))).rejects.toMatchObject({ status: 400 })
  })

  it('is refused by the first field that is wrong', () => {
    const schema = z.strictObject({ who: z.string(), deep: z.object({ n: z.number() }).optional() })
    expect(checked(schema, { who: 'a' })).toEqual({ who: 'a' })
    expect(() => checked(schema, { who: 1 })).toThrow(/who/)
    expect(() => checked(schema, { who: 'a', deep: { n: 'x' } })).toThrow(/deep\.n/)
    let status = 0
    try {
      checked(schema, 'no object')
    } catch (error) {
      status = (error as { status: number }).status
    }
    expect(status).toBe(400)
  })
})
