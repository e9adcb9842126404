import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startCore, type Core } from '../../app.ts'
import { putForward, stillClock, type MovableClock } from '../../clock.ts'
import { readEnv } from '../../config/env.ts'
import { loadTowns } from '../../config/township/load.ts'
import { makeLog } from '../../log.ts'
import { startWeb, type Web } from '../../web/server.ts'
import { handOver } from '../services/logs.ts'
import { ACCOUNT, call, CALLBACK, CORP, startWecom } from './wecom.ts'

/** The real app with villagers on customer service, staff on the self-built app and groups by robots, over HTTP and XML. */
describe('customer service, app and robots', () => {
  let wecom: Awaited<ReturnType<typeof startWecom>>
  let core: Core
  let web: Web
  let clock: MovableClock
  let dir = ''
  const errors: string[] = []
  const lines: string[] = []

  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'shaozi-doors-'))
    clock = stillClock(new Date('2026-11-24T10:00:00+08:00'))
    wecom = await startWecom()
    const env = readEnv({
      DATABASE_URL: `file:${dir}/shaozi.db`,
      DATA_DIR: dir,
      REDIS_URL: 'none',
      WECOM_API_BASE: wecom.base,
      WECOM_CORP_ID: CORP,
      WECOM_AGENT_ID: '1000002',
      WECOM_APP_SECRET: 'not-a-secret',
      WECOM_CALLBACK_TOKEN: CALLBACK.token,
      WECOM_CALLBACK_AES_KEY: CALLBACK.aesKey,
      WECOM_KF_OPEN_KFID: ACCOUNT,
    })
    const loaded = await loadTowns('config/town')
    if (!env.ok || !loaded.ok) throw new Error('the house is not set up')
    const towns = loaded.towns.map((town) => ({
      ...town,
      groups: town.groups.map((g) => ({ ...g, aibotChatid: null, webhookKey: `robot-${g.id}` })),
    }))
    const log = makeLog('debug', (line) => {
      lines.push(line)
      if (line.includes('"level":50')) errors.push(line)
    })
    const onFatal = (error: Error) => void errors.push(error.message)
    core = await startCore({ env: env.env, towns, calendar: loaded.calendar, log, now: clock.now, onFatal })
    web = await startWeb({ host: '127.0.0.1', port: 0, log, ...core.web, mounts: [] })
  })

  afterEach(async () => {
    await web.close()
    await core.close()
    await wecom.close()
    rmSync(dir, { recursive: true, force: true })
    handOver(lines.splice(0))
    expect([errors, wecom.strange]).toEqual([[], []])
  })

  let seq = 0
  async function customer(item: Readonly<Record<string, unknown>>): Promise<void> {
    const sendTime = Math.floor(clock.now().getTime() / 1000)
    const common = { msgid: `k${(seq += 1)}`, send_time: sendTime }
    const who = item['msgtype'] === 'event' ? { origin: 4 } : { origin: 3, open_kfid: ACCOUNT, external_userid: 'wmA' }
    wecom.mailbox.push({ ...common, ...who, ...item })
    const event = { MsgType: 'event', Event: 'kf_msg_or_event', Token: 'TK', OpenKfId: ACCOUNT }
    expect(await call(web.url, event, clock.now())).toBe(200)
    await core.idle()
  }
  const says = (content: string, menu = {}) => customer({ msgtype: 'text', text: { content, ...menu } })
  async function member(userid: string, content: string): Promise<void> {
    const text = { FromUserName: userid, MsgType: 'text', Content: content, MsgId: `9${(seq += 1)}`, AgentID: 1000002 }
    expect(await call(web.url, text, clock.now())).toBe(200)
    await core.idle()
  }
  /** What was sent since the last look, to a villager, a member or a robot. */
  const heard = () => wecom.sent.splice(0).map(({ path, text }) => `${path} ${text}`)
  const enters = {
    msgtype: 'event',
    event: {
      event_type: 'enter_session',
      open_kfid: ACCOUNT,
      external_userid: 'wmA',
      scene: 'shaozi',
      scene_param: encodeURIComponent('village=QS01'),
      welcome_code: 'WC',
    },
  }

  it('do the whole job, from the QR code of the village to 满意', async () => {
    await customer(enters)
    expect(heard()).toEqual([expect.stringMatching(/^kf\/send_msg_on_event .*王家村/)])
    await says('有人占道摆摊，路都走不了')
    const first = heard()
    const caseNo = /QS\d{6}-\d{4}/.exec(first.find((one) => one.startsWith('kf/send_msg ')) ?? '')?.[0] ?? 'no number'
    expect(first.some((one) => one.includes('"touser":"u-zhangwei"') && one.includes(`sign:${caseNo}`))).toBe(true)
    expect(first.some((one) => one.startsWith('webhook/send') && one.includes(caseNo))).toBe(true)
    expect((await core.ctx.store.taskByCaseNo(caseNo))?.place?.code).toBe('QS01')

    await member('u-zhangwei', '签收 0001')
    expect(heard().some((one) => one.startsWith('kf/send_msg ') && one.includes('已签收'))).toBe(true)
    await member('u-zhangwei', '办结 0001 摊位已劝离')
    expect(heard().some((one) => one.startsWith('kf/send_msg ') && one.includes(`solved:${caseNo}`))).toBe(true)
    await says('解决了', { menu_id: `solved:${caseNo}` })
    await says('满意', { menu_id: `satisfied:${caseNo}` })
    const last = heard()
    expect(last.some((one) => one.includes('谢谢您的评价'))).toBe(true)
    expect(last.some((one) => one.includes('未送达'))).toBe(false)
    expect(await core.ctx.store.taskByCaseNo(caseNo)).toMatchObject({ stage: 'closed', satisfied: true })
  })

  it('keep the outcome until the villager writes again when the 48 hours are over', async () => {
    await customer(enters)
    await says('有人占道摆摊，路都走不了')
    await member('u-zhangwei', '签收 0001')
    await putForward(clock, new Date(clock.now().getTime() + 49 * 3_600_000), core.nextDue, () => core.jobs.sweep())
    heard()
    await member('u-zhangwei', '办结 0001 摊位已劝离')
    await putForward(clock, new Date(clock.now().getTime() + 120_000), core.nextDue, () => core.jobs.sweep())
    const staff = heard()
    expect(staff.some((one) => one.startsWith('kf/'))).toBe(false)
    expect(staff.some((one) => one.startsWith('webhook/send') && one.includes('待告知'))).toBe(true)
    await says('在吗')
    expect(heard().some((one) => one.startsWith('kf/send_msg ') && one.includes('摊位已劝离'))).toBe(true)
  })

  it('take a problem to the village whose code was scanned, unless the words name another', async () => {
    const placeOf = async (no: string) => (await core.ctx.store.taskByCaseNo(`QS261124-${no}`))?.place
    await customer(enters)
    await says('村口有人占道摆摊')
    expect(await placeOf('0001')).toEqual({ code: 'QS01', name: '王家村村口' })
    await says('我是王家村的，北坡村有人露天烧秸秆')
    expect(await placeOf('0002')).toEqual({ code: 'QS08', name: '北坡村' })
    await says('国道边有人倒渣土')
    expect(await placeOf('0003')).toEqual({ code: 'QS01', name: '王家村国道边' })
  })

  it('take a shared place for what is told next, unless the words name another', async () => {
    const placeOf = async (no: string) => (await core.ctx.store.taskByCaseNo(`QS261124-${no}`))?.place
    const shares = { msgtype: 'location', location: { latitude: 34.8121, longitude: 113.4069, name: '', address: '' } }
    await says('小学对面有人占道摆摊')
    await customer(shares)
    expect(await placeOf('0001')).toEqual({ code: 'QS01', name: '王家村小学对面' })
    await customer(shares)
    await says('石门村有人露天烧秸秆')
    expect(await placeOf('0002')).toEqual({ code: 'QS09', name: '石门村' })
  })

  it('take a shared place for the village it lies by, and a retried callback for one message', async () => {
    await customer({
      msgtype: 'location',
      location: { latitude: 34.8121, longitude: 113.4069, name: '小卖部', address: '村口' },
    })
    expect(heard()).toEqual([expect.stringMatching(/位置收到了.*王家村/)])
    const text = { FromUserName: 'u-sunmei', MsgType: 'text', Content: '进度', MsgId: '777', AgentID: 1000002 }
    await Promise.all([1, 2, 3].map(() => call(web.url, text, clock.now())))
    await core.idle()
    expect(heard()).toHaveLength(1)
    expect(await call(web.url, { ...text, ToUserName: 'ww-other' }, clock.now())).toBe(403)
  })

  it('take a shared place for the answer to what a unit asked', async () => {
    await customer(enters)
    await says('王家村村口有人占道摆摊')
    await says('东关市场有家店卖过期食品')
    await member('u-zhangwei', '问群众 0001 具体在哪个位置？')
    heard()
    await customer({
      msgtype: 'location',
      location: { latitude: 34.8121, longitude: 113.4069, name: '小卖部', address: '村口' },
    })
    expect(heard().some((one) => one.includes('群众答复了提问') && one.includes('小卖部'))).toBe(true)
    const [first] = (await core.ctx.store.tasks({ limit: 9 })).filter(({ seq }) => seq === 1)
    const steps = await core.ctx.store.timeline(first?.id ?? '')
    expect(steps.map(({ type, data }) => [type, data['via']])).toEqual(
      expect.arrayContaining([
        ['opened', 'kf'],
        ['asked-reporter', 'app'],
        ['supplement', 'kf'],
      ]),
    )
  })

  it('answer a member of the corp whom no township lists, in the app where he wrote', async () => {
    await member('u-stranger', '王家村村口有人占道摆摊')
    expect(heard().some((one) => one.includes('"touser":"u-stranger"') && one.includes('已受理'))).toBe(true)
  })

  it('are not told of a greeting that came too late to be sent', async () => {
    const entered = clock.now()
    clock.set(new Date(entered.getTime() + 60_000))
    await customer({ ...enters, send_time: Math.floor(entered.getTime() / 1000) })
    expect(heard()).toEqual([])
  })

  it('shrug off a callback that breaks off or is too large', async () => {
    const url = new URL(`${web.url}/wecom/callback`)
    const socket = connect(Number(url.port), url.hostname)
    await once(socket, 'connect')
    socket.end('POST /wecom/callback HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf')
    socket.resume()
    await once(socket, 'close')
    const large = await fetch(url, { method: 'POST', body: 'a'.repeat(65 * 1024) })
    expect(large.status).toBe(413)
  })
})
