import { describe, expect, it } from 'vitest'
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
    ['我想问下你们几点下班', '在哪里'],
    ['谁管 欠薪', '在哪里'],
    ['占道经营归谁管', '城管中队'],
    ['我就要反映', '只差地点|还差一个村名'],
    ['不想说在哪', '只差地点|还差一个村名'],
    ['我说了你又不知道', '只差地点|还差一个村名'],
    ['那我问谁', '在哪里'],
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
