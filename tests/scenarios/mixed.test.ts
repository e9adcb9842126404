import { describe, expect, it } from 'vitest'
import { CASE_NO, COMMAND, eachTestHasAHouse, keyOf, STALL, UNIT_GROUP } from './story.ts'
import type { House } from './house.ts'

const assisting = (house: House) => house.reads('wrHUANBAO', 'wrPAICHU')

describe('staff at the AI bot and the app, a villager on customer service', () => {
  const house = eachTestHasAHouse({
    doors: ['aibot', 'app', 'callback', 'kf'],
    strangers: ['u-wangfang'],
  })
  const villager = () => house().villager('wm-zhaomin')

  async function reported(): Promise<string> {
    await villager().says(STALL)
    const caseNo = CASE_NO.exec(villager().expects('已受理').content)?.[0] ?? ''
    assisting(house())
    return caseNo
  }

  it('each hear at the first door that reaches them, and once only', async () => {
    const caseNo = await reported()
    house().expects('u-zhangwei', caseNo)
    house().expects('app:u-wangfang', caseNo)
    house().expects(UNIT_GROUP, caseNo)
    house().hearsNothing('app:u-zhangwei', 'u-wangfang')
  })

  it('answer where they were asked', async () => {
    const caseNo = await reported()
    house().reads('u-zhangwei', 'app:u-wangfang', UNIT_GROUP)
    await house()
      .member('u-zhangwei')
      .says(`签收 ${caseNo.slice(-4)}`)
    house().expects('app:u-zhangwei', caseNo, '签收')
    house().hearsNothing('u-zhangwei')
    villager().expects(caseNo, '已签收')
    house().reads('app:u-wangfang', UNIT_GROUP)
  })

  it('are reached by the app when the AI bot is cut off in the middle, and nothing is said twice', async () => {
    const caseNo = await reported()
    house().reads('u-zhangwei', 'app:u-wangfang', UNIT_GROUP)
    house().simulator.faults.outage(true)
    await house().disconnected()
    const signed = house()
      .member('u-wangfang')
      .says(`签收 ${caseNo.slice(-4)}`)
    await signed
    house().expects('app:u-wangfang', caseNo)
    house().expects('app:u-zhangwei', caseNo, '王芳')
    villager().expects(caseNo, '已签收')
    house().simulator.faults.outage(false)
    await house().connected()
    await house().forward('1m')
    house().expects(UNIT_GROUP, caseNo, '王芳')
    house().hearsNothing('u-zhangwei')
  })

  it('wait at the app for an answer that was lost, and the other door stays silent', async () => {
    house().simulator.rest.fail('message/send', { reset: 'after' }, 1)
    const caseNo = await reported()
    house().reads('u-zhangwei', UNIT_GROUP)
    await house().forward('2m')
    house().expects('app:u-wangfang', caseNo)
    house().hearsNothing('u-wangfang')
  })

  it('become one person by 绑定: what he signs in WeChat is his', async () => {
    const caseNo = await reported()
    house().reads('u-zhangwei', 'app:u-wangfang', UNIT_GROUP)
    await house().person('u-zhangwei').says('绑定')
    const code = /\d{6}/.exec(house().expects('u-zhangwei', '绑定码').content)?.[0] ?? ''
    const wechat = house().villager('wm-qianjun')
    await wechat.says(`绑定 ${code}`)
    wechat.expects('绑定好了', '张伟')
    await wechat.says(`签收 ${caseNo.slice(-4)}`)
    wechat.expects(caseNo, '签收')
    villager().expects(caseNo, '张伟')
    house().reads('app:u-wangfang', UNIT_GROUP, 'u-zhangwei')
    await wechat.says(`绑定 ${code}`)
    wechat.expects('不对或已经过期')
  })

  it('pass on what a leaver had signed to the head of his station, at once', async () => {
    const caseNo = await reported()
    const card = house().expects('u-zhangwei', caseNo)
    await house().person('u-zhangwei').taps(card, keyOf(card, 'sign'))
    house().readsAll()
    await house().simulator.contacts.leave('u-zhangwei')
    await house().settled()
    house().expects('u-liqiang', caseNo, '张伟')
    house().expects('u-liqiang', caseNo, '到场')
    house().expects(COMMAND, '人员变动', '张伟', caseNo, '李强')
    expect((await house().core.ctx.store.taskByCaseNo(caseNo))?.holder).toBe('u-liqiang')
  })
})

describe('a villager and staff on the AI bot, leaders by a robot', () => {
  const house = eachTestHasAHouse({
    doors: ['aibot'],
    robots: { 'grp-leaders': 'robot-leaders' },
    towns: (towns) =>
      towns.map((town) => ({
        ...town,
        groups: town.groups.map((g) =>
          g.id === 'grp-leaders' ? { ...g, aibotChatid: null, webhookKey: 'robot-leaders' } : g,
        ),
      })),
  })

  it('does the job, and an emergency calls the leaders through the robot', async () => {
    await house().person('v-lihua').says('王家村着火了，快来人')
    house().expects('v-lihua', CASE_NO, '119')
    const alarm = house().expects('wrLEADERS', CASE_NO, '特急')
    expect([alarm.door, alarm.kind]).toEqual(['webhook', 'text'])
    house().readsAll()
  })
})
