import { describe, expect, it } from 'vitest'
import type { House } from '../house.ts'
import { COMMAND, eachTestHasAHouse, keyOf, reported, signed, UNIT_GROUP } from '../story.ts'

const only = async (house: House) => (await house.core.ctx.store.tasks({ limit: 1 }))[0]
const finishBy = async (house: House) => (await only(house))?.due.finish?.toISOString()
const entries = async (house: House) =>
  (await house.core.ctx.store.entries({ kinds: ['extension'], limit: 10 })).map(({ state }) => state)

describe('延期', () => {
  const house = eachTestHasAHouse({ at: '2026-11-24T09:00:00+08:00' })

  it('is asked of the head, whose yes moves the deadline and tells everybody the new one', async () => {
    await signed(house())
    expect(await finishBy(house())).toBe('2026-12-01T01:00:00.000Z')
    await house().person('u-zhangwei').says('延期 0001 2天 连日下雨，路不通')
    house().expects('u-zhangwei', '已报李强审批', '照常算')
    const card = house().expects('u-liqiang', '延期申请', '连日下雨', '2 天')
    house().hearsNothing('v-lihua', COMMAND)
    await house().person('u-liqiang').taps(card, keyOf(card, 'extend-agree'))
    house().expects('u-liqiang', '已同意', '李强')
    house().expects('u-zhangwei', '同意延期', '12月3日')
    house().expects('v-lihua', '延长', '连日下雨', '12月3日')
    expect(await finishBy(house())).toBe('2026-12-03T01:00:00.000Z')
    await house().person('v-lihua').says('进度')
    house().expects('v-lihua', '12月3日')
    house().readsAll()
  })

  it('moves the reminders and the ladder with the deadline', async () => {
    await signed(house())
    await house().person('u-zhangwei').says('延期 0001 2天 等吊车')
    await house().person('u-liqiang').says('同意延期')
    house().readsAll()
    await house().until('2026-12-01T08:00:00+08:00')
    house().readsAll()
    await house().until('2026-12-02T09:05:00+08:00')
    house().hearsNothing(COMMAND, 'wrLEADERS')
    house().readsAll()
    await house().until('2026-12-03T09:02:00+08:00')
    house().expects(COMMAND, '0001')
    house().readsAll()
  })

  it('is refused for a reason, once decided for good, and told to who asked', async () => {
    await signed(house())
    await house().person('u-zhangwei').says('延期 0001 2天 等吊车')
    const card = house().expects('u-liqiang', '延期申请')
    await house().person('u-liqiang').taps(card, keyOf(card, 'extend-refuse'))
    house().expects('u-liqiang', '为什么不同意')
    await house().person('u-liqiang').says('吊车镇里有')
    house().expects('u-liqiang', '已不同意延期')
    house().expects('u-zhangwei', '不同意延期', '吊车镇里有')
    expect(await finishBy(house())).toBe('2026-12-01T01:00:00.000Z')
    house().hearsNothing('v-lihua')
    await house().person('u-liqiang').taps(card, keyOf(card, 'extend-agree'), { stale: true })
    house().expects('u-liqiang', '已经不同意了')
    house().readsAll()
    expect(await entries(house())).toEqual(['refused'])
  })

  it('asks for what is missing, and takes it as the answer', async () => {
    await signed(house())
    await house().person('u-zhangwei').says('延期 0001 2天')
    house().expects('u-zhangwei', '几天和理由')
    await house().person('u-zhangwei').says('下雨路不通')
    house().expects('u-zhangwei', '已报李强审批')
    house().expects('u-liqiang', '下雨路不通')
  })

  it.each([
    ['延期 0001 6天 太忙', '一次最多延 5 天'],
    ['延期 0001', '几天和理由'],
  ])('says what may be: %s', async (words, answer) => {
    await signed(house())
    await house().person('u-zhangwei').says(words)
    house().expects('u-zhangwei', answer)
    expect(await entries(house())).toEqual([])
  })

  it('is possible once, before the deadline, by the unit that signed', async () => {
    await reported(house())
    house().readsAll()
    await house().person('u-zhangwei').says('延期 0001 2天 等吊车')
    house().expects('u-zhangwei', '先签收')
    await house().person('u-zhangwei').says('签收 0001')
    house().readsAll()
    await house().person('u-sunmei').says('延期 0001 2天 等吊车')
    house().expects('u-sunmei', '您不能操作')
    await house().person('u-zhangwei').says('延期 0001 1天 等吊车')
    await house().person('u-zhangwei').says('延期 0001 2天 等吊车')
    house().expects('u-zhangwei', '正在等审批')
    await house().person('u-liqiang').says('同意延期 0001')
    await house().person('u-zhangwei').says('延期 0001 2天 等吊车')
    house().expects('u-zhangwei', '已经延过期', '挂账')
    house().readsAll()
  })

  it('is not granted after the deadline was missed', async () => {
    await signed(house())
    await house().until('2026-12-01T10:00:00+08:00')
    house().readsAll()
    await house().person('u-zhangwei').says('延期 0001 2天 等吊车')
    house().expects('u-zhangwei', '时限已经过了', '反馈')
  })

  it('of the head goes to the command room: nobody decides his own', async () => {
    await reported(house())
    await house().person('u-liqiang').says('签收 0001')
    house().readsAll()
    await house().person('u-liqiang').says('延期 0001 2天 等吊车')
    house().expects('u-liqiang', '已报镇指挥室审批')
    const card = house().expects(COMMAND, '延期申请')
    await house().person('u-liqiang').says('同意延期 0001')
    house().expects('u-liqiang', '自己的申请不能自己批')
    await house().person('u-zhangwei').says('同意延期 0001')
    house().expects('u-zhangwei', '负责人或镇指挥室审批')
    await house().person('u-zhouting').taps(card, keyOf(card, 'extend-agree'))
    house().expects(COMMAND, '已同意')
    house().expects('u-liqiang', '周婷同意延期')
    house().readsAll()
    expect(await entries(house())).toEqual(['approved'])
  })

  it('that nobody decides is put before the command room; the clock runs on', async () => {
    await signed(house())
    await house().forward('10m')
    await house().person('u-zhangwei').says('延期 0001 2天 等吊车')
    await house().until('2026-11-24T14:39:00+08:00')
    house().hearsNothing(COMMAND)
    house().readsAll()
    await house().until('2026-11-24T14:42:00+08:00')
    const card = house().expects(COMMAND, '延期申请', '还没有审批')
    expect(await finishBy(house())).toBe('2026-12-01T01:00:00.000Z')
    await house().person('u-zhouting').taps(card, keyOf(card, 'extend-agree'))
    house().readsAll()
    await house().forward('1d')
    house().hearsNothing(COMMAND)
    house().readsAll()
  })

  it('is over with the case: a tap on the old card says so', async () => {
    await signed(house())
    await house().person('u-zhangwei').says('延期 0001 2天 等吊车')
    const card = house().expects('u-liqiang', '延期申请')
    await house().person('u-zhangwei').says('办结 0001 已清走')
    house().readsAll()
    await house().person('u-liqiang').taps(card, keyOf(card, 'extend-agree'))
    house().expects('u-liqiang', '不用审批了')
    house().readsAll()
    expect(await entries(house())).toEqual(['lapsed'])
    await house().forward('2d')
    house().hearsNothing(COMMAND, 'u-liqiang')
    house().expects('v-lihua', '再问您一次')
  })

  it('is decided once when two tap at the same time', async () => {
    await reported(house())
    await house().person('u-liqiang').says('签收 0001')
    await house().person('u-liqiang').says('延期 0001 2天 等吊车')
    house().reads('u-zhangwei', 'u-wangfang', 'u-liqiang', 'v-lihua', UNIT_GROUP)
    const card = house().expects(COMMAND, '延期申请')
    await Promise.all([
      house().person('u-zhouting').taps(card, keyOf(card, 'extend-agree')),
      house().person('u-chenzhen').says('不同意延期 0001 人手够'),
    ])
    await house().settled()
    const [state] = await entries(house())
    const agreed = state === 'approved'
    expect(await finishBy(house())).toBe(agreed ? '2026-12-03T01:00:00.000Z' : '2026-12-01T01:00:00.000Z')
    if (agreed) house().expects('u-chenzhen', '已经同意了')
    else house().expects(COMMAND, '已经不同意了')
    house().readsAll()
  })

  it('does not outlast a danger: a higher level has its own time', async () => {
    await signed(house())
    await house().person('u-zhangwei').says('延期 0001 2天 等吊车')
    await house().person('u-liqiang').says('同意延期')
    house().readsAll()
    await house().person('v-zhaomin').says('王家村村口的摊子煤气罐着火了，占道摆摊的')
    house().readsAll()
    await house().person('u-zhouting').says('合并 0001 0002 确认')
    house().readsAll()
    const raised = await house().core.ctx.store.taskByCaseNo('QS261124-0001')
    expect(raised).toMatchObject({ level: 'emergency', due: { finish: new Date('2026-11-25T01:00:00.000Z') } })
  })
})
