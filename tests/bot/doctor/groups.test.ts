import { expect, it } from 'vitest'
import { APP, KF, look, of, townOf } from './doors.ts'
import { no, OPEN_KFID, platform } from './platform.ts'

it('a group robot is tried without a word in the group, and its key is not told', async () => {
  const towns = [await townOf([], [{ webhookKey: '693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa' }])]
  const wecom = await platform()
  expect(await look(wecom, { towns })).toMatchObject([
    { name: '群机器人', ok: 'ok', cause: expect.stringContaining('镇领导督办群') },
  ])
  expect(wecom.calls).not.toContain('POST /cgi-bin/webhook/send')
  const wrong = await look(await platform({ '/cgi-bin/webhook/upload_media': no(93000) }), { towns })
  expect(wrong).toMatchObject([{ ok: 'bad', cause: expect.stringContaining('93000') }])
  expect(JSON.stringify(wrong)).not.toContain('693a91f6')
})

it('a group that two townships share is tried once', async () => {
  const town = await townOf([], [{ webhookKey: 'key-of-the-leaders' }])
  const wecom = await platform()
  expect(await look(wecom, { towns: [town, { ...town, code: 'BY' }] })).toHaveLength(1)
})

it('an app chat that is not there yet is no fault; one of somebody else is', async () => {
  const towns = [await townOf([], [{ appchatId: 'qsLeaders' }])]
  const state = async (code: number) =>
    of(await look(await platform({ '/cgi-bin/appchat/get': no(code) }), { app: APP, towns }), '应用群聊')
  expect(await state(86001)).toMatchObject([{ ok: 'ok', cause: expect.stringContaining('第一条消息') }])
  expect(await state(86003)).toMatchObject([{ ok: 'ok' }])
  expect(await state(86008)).toMatchObject([{ ok: 'bad', cause: expect.stringContaining('86008') }])
})

it('an app chat needs a plain name, and an app that sees everybody', async () => {
  const malformed = await look(await platform(), {
    app: APP,
    towns: [await townOf([], [{ appchatId: 'grp-leaders' }])],
  })
  expect(of(malformed, '应用群聊')).toMatchObject([{ ok: 'bad', mend: expect.stringContaining('appchat_id') }])
  const some = { errcode: 0, name: '哨子', close: 0, allow_partys: { partyid: [7] } }
  const narrow = await platform({ '/cgi-bin/agent/get': () => some })
  const found = await look(narrow, { app: APP, towns: [await townOf([], [{ appchatId: 'qsLeaders' }])] })
  expect(of(found, '自建应用')).toMatchObject([{ ok: 'warn', cause: expect.stringContaining('可见范围') }])
})

it('customer service: the account is there and ours; no message is read', async () => {
  const wecom = await platform()
  expect(of(await look(wecom, { app: APP, kf: KF }), '微信客服')).toMatchObject([
    { ok: 'ok', cause: expect.stringContaining('隔一会儿去取') },
  ])
  expect(wecom.calls.join()).not.toContain('sync_msg')
})

it('customer service: an account that is not there is answered with those that are', async () => {
  const found = of(await look(await platform(), { app: APP, kf: { openKfid: 'wk' } }), '微信客服')
  expect(found).toMatchObject([{ ok: 'bad', mend: expect.stringContaining(`青石镇哨子（${OPEN_KFID}）`) }])
})

it.each([
  [
    'an account left to people',
    { account_list: [{ open_kfid: OPEN_KFID, name: '青石镇哨子', manage_privilege: false }] },
    '没有交给这个应用管理',
  ],
  ['no account at all', { account_list: [] }, '一个客服账号也看不到'],
])('customer service: %s', async (_, body, words) => {
  const wecom = await platform({ '/cgi-bin/kf/account/list': () => ({ errcode: 0, ...body }) })
  expect(of(await look(wecom, { app: APP, kf: KF }), '微信客服')).toMatchObject([
    { ok: 'bad', cause: expect.stringContaining(words) },
  ])
})

it.each([48002, 48007, 95011, 95012])('customer service: %i is explained', async (code) => {
  const wecom = await platform({ '/cgi-bin/kf/account/list': no(code) })
  const [found] = of(await look(wecom, { app: APP, kf: KF }), '微信客服')
  expect(found).toMatchObject({ ok: 'bad', cause: expect.stringContaining(`${code}`) })
  expect(found?.cause).not.toContain('企业微信拒绝了')
})
