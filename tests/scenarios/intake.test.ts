import { describe, expect, it } from 'vitest'
import { CASE_NO, COMMAND, eachTestHasAHouse, keyOf, STALL, UNIT_GROUP } from './story.ts'

const buttonsOf = (bubble: Readonly<{ card: Readonly<Record<string, unknown>> | null }>): string[] => {
  const list = bubble.card?.['button_list']
  return Array.isArray(list) ? list.map((b: { text?: string }) => b.text ?? '') : []
}

describe('what is no report', () => {
  const house = eachTestHasAHouse()
  const cases = async () => (await house().core.ctx.store.tasks({ limit: 9 })).length

  it.each([
    ['占道经营归谁管', '城管中队'],
    ['烧秸秆归哪个部门管', '生态环境所'],
    ['我反映的事怎么样了', '还没有反映过'],
    ['在干啥', '在哪里'],
    ['讲个笑话', '镇里的事'],
    ['你们都是废物', '对不起'],
    ['师傅好', '在哪里'],
  ])('%s: an answer, and no case', async (text, words) => {
    await house().person('v-lihua').says(text)
    house().expects('v-lihua', words)
    expect(await cases()).toBe(0)
  })

  it('the progress of one’s own case, asked in one’s own words', async () => {
    await house().person('v-lihua').says(STALL)
    house().readsAll()
    await house().person('v-lihua').says('我上次反映的事怎么样了')
    house().expects('v-lihua', 'QS261124-0001', '待签收')
    expect(await cases()).toBe(1)
  })

  it('an answer that comes after the question was given up belongs to the case', async () => {
    const villager = house().person('v-lihua')
    await villager.says('有人占道摆摊')
    villager.expects('在哪里')
    await house().forward('35m')
    house().readsAll()
    await villager.says('就在桥边上')
    villager.expects('QS261124-0001', '补充')
    house().readsAll()
    expect(await cases()).toBe(1)
  })
})

describe('a complaint about those who should deal with it', () => {
  const house = eachTestHasAHouse()

  it.each([
    ['城管的人收了好处就不管王家村的摊子', '城管中队'],
    ['你们的人态度太差还骂人', ''],
  ])('%s: goes to the supervisors, and nobody else hears of it', async (text, accused) => {
    await house().person('v-lihua').says(text)
    house().expects('v-lihua', CASE_NO, '已受理')
    house().expects('u-songming', CASE_NO, accused)
    house().hearsNothing(UNIT_GROUP, COMMAND, 'u-zhangwei')
    house().readsAll()
  })
})

describe('what is not the township’s business', () => {
  const house = eachTestHasAHouse()

  it.each([
    ['老板欠我三个月工资不给', '12333'],
    ['想离婚怎么起诉', '12368'],
    ['住院费报销不了', '12393'],
    ['我家停电两天了', '95598'],
    ['孩子上学划片划不进去', '12391'],
    ['昨天邻居打架', '110'],
  ])('%s: he is told whom to call, and there is no case', async (text, phone) => {
    await house().person('v-lihua').says(text)
    const told = house().expects('v-lihua', phone)
    expect(buttonsOf(told)).toEqual(['还是要反映', '知道了'])
    await house().person('v-lihua').says('知道了')
    house().reads('v-lihua')
    await house().person('v-lihua').says('王家村有人占道摆摊')
    house().expects('v-lihua', 'QS261124-0001')
    house().readsAll()
  })

  it('is counted', async () => {
    await house().person('v-lihua').says('工地欠薪不给')
    house().readsAll()
    await house().person('u-zhouting').says('今日')
    house().expects('u-zhouting', '告知其他部门 1 件')
  })

  it('becomes a case when he insists', async () => {
    const villager = house().person('v-lihua')
    await villager.says('我家停电两天了')
    const told = villager.expects('95598')
    await villager.taps(told, keyOf(told, 'pick'))
    villager.expects('您选了：还是要反映')
    const where = villager.expects('在哪里', '说不清楚')
    expect(buttonsOf(where)).toEqual(['说不清楚'])
    await villager.says('李家沟')
    villager.expects('QS261124-0001', '李家沟')
    house().expects(COMMAND, 'QS261124-0001')
    house().readsAll()
    await house().person('u-zhouting').says('今日')
    expect(house().expects('u-zhouting', '今日').content).not.toContain('告知其他部门 1')
  })

  it('becomes a case when he insists hours later, in his own words', async () => {
    const villager = house().person('v-lihua')
    await villager.says('李家沟停电两天了')
    villager.expects('95598')
    await house().forward('3h')
    await villager.says('还是要报')
    villager.expects('QS261124-0001', '停电', '李家沟')
    house().readsAll()
  })

  it('is counted once for a person who tells it twice', async () => {
    for (let n = 0; n < 2; n += 1) await house().person('v-lihua').says('我家停电两天了')
    house().readsAll()
    await house().person('u-zhouting').says('今日')
    house().expects('u-zhouting', '告知其他部门 1 件')
  })

  it('is ours where an item of our own fits as well', async () => {
    await house().person('v-lihua').says('王家村停电了，还有人占道摆摊')
    house().expects('v-lihua', 'QS261124-0001', '城管中队')
    house().readsAll()
    await house().person('v-lihua').says('东关市场有人打架，店里还卖过期食品')
    house().expects('v-lihua', 'QS261124-0002', '市场监管所')
    house().readsAll()
  })
})

describe('the same thing told twice', () => {
  const house = eachTestHasAHouse()
  const second = '王家村口摆摊的又把路占了'

  async function offered() {
    await house().person('v-lihua').says(STALL)
    house().readsAll()
    const villager = house().person('v-zhaomin')
    await villager.says(second)
    const question = villager.expects('0001', '王家村村口', '同一件事吗')
    expect(JSON.stringify(question)).not.toContain('还乱倒垃圾')
    expect(buttonsOf(question)).toEqual(['是同一件', '不是'])
    return { villager, question }
  }

  it('is joined when he says so, and both hear how it ends', async () => {
    const { villager, question } = await offered()
    await villager.taps(question, keyOf(question, 'pick'))
    villager.expects('您选了：是同一件')
    villager.expects('已并入', 'QS261124-0001', '2 人')
    house().expects('u-zhangwei', '又有人反映', '2 人')
    house().readsAll()
    await house().person('u-zhangwei').says('签收 0001')
    await house().person('u-zhangwei').says('办结 0001 已清走')
    house().expects('v-lihua', '解决了吗', '已清走')
    house().expects('v-zhaomin', '解决了吗', '已清走')
    house().readsAll()
  })

  it('is a case of its own when he says no, or does not answer in ten minutes', async () => {
    const { villager } = await offered()
    await villager.says('不是，我说的是桥西那家')
    villager.expects('QS261124-0002', '桥西那家')
    house().readsAll()
    await house().person('v-lihua').says('王家村口摆摊的占着路不走')
    house().expects('v-lihua', '0002', '0001')
    await house().forward('11m')
    house().expects('v-lihua', 'QS261124-0003')
    house().readsAll()
  })

  it('an old button answers nothing any more', async () => {
    const { villager, question } = await offered()
    await villager.says('不是')
    house().readsAll()
    await villager.taps(question, keyOf(question, 'pick'))
    villager.expects('失效')
  })

  it('in the very same words is joined without a question', async () => {
    await house().person('v-lihua').says(STALL)
    house().readsAll()
    await house().person('v-zhaomin').says(STALL)
    house().expects('v-zhaomin', '已并入', 'QS261124-0001')
    house().readsAll()
  })

  it('told in confidence is named to nobody', async () => {
    await house().person('v-lihua').says(STALL)
    house().readsAll()
    const task = (await house().core.ctx.store.taskByCaseNo('QS261124-0001')) ?? null
    if (task) await house().core.ctx.store.commit({ task: { ...task, shield: 'confidential' } }, house().clock.now())
    await house().person('v-zhaomin').says(second)
    house().expects('v-zhaomin', 'QS261124-0002')
    house().readsAll()
  })
})

describe('questions', () => {
  const house = eachTestHasAHouse()

  it('are no more than three in a row, then there is a case', async () => {
    const villager = house().person('v-lihua')
    for (const word of ['有个问题要反映', '啥', '唉']) {
      await villager.says(word)
      villager.expects(/什么问题|在哪里/)
    }
    await villager.says('不好说')
    villager.expects('QS261124-0001')
    house().readsAll()
  })

  it('about the place offer where he reported from before', async () => {
    const villager = house().person('v-lihua')
    await villager.says(STALL)
    house().readsAll()
    await villager.says('有人露天烧秸秆')
    const question = villager.expects('在哪里')
    expect(buttonsOf(question)).toEqual(['王家村村口', '说不清楚'])
    await villager.taps(question, keyOf(question, 'pick'))
    villager.expects('您选了：王家村村口')
    villager.expects('QS261124-0002', '王家村村口', '生态环境所')
    house().readsAll()
  })

  it('about the place are put once more, and kindly, to somebody who is annoyed', async () => {
    const villager = house().person('v-lihua')
    await villager.says('有人占道摆摊')
    villager.expects('在哪里')
    await villager.says('你们自己不会看吗')
    villager.expects('对不起', '村名')
    await villager.says('都说了三遍了')
    villager.expects('QS261124-0001')
    house().readsAll()
    const task = await house().core.ctx.store.taskByCaseNo('QS261124-0001')
    expect(task?.place).toBeNull()
  })

  it('about the place are put once more where the answer fits many villages', async () => {
    const villager = house().person('v-lihua')
    await villager.says('有人占道摆摊')
    villager.expects('在哪里')
    await villager.says('小学门口')
    const question = villager.expects('哪个村')
    expect(buttonsOf(question)).toEqual(['王家小学', '镇中心小学', '赵洼小学', '说不清楚'])
    await villager.says('王家村')
    villager.expects('QS261124-0001', '王家村小学门口')
    house().readsAll()
  })

  it('about the problem offer what the units deal with', async () => {
    const villager = house().person('v-lihua')
    await villager.says('王家村')
    const question = villager.expects('什么问题')
    expect(buttonsOf(question)[0]).toBe('占道经营')
    await villager.taps(question, keyOf(question, 'pick'))
    villager.expects('QS261124-0001', '王家村', '城管中队')
    house().readsAll()
  })
})

describe('a place nobody had listed', () => {
  const house = eachTestHasAHouse()

  it('is learnt from a correction, once the admin says so', async () => {
    await house().person('v-lihua').says('有人在老王庄占道摆摊')
    house().expects('v-lihua', '在哪里')
    await house().person('v-lihua').says('说不清楚')
    house().readsAll()
    await house().person('u-zhouting').says('地点 0001 王家村')
    house().expects('u-zhouting', '地点已更正', '王家村')
    house().expects('u-zhangwei', '地点已更正')
    house().expects('u-dingning', '老王庄', '王家村', '批准别名')
    house().readsAll()
    await house().person('u-dingning').says('批准别名 老王庄')
    house().expects('u-dingning', '已批准')
    await house().person('v-zhaomin').says('老王庄有人露天烧秸秆')
    house().expects('v-zhaomin', 'QS261124-0002', '王家村')
    house().readsAll()
    await house().person('u-dingning').says('别名')
    house().expects('u-dingning', '老王庄', '王家村')
  })

  it('is learnt from what was answered to 在哪里, and not asked about again once it was refused', async () => {
    const villager = house().person('v-lihua')
    const corrected = async (no: string) => {
      await house().person('u-zhouting').says(`地点 ${no} 王家村`)
      house().expects('u-zhouting', '地点已更正')
    }
    await villager.says('有人占道摆摊')
    await villager.says('在老粮站那儿')
    villager.expects('QS261124-0001', '老粮站')
    await corrected('0001')
    house().expects('u-dingning', '老粮站', '王家村', '不批别名')
    await house().person('u-dingning').says('不批别名 老粮站')
    house().readsAll()

    await villager.says('有人露天烧秸秆')
    await villager.says('就在老粮站')
    villager.expects('QS261124-0002')
    await corrected('0002')
    house().hearsNothing('u-dingning')
    house().readsAll()
  })

  it('is not learnt where every village has one', async () => {
    await house().person('v-lihua').says('有人占道摆摊')
    await house().person('v-lihua').says('我家门口')
    await house().person('v-lihua').says('村口')
    house().expects('v-lihua', 'QS261124-0001')
    await house().person('u-zhouting').says('地点 0001 王家村')
    house().expects('u-zhouting', '地点已更正')
    house().hearsNothing('u-dingning')
    house().readsAll()
  })
})
