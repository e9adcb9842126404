import { describe, expect, it } from 'vitest'
import type { House } from '../house.ts'
import { COMMAND, eachTestHasAHouse, keyOf, STALL, UNIT_GROUP } from '../story.ts'

const states = async (house: House) =>
  (await house.core.ctx.store.entries({ kinds: ['leave'], limit: 10 })).map(({ state }) => state)

describe('请假', () => {
  const house = eachTestHasAHouse({ at: '2026-12-01T09:00:00+08:00' })

  it('is agreed by the head; then neither cards nor the duty list have him', async () => {
    await house().person('u-zhangwei').says('请假 12月2日 家里有事')
    house().expects('u-zhangwei', '已报李强审批', '照常值班')
    const card = house().expects('u-liqiang', '请假申请', '张伟', '家里有事', '12月2日')
    house().hearsNothing(COMMAND, UNIT_GROUP)
    await house().person('u-liqiang').says('我的任务')
    house().expects('u-liqiang', '请假申请', 'QS-QJ2026-0001')
    await house().person('u-liqiang').taps(card, keyOf(card, 'leave-agree'))
    house().expects('u-liqiang', '已同意')
    house().expects('u-zhangwei', '李强同意了', '交班')
    await house().until('2026-12-02T09:00:00+08:00')
    await house().person('u-wangfang').says('值班')
    expect(house().expects('u-wangfang', '城管中队：王芳').content).not.toContain('张伟')
    await house().person('v-lihua').says(STALL)
    house().expects('u-wangfang', 'QS261202-0001')
    house().hearsNothing('u-zhangwei')
    house().readsAll()
  })

  it('is agreed to by a mere 同意, where nothing else waits for him', async () => {
    await house().person('u-zhangwei').says('请假 12月2日 家里有事')
    house().expects('u-liqiang', '请假申请')
    await house().person('u-liqiang').says('同意')
    house().expects('u-zhangwei', '李强同意了')
    await house().person('u-wangfang').says('值班 12月2日')
    expect(house().expects('u-wangfang', '12月2日', '城管中队：王芳').content).not.toContain('张伟')
    house().readsAll()
    expect(await states(house())).toEqual(['agreed'])
  })

  it('that leaves nobody there is told in advance; the head gets the cards', async () => {
    await house().person('u-zhangwei').says('请假 明天 看病')
    await house().person('u-liqiang').says('同意请假 0001')
    house().readsAll()
    await house().person('u-wangfang').says('请假 12-02 到 12-03 孩子生病')
    house().expects('u-wangfang', '12月2日到12月3日')
    const card = house().expects('u-liqiang', '请假申请', '王芳', '没人值班', '12月2日')
    await house().person('u-liqiang').taps(card, keyOf(card, 'leave-agree'))
    house().expects(COMMAND, '12月2日城管中队没有人值班', '发给李强')
    house().expects('u-liqiang', '12月2日城管中队没有人值班')
    house().readsAll()
    await house().until('2026-12-02T09:00:00+08:00')
    await house().person('v-lihua').says(STALL)
    house().expects('u-liqiang', 'QS261202-0001')
    house().hearsNothing('u-zhangwei', 'u-wangfang')
    house().readsAll()
  })

  it('of the head goes to the command room, which does not read why', async () => {
    await house().person('u-liqiang').says('请假 明天 做手术')
    house().expects('u-liqiang', '已报镇指挥室审批')
    const card = house().expects(COMMAND, '请假申请', '李强')
    expect(JSON.stringify(card.card)).not.toContain('手术')
    await house().person('u-liqiang').says('同意请假 0001')
    house().expects('u-liqiang', '自己的请假不能自己批')
    await house().person('u-zhangwei').says('同意请假 0001')
    house().expects('u-zhangwei', '由本单位负责人或镇指挥室审批')
    await house().person('u-zhouting').taps(card, keyOf(card, 'leave-agree'))
    house().expects(COMMAND, '已同意')
    house().expects('u-liqiang', '周婷同意了')
    expect(await house().allRows()).toContain('leave-agreed')
  })

  it('is refused with a reason, and decided once', async () => {
    await house().person('u-zhangwei').says('请假 明天 家里有事')
    house().readsAll()
    const card = house().simulator.chat('u-liqiang').at(-1)!
    await house().person('u-liqiang').taps(card, keyOf(card, 'leave-refuse'))
    house().expects('u-liqiang', '为什么不同意')
    await house().person('u-liqiang').says('明天有检查')
    house().expects('u-liqiang', '不同意请假')
    house().expects('u-zhangwei', '李强不同意', '明天有检查')
    await house().person('u-liqiang').taps(card, keyOf(card, 'leave-agree'), { stale: true })
    house().expects('u-liqiang', '已经不同意了')
    house().readsAll()
    expect(await states(house())).toEqual(['refused'])
  })

  it('is decided once when two tap at the same time', async () => {
    await house().person('u-zhangwei').says('请假 明天 家里有事')
    house().readsAll()
    await Promise.all([
      house().person('u-liqiang').says('同意请假 0001'),
      house().person('u-zhouting').says('不同意请假 0001 人手不够'),
    ])
    await house().settled()
    const [state] = await states(house())
    house().expects(state === 'agreed' ? 'u-zhouting' : 'u-liqiang', state === 'agreed' ? '已经同意了' : '已经不同意了')
    house().readsAll()
  })

  it('is agreed or taken back, when both are said at the same time', async () => {
    await house().person('u-zhangwei').says('请假 今天 头疼')
    house().readsAll()
    const card = house().simulator.chat('u-liqiang').at(-1)!
    await Promise.all([
      house().person('u-liqiang').taps(card, keyOf(card, 'leave-agree')),
      house().person('u-zhangwei').says('取消请假 0001'),
    ])
    // agreed first, it is taken back all the same
    expect(await states(house())).toEqual(['cancelled'])
    house().expects('u-liqiang', /取消了/u)
    house().readsAll()
    await house().person('u-zhangwei').says('值班')
    house().expects('u-zhangwei', '城管中队：张伟')
  })

  it('of two, agreed at once, does not leave a day to nobody unseen', async () => {
    await house().person('u-zhangwei').says('请假 明天 看病')
    await house().person('u-wangfang').says('请假 明天 孩子生病')
    house().readsAll()
    await Promise.all([
      house().person('u-liqiang').says('同意请假 0001'),
      house().person('u-zhouting').says('同意请假 0002'),
    ])
    expect(await states(house())).toEqual(['agreed', 'agreed'])
    house().expects(COMMAND, '12月2日城管中队没有人值班')
    house().readsAll()
  })

  it('is taken back by who asked, and counts no more', async () => {
    await house().person('u-zhangwei').says('请假 今天 头疼')
    await house().person('u-liqiang').says('同意请假')
    house().readsAll()
    await house().person('u-zhangwei').says('值班')
    expect(house().expects('u-zhangwei', '城管中队').content).not.toContain('张伟')
    await house().person('u-zhangwei').says('取消请假')
    house().expects('u-zhangwei', '取消了')
    house().expects('u-liqiang', '张伟', '取消了')
    await house().person('u-zhangwei').says('值班')
    house().expects('u-zhangwei', '城管中队：张伟')
  })

  it('that nobody decides is put before the command room, and lapses with its last day', async () => {
    await house().person('u-zhangwei').says('请假 明天 家里有事')
    house().readsAll()
    await house().until('2026-12-01T15:10:00+08:00')
    house().expects(COMMAND, '请假申请', '还没有审批')
    await house().until('2026-12-03T09:00:00+08:00')
    house().expects('u-zhangwei', '没有审批', '不算请假')
    expect(await states(house())).toEqual(['lapsed'])
    house().readsAll()
  })

  it.each([
    ['请假', '请写上哪天'],
    ['请假 11月20日 有事', '日期已经过了'],
    ['请假 2月30日 有事', '日期已经过了'],
    ['同意请假 0009', '没有找到这份请假'],
  ])('says what may be: %s', async (words, answer) => {
    await house().person('u-zhangwei').says(words)
    house().expects('u-zhangwei', answer)
    expect(await states(house())).toEqual([])
  })

  it('of the same days is asked once', async () => {
    await house().person('u-zhangwei').says('请假 明天 家里有事')
    house().readsAll()
    await house().person('u-zhangwei').says('请假 12月2日 到 12月4日 家里有事')
    house().expects('u-zhangwei', '已经请过假', 'QS-QJ2026-0001')
  })

  it('survives a restart', async () => {
    await house().person('u-zhangwei').says('请假 今天 头疼')
    await house().person('u-liqiang').says('同意请假')
    house().readsAll()
    await house().restart()
    await house().person('u-wangfang').says('值班')
    expect(house().expects('u-wangfang', '城管中队').content).not.toContain('张伟')
  })
})
