import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { authorizeUrl, whoIs } from '../../bot/app/oauth.ts'
import { villageLinks } from '../../bot/kf/links.ts'
import { villageOf } from '../../bot/kf/scene.ts'
import { Rest } from './rest.ts'

let rest: Rest
beforeEach(async () => {
  rest = await Rest.start()
})
afterEach(() => rest.close())

describe('the login page', () => {
  const page = { corpId: 'ww1', agentId: 1000002, redirect: 'https://shaozi.example.cn/login?a=1', state: 's-1' }

  it('inside WeCom is the silent one', () => {
    expect(authorizeUrl({ ...page, inClient: true })).toBe(
      'https://open.weixin.qq.com/connect/oauth2/authorize?appid=ww1' +
        '&redirect_uri=https%3A%2F%2Fshaozi.example.cn%2Flogin%3Fa%3D1' +
        '&response_type=code&scope=snsapi_base&state=s-1&agentid=1000002#wechat_redirect',
    )
  })

  it('elsewhere shows a code to scan', () => {
    const url = new URL(authorizeUrl({ ...page, inClient: false }))
    expect(url.origin + url.pathname).toBe('https://login.work.weixin.qq.com/wwlogin/sso/login')
    expect(Object.fromEntries(url.searchParams)).toEqual({
      login_type: 'CorpApp',
      appid: 'ww1',
      agentid: '1000002',
      redirect_uri: page.redirect,
      state: 's-1',
    })
  })
})

describe('who comes back from it', () => {
  it.each([
    [
      { userid: 'u-1', user_ticket: 't' },
      { kind: 'member', userid: 'u-1' },
    ],
    [
      { openid: 'o', external_userid: 'wm1' },
      { kind: 'outsider', external: 'wm1', openid: 'o' },
    ],
    [{ openid: 'o' }, { kind: 'outsider', external: null, openid: 'o' }],
    [{}, { kind: 'no', code: null }],
    [40029, { kind: 'no', code: 40029 }],
    [{ status: 502 }, { kind: 'no', code: null }],
  ])('%j is %j', async (answer, visitor) => {
    rest.react('auth/getuserinfo', answer)
    expect(await whoIs(rest.api, 'CODE')).toEqual(visitor)
    expect(rest.calls.at(-1)?.query).toMatchObject({ code: 'CODE' })
  })
})

describe('the links of the villages', () => {
  const ADD = 'kf/add_contact_way'
  const villages = [
    { code: 'QS01', name: '王家村' },
    { code: '李家沟', name: '李家沟' },
    { code: '长'.repeat(20), name: '太长' },
  ]

  it('cost one call, and say where somebody comes from', async () => {
    rest.react(ADD, { url: 'https://work.weixin.qq.com/kf/kfc1?enc_scene=E' })
    const made = await villageLinks(rest.api, 'wk1', villages)
    expect(rest.of(ADD)).toEqual([{ open_kfid: 'wk1', scene: 'shaozi' }])
    expect(made).toMatchObject({ ok: true, tooLong: ['长'.repeat(20)] })
    if (!made.ok) return
    expect(made.links[0]?.url).toBe('https://work.weixin.qq.com/kf/kfc1?enc_scene=E&scene_param=village%3DQS01')
    const raw = /scene_param=([^&]*)/.exec(made.links[1]?.url ?? '')?.[1]
    expect(villageOf('shaozi', raw)).toBe('李家沟')
  })

  it.each([
    [95000, { ok: false, code: 95000 }],
    [{ url: 'nonsense' }, { ok: false, code: null }],
    [{ status: 500 }, { ok: false, code: null }],
  ])('answered with %j are %j', async (answer, made) => {
    rest.react(ADD, answer)
    expect(await villageLinks(rest.api, 'wk1', villages)).toMatchObject(made)
  })
})
