import { describe, expect, it } from 'vitest'
import type { House } from '../house.ts'
import { eachTestHasAHouse, signed } from '../story.ts'

const states = async (house: House) =>
  (await house.core.ctx.store.entries({ kinds: ['booking'], limit: 10 })).map(({ state }) => state)

describe('用车、借装备、借询问室', () => {
  const house = eachTestHasAHouse({ at: '2026-12-01T09:00:00+08:00' })

  it('finds a free one, tells who keeps the key, and keeps the mileage', async () => {
    await house().person('u-zhangwei').says('用车 14:00 2小时 送材料')
    house().expects('u-zhangwei', '巡查面包车', '12月1日 周二 14:00 到 16:00', '找李强拿')
    house().expects('u-liqiang', '张伟预约了巡查面包车', '14:00 到 16:00')
    await house().person('u-wangfang').says('用车 15:00 1小时')
    house().expects('u-wangfang', '执法皮卡', '找唐薇拿')
    house().expects('u-tangwei', '王芳预约了执法皮卡')
    await house().person('u-sunmei').says('用车 15:00 30分钟')
    house().expects('u-sunmei', '没有空的', '执法皮卡', '由王芳用', '最早 12月1日 周二 16:00 起有空')
    await house().person('u-sunmei').says('预约')
    house().expects('u-sunmei', '0001 巡查面包车', '0002 执法皮卡', '张伟', '王芳')
    await house().person('u-zhangwei').says('还车 1 12345公里')
    house().expects('u-zhangwei', '还没到用的时间', '取消预约 0001')
    await house().until('2026-12-01T14:30:00+08:00')
    await house().person('u-zhangwei').says('还车 1 12345公里')
    house().expects('u-zhangwei', '已归还', '公里数 12345')
    house().expects('u-liqiang', '已归还')
    await house().person('u-zhangwei').says('归还 0001')
    house().expects('u-zhangwei', '已经归还了')
    await house().person('u-wangfang').says('取消预约 0002')
    house().expects('u-wangfang', '预约取消了')
    house().readsAll()
    expect((await states(house())).toSorted()).toEqual(['cancelled', 'returned'])
  })

  it.each([
    ['用车 昨天 14:00 2小时', '时间已经过了'],
    ['用车 明天 2小时', '请写'],
  ])('is for a time to come, with its clock: %s', async (words, answer) => {
    await house().person('u-zhangwei').says(words)
    house().expects('u-zhangwei', answer)
    expect(await states(house())).toEqual([])
  })

  it('is won by one of two who ask at once', async () => {
    await Promise.all([
      house().person('u-zhangwei').says('借询问室 15:00 1小时'),
      house().person('u-sunmei').says('借询问室 15:00 1小时'),
    ])
    await house().settled()
    const [won, lost] =
      house().unread('u-zhangwei')[0]?.content.includes('预约好了') === true
        ? ['u-zhangwei', 'u-sunmei']
        : ['u-sunmei', 'u-zhangwei']
    house().expects(won, '预约好了', '询问室')
    house().expects(lost, '没有空的', '16:00 起有空')
    house().readsAll()
    expect(await states(house())).toEqual(['booked'])
  })

  it.each([
    ['归还 0001', '14:30', /returned/u],
    ['取消预约 0001', '13:00', /cancelled/u],
  ])('ends once of two who say %s at once', async (order, at, ends) => {
    await house().person('u-zhangwei').says('用车 14:00 2小时 送材料')
    await house().until(`2026-12-01T${at}:00+08:00`)
    house().readsAll()
    const [one, other] = [order, order]
    await Promise.all([house().person('u-zhangwei').says(one), house().person('u-liqiang').says(other)])
    const late = ['u-zhangwei', 'u-liqiang']
      .flatMap((who) => house().unread(who))
      .filter((b) => b.content.includes('不用再操作'))
    expect(late).toHaveLength(1)
    expect((await states(house()))[0]).toMatch(ends)
    expect(await house().rowsOf("SELECT 1 FROM event WHERE type LIKE 'booking-%'")).toHaveLength(1)
    house().readsAll()
  })

  it('that does not come back is asked for: who has it, who keeps the key, the head; then it rests', async () => {
    await house().person('u-zhangwei').says('借 噪声检测仪 10:00 1小时')
    house().expects('u-zhangwei', '噪声检测仪', '找于海拿')
    house().readsAll()
    await house().until('2026-12-01T11:40:00+08:00')
    house().expects('u-zhangwei', '应在', '归还')
    house().hearsNothing('u-yuhai')
    await house().until('2026-12-01T12:10:00+08:00')
    house().expects('u-yuhai', '张伟还没有还')
    await house().until('2026-12-01T12:40:00+08:00')
    house().expects('u-yuhai', '张伟还没有还')
    await house().until('2026-12-02T12:40:00+08:00')
    house().hearsNothing('u-yuhai', 'u-zhangwei')
    await house().person('u-sunmei').says('归还 0001')
    house().expects('u-sunmei', '张伟的预约')
    await house().person('u-yuhai').says('归还 0001')
    house().expects('u-yuhai', '已归还')
    house().expects('u-zhangwei', '已归还')
  })

  it.each([
    ['用车', '几点、用多久'],
    ['用车 8:00 1小时', '时间已经过了'],
    ['用车 14:00 5天', '一次最多借 72 小时'],
    ['借 直升机 14:00', '没有这样的', '执法记录仪'],
    ['归还 0009', '没有找到这个预约'],
    ['预约', '没有预约'],
  ])('says what may be: %s', async (words, ...answer) => {
    await house().person('u-zhangwei').says(words)
    house().expects('u-zhangwei', ...answer)
    expect(await states(house())).toEqual([])
  })

  it('lists what there is, and what was lacking', async () => {
    await signed(house())
    await house().person('u-zhangwei').says('受阻 0001 缺装备 没有检测仪')
    house().readsAll()
    await house().person('u-zhouting').says('装备')
    house().expects('u-zhouting', '车辆（2）', '执法皮卡', '找唐薇拿', '协议到 2028-12-31', '城管中队：缺装备 1 次')
  })
})
