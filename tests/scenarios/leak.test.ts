import { describe, expect, it } from 'vitest'
import { textOf } from './house.ts'
import { COMMAND, eachTestHasAHouse } from './story.ts'

/** All that tells who he is. */
const TRACES = [
  'v-lihua',
  '李大明',
  '13812345678',
  '138 1234 5678',
  '410105199003071234',
  'A12345',
  '8号院',
  'lidaming88',
]
const REPORT =
  '请保密，我叫李大明，电话13812345678，身份证410105199003071234，家住王家村8号院，微信lidaming88。王家村村口有人占道摆摊，还乱倒垃圾，我的车豫A12345都过不去'
/** One of each role: head, assisting unit, another unit, dispatcher, leader, supervisor, reviewer, admin. */
const EVERYBODY = [
  'u-liqiang',
  'u-dujuan',
  'u-caili',
  'u-hepeng',
  'u-chenzhen',
  'u-songming',
  'u-baixue',
  'u-dingning',
] as const
const MORE = '我叫李大明，打138 1234 5678，他们晚上六点出来，车是豫A12345'

describe('an answer to 「在哪里」', () => {
  const house = eachTestHasAHouse()

  it.each([
    ['联系人张小三，电话13812345678，豫A12345的车旁边', /张小三|1381234|A12345/],
    ['我也说不清是哪条路，您打电话问问我吧13812345678', /1381/],
    ['我是赵铁柱，身份证410105199003071234，过来就看见了', /赵铁柱|4101051/],
  ])('「%s」 gives nobody away: on no phone, in no group, in no event', async (said, secret) => {
    const villager = house().person('v-lihua')
    await villager.says('有人占道摆摊')
    await villager.says(said)
    // what is no place is asked for once more
    if ((await house().core.ctx.store.tasks({ limit: 1 })).length === 0) await villager.says('说不清楚')
    await house().person('u-zhangwei').says('详情 0001')
    await house().person('u-zhangwei').says('签收 0001')
    const seen = house().simulator.bubbles.filter(({ chat, from }) => chat !== 'v-lihua' && from === 'bot')
    expect(seen.length).toBeGreaterThan(2)
    for (const bubble of seen) expect(textOf(bubble), bubble.chat).not.toMatch(secret)
    const [task] = await house().core.ctx.store.tasks({ limit: 1 })
    expect(JSON.stringify([task?.place, await house().core.ctx.store.timeline(task?.id ?? '')])).not.toMatch(secret)
    house().readsAll()
  })
})

describe('who asks for confidence after he said who he is', () => {
  const house = eachTestHasAHouse()

  it('is not told by the course of the case, nor by what stays of it for ever', async () => {
    const villager = house().person('v-lihua')
    await villager.says('我是王家村开小卖部的老四，王家村村口有人占道摆摊')
    await villager.says('补充 我住村东头第一户，他们晚上出来')
    await villager.says('保密')
    house().readsAll()
    await house().person('u-zhangwei').says('详情 0001')
    expect(house().expects('u-zhangwei', '经过', '他们晚上出来').content).not.toMatch(/小卖部|老四|第一户/)
    const [task] = await house().core.ctx.store.tasks({ limit: 1 })
    const events = JSON.stringify(await house().core.ctx.store.timeline(task?.id ?? ''))
    expect(events).toContain('他们晚上出来')
    expect(events).not.toMatch(/小卖部|老四|第一户/)
  })
})

describe('a confidential case leaves no trace of who reported it', () => {
  const house = eachTestHasAHouse()

  it('on no phone but his own, in no group, log line, page or event, through its whole life', async () => {
    const villager = house().person('v-lihua')
    await villager.says(REPORT)
    await villager.says(`补充 ${MORE}`)
    await house().person('u-zhangwei').says('退回 0001 不归我们管')
    await house().person('u-zhouting').says('裁定 0001 城管中队')
    await house().person('u-zhangwei').says('问群众 0001 几点出来？')
    await villager.says(MORE)
    await house().person('u-zhangwei').says('详情 0001')
    await house().person('u-zhouting').says('详情 0001')
    await house().person('u-zhouting').says('查看反映人 0001 想看看是谁')
    for (const userid of EVERYBODY) {
      for (const words of ['详情 0001', '进度 0001', '我的任务']) await house().person(userid).says(words)
    }
    await house().person('u-chenzhen').says('详情 0001', { group: 'wrLEADERS' })
    await house().person('u-hepeng').says('进度 0001', { group: COMMAND })
    await house().person('u-zhouting').says('今日')
    await villager.says('催一催')
    await house().person('v-zhaomin').says('王家村村口有人占道摆摊，垃圾乱倒')
    await house().forward('3d')
    await house().person('u-zhangwei').says('签收 0001')
    await house().person('u-zhangwei').says('办结 0001 已经清走')
    await villager.says('没解决，我叫李大明13812345678，还在摆')
    await house().forward('8d')
    const seen = house().simulator.bubbles.filter(({ chat, from }) => chat !== 'v-lihua' && from === 'bot')
    expect(seen.length).toBeGreaterThan(20)
    for (const bubble of seen) for (const trace of TRACES) expect(textOf(bubble), bubble.chat).not.toContain(trace)
    for (const line of house().lines) for (const trace of TRACES) expect(line).not.toContain(trace)
    const { web, ctx } = house().core
    const pages = JSON.stringify(await web.measure())
    const [task] = await ctx.store.tasks({ limit: 9 })
    const events = JSON.stringify(await ctx.store.timeline(task?.id ?? ''))
    for (const trace of TRACES) {
      expect(pages).not.toContain(trace)
      expect(events).not.toContain(trace)
    }
    house().readsAll()
    house().reads(COMMAND)
  })
})
