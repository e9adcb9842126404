import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CORP, startWecom } from '../../doors/wecom.ts'
import type { Web } from '../../../web/server.ts'
import { openHouse, type House } from '../house.ts'
import { openPages, Visitor } from './door.ts'

const DESKTOP = { 'User-Agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36' }
const CLIENT = { 'User-Agent': 'Mozilla/5.0 (Linux; Android 14) Mobile wxwork/4.1.28 MicroMessenger/7.0.1' }

describe('signing in by WeCom', () => {
  let wecom: Awaited<ReturnType<typeof startWecom>>
  let house: House
  let web: Web

  beforeAll(async () => {
    wecom = await startWecom()
    house = await openHouse({
      env: {
        PUBLIC_URL: 'https://shaozi.example.gov.cn',
        TRUSTED_PROXY: '127.0.0.1',
        WECOM_API_BASE: wecom.base,
        WECOM_CORP_ID: CORP,
        WECOM_AGENT_ID: '1000002',
        WECOM_APP_SECRET: 'not-a-secret',
      },
    })
    web = await openPages(house)
  })

  afterAll(async () => {
    await web.close()
    await house.close()
    await wecom.close()
  })

  /** Goes to WeCom's page; where it leads, and the state it carries. */
  async function leaves(visitor: Visitor) {
    const { status, headers } = await visitor.get('/wecom/login')
    expect(status).toBe(302)
    const to = new URL(headers.get('location') ?? '')
    return { to, state: to.searchParams.get('state') ?? '', cookies: headers.getSetCookie() }
  }
  const comesBack = (visitor: Visitor, code: string, state: string) =>
    visitor.get(`/wecom/login/done?code=${code}&state=${state}`)
  const isIn = async (visitor: Visitor): Promise<boolean> => (await visitor.get('/api/openapi.json')).status === 200
  const scans = (code: string, userid = 'u-zhouting') => void wecom.visitors.set(code, { userid })

  it.each([
    [
      'on a desktop by a code to scan',
      DESKTOP,
      'login.work.weixin.qq.com',
      '用企业微信',
      'Windows 电脑，谷歌内核浏览器',
    ],
    ['in the client at once', CLIENT, 'open.weixin.qq.com', '用企业微信', '安卓手机，企业微信'],
  ])('is %s', async (_where, agent, host, how, device) => {
    const visitor = new Visitor(web, { ...agent, 'X-Forwarded-For': '198.51.100.7' })
    const { to, state } = await leaves(visitor)
    expect(to.host).toBe(host)
    expect(to.searchParams.get('redirect_uri')).toBe('https://shaozi.example.gov.cn/wecom/login/done')
    scans('one')
    const back = await comesBack(visitor, 'one', state)
    expect([back.status, String(back.body)]).toEqual([200, expect.stringContaining('周婷')])
    const { items } = (await visitor.get('/api/me/sessions')).body as { items: readonly object[] }
    expect(items).toContainEqual(expect.objectContaining({ here: true, how, device, ip: '198.51.100.7' }))
    await visitor.post('/api/sign-out')
  })

  it('gives cookies no script, no other site and no plain connection sees', async () => {
    const visitor = new Visitor(web)
    const { state, cookies } = await leaves(visitor)
    const flags = ['path=/', 'secure', 'httponly']
    for (const flag of ['samesite=lax', ...flags]) expect(cookies.join()).toContain(flag)
    expect(cookies.join()).toMatch(/^__Host-shaozi_login=/)
    scans('two')
    const [session] = (await comesBack(visitor, 'two', state)).headers
      .getSetCookie()
      .filter((line) => line.startsWith('__Host-shaozi_session='))
    for (const flag of ['samesite=strict', ...flags]) expect(session).toContain(flag)
    expect(session).not.toContain('domain=')
    expect(await isIn(visitor)).toBe(true)
    // the name without the prefix could be planted over a plain connection
    const planted = new Visitor(web)
    planted.cookie = visitor.cookie.replace('__Host-', '')
    expect(await isIn(planted)).toBe(false)
  })

  it('belongs to the browser that began: a link with the code of somebody else signs nobody in', async () => {
    const attacker = new Visitor(web)
    const { state } = await leaves(attacker)
    scans('three')
    const victim = new Visitor(web)
    expect((await comesBack(victim, 'three', state)).status).toBe(400)
    const { state: own } = await leaves(victim)
    expect(own).not.toBe(state)
    expect((await comesBack(victim, 'three', state)).status).toBe(400)
    expect(await isIn(victim)).toBe(false)
  })

  it('is good for one answer, and for ten minutes', async () => {
    const visitor = new Visitor(web)
    const { state } = await leaves(visitor)
    const before = visitor.cookie
    scans('four')
    expect((await comesBack(visitor, 'four', state)).status).toBe(200)
    const again = new Visitor(web)
    again.cookie = before
    scans('four')
    expect((await comesBack(again, 'four', state)).status).toBe(400)
    const late = new Visitor(web)
    const { state: old } = await leaves(late)
    await house.forward('11m')
    scans('five')
    expect((await comesBack(late, 'five', old)).status).toBe(400)
    expect([await isIn(again), await isIn(late)]).toEqual([false, false])
  })

  it('makes a new session and ends the one the browser had', async () => {
    const visitor = await new Visitor(web).signIn(house, 'u-zhangwei')
    const had = new Visitor(web)
    had.cookie = visitor.cookie
    const { state } = await leaves(visitor)
    scans('six')
    await comesBack(visitor, 'six', state)
    expect([await isIn(visitor), await isIn(had)]).toEqual([true, false])
  })

  it('lets in nobody the township does not list, and writes down that he tried', async () => {
    wecom.visitors.set('seven', { userid: 'u-nobody' })
    wecom.visitors.set('eight', { openid: 'o-1' })
    for (const code of ['seven', 'eight', 'no-code-at-all']) {
      const visitor = new Visitor(web, { 'X-Forwarded-For': '198.51.100.8' })
      const { state } = await leaves(visitor)
      expect((await comesBack(visitor, code, state)).status, code).toBe(code === 'no-code-at-all' ? 400 : 403)
      expect(await isIn(visitor)).toBe(false)
    }
    const refused = (await house.core.ctx.store.accesses(2)).map(({ kind, reason }) => `${kind} ${reason}`)
    expect(refused).toEqual(Array(2).fill('sign-in-refused wecom from 198.51.100.8'))
  })
})
