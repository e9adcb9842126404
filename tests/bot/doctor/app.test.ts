import { describe, expect, it } from 'vitest'
import { APP, KF, look, notFine, of, townOf } from './doors.ts'
import { no, platform } from './platform.ts'

describe('the app', () => {
  it('is fine where all is well, and everybody is known', async () => {
    const wecom = await platform()
    const found = await look(wecom, { app: APP, towns: [await townOf(['u-a', 'u-b'])] })
    expect(notFine(found)).toEqual([])
    expect(found.map(({ name, cause }) => [name, cause])).toEqual([
      ['自建应用', '「哨子」可以使用'],
      ['通讯录', '配置的 2 人里有 2 人可以收到消息'],
    ])
  })

  it.each([40001, 40013])('is not asked anything more where no token is given (%i)', async (code) => {
    const wecom = await platform({ '/cgi-bin/gettoken': no(code) })
    const found = await look(wecom, { app: APP, kf: KF, towns: [await townOf(['u-a'])] })
    expect(found).toMatchObject([{ name: '自建应用', ok: 'bad', cause: expect.stringContaining(`${code}`) }])
    expect(wecom.calls.filter((call) => call.includes('cgi-bin'))).toEqual(['GET /cgi-bin/gettoken'])
  })

  it('names the address to be trusted', async () => {
    const wecom = await platform({ '/cgi-bin/agent/get': no(60020, '198.51.100.7') })
    const found = await look(wecom, { app: APP, kf: KF })
    expect(found).toMatchObject([
      {
        name: '自建应用',
        ok: 'bad',
        cause: expect.stringContaining('60020'),
        mend: expect.stringContaining('198.51.100.7'),
      },
    ])
  })

  it('is refused where the AgentId is another one', async () => {
    const found = await look(await platform({ '/cgi-bin/agent/get': no(40056) }), { app: APP })
    expect(of(found, '自建应用')).toMatchObject([{ ok: 'bad', cause: expect.stringContaining('AgentId') }])
  })

  it('is found switched off, or seen by nobody', async () => {
    const body = { errcode: 0, name: '哨子' }
    const off = await platform({ '/cgi-bin/agent/get': () => ({ ...body, close: 1 }) })
    expect(await look(off, { app: APP })).toMatchObject([{ ok: 'bad', cause: '应用停用了' }])
    const unseen = await platform({ '/cgi-bin/agent/get': () => ({ ...body, close: 0 }) })
    expect(await look(unseen, { app: APP })).toMatchObject([
      { ok: 'bad', cause: expect.stringContaining('可见范围是空的') },
    ])
  })

  it('is not asked for its agent where it only serves 微信客服', async () => {
    const found = await look(await platform(), { app: { ...APP, agentId: null }, kf: KF })
    expect(of(found, '自建应用')).toMatchObject([{ ok: 'warn', cause: expect.stringContaining('WECOM_AGENT_ID') }])
    expect(of(found, '微信客服')).toMatchObject([{ ok: 'ok' }])
  })
})

describe('the people', () => {
  it('who are not there, not seen, or not active are named one by one', async () => {
    const codes: Readonly<Record<string, object>> = {
      'u-gone': { errcode: 60111, errmsg: '' },
      'u-unseen': { errcode: 60011, errmsg: '' },
      'u-asleep': { errcode: 0, status: 4 },
    }
    const wecom = await platform({
      '/cgi-bin/user/get': (query) => codes[query.get('userid') ?? ''] ?? { errcode: 0, status: 1 },
    })
    const found = of(await look(wecom, { app: APP, towns: [await townOf(['u-a', ...Object.keys(codes)])] }), '通讯录')
    expect(found.map(({ ok, cause }) => [ok, cause]).toSorted()).toEqual([
      ['bad', 'u-gone 在通讯录里没有'],
      ['bad', 'u-unseen 不在应用的可见范围里'],
      ['ok', '配置的 4 人里有 1 人可以收到消息'],
      ['warn', 'u-asleep 还没有激活企业微信'],
    ])
  })

  it('who were not asked for are counted', async () => {
    const people = Array.from({ length: 503 }, (_, i) => `u-${i}`)
    const found = of(await look(await platform(), { app: APP, towns: [await townOf(people)] }), '通讯录')
    expect(found.at(-1)).toMatchObject({ ok: 'warn', cause: expect.stringMatching(/还有 \d+ 人没有查/u) })
  })

  it('are not asked for one by one where nobody may be asked for', async () => {
    const wecom = await platform({ '/cgi-bin/user/get': no(48002) })
    const people = Array.from({ length: 100 }, (_, i) => `u-${i}`)
    const found = of(await look(wecom, { app: APP, towns: [await townOf(people)] }), '通讯录')
    expect(found.map(({ ok }) => ok)).toEqual(['bad'])
    expect(wecom.calls.filter((call) => call.includes('user/get')).length).toBeLessThan(20)
  })
})
