import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { firstKey } from '../../../web/api/sign-in/first.ts'
import { openHouse, textOf, type House } from '../house.ts'
import type { Web } from '../../../web/server.ts'
import { openPages, Visitor } from './door.ts'

const NOBODY = '如果名册里有这个人'
type Me = Readonly<{ me: Readonly<{ userid: string }> | null }>

describe('signing in to the pages', () => {
  let house: House
  let web: Web

  beforeAll(async () => {
    house = await openHouse()
    web = await openPages(house)
  })

  afterAll(async () => {
    await web.close()
    await house.close()
  })

  const me = async (visitor: Visitor): Promise<string | null> =>
    ((await visitor.get('/api/me')).body as Me).me?.userid ?? null
  const askedFor = async (who: string): Promise<string> => {
    await new Visitor(web).post('/api/sign-in/code', { who })
    await house.settled()
    return /\d{6}/.exec(textOf(house.expects('u-zhouting', '验证码', '10 分钟')))?.[0] ?? ''
  }

  it('is by a code the bot sends, by name or account; it opens the door once', async () => {
    const code = await askedFor('周婷')
    const visitor = new Visitor(web)
    expect(await me(visitor)).toBeNull()
    expect((await visitor.post('/api/sign-in', { who: '周婷', code })).status).toBe(200)
    expect(await me(visitor)).toBe('u-zhouting')
    expect((await new Visitor(web).post('/api/sign-in', { who: '周婷', code })).status).toBe(403)
    expect((await visitor.post('/api/sign-out')).status).toBe(200)
    expect(await me(visitor)).toBeNull()
  })

  it('tells nobody who works here: a stranger is answered the same, and nothing is sent', async () => {
    const { status, body } = await new Visitor(web).post('/api/sign-in/code', { who: '没有这个人' })
    expect(status).toBe(200)
    expect(JSON.stringify(body)).toContain(NOBODY)
    await house.settled()
  })

  it('ends by itself after half an hour without a click; what a page asks by itself is none', async () => {
    const visitor = await new Visitor(web).signIn(house, 'u-linyue')
    await house.forward('29m')
    expect((await visitor.get('/api/openapi.json')).status).toBe(200)
    await house.forward('29m')
    expect((await visitor.get('/api/openapi.json')).status).toBe(200)
    await house.forward('20m')
    const idle = { 'X-Shaozi': '1', 'X-Shaozi-Idle': '1' }
    expect((await visitor.ask('GET', '/api/openapi.json', undefined, idle)).status).toBe(200)
    await house.forward('11m')
    expect((await visitor.get('/api/openapi.json')).status).toBe(401)
  })

  it('ends after twelve hours, however often somebody clicks', async () => {
    const visitor = await new Visitor(web).signIn(house, 'u-linyue')
    for (let n = 0; n < 24; n += 1) {
      expect((await visitor.get('/api/openapi.json')).status, `after ${n} times half an hour`).toBe(200)
      await house.forward('29m')
    }
    expect((await visitor.get('/api/openapi.json')).status).toBe(200)
    await house.forward('24m')
    expect((await visitor.get('/api/openapi.json')).status).toBe(401)
    house.readsAll()
  })

  it('makes a new session: one that was planted before is worth nothing (fixation)', async () => {
    const planted = new Visitor(web)
    planted.cookie = 'shaozi_session=planted-by-somebody-else-0000000000000000000'
    await planted.signIn(house, 'u-chenzhen')
    expect(planted.cookie).not.toContain('planted')
    const thief = new Visitor(web)
    thief.cookie = 'shaozi_session=planted-by-somebody-else-0000000000000000000'
    expect(await me(thief)).toBeNull()
  })

  it('cannot be guessed: five wrong codes end the code, ten guesses end the quarter of an hour', async () => {
    const code = await askedFor('u-zhouting')
    const wrong = code === '000000' ? '111111' : '000000'
    const guess = async (digits: string) =>
      (await new Visitor(web).post('/api/sign-in', { who: 'u-zhouting', code: digits })).status
    for (let i = 0; i < 5; i += 1) expect(await guess(wrong)).toBe(403)
    expect(await guess(code)).toBe(403)
    const after = await Promise.all(Array.from({ length: 6 }, () => guess(wrong)))
    expect(after).toContain(429)
  })

  it('counts one person as one, by whichever of his names he is called', async () => {
    const met: number[] = []
    for (let n = 0; n < 12; n += 1) {
      const who = n % 2 === 0 ? '宋明' : 'u-songming'
      met.push((await new Visitor(web).post('/api/sign-in', { who, code: '000000' })).status)
    }
    expect(met).toEqual([...Array<number>(10).fill(403), 429, 429])
  })

  it('keeps no secret: sessions and codes lie in the database as hashes', async () => {
    const visitor = await new Visitor(web).signIn(house, 'u-hepeng')
    const secret = visitor.cookie.split('=')[1] ?? ''
    expect(secret.length).toBeGreaterThan(40)
    expect(await house.rawBytes()).not.toContain(secret)
  })

  it('is for the first administrator by a link that is good for a day', async () => {
    const key = (await firstKey(house.core.web.desk, house.clock.now())) ?? ''
    await house.forward('24h')
    house.readsAll()
    expect((await new Visitor(web).post('/api/sign-in/link', { key })).status).toBe(403)
  })

  it('is for the first administrator by a link that works once', async () => {
    const key = (await firstKey(house.core.web.desk, house.clock.now())) ?? ''
    const visitor = new Visitor(web)
    expect((await visitor.post('/api/sign-in/link', { key })).status).toBe(200)
    expect(await me(visitor)).toBe('u-dingning')
    expect((await new Visitor(web).post('/api/sign-in/link', { key })).status).toBe(403)
    expect(await firstKey(house.core.web.desk, house.clock.now())).toBeNull()
  })

  it('is written down: who came, who was refused, who left', async () => {
    const kinds = (await house.core.ctx.store.accesses(99)).map(({ kind }) => kind)
    for (const kind of ['sign-in', 'sign-in-refused', 'sign-out']) expect(kinds).toContain(kind)
  })
})
