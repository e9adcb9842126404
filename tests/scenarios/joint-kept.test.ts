import { describe, expect, it } from 'vitest'
import { ofKind } from '../../domain/book/entry.ts'
import { textOf } from './house.ts'
import { COMMAND, eachTestHasAHouse, reported, STALL } from './story.ts'

const SECRET = '请保密，我是王家村三组的，王家村村口有人占道摆摊，还乱倒垃圾'

describe('conflicts of interest', () => {
  const house = eachTestHasAHouse()
  const orders = ['吹哨 0001 城管中队 一起来', '子任务 0001 城管中队 清理', '请求协助 0001 城管中队 帮忙']

  it('keep a unit the case is about from being called, asked or given a part of it', async () => {
    await house().person('v-lihua').says('城管中队的人在王家村村口收了摊贩的钱不管占道')
    house().readsAll()
    await house().person('u-songming').says('指派 0001 派出所')
    house().readsAll()
    for (const words of orders) {
      await house().person('u-chenzhen').says(words)
      house().expects('u-chenzhen', '回避')
    }
    await house().person('u-zhangwei').says('吹哨 0001 派出所 来')
    house().expects('u-zhangwei', '没有找到这个编号')
    house().hearsNothing('u-wangfang', 'wrCHENGGUAN')
    expect(await house().core.ctx.store.entries({ limit: 9 })).toEqual([])
  })

  it('that come out later end what such a unit was given, without a word to it', async () => {
    await reported(house())
    await house().person('u-zhangwei').says('子任务 0001 环保所 清运垃圾')
    await house().person('u-zhangwei').says('吹哨 0001 环保所、派出所 一起来')
    house().readsAll()
    await house().person('v-lihua').says('补充 0001 生态环境所的人收了摊主的钱')
    house().hearsNothing('u-dujuan', 'u-weining', 'wrHUANBAO')
    const [child] = ofKind(await house().core.ctx.store.entries({ kinds: ['child'], limit: 9 }), 'child')
    expect(child?.state).toBe('dropped')
    house().readsAll()
    await house().person('u-dujuan').says('报到 1')
    house().expects('u-dujuan', '没有找到这次吹哨')
    await house().forward('3h')
    house().hearsNothing('u-dujuan', 'u-weining', 'wrHUANBAO', 'u-yuhai')
    house().readsAll()
  })
})

describe('a case told in confidence', () => {
  const house = eachTestHasAHouse()

  it('is shown to the units it calls as other cards show it, and not spoken of in a group', async () => {
    await reported(house(), SECRET)
    await house().person('u-zhangwei').says('吹哨 0001 应急站 到李大明家看看，电话13912345678')
    house().reads('u-zhangwei', 'v-lihua')
    const card = house().expects('u-xietao', '请到王家村')
    expect(textOf(card)).not.toMatch(/13912345678|三组/u)
    house().readsAll()
    await house().person('u-zhouting').says('点名 1', { group: COMMAND })
    house().expects(COMMAND, '不方便在群里说')
    await house().person('u-xietao').says('报到 1')
    house().expects('u-xietao', '已报到')
    await house().person('u-zhangwei').says('请求派出所协助 0001 有人推搡')
    await house().person('u-shenhao').says('同意协助 1')
    house().expects('u-shenhao', '同意协助', '有人推搡')
    await house().person('u-zhangwei').says('子任务 0001 应急站 看看电线')
    await house().person('u-sunmei').says('取消子任务 1')
    house().expects('u-sunmei', '没有找到您单位的这个子任务')
    house().readsAll()
    expect(await house().allRows()).not.toContain('"reason":"到李大明家看看，电话13912345678"')
  })
})

describe('a place in a group', () => {
  const house = eachTestHasAHouse()

  it('whistled from the command room is answered there, and nowhere twice', async () => {
    await house().person('u-zhouting').says('吹哨 王家村 派出所 打架', { group: COMMAND })
    house().expects(COMMAND, '到了 0/1')
    house().hearsNothing(COMMAND, 'u-zhouting')
    house().readsAll()
    await house().person('v-lihua').says(STALL)
    house().readsAll()
  })
})
