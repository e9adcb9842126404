import { describe, expect, it } from 'vitest'
import { PNG } from './pictures.ts'
import { eachTestHasAHouse } from './story.ts'

const LITTER = '有人乱倒垃圾'

describe('while it is asked where', () => {
  const house = eachTestHasAHouse()
  const cases = async () => house().core.ctx.store.tasks({ limit: 9 })

  it.each(['取消', '算了', '别人家的事我先不报了', '撤回'])('%s: no case comes of it', async (said) => {
    const villager = house().person('v-lihua')
    await villager.says(LITTER)
    villager.expects('在哪里')
    await villager.says(said)
    villager.expects('没有登记')
    await house().forward('35m')
    villager.hearsNothing()
    expect(await cases()).toEqual([])
  })

  it('what he reported before goes on, and he is told how to end that', async () => {
    const villager = house().person('v-lihua')
    await villager.says('王家村有人占道摆摊')
    house().readsAll()
    await villager.says(LITTER)
    await villager.says('撤回')
    villager.expects('没有登记', '0001', '撤回 0001')
    expect((await cases()).map(({ stage }) => stage)).toEqual(['dispatched'])
    house().readsAll()
  })

  it.each([
    ['我想问下你们几点下班', '在哪里|还差一个村名'],
    ['谁管 欠薪', '在哪里'],
    ['占道经营归谁管', '城管中队'],
    ['我就要反映', '只差地点|还差一个村名'],
    ['不想说在哪', '只差地点|还差一个村名'],
    ['我说了你又不知道', '只差地点|还差一个村名'],
    ['那我问谁', '在哪里|还差一个村名'],
  ])('%s: is not the place, and the place is still heard', async (said, answer) => {
    const villager = house().person('v-lihua')
    await villager.says(LITTER)
    villager.expects('在哪里')
    await villager.says(said)
    villager.expects(new RegExp(answer, 'u'))
    house().readsAll()
    expect(await cases()).toEqual([])
    await villager.says('李家沟')
    villager.expects('QS261124-0001', '李家沟')
    expect((await cases()).map(({ text, place }) => [text, place?.name])).toEqual([[LITTER, '李家沟']])
    house().readsAll()
  })

  it('more of what is wrong belongs to the report', async () => {
    const villager = house().person('v-lihua')
    await villager.says(LITTER)
    await villager.says('臭死了，好几天了')
    villager.expects(/还差一个村名/)
    await villager.says('李家沟')
    const [task] = await cases()
    expect(task).toMatchObject({ text: `${LITTER}；臭死了，好几天了`, place: { name: '李家沟' } })
    house().readsAll()
  })

  it('another matter is not lost, and neither is the first', async () => {
    const villager = house().person('v-lihua')
    await villager.says(LITTER)
    await villager.says('包工头欠我工资')
    villager.expects('12333')
    villager.expects('QS261124-0001')
    const [task, ...more] = await cases()
    expect(more).toEqual([])
    expect(task).toMatchObject({ text: LITTER, place: null })
    await villager.says('还是要反映')
    house().readsAll()
    await villager.says('李家沟')
    expect((await cases()).map(({ text }) => text)).toContain('包工头欠我工资')
    house().readsAll()
  })
})

describe('a report that is told in several breaths', () => {
  const house = eachTestHasAHouse()
  const cases = async () =>
    (await house().core.ctx.store.tasks({ limit: 9 })).map(({ text, place }) => [text, place?.code])

  it('first where, then what is wrong there: one case', async () => {
    const villager = house().person('v-lihua')
    await villager.says('西关那个KTV')
    villager.expects('什么问题')
    await villager.says('吵死了，天天到半夜两点')
    villager.expects('QS261124-0001', '西关')
    expect(await cases()).toEqual([['西关那个KTV，吵死了，天天到半夜两点', 'QS06']])
    house().readsAll()
  })

  it('我要举报: he is asked what and where, and these words are no case', async () => {
    const villager = house().person('v-lihua')
    await villager.says('我要举报')
    villager.expects('什么问题')
    await villager.says('东关市场有人卖假药')
    villager.expects('QS261124-0001')
    expect(await cases()).toEqual([['东关市场有人卖假药', 'QS05']])
    house().readsAll()
  })

  it('a picture, where it is, and what it is: one case, and nothing is asked twice', async () => {
    const villager = house().person('v-lihua')
    await villager.sends([{ name: 'a.png', data: PNG }])
    villager.expects('什么问题')
    await villager.says('张庄桥头')
    villager.expects('什么问题')
    await villager.says('就是有人倒的垃圾')
    villager.expects('QS261124-0001', '张庄')
    expect((await cases()).map(([, code]) => code)).toEqual(['QS03'])
    house().readsAll()
  })
})
