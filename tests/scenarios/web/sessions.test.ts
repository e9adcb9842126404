import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Town } from '../../../domain/town.ts'
import type { ShownSession } from '../../../web/sessions/shown.ts'
import type { Web } from '../../../web/server.ts'
import { sessions } from '../../../web/session.ts'
import { openHouse, type House } from '../house.ts'
import { openPages, Visitor } from './door.ts'

const EDGE = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0'

const staff = (town: Town): Town => ({
  ...town,
  people: [
    ...town.people,
    ...(['auditor', 'security'] as const).map((role) => ({
      ...{ userid: `t-${role}`, name: role === 'auditor' ? '郑审计' : '钱安全', station: null, roles: [role] },
      ...{ licence: null, licenceUntil: null },
    })),
  ],
})

describe('who is signed in', () => {
  let house: House
  let web: Web
  let security: Visitor

  beforeAll(async () => {
    house = await openHouse({ towns: (towns) => towns.map(staff) })
    web = await openPages(house)
    security = await new Visitor(web).signIn(house, 't-security')
  })

  afterAll(async () => {
    house.readsAll()
    await web.close()
    await house.close()
  })

  const come = (userid: string): Promise<Visitor> => new Visitor(web, { 'User-Agent': EDGE }).signIn(house, userid)
  const list = async (who: Visitor, path = '/api/me/sessions') =>
    ((await who.get(path)).body as Readonly<{ items: readonly ShownSession[] }>).items
  const isIn = async (who: Visitor): Promise<boolean> => (await who.get('/api/openapi.json')).status === 200
  const lastLine = async () => (await house.core.ctx.store.accesses(1))[0]

  it('is seen by the security administrator: who, how, since when, last click, from where, on what', async () => {
    const chief = await come('u-zhouting')
    const since = house.clock.now().toISOString()
    await house.forward('10m')
    await chief.get('/api/openapi.json')
    const his = (await list(security, '/api/sessions')).find(({ userid }) => userid === 'u-zhouting')
    expect(his).toMatchObject({
      name: '周婷',
      how: '用验证码',
      since,
      seenAt: house.clock.now().toISOString(),
      ip: '127.0.0.1',
      device: 'Windows 电脑，Edge 浏览器',
      here: false,
    })
    expect(JSON.stringify(await list(security, '/api/sessions'))).not.toContain(chief.cookie.split('=')[1])
    await chief.post('/api/sign-out')
  })

  it('is seen by everybody of himself, and by nobody else', async () => {
    const [desk, phone, other] = [await come('u-linyue'), await come('u-linyue'), await come('u-zhangwei')]
    expect((await list(desk)).map(({ userid }) => userid)).toEqual(['u-linyue', 'u-linyue'])
    expect((await list(desk)).filter(({ here }) => here)).toHaveLength(1)
    expect((await other.get('/api/sessions')).status).toBe(403)
    const [his] = await list(other)
    expect((await desk.post('/api/me/sessions/end', { id: his?.id })).status).toBe(404)
    expect((await desk.post('/api/sessions/end', { userid: 'u-zhangwei', id: null })).status).toBe(403)
    expect(await isIn(other)).toBe(true)
    for (const each of [desk, phone, other]) await each.post('/api/sign-out')
  })

  it('is ended by himself elsewhere, one or all, and never here', async () => {
    const [here, one, two] = [await come('u-songming'), await come('u-songming'), await come('u-songming')]
    const oneId = (await list(one)).find((each) => each.here)?.id
    expect((await here.post('/api/me/sessions/end', { id: oneId })).body).toEqual({ ended: 1 })
    expect([await isIn(here), await isIn(one), await isIn(two)]).toEqual([true, false, true])
    expect((await here.post('/api/me/sessions/end', { id: null })).body).toEqual({ ended: 1 })
    expect([await isIn(here), await isIn(two)]).toEqual([true, false])
    expect((await here.post('/api/me/sessions/end', { id: null })).status).toBe(404)
    expect(await lastLine()).toMatchObject({
      kind: 'session-ended',
      by: 'u-songming',
      second: 'u-songming',
      reason: '1',
    })
    await here.post('/api/sign-out')
  })

  it('is ended by the security administrator at once, his stream as well, and that stays in the log', async () => {
    const chief = await come('u-zhouting')
    const stream = await fetch(`${web.url}/api/live`, { headers: { Cookie: chief.cookie } })
    const heard = stream.text()
    expect((await security.post('/api/sessions/end', { userid: 'u-zhouting', id: null })).body).toEqual({ ended: 1 })
    expect(await isIn(chief)).toBe(false)
    const at = performance.now()
    expect(await heard).toContain('event: ready')
    expect(performance.now() - at).toBeLessThan(10_000)
    expect(await lastLine()).toMatchObject({ kind: 'session-ended', by: 't-security', second: 'u-zhouting' })
    const auditor = await new Visitor(web).signIn(house, 't-auditor')
    const lines = (await auditor.get('/api/logs?group=sign-in')).body as Readonly<{ items: readonly object[] }>
    expect(lines.items).toContainEqual(
      expect.objectContaining({ by: '钱安全', kind: '结束别处的登录', second: '周婷', said: '1 处登录' }),
    )
  })

  it('stays out once ended, though a click of his was under way', async () => {
    const chief = await come('u-dujuan')
    const { store, now } = house.core.ctx
    await house.forward('2m')
    const ended = async (key: string) => {
      const found = await store.note(key)
      await store.takeNote(key)
      return found
    }
    const secret = chief.cookie.split('=')[1] ?? ''
    expect(await sessions({ ...store, note: ended }).use(secret, '127.0.0.1', now())).toMatchObject({
      userid: 'u-dujuan',
    })
    expect(await isIn(chief)).toBe(false)
  })

  it('is no longer listed when it is over by itself', async () => {
    await come('u-zhangwei')
    await house.forward('29m')
    security = await new Visitor(web).signIn(house, 't-security')
    await house.forward('2m')
    expect((await list(security, '/api/sessions')).map(({ userid }) => userid)).not.toContain('u-zhangwei')
  })
})
