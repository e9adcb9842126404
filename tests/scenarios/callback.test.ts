import { describe, expect, it } from 'vitest'
import { APP, CALLBACK, KF } from './house.ts'
import { CASE_NO, eachTestHasAHouse, STALL, UNIT_GROUP } from './story.ts'

const MINUTE = 60_000
const UNIT = ['app:u-zhangwei', 'app:u-wangfang'] as const

/** The plain XML of a text from a member. */
const said = (from: string, text: string, msgid: string, at: Date): string =>
  `<xml><ToUserName><![CDATA[${APP.corpId}]]></ToUserName><FromUserName><![CDATA[${from}]]></FromUserName>` +
  `<CreateTime>${Math.floor(at.getTime() / 1000)}</CreateTime><MsgType><![CDATA[text]]></MsgType>` +
  `<Content><![CDATA[${text}]]></Content><MsgId>${msgid}</MsgId><AgentID>${APP.agentId}</AgentID></xml>`

describe('the callback of the app', () => {
  const house = eachTestHasAHouse({ doors: ['app', 'callback', 'kf'] })
  const callback = () => house().simulator.callback
  const cases = async () => (await house().core.ctx.store.tasks({ limit: 50 })).length
  const plain = (msgid: string, text = STALL) => said('u-sunmei', text, msgid, house().clock.now())

  it('is verified by its decrypted echo, and by nothing that is forged', async () => {
    expect(await callback().verify()).toMatchObject({ status: 200, ok: true })
    for (const forged of [{ signature: 'a'.repeat(40) }, { corpId: 'ww-other' }, { token: 'OtherToken' }])
      expect(await callback().verify(forged)).toMatchObject({ status: 403, body: '', ok: false })
  })

  it('delivered three times at once, again later and after a restart is one case', async () => {
    callback().duplicate(3)
    await house().member('u-sunmei').says(STALL)
    callback().duplicate(1)
    house().expects('app:u-sunmei', CASE_NO)
    house().reads(...UNIT)
    const first = callback().sent[0]
    await house().forward('5m')
    expect((await callback().replay(first))?.status).toBe(200)
    await house().restart()
    expect((await callback().raw({ plain: first?.plain ?? '' }))?.status).toBe(200)
    await house().settled()
    expect(await cases()).toBe(1)
    house().hearsNothing('app:u-sunmei')
  })

  it('is answered with an empty 200 once it is committed', async () => {
    await house().member('u-sunmei').says(STALL)
    expect(callback().sent.at(-1)).toMatchObject({ status: 200, reply: null, attempt: 1 })
    house().readsAll()
  })

  it('replayed after an hour is refused; the same nonce with another message is refused at once', async () => {
    await house().member('u-sunmei').says(STALL)
    house().readsAll()
    const sent = callback().sent.at(-1)
    const nonce = new URL(sent?.url ?? 'http://x').searchParams.get('nonce') ?? ''
    expect((await callback().raw({ plain: plain('77'), nonce }))?.status).toBe(403)
    await house().forward('1h')
    expect((await callback().replay(sent))?.status).toBe(403)
    expect(await cases()).toBe(1)
    house().readsAll()
  })

  it('that is forged, cut, for another corp or no envelope at all is refused, each in the same way', async () => {
    const now = house().clock.now().getTime()
    const forged = [
      { signature: '0'.repeat(40) },
      { corpId: 'ww-other' },
      { aesKey: `B${CALLBACK.aesKey.slice(1)}` },
      { token: 'OtherToken' },
      { encrypt: 'AAAA' },
      { encrypt: '!!!!' },
      { cut: 60 },
      { body: '' },
      { body: '{"encrypt":"x"}' },
      { timestamp: `${Math.floor((now - 11 * MINUTE) / 1000)}` },
      { timestamp: `${Math.floor((now + 11 * MINUTE) / 1000)}` },
      { timestamp: 'yesterday' },
      { nonce: '' },
    ]
    for (const parts of forged) {
      const answer = await callback().raw({ plain: plain('1'), ...parts })
      expect([JSON.stringify(parts).slice(0, 60), answer]).toEqual([
        JSON.stringify(parts).slice(0, 60),
        { status: 403, body: '' },
      ])
    }
    await house().settled()
    expect(await cases()).toBe(0)
  })

  it('with entities, a DOCTYPE, two envelopes or bottomless nesting is refused quickly and eats nothing', async () => {
    const laugh = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(1000)}">]>`
    const inner = [
      `${laugh}${plain('1')}`,
      `<xml>${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}</xml>`,
      '<xml></xml>',
      'nothing',
      plain('1').replace(APP.corpId, 'ww-other'),
    ]
    for (const text of inner) expect((await callback().raw({ plain: text }))?.status).toBe(403)
    const { body } = callback().build({ plain: plain('1') })
    const twice = body.toString().replace('</xml>', '<Encrypt><![CDATA[AAAA]]></Encrypt></xml>')
    expect((await callback().raw({ plain: plain('1'), body: twice }))?.status).toBe(403)
    expect((await callback().raw({ plain: plain('1'), body: `${laugh}${body.toString()}` }))?.status).toBe(403)
    await house().settled()
    expect(await cases()).toBe(0)
  })

  it('of more than 64 KB is refused unread', async () => {
    const answer = await callback().raw({ plain: plain('1', '占道'.repeat(40_000)) })
    expect(answer === null || answer.status === 413).toBe(true)
    const huge = await callback().raw({ plain: plain('1'), body: Buffer.alloc(10 * 1024 * 1024, 'a') })
    expect(huge === null || huge.status === 413).toBe(true)
    expect(await cases()).toBe(0)
  })

  it('with odd characters keeps the words and answers', async () => {
    await house()
      .member('u-sunmei')
      .says(`王家村有人占道摆摊\u202E\u200B😀${'😀'.repeat(300)}<b>&lt;script&gt;`)
    house().expects('app:u-sunmei', CASE_NO)
    expect(await cases()).toBe(1)
    house().readsAll()
  })

  it('brings clicks before their case, and old ones, without harm', async () => {
    await house().member('u-sunmei').says(STALL)
    const card = house().expects('app:u-zhangwei', CASE_NO)
    const caseNo = CASE_NO.exec(JSON.stringify(card.card))?.[0] ?? ''
    await house().member('u-wangfang').says(`签收 ${caseNo}`)
    house().readsAll()
    await house().member('u-zhangwei').taps(card, `sign:${caseNo}`, { stale: true })
    house().expects('app:u-zhangwei', caseNo, '王芳')
    await house().member('u-zhangwei').taps(card, `sign:${caseNo}`, { stale: true })
    house().readsAll()
    expect((await house().core.ctx.store.taskByCaseNo(caseNo))?.holder).toBe('u-wangfang')
  })

  it('held back and released in the reverse order ends in one state, whoever comes first', async () => {
    await house().member('u-sunmei').says(STALL)
    const card = house().expects('app:u-zhangwei', CASE_NO)
    const caseNo = CASE_NO.exec(JSON.stringify(card.card))?.[0] ?? ''
    house().readsAll()
    callback().hold()
    void house().simulator.app.say('u-zhangwei', `签收 ${caseNo}`)
    void house().simulator.app.say('u-wangfang', `签收 ${caseNo}`)
    await callback().release('reversed')
    await house().settled()
    const task = await house().core.ctx.store.taskByCaseNo(caseNo)
    expect(['u-zhangwei', 'u-wangfang']).toContain(task?.holder)
    house().readsAll()
  })

  it('for 50 people who sign at once has one winner, and all others are told', async () => {
    await house().member('u-sunmei').says(STALL)
    house().readsAll()
    const taps = Array.from({ length: 25 }, (_, n) =>
      house().simulator.app.say(n % 2 === 0 ? 'u-zhangwei' : 'u-wangfang', '签收 0001'),
    )
    await Promise.all(taps)
    await house().settled()
    const [task] = await house().core.ctx.store.tasks({ limit: 1 })
    const events = await house().core.ctx.store.timeline(task?.id ?? '')
    expect(events.filter(({ type }) => type === 'signed')).toHaveLength(1)
    await house().forward('10m')
    house().readsAll()
  })
})

describe('the mailbox of customer service', () => {
  const house = eachTestHasAHouse({ doors: ['aibot', 'app', 'callback', 'kf'] })
  const villager = () => house().villager('wm-zhaomin')
  const cases = async () => (await house().core.ctx.store.tasks({ limit: 50 })).length

  it('is read to its end over empty pages, and what comes twice is one report', async () => {
    const { kf } = house().simulator
    kf.pageSize(1)
    kf.emptyPages(2)
    await villager().says(STALL)
    villager().expects(CASE_NO)
    kf.redeliver()
    await villager().says('谢谢')
    villager().reads()
    expect(await cases()).toBe(1)
    house().readsAll()
  })

  it('is read on from where it was after a restart, also without a token', async () => {
    await villager().says(STALL)
    villager().expects(CASE_NO)
    house().readsAll()
    house().simulator.callback.lose(1)
    await house().simulator.kf.say('wm-zhaomin', '进度')
    await house().restart()
    await house().settled()
    villager().expects(CASE_NO)
    expect(await cases()).toBe(1)
    house().readsAll()
  })

  it('whose message could not be delivered after all waits for the villager', async () => {
    await villager().says(STALL)
    const caseNo = CASE_NO.exec(villager().expects('已受理').content)?.[0] ?? ''
    house().readsAll()
    house().simulator.kf.failNext(1, 4)
    await house()
      .person('u-zhangwei')
      .says(`签收 ${caseNo.slice(-4)}`)
    await house().settled()
    house().reads('u-zhangwei', 'u-wangfang', UNIT_GROUP)
    villager().reads()
    await house().forward('2m')
    house().expects('wrCOMMAND', '待告知', caseNo)
    await villager().says('在吗')
    expect(
      house()
        .unread('kf:wm-zhaomin')
        .map((b) => b.content)
        .join('\n'),
    ).toContain('已签收')
    house().readsAll()
  })
})

describe('customer service without a public address', () => {
  const house = eachTestHasAHouse({ doors: ['aibot', 'kf'] })

  it('is asked for news now and then, within its quota', async () => {
    await house().simulator.kf.say('wm-zhaomin', STALL)
    await expect
      .poll(
        () =>
          house()
            .simulator.chat(`kf:wm-zhaomin`)
            .filter((b) => b.from === 'bot').length,
        { timeout: 25_000 },
      )
      .toBeGreaterThan(0)
    await house().settled()
    house().readsAll()
    const polls = house().simulator.rest.calls.filter(({ path }) => path.endsWith('kf/sync_msg'))
    expect(polls.every(({ errcode }) => errcode === 0)).toBe(true)
    expect(KF.openKfid).toBe('wk-town')
  })
})
