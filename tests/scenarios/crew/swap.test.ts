import { describe, expect, it } from 'vitest'
import type { Town } from '../../../domain/town.ts'
import type { House } from '../house.ts'
import { COMMAND, eachTestHasAHouse, keyOf } from '../story.ts'

const shift = (date: string, userid: string) => ({ date, station: 'chengguan', userid, shift: '' })
const ROSTERED = (towns: readonly Town[]) =>
  towns.map((town) => ({
    ...town,
    roster: [shift('2026-12-02', 'u-zhangwei'), shift('2026-12-03', 'u-wangfang'), shift('2026-12-04', 'u-zhangwei')],
  }))
const states = async (house: House) =>
  (await house.core.ctx.store.entries({ kinds: ['swap'], limit: 10 })).map(({ state }) => state)

describe('换班', () => {
  const house = eachTestHasAHouse({ at: '2026-12-01T09:00:00+08:00', towns: ROSTERED })

  it('counts when the other one agrees; the head and the command room hear of it', async () => {
    await house().person('u-zhangwei').says('换班 12-02 王芳')
    house().expects('u-zhangwei', '12月2日由王芳替张伟值班', '他同意了才算')
    const card = house().expects('u-wangfang', '换班申请', '12月2日由王芳替张伟值班')
    await house().person('u-liqiang').says('同意换班 0001')
    house().expects('u-liqiang', '要王芳本人同意')
    await house().person('u-wangfang').taps(card, keyOf(card, 'swap-agree'))
    house().expects('u-wangfang', '已换班')
    house().expects('u-zhangwei', '王芳同意了')
    house().expects('u-liqiang', '12月2日由王芳替张伟值班')
    house().expects(COMMAND, '12月2日由王芳替张伟值班')
    await house().until('2026-12-02T09:00:00+08:00')
    await house().person('u-wangfang').says('值班')
    house().expects('u-wangfang', '城管中队：王芳')
    await house().person('u-wangfang').taps(card, keyOf(card, 'swap-agree'), { stale: true })
    house().expects('u-wangfang', '已经同意了')
    house().readsAll()
  })

  it('of two days goes both ways', async () => {
    await house().person('u-zhangwei').says('换班 12月2日 和王芳 12月3日')
    house().expects('u-zhangwei', '12月2日由王芳替张伟值班', '12月3日由张伟替王芳值班')
    await house().person('u-wangfang').says('不同意换班')
    house().expects('u-zhangwei', '王芳没有同意')
    house().readsAll()
    expect(await states(house())).toEqual(['refused'])
  })

  it('lapses when the day begins without an answer', async () => {
    await house().person('u-zhangwei').says('换班 明天 王芳')
    house().readsAll()
    await house().until('2026-12-02T09:00:00+08:00')
    house().expects('u-zhangwei', '没有答复', '照原来的')
    expect(await states(house())).toEqual(['lapsed'])
  })

  it('does not count where he is on leave meanwhile', async () => {
    await house().person('u-zhangwei').says('换班 明天 王芳')
    await house().person('u-wangfang').says('请假 明天 看病')
    await house().person('u-liqiang').says('同意请假')
    house().readsAll()
    await house().person('u-wangfang').says('同意换班')
    house().expects('u-wangfang', '对不上')
    house().readsAll()
  })

  it('is agreed or refused, not both, when he says both at once', async () => {
    await house().person('u-zhangwei').says('换班 12-02 王芳')
    house().readsAll()
    const card = house().simulator.chat('u-wangfang').at(-1)!
    await Promise.all([
      house().person('u-wangfang').taps(card, keyOf(card, 'swap-agree')),
      house().person('u-wangfang').says('不同意换班 0001'),
    ])
    const [state] = await states(house())
    house().expects('u-wangfang', state === 'agreed' ? '已经同意了' : '已经不同意了')
    const told = house().expects('u-zhangwei', '王芳', state === 'agreed' ? '同意了' : '没有同意')
    expect(house().unread('u-zhangwei')).toEqual([])
    expect(told.content).not.toBe('')
    house().readsAll()
  })

  it('does not leave the day to nobody unseen, when his leave is agreed at the same time', async () => {
    await house().person('u-zhangwei').says('换班 12-02 王芳')
    await house().person('u-wangfang').says('请假 12-02 看病')
    house().readsAll()
    await Promise.all([house().person('u-wangfang').says('同意换班'), house().person('u-liqiang').says('同意请假')])
    const [state] = await states(house())
    if (state === 'agreed') house().expects(COMMAND, '12月2日城管中队没有人值班')
    else house().expects('u-wangfang', '对不上')
    house().readsAll()
  })

  it.each([
    ['换班', '哪天、和谁换'],
    ['换班 明天 赵磊', '只能和本单位的人', '王芳'],
    ['换班 明天 李强力', '没有找到李强力'],
    ['换班 12月3日 李强', '不用换'],
    ['换班 11月3日 王芳', '日期已经过了'],
  ])('says what may be: %s', async (words, ...answer) => {
    await house().person('u-zhangwei').says(words)
    house().expects('u-zhangwei', ...answer)
    expect(await states(house())).toEqual([])
  })
})
