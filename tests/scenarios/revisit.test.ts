import { describe, expect, it } from 'vitest'
import type { Town } from '../../domain/town.ts'
import type { House } from './house.ts'
import { textOf } from './house.ts'
import { COMMAND, eachTestHasAHouse, finished, keyOf, LEADERS } from './story.ts'

const NO = 'QS-HF2026-0001'
const FIRST = '2026-12-01T09:01:00+08:00'

/** A case that was closed in November, and the morning of the first of December. */
async function drawnFor(house: House, report?: string) {
  await closedCase(house, report)
  await house.nights()
  await house.until(FIRST)
}

async function closedCase(house: House, report = '王家村村口有人占道摆摊') {
  await house.person('v-lihua').says(report)
  await house.person('u-zhangwei').says('签收 0001')
  await house.person('u-zhangwei').says('办结 0001 摊位已劝离')
  await house.person('v-lihua').says('解决了')
  await house.person('v-lihua').says('满意')
  house.readsAll()
}

const only = async (house: House) => (await house.core.ctx.store.tasks({ limit: 1 }))[0]
const eventsOf = async (house: House, type: string) =>
  (await house.core.ctx.store.timeline((await only(house))?.id ?? ''))
    .filter((event) => event.type === type)
    .map(({ by, data }) => ({ by, ...data }))

describe('a reporter who does not say whether it is solved', () => {
  const house = eachTestHasAHouse()

  it('is asked once more after two days, and never again', async () => {
    await finished(house())
    await house().forward('47h')
    house().hearsNothing('v-lihua')
    await house().forward('2h')
    const again = house().expects('v-lihua', '再问您一次', '解决了吗')
    house().readsAll()
    await house().forward('10d')
    house().hearsNothing('v-lihua')
    expect(await eventsOf(house(), 'feedback-reminded')).toMatchObject([{ unit: 'chengguan', rounds: 0 }])
    await house().person('v-lihua').taps(again, keyOf(again, 'solved'))
    house().readsAll()
    expect(await eventsOf(house(), 'solved')).toMatchObject([{ unit: 'chengguan', rounds: 0 }])
  })

  it('is asked what he left open: whether he is satisfied', async () => {
    await finished(house())
    await house().person('v-lihua').says('解决了')
    house().readsAll()
    await house().forward('49h')
    house().expects('v-lihua', '满意吗')
    house().hearsNothing('v-lihua')
  })

  it('is left alone once he answered', async () => {
    await finished(house())
    await house().person('v-lihua').says('解决了')
    await house().person('v-lihua').says('满意')
    house().readsAll()
    await house().forward('4d')
    house().hearsNothing('v-lihua')
  })
})

describe('who is not satisfied though it is solved', () => {
  const house = eachTestHasAHouse()
  const dissatisfied = async () => {
    await finished(house())
    await house().person('v-lihua').says('解决了')
    house().readsAll()
    await house().person('v-lihua').says('不满意')
    house().expects('v-lihua', '哪里不满意')
  }

  it('is asked with what; the words are kept and the case stays closed', async () => {
    await dissatisfied()
    await house().person('v-lihua').says('来得太晚了，等了一整天')
    house().expects('v-lihua', '意见已经记下')
    expect(await only(house())).toMatchObject({ stage: 'closed', satisfied: false, reopens: 0 })
    expect((await eventsOf(house(), 'rated')).at(-1)).toMatchObject({
      unit: 'chengguan',
      rounds: 0,
      satisfied: false,
      note: '来得太晚了，等了一整天',
    })
  })

  it('has it done once more when he says it is not done, and ruled upon the second time', async () => {
    await dissatisfied()
    await house().person('v-lihua').says('根本没走，还在摆')
    house().expects('v-lihua', '重新办理')
    house().expects('u-zhangwei', '0001')
    house().readsAll()
    expect(await only(house())).toMatchObject({ stage: 'dispatched', reopens: 1 })
    await house().person('u-zhangwei').says('签收 0001')
    await house().person('u-zhangwei').says('办结 0001 又劝离了')
    house().readsAll()
    await house().person('v-lihua').says('不满意')
    await house().person('v-lihua').says('还是老样子')
    house().expects('v-lihua', '正在确定由哪个单位办')
    house().expects(COMMAND, '0001')
    house().readsAll()
    expect(await only(house())).toMatchObject({ stage: 'triage', reopens: 2 })
  })

  it('may report something else instead', async () => {
    await dissatisfied()
    await house().person('v-lihua').says('北坡村有人烧秸秆')
    house().expects('v-lihua', '北坡村', '已受理')
    house().readsAll()
  })
})

describe('the call about a closed case', () => {
  const house = eachTestHasAHouse()

  it('is drawn on the first working day, listed without anybody’s number, and written down', async () => {
    await drawnFor(house())
    const list = house().expects(COMMAND, '11月回访清单', NO, '城管中队', '查看反映人', '在线')
    expect(textOf(list)).not.toMatch(/v-lihua|\d{11}/)
    house().readsAll()
    await house().forward('6d')
    // what is shown of the week and the month meanwhile is not what this is about
    expect(house().unread(COMMAND).map(textOf).join()).not.toContain('回访')
    house().readsAll()
    expect(await eventsOf(house(), 'revisit-drawn')).toMatchObject([
      { no: NO, unit: 'chengguan', rounds: 0, month: '2026-11' },
    ])
    const caller = house().person('u-zhouting')
    await caller.says(`回访 ${NO} 打不通`)
    caller.expects('第 1 次没打通')
    await caller.says(`回访 ${NO} 解决`)
    caller.expects('满不满意也问一下')
    await caller.says(`回访 ${NO} 不满意 来得太晚`)
    caller.expects('回访结果已记下')
    await caller.says(`回访 ${NO} 满意`)
    caller.expects('已经有结果了')
    await caller.says('回访清单')
    caller.expects('现在没有要回访的')
    expect((await eventsOf(house(), 'revisited')).at(-1)).toMatchObject({
      by: 'u-zhouting',
      unit: 'chengguan',
      rounds: 0,
      solved: true,
      satisfied: false,
      note: '来得太晚',
    })
    house().hearsNothing('v-lihua', 'u-zhangwei')
  })

  it('is done once more when it is not solved', async () => {
    await drawnFor(house())
    house().readsAll()
    await house().person('u-zhouting').says(`回访 ${NO} 没解决 摊子又摆出来了`)
    house().expects('u-zhouting', '已经重新办理')
    house().expects('u-zhangwei', '0001', '摊子又摆出来了')
    house().expects('v-lihua', '您说还没有解决，由城管中队重新办理')
    expect(await only(house())).toMatchObject({ stage: 'dispatched', reopens: 1 })
    house().readsAll()
  })

  it('is answered in the chat where the caller asks there; one tap says both', async () => {
    await drawnFor(house())
    house().readsAll()
    await house().person('u-zhouting').says(`回访 ${NO} 在线`)
    house().expects('u-zhouting', '在聊天里问了')
    const ask = house().expects('v-lihua', '镇里回访', '解决了吗')
    await house().person('v-lihua').taps(ask, keyOf(ask, 'revisit-say'))
    house().expects('v-lihua', '谢谢您的回复')
    house().expects('v-lihua', '谢谢您的评价')
    expect(await eventsOf(house(), 'revisited')).toMatchObject([
      { by: 'reporter', unit: 'chengguan', solved: true, satisfied: true },
    ])
    await house().person('v-lihua').taps(ask, keyOf(ask, 'revisit-say'), { stale: true })
    house().expects('v-lihua', '已经有结果了')
    house().reads('v-lihua')
    await house().person('v-zhaomin').says(`回访答复 ${NO} 没解决`)
    house().expects('v-zhaomin', '没有找到这一件回访')
  })

  it('of who asked to be kept is made in his chat only, and the group is told of no number', async () => {
    await drawnFor(house(), '保密，王家村村口有人占道摆摊')
    const list = textOf(house().expects(COMMAND, '11月回访清单', '另有 1 件要求匿名、保密'))
    expect(list).not.toMatch(/0001|王家村|查看反映人/)
    const ask = house().expects('v-lihua', '镇里回访')
    await house().person('u-zhouting').says(`回访 ${NO} 解决`)
    house().expects('u-zhouting', '不打电话，只在聊天里问')
    const keys = (ask.card?.['button_list'] as { key: string }[]).map(({ key }) => key)
    await house()
      .person('v-lihua')
      .taps(ask, keys.at(-1) ?? '')
    house().expects('v-lihua', '重新办理', '哪里还没解决')
    house().expects('u-zhangwei', '0001')
    house().readsAll()
    expect(await only(house())).toMatchObject({ stage: 'dispatched', reopens: 1 })
  })

  it.each([
    ['u-zhangwei', `回访 ${NO} 解决`, '派单员'],
    ['u-songming', `回访 ${NO} 解决`, '派单员'],
    ['u-zhouting', `回访 ${NO} 问过了`, '没有看懂回访结果'],
    ['u-zhouting', '回访 QS-HF2026-0007 解决', '没有找到这一件回访'],
    ['u-zhangwei', '回访清单', '只给监督人员'],
  ])('%s says 「%s」: %s', async (who, words, told) => {
    await drawnFor(house())
    house().readsAll()
    await house().person(who).says(words)
    house().expects(who, told)
  })

  it('of two callers at once one is written down and the other is told', async () => {
    await drawnFor(house())
    house().readsAll()
    await Promise.all([
      house().person('u-zhouting').says(`回访 ${NO} 解决 满意`),
      house().person('u-hepeng').says(`回访 ${NO} 没解决`),
    ])
    const said = ['u-zhouting', 'u-hepeng'].map((who) => textOf(house().expects(who, /已记下|已经有结果|重新办理/)))
    expect(said.filter((text) => text.includes('已经有结果'))).toHaveLength(1)
    house().readsAll()
  })

  it('that nobody made is over when the next month is drawn', async () => {
    await drawnFor(house())
    house().readsAll()
    await house().until('2027-01-04T09:05:00+08:00')
    house().readsAll()
    expect(await house().rowsOf(`SELECT "state" FROM "entry" WHERE "kind" = 'revisit'`)).toEqual([{ state: 'lapsed' }])
    await house().person('u-zhouting').says(`回访 ${NO} 解决`)
    house().expects('u-zhouting', '已经有结果了')
  })
})

describe('a dispatcher who is of the unit', () => {
  const house = eachTestHasAHouse({
    towns: (towns: readonly Town[]) =>
      towns.map((town) => ({
        ...town,
        people: town.people.map((each) => (each.userid === 'u-hepeng' ? { ...each, station: 'chengguan' } : each)),
      })),
  })

  it('does not call about what his own unit handled', async () => {
    await drawnFor(house())
    house().readsAll()
    await house().person('u-hepeng').says(`回访 ${NO} 解决 满意`)
    house().expects('u-hepeng', '办理单位的人不能回访')
  })
})

describe('a reporter whose case is late', () => {
  const house = eachTestHasAHouse()

  it('hears that the leaders know, and what happens next', async () => {
    await house().person('v-lihua').says('王家村村口有人占道摆摊')
    house().readsAll()
    await house().until('2026-12-02T20:00:00+08:00')
    house().expects('v-lihua', '提醒分管领导', '督促城管中队抓紧办', '进度 0001')
    house().expects(LEADERS, '0001')
    house().readsAll()
  })
})
