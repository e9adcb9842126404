import { describe, expect, it } from 'vitest'
import { eachTestHasAHouse } from './story.ts'

const PUBLIC = 'https://shaozi.example.cn'
const CLIENT = 'Mozilla/5.0 wxwork/4.1.0 MicroMessenger/7.0'

describe('signing in by WeCom', () => {
  const house = eachTestHasAHouse({ doors: ['app', 'callback'] })

  async function begin(agent: string) {
    const answer = await fetch(`${house().webUrl()}/wecom/login`, {
      redirect: 'manual',
      headers: { 'user-agent': agent },
    })
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    return { to: answer.headers.get('location') ?? '', cookie, status: answer.status }
  }
  const comeBack = (url: string, cookie: string) =>
    fetch(url.replace(PUBLIC, house().webUrl()), { headers: { cookie }, redirect: 'manual' })

  it('inside the client greets a member by name, and a second use of the address is refused', async () => {
    const { to, cookie, status } = await begin(CLIENT)
    expect([status, new URL(to).hostname, new URL(to).searchParams.get('scope')]).toEqual([
      302,
      'open.weixin.qq.com',
      'snsapi_base',
    ])
    const back = house().simulator.app.authorize('u-zhangwei', to)
    expect(back).toContain(`${PUBLIC}/wecom/login/done?`)
    const hello = await comeBack(back, cookie)
    expect([hello.status, await hello.text()]).toEqual([200, expect.stringContaining('张伟')])
    expect((await comeBack(back, cookie)).status).toBe(400)
  })

  it('on a desktop is the page to scan', async () => {
    const { to } = await begin('Mozilla/5.0 (Windows NT 10.0)')
    expect(new URL(to).hostname).toBe('login.work.weixin.qq.com')
  })

  it('with the state of another browser, an old one or a made-up one is refused', async () => {
    const { to, cookie } = await begin(CLIENT)
    const back = house().simulator.app.authorize('u-zhangwei', to)
    const other = await begin(CLIENT)
    expect((await comeBack(back, other.cookie)).status).toBe(400)
    expect((await comeBack(back, '')).status).toBe(400)
    expect((await comeBack(back.replace(/state=[^&]+/, 'state=made-up'), 'shaozi_login=made-up')).status).toBe(400)
    const late = await begin(CLIENT)
    const lateBack = house().simulator.app.authorize('u-zhangwei', late.to)
    await house().forward('11m')
    expect((await comeBack(lateBack, late.cookie)).status).toBe(400)
    expect(cookie).not.toBe('')
  })
})

describe('/metrics', () => {
  const house = eachTestHasAHouse({ doors: ['app', 'callback'] })

  it('shows the ledger of quotas and the callbacks that were refused, without anybody’s id', async () => {
    await house().member('u-sunmei').says('王家村村口有人占道摆摊')
    house().readsAll()
    await house().simulator.callback.raw({ signature: '0'.repeat(40) })
    const text = await (await fetch(`${house().webUrl()}/metrics`)).text()
    expect(text).toMatch(/shaozi_quota_messages\{quota="app-member"\} [1-9]/)
    expect(text).toMatch(/shaozi_quota_fullest_ratio\{quota="app-member"\} 0\.0\d/)
    expect(text).toMatch(/shaozi_callbacks_refused\{reason="signature"\} 1/)
    expect(text).not.toMatch(/u-sunmei|u-zhangwei/)
  })
})
