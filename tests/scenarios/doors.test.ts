import { describe, expect, it } from 'vitest'
import type { Town } from '../../domain/town.ts'
import { CASE_NO, COMMAND, eachTestHasAHouse, keyOf, LEADERS, STALL } from './story.ts'
import { textOf, type House } from './house.ts'
import { PNG } from './pictures.ts'

/** Groups are reached by robots only: nobody can answer there. */
const byRobots = (towns: readonly Town[]): readonly Town[] =>
  towns.map((town) => ({
    ...town,
    groups: town.groups.map((group) => ({ ...group, aibotChatid: null, webhookKey: `robot-${group.id}` })),
  }))
const ROBOTS = Object.fromEntries(
  ['chengguan', 'shichang', 'ziran', 'yingji', 'huanbao', 'paichu', 'dadui', 'command', 'leaders'].map((name) => [
    `grp-${name}`,
    `robot-grp-${name}`,
  ]),
)

const UNIT_ROBOT = 'wrCHENGGUAN'
const quietGroups = (house: House) => house.reads(UNIT_ROBOT, 'wrHUANBAO', 'wrPAICHU')

describe('a villager on customer service, staff on the app, groups by robots', () => {
  const house = eachTestHasAHouse({ doors: ['app', 'callback', 'kf'], robots: ROBOTS, towns: byRobots })
  const villager = () => house().villager('wm-zhaomin')
  const officer = () => house().member('u-zhangwei')

  it('do the whole job, from the QR code to 满意', async () => {
    await villager().scans('QS01')
    villager().expects('王家村')
    await villager().says('有人占道摆摊，还乱倒垃圾，路都走不了')
    const caseNo = CASE_NO.exec(villager().expects('已受理', '王家村', '城管中队').content)?.[0] ?? ''
    const card = officer().expects(caseNo, '王家村')
    house().member('u-wangfang').expects(caseNo)
    quietGroups(house())

    await officer().taps(card, keyOf(card, 'sign'))
    officer().expects(caseNo, '已签收')
    villager().expects(caseNo, '已签收', '张伟')
    house().member('u-wangfang').expects(caseNo, '张伟')
    house().expects(UNIT_ROBOT, caseNo, '张伟')

    await officer().says(`到场 ${caseNo.slice(-4)}`)
    officer().expects(caseNo)
    villager().expects(caseNo, '已到场')
    await officer().sends({ name: '现场.png', data: PNG })
    officer().expects(caseNo)
    villager().reads()
    await officer().says(`办结 ${caseNo.slice(-4)} 摊位已劝离，垃圾已清走`)
    officer().expects(caseNo)

    const ask = villager().expects(caseNo, '摊位已劝离')
    expect(ask.menu?.items.map(({ id }) => id.split(':')[0])).toEqual(['solved', 'unsolved'])
    await villager().taps(ask, `solved:${caseNo}`)
    const rate = villager().expects(caseNo, '满意')
    await villager().taps(rate, `satisfied:${caseNo}`)
    villager().expects('谢谢')
    expect((await house().core.ctx.store.taskByCaseNo(caseNo))?.satisfied).toBe(true)
  })

  it('hear of an overdue case in the leaders’ group, with the one in charge by name', async () => {
    await villager().says(STALL)
    villager().expects(CASE_NO)
    house().reads('app:u-zhangwei', 'app:u-wangfang')
    quietGroups(house())
    await house().forward('12d')
    expect(house().unread(LEADERS).map(textOf).join('\n')).toMatch(CASE_NO)
    house().readsAll()
  })
})

describe('a shared place', () => {
  const house = eachTestHasAHouse({ doors: ['app', 'callback', 'kf'], robots: ROBOTS, towns: byRobots })
  const villager = () => house().villager('wm-zhaomin')

  it('before a word is the village of the report', async () => {
    await villager().shares({ lat: 34.8121, lng: 113.4069, label: '村口小卖部' })
    villager().expects('位置收到了', '王家村')
    await villager().says('有人占道摆摊，路都走不了')
    villager().expects('已受理', '王家村', CASE_NO)
    house().readsAll()
  })

  it('answers the question where it is', async () => {
    await villager().says('有人占道摆摊，路都走不了')
    villager().expects(/哪个村|在哪/)
    await villager().shares({ lat: 34.8121, lng: 113.4069, label: '村口小卖部' })
    villager().expects('已受理', '王家村', CASE_NO)
    house().readsAll()
  })
})

describe('a recording without words', () => {
  const house = eachTestHasAHouse({ doors: ['app', 'callback', 'kf'], robots: ROBOTS, towns: byRobots })

  it('is kept as evidence, and a sentence is asked for', async () => {
    const villager = house().villager('wm-zhaomin')
    await villager.speaks({ name: 'voice.amr', data: Buffer.from('#!AMR\n-------------------') })
    villager.expects('语音收到', '打一句话')
    await villager.says(STALL)
    const caseNo = CASE_NO.exec(villager.expects('已受理').content)?.[0] ?? ''
    const task = await house().core.ctx.store.taskByCaseNo(caseNo)
    const files = await house().core.ctx.store.attachments(task?.id ?? '')
    expect(files.map(({ source, mime }) => [source, mime])).toEqual([['voice', 'audio/amr']])
    house().readsAll()
  })
})

describe('a message taken back', () => {
  const house = eachTestHasAHouse({ doors: ['app', 'callback', 'kf'], robots: ROBOTS, towns: byRobots })

  it('leaves the case and says how to end it', async () => {
    const villager = house().villager('wm-zhaomin')
    await villager.says(STALL)
    const caseNo = CASE_NO.exec(villager.expects('已受理').content)?.[0] ?? ''
    const own = house()
      .simulator.chat('kf:wm-zhaomin')
      .find((b) => b.from === 'wm-zhaomin')
    if (!own) expect.fail('the villager wrote something')
    await villager.takesBack(own)
    villager.expects('撤回了一条消息', caseNo, `撤回 ${caseNo.slice(-4)}`)
    house().readsAll()
  })
})

describe('the 48 hours of customer service', () => {
  const house = eachTestHasAHouse({ doors: ['app', 'callback', 'kf'], robots: ROBOTS, towns: byRobots })
  const villager = () => house().villager('wm-zhaomin')
  const officer = () => house().member('u-zhangwei')

  async function reported(): Promise<string> {
    await villager().says(STALL)
    const caseNo = CASE_NO.exec(villager().expects('已受理').content)?.[0] ?? ''
    house().readsAll()
    return caseNo
  }

  it('over, the outcome waits, the command room sees 待告知, and the next word brings it', async () => {
    const caseNo = await reported()
    await officer().says(`签收 ${caseNo.slice(-4)}`)
    house().readsAll()
    await house().forward('49h')
    house().readsAll()
    await officer().says(`办结 ${caseNo.slice(-4)} 摊位已劝离`)
    officer().reads()
    villager().hearsNothing()
    await house().forward('2m')
    house().expects(COMMAND, '待告知', caseNo, '摊位已劝离')
    await villager().says('在吗')
    villager().expects(caseNo, '摊位已劝离')
    house().readsAll()
  })

  it('holds five messages: progress is left out before the outcome is', async () => {
    const caseNo = await reported()
    for (const words of [
      '签收 N',
      '到场 N',
      '反馈 N 正在劝离',
      '反馈 N 已劝离两家',
      '反馈 N 快好了',
      '反馈 N 在清垃圾',
    ])
      await officer().says(words.replace('N', caseNo.slice(-4)))
    house().readsAll()
    expect(house().simulator.kf.state('wm-zhaomin').left).toBe(1)
    await officer().says(`办结 ${caseNo.slice(-4)} 全部清走`)
    villager().expects(caseNo, '全部清走')
    expect(house().simulator.kf.state('wm-zhaomin').left).toBe(0)
    house().readsAll()
  })
})
