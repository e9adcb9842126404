import { describe, expect, it } from 'vitest'
import { CASE_NO, eachTestHasAHouse, reported, UNIT_GROUP } from './story.ts'

const house = eachTestHasAHouse()
const cases = () => house().core.ctx.store.tasks({ limit: 10 })

describe('politeness hides no report', () => {
  it.each([
    '你好，王家村路灯坏了，谢谢',
    '谢谢你们上次把路灯修好，这次是石门那边有人采石',
    '您好 我想反映一下 张庄桥头有人摆摊 辛苦了',
  ])('%s', async (text) => {
    await house().person('v-lihua').says(text)
    house().expects('v-lihua', CASE_NO)
    house().readsAll()
  })

  it('praise is heard as praise', async () => {
    await house().person('v-lihua').says('表扬王芳，垃圾清得很及时')
    house().readsAll()
    expect(await cases()).toEqual([])
  })

  it('who only says where he is from is asked what is wrong, and need not say it again', async () => {
    await house().person('v-lihua').says('我是王家村的')
    house().expects('v-lihua', '王家村', '是什么问题')
    await house().person('v-lihua').says('路灯坏了')
    house().expects('v-lihua', CASE_NO, '王家村')
    house().readsAll()
  })
})

describe('somebody with an open case who grows impatient', () => {
  it.each(['咋还没人管', '快点啊', '王家村占道那个事还没人来', '再报一次：王家村有人占道摆摊'])(
    'hears of that case, and its unit is hurried: %s',
    async (text) => {
      const { caseNo } = await reported(house())
      await house().person('v-lihua').says(text)
      house().expects('v-lihua', '您之前报过', caseNo)
      await house().forward('2m')
      house().expects(UNIT_GROUP, caseNo, '催')
      house().readsAll()
      expect(await cases()).toHaveLength(1)
    },
  )

  it.each(['你们派的谁来', '昨天说的那个事办了没'])('is shown how it stands: %s', async (text) => {
    const { caseNo } = await reported(house())
    await house().person('v-lihua').says(text)
    house().expects('v-lihua', caseNo, '待签收')
    expect(await cases()).toHaveLength(1)
  })

  it('who has none is asked what it is about', async () => {
    await house().person('v-lihua').says('咋还没人管')
    house().expects('v-lihua', '是什么问题')
    house().hearsNothing('wrCOMMAND')
    expect(await cases()).toEqual([])
  })
})

describe('what is kept of people', () => {
  it('who thinks better of deleting is left as he is', async () => {
    await house().person('v-lihua').says('删掉我的资料')
    house().expects('v-lihua', '确认删除')
    await house().person('v-lihua').says('算了不删了')
    house().expects('v-lihua', '没有删除')
    await house().person('v-lihua').says('确认删除')
    house().expects('v-lihua', '确定要删')
    expect(await cases()).toEqual([])
  })

  it('who wants no name told hears that this is remembered', async () => {
    await house().person('v-lihua').says('我要匿名')
    house().expects('v-lihua', '匿名', '是什么问题')
    expect(await cases()).toEqual([])
  })

  it('what is on no list may be taken up all the same', async () => {
    await house().person('v-lihua').says('家里老鼠药吃死鸡了找谁赔')
    house().expects('v-lihua', '还是要反映', '12345')
    await house().person('v-lihua').says('还是要反映')
    house().expects('v-lihua', '在哪里')
  })
})
