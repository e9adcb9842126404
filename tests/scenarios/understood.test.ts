import { describe, expect, it } from 'vitest'
import { PNG } from './pictures.ts'
import {
  ASSIST_GROUPS,
  CASE_NO,
  eachTestHasAHouse,
  finished,
  keyOf,
  LEADERS,
  reported,
  signed,
  UNIT_GROUP,
} from './story.ts'

const RUBBISH = '有人乱倒垃圾'

describe('a danger is heard wherever it is said', () => {
  const house = eachTestHasAHouse()

  it('in place of the answer to where: one case that says both, led by who deals with the danger', async () => {
    await house().person('v-lihua').says(RUBBISH)
    house().expects('v-lihua', /在哪里/)
    await house().person('v-lihua').says('王家村有人触电了')
    const reply = house().expects('v-lihua', /^.*110/, '119', '120', CASE_NO)
    const caseNo = CASE_NO.exec(reply.content)?.[0] ?? ''
    const task = await house().core.ctx.store.taskByCaseNo(caseNo)
    expect(task).toMatchObject({ level: 'emergency', text: `王家村有人触电了；${RUBBISH}` })
    expect(task?.lead).not.toBe('chengguan')
    house().expects(LEADERS, caseNo, '触电')
    house().readsAll()
  })

  it('said to a quoted case that is none: a case of its own, at the same place', async () => {
    const { caseNo } = await reported(house())
    const [reply] = house()
      .simulator.chat('v-lihua')
      .filter((b) => b.content.includes(caseNo))
    await house()
      .person('v-lihua')
      .says('现在着火了', reply ? { quote: reply } : {})
    const told = house().expects('v-lihua', '119', CASE_NO, '王家村')
    expect(told.content).not.toContain(caseNo)
    house().readsAll()
  })

  it('in place of an officer’s words about another case, whose reporter hears nothing of it', async () => {
    const { caseNo } = await signed(house())
    await house().person('u-zhangwei').says(`反馈 ${caseNo}`)
    house().expects('u-zhangwei', /情况/)
    await house().person('u-zhangwei').says('北坡村着火了，快')
    house().expects('u-zhangwei', '119', CASE_NO)
    house().hearsNothing('v-lihua')
    house().readsAll()
  })
})

describe('words that are no report', () => {
  const house = eachTestHasAHouse()

  it.each(['红黑榜'])('a list that is not for him is refused, and makes no case: %s', async (text) => {
    await house().person('u-zhangwei').says(text)
    house().expects('u-zhangwei', '镇指挥室', '我的任务')
    expect(await house().core.ctx.store.tasks({ limit: 1 })).toEqual([])
  })

  it('what is kept about a villager can be asked for, also while he is asked where', async () => {
    await house().person('v-lihua').says(RUBBISH)
    house().expects('v-lihua', /在哪里/)
    await house().person('v-lihua').says('删除我的信息')
    house().expects('v-lihua', '确认删除')
    await house().person('v-lihua').says('王家村')
    house().expects('v-lihua', CASE_NO, RUBBISH)
    house().readsAll()
  })

  it('不知道 is no place', async () => {
    await house().person('v-lihua').says(RUBBISH)
    house().expects('v-lihua', /在哪里/)
    await house().person('v-lihua').says('不知道')
    house().expects('v-lihua', CASE_NO)
    const [task] = await house().core.ctx.store.tasks({ limit: 1 })
    expect(task).toMatchObject({ place: null, text: RUBBISH })
    house().readsAll()
  })

  it('an answer to where that tells of more is kept whole', async () => {
    await house().person('v-lihua').says(RUBBISH)
    house().expects('v-lihua', /在哪里/)
    await house().person('v-lihua').says('王家村，路灯也不亮')
    house().expects('v-lihua', CASE_NO, '路灯')
    house().readsAll()
  })
})

describe('the question whether it is solved', () => {
  const house = eachTestHasAHouse()

  it.each([
    ['还没修好呢', 'dispatched', /还没解决|重新办理/],
    ['好了', 'finished', /满意吗/],
  ])('is answered in people’s own words: %s', async (text, stage, heard) => {
    const { caseNo } = await finished(house())
    await house().person('v-lihua').says(text)
    house().expects('v-lihua', caseNo, heard)
    expect((await house().core.ctx.store.taskByCaseNo(caseNo))?.stage).toBe(stage)
    house().readsAll()
  })

  it('is not answered by a new problem that begins with 没有', async () => {
    const { caseNo } = await finished(house())
    await house().person('v-lihua').says('没有路灯')
    house().reads('v-lihua')
    expect((await house().core.ctx.store.taskByCaseNo(caseNo))?.stage).toBe('finished')
    house().readsAll()
  })

  it('asks what is left when it is not, and the next words go to the unit', async () => {
    const { caseNo, ask } = await finished(house())
    await house().person('v-lihua').taps(ask, keyOf(ask, 'unsolved'))
    house().expects('v-lihua', caseNo, '哪里还没解决')
    house().reads('u-zhangwei', 'u-wangfang', UNIT_GROUP, ...ASSIST_GROUPS)
    await house().person('v-lihua').says('晚上又来摆了')
    house().expects('v-lihua', caseNo, '补充')
    house().expects('u-zhangwei', caseNo, '晚上又来摆了')
    expect(await house().core.ctx.store.tasks({ limit: 5 })).toHaveLength(1)
    house().readsAll()
  })

  it('stays open when somebody else in the group taps', async () => {
    await house().person('u-wangfang').says('王家村村口有人占道摆摊', { group: UNIT_GROUP })
    const caseNo = CASE_NO.exec(house().expects(UNIT_GROUP, CASE_NO, '已受理').content)?.[0] ?? ''
    await house().person('u-zhangwei').says(`签收 ${caseNo}`)
    await house().person('u-zhangwei').says(`办结 ${caseNo} 好了`)
    const ask = house().expects(UNIT_GROUP, caseNo, /解决了吗/)
    await house().person('u-zhangwei').taps(ask, keyOf(ask, 'solved'))
    house().expects(UNIT_GROUP, '只有反映这件事的人')
    await house().person('u-wangfang').taps(ask, keyOf(ask, 'solved'))
    house().expects(UNIT_GROUP, caseNo, /满意吗/)
    house().readsAll()
  })
})

describe('a number by itself', () => {
  const house = eachTestHasAHouse()

  it('shows the case, and is not kept for the next report', async () => {
    const { caseNo } = await reported(house())
    await house().person('v-lihua').says(caseNo.slice(-4))
    house().expects('v-lihua', caseNo, '催一催')
    house().readsAll()
  })
})

describe('a case that is taken back', () => {
  const house = eachTestHasAHouse()

  it('is over for the assisting units, too', async () => {
    await reported(house())
    await house().person('v-lihua').says('撤回')
    house().expects('v-lihua', '已撤回')
    for (const group of ASSIST_GROUPS) house().expects(group, /撤回/)
    house().readsAll()
  })
})

describe('a picture that cannot be fetched', () => {
  const house = eachTestHasAHouse()

  it('sent alone is spoken of once', async () => {
    house().simulator.faults.media('missing')
    await house()
      .person('v-lihua')
      .sends([{ name: 'a.png', data: PNG }])
    house().expects('v-lihua', /图片|文件/, /再发|重新发/)
    house().hearsNothing('v-lihua')
  })
})

describe('since when, how often and how large', () => {
  const house = eachTestHasAHouse()

  it('stands on the card of the unit that leads, and in its details', async () => {
    await house().person('v-lihua').says('王家村村口天天有人占道摆摊，三天了，二十来户都走不成')
    house().expects('v-lihua', CASE_NO)
    house().expects('u-zhangwei', '持续约 3 天', '反复发生', '20户')
    await house().person('u-zhangwei').says('详情 0001')
    house().expects('u-zhangwei', '情况：', '持续约 3 天')
    house().readsAll()
  })
})
