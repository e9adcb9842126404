import { describe, expect, it } from 'vitest'
import { joinReport } from '../../domain/case/join.ts'
import { inHand } from '../../handlers/cases.ts'
import { knownAlready } from '../../handlers/duplicate.ts'
import type { House } from './house.ts'
import { CASE_NO, COMMAND, eachTestHasAHouse, STALL } from './story.ts'

const SECOND = '王家村口摆摊的又把路占了，叫卖声很吵'

/** Two villagers report one thing in their own words: 0001 and 0002. */
async function twice(house: House): Promise<Readonly<{ first: string; second: string }>> {
  await house.person('v-lihua').says(STALL)
  const first = CASE_NO.exec(house.expects('v-lihua', CASE_NO).content)?.[0] ?? ''
  await notTheSame(house)
  const second = CASE_NO.exec(house.expects('v-zhaomin', CASE_NO).content)?.[0] ?? ''
  house.readsAll()
  return { first, second }
}

/** He is asked whether it is the same, and says no. */
async function notTheSame(house: House): Promise<void> {
  const villager = house.person('v-zhaomin')
  await villager.says(SECOND)
  villager.expects('0001', '同一件事')
  await villager.says('不是')
}

/** By what the platform calls them. */
async function reporters(house: House, caseNo: string): Promise<string[]> {
  const { store, people } = house.core.ctx
  const task = await store.taskByCaseNo(caseNo)
  const ids = await Promise.all((task?.reporters ?? []).map(({ userid }) => people?.whoIs(userid)))
  return ids.flatMap((id) => id ?? [])
}

const stored = (house: House, caseNo: string) => house.core.ctx.store.taskByCaseNo(caseNo)

describe('two cases of one thing', () => {
  const house = eachTestHasAHouse()

  it('are merged by the command room; everybody hears, and the steps of the one reach both reporters', async () => {
    const { first, second } = await twice(house())
    const room = house().person('u-zhouting')
    await room.says(`合并 ${first} ${second}`)
    room.expects(first, '已合并')
    house().expects('v-zhaomin', first, '0002', '已有 2 人反映')
    house().expects('wrCHENGGUAN', second, '已并入')
    house().readsAll()
    expect(await stored(house(), second)).toMatchObject({ stage: 'closed', mergedInto: first })
    await house().person('u-zhangwei').says(`签收 ${first}`)
    house().expects('v-lihua', first, '签收')
    house().expects('v-zhaomin', first, '签收')
    house().readsAll()
  })

  it('are one for whoever reported the second, by its old number too', async () => {
    const { first, second } = await twice(house())
    await house().person('u-zhouting').says(`合并 ${first} ${second}`)
    house().readsAll()
    const villager = house().person('v-zhaomin')
    await villager.says(`催一催 ${second}`)
    villager.expects(first, '催')
    await villager.says('撤回')
    villager.expects(first, '还有 1 人反映')
    house().readsAll()
    expect(await reporters(house(), first)).toEqual(['v-lihua'])
    await house().person('u-zhangwei').says(`签收 ${first}`)
    house().reads('u-zhangwei', 'u-wangfang', 'wrCHENGGUAN', 'v-lihua')
    villager.hearsNothing()
  })

  it('leave the old card answering with the new number', async () => {
    await house().person('v-lihua').says(STALL)
    await notTheSame(house())
    const card = house().expects('u-zhangwei', 'QS261124-0002')
    await house().person('u-zhouting').says('合并 0001 0002')
    house().readsAll()
    await house().person('u-zhangwei').taps(card, 'sign:QS261124-0002')
    house().expects('u-zhangwei', '已经并入 QS261124-0001')
    house().readsAll()
  })

  it('are taken apart again by their numbers, each with its own reporters', async () => {
    const { first, second } = await twice(house())
    const room = house().person('u-zhouting')
    await room.says(`合并 ${first} ${second}`)
    house().readsAll()
    await room.says(`拆分 ${first} ${second}`)
    room.expects(second, '单独办理')
    house().expects('v-zhaomin', second, '单独办理')
    house().expects('u-zhangwei', second)
    house().readsAll()
    expect(await reporters(house(), first)).toEqual(['v-lihua'])
    expect(await stored(house(), second)).toMatchObject({ stage: 'dispatched', mergedInto: null })
    await room.says(`合并 ${first} ${second}`)
    room.expects('已合并')
    house().readsAll()
    expect((await stored(house(), first))?.reporters).toHaveLength(2)
  })

  it('are kept as carefully as the more careful of the two, by whatever number, and when taken apart again', async () => {
    const { first, second } = await twice(house())
    const room = house().person('u-zhouting')
    await room.says(`合并 ${first} ${second}`)
    house().readsAll()
    await house().person('v-zhaomin').says(`保密 ${second}`)
    house().expects('v-zhaomin', '已保密', first)
    for (const no of [first, second]) {
      await room.says(`查看反映人 ${no} 案件需要核实情况`)
      expect(room.expects('第二个人').content).not.toMatch(/v-zhaomin|v-lihua/)
      house().readsAll()
    }
    await house().person('u-zhangwei').says(`详情 ${second}`)
    house().expects('u-zhangwei', '群众（要求保密')
    await room.says(`拆分 ${first} ${second}`)
    house().readsAll()
    expect(await stored(house(), second)).toMatchObject({ mergedInto: null, shield: 'confidential' })
  })

  it('are not given away in words by a 拆分 that names none of them', async () => {
    await house().person('v-lihua').says(STALL)
    await house().person('v-zhaomin').says(`${SECOND}，我叫周小红，电话13812345678`)
    await house().person('u-zhouting').says('合并 0001 0002')
    house().readsAll()
    await house().person('u-zhouting').says('拆分 0001 没有这样的话')
    expect(house().expects('u-zhouting', '并进来的有').content).not.toMatch(/周小红|13812345678/)
  })

  it('are taken apart by words of the second, too', async () => {
    const { first, second } = await twice(house())
    const room = house().person('u-zhouting')
    await room.says(`合并 ${first} ${second}`)
    house().readsAll()
    await room.says(`拆分 ${first} 没有这样的话`)
    room.expects('并进来的有', '叫卖声')
    await room.says(`拆分 ${first} 叫卖声`)
    room.expects(second, '单独办理')
    house().expects('v-zhaomin', second, '0001')
    house().readsAll()
    expect(await stored(house(), second)).toMatchObject({ stage: 'dispatched', mergedInto: null })
  })

  it.each([
    ['an officer', 'u-zhangwei', '合并 0001 0002', '只有镇指挥室'],
    ['one number', 'u-zhouting', '合并 0001', '编号'],
    ['the same number twice', 'u-zhouting', '合并 0001 0001', '同一件'],
    ['an unknown number', 'u-zhouting', '合并 0001 0099', '没有找到'],
    ['what was never merged', 'u-zhouting', '拆分 0001 0002', '没有并在一起'],
  ])('are not merged by %s', async (_what, who, words, answer) => {
    await twice(house())
    await house().person(who).says(words)
    house().expects(who, answer)
    house().hearsNothing(COMMAND, 'v-lihua', 'v-zhaomin')
  })

  it('are not merged when one is over', async () => {
    await twice(house())
    await house().person('v-zhaomin').says('撤回')
    house().readsAll()
    await house().person('u-zhouting').says('合并 0001 0002')
    house().expects('u-zhouting', '0002', '撤回')
  })

  it('are not merged twice', async () => {
    await twice(house())
    await house().person('u-zhouting').says('合并 0001 0002')
    house().readsAll()
    await house().person('u-zhouting').says('合并 0001 0002')
    house().expects('u-zhouting', '已经并入 QS261124-0001')
  })
})

describe('the answer to 「是同一件事吗」', () => {
  const house = eachTestHasAHouse()

  it.each([
    ['是王家村东头那边的', '东头'],
    ['对面那家也在摆', '对面那家'],
    ['是的，没有人管', '没有人管'],
  ])('%s is no yes: a case of its own, and nothing is lost', async (said, kept) => {
    await house().person('v-lihua').says(STALL)
    const villager = house().person('v-zhaomin')
    await villager.says(SECOND)
    villager.expects('同一件事')
    await villager.says(said)
    villager.expects('QS261124-0002')
    house().readsAll()
    expect((await stored(house(), 'QS261124-0002'))?.text).toContain(kept)
    expect(await reporters(house(), 'QS261124-0001')).toEqual(['v-lihua'])
  })

  it('is not a 「是」 to what was asked after it', async () => {
    await house().person('v-lihua').says(STALL)
    const villager = house().person('v-zhaomin')
    await villager.says('李家沟有人烧秸秆')
    house().readsAll()
    await villager.says(SECOND)
    villager.expects('同一件事')
    await house().forward('2m')
    await house().person('u-zhouting').says('问群众 0002 现在还在烧吗？')
    villager.expects('还在烧吗')
    await villager.says('是')
    villager.expects('QS261124-0003')
    house().readsAll()
    expect(await reporters(house(), 'QS261124-0001')).toEqual(['v-lihua'])
  })
})

describe('what is taken apart again', () => {
  const house = eachTestHasAHouse()
  const room = () => house().person('u-zhouting')
  const shield = async (caseNo: string) => (await stored(house(), caseNo))?.shield

  it('is kept as carefully as it was together', async () => {
    const { first, second } = await twice(house())
    await room().says(`合并 ${first} ${second}`)
    await house().person('v-zhaomin').says('保密')
    house().readsAll()
    await room().says(`拆分 ${first} ${second}`)
    const card = house().expects('u-zhangwei', second, '群众（要求保密')
    expect(card.card).toBeTruthy()
    house().readsAll()
    expect([await shield(first), await shield(second)]).toEqual(['confidential', 'confidential'])
  })

  it('of two merges is kept to the last, and comes apart from outside to inside', async () => {
    const { first, second } = await twice(house())
    await house().person('u-wangfang').says('王家村村口占道摆摊，桥头也有')
    await house().person('u-wangfang').says('不是')
    const third = 'QS261124-0003'
    await room().says(`合并 ${first} ${second}`)
    await room().says(`合并 ${third} ${first}`)
    await house().person('v-zhaomin').says('别说是我说的')
    house().readsAll()
    await room().says(`拆分 ${third} ${second}`)
    room().expects('请先回复“拆分 0003 0001”')
    await room().says(`拆分 ${third} ${first}`)
    await room().says(`拆分 ${first} ${second}`)
    house().readsAll()
    expect([await shield(first), await shield(second)]).toEqual(['confidential', 'confidential'])
    expect(await reporters(house(), third)).toEqual(['u-wangfang'])
    expect(await reporters(house(), first)).toEqual(['v-lihua'])
    expect(await reporters(house(), second)).toEqual(['v-zhaomin'])
  })

  it('does not bring back what was withdrawn meanwhile', async () => {
    const { first, second } = await twice(house())
    await room().says(`合并 ${first} ${second}`)
    await house().person('v-zhaomin').says('撤回')
    house().readsAll()
    await room().says(`拆分 ${first} ${second}`)
    room().expects('已经撤回')
    house().hearsNothing('v-zhaomin', 'u-zhangwei')
    expect(await stored(house(), second)).toMatchObject({ stage: 'closed', mergedInto: first })
  })

  it('nor does it bring back who withdrew of several', async () => {
    const { first, second } = await twice(house())
    await house().person('u-sunmei').says(SECOND)
    house().expects('u-sunmei', '已并入', second)
    await room().says(`合并 ${first} ${second}`)
    await house().person('v-zhaomin').says('撤回')
    await room().says(`拆分 ${first} ${second}`)
    house().readsAll()
    expect(await reporters(house(), first)).toEqual(['v-lihua'])
    expect(await reporters(house(), second)).toEqual(['u-sunmei'])
  })

  it('leaves who had reported both with both', async () => {
    const { first, second } = await twice(house())
    await house().person('v-zhaomin').says(STALL)
    house().expects('v-zhaomin', '已并入', first)
    await room().says(`合并 ${first} ${second}`)
    await room().says(`拆分 ${first} ${second}`)
    house().readsAll()
    expect(await reporters(house(), first)).toEqual(['v-lihua', 'v-zhaomin'])
    expect(await reporters(house(), second)).toEqual(['v-zhaomin'])
  })
})

describe('a report that was joined to a case', () => {
  const house = eachTestHasAHouse()

  it('is given a case of its own by its words, with the next number', async () => {
    await house().person('v-lihua').says(STALL)
    house().readsAll()
    const { ctx } = house().core
    const [task] = await ctx.store.tasks({ limit: 1 })
    if (!task) throw new Error('no case')
    const world = { towns: ctx.towns, calendar: ctx.calendar, now: ctx.now(), id: ctx.id }
    const reporter = { userid: 'v-zhaomin', chat: { type: 'single', id: 'v-zhaomin' } } as const
    const joining = { text: SECOND, reporter, how: 'offered' } as const
    await ctx.store.commit(joinReport(await inHand(ctx, task), joining, world), world.now)
    await house().settled()
    house().expects('v-zhaomin', '已并入 0001，已有 2 人反映')
    house().expects('u-zhangwei', '又有人反映', '叫卖声')
    house().readsAll()
    await house().person('u-zhouting').says('拆分 0001 叫卖声')
    house().expects('u-zhouting', 'QS261124-0002', '单独办理')
    house().expects('v-zhaomin', 'QS261124-0002', '0001')
    house().readsAll()
    expect(await reporters(house(), 'QS261124-0001')).toEqual(['v-lihua'])
    expect(await reporters(house(), 'QS261124-0002')).toEqual(['v-zhaomin'])
  })

  it('takes the wish to be kept with it', async () => {
    await house().person('v-lihua').says(STALL)
    await house().person('v-zhaomin').says(SECOND)
    await house().person('v-zhaomin').says('是同一件')
    await house().person('v-zhaomin').says('匿名')
    house().readsAll()
    await house().person('u-zhouting').says('拆分 0001 叫卖声')
    house().expects('u-zhouting', 'QS261124-0002', '单独办理')
    house().readsAll()
    expect((await stored(house(), 'QS261124-0002'))?.shield).toBe('anonymous')
  })
})

describe('a joined report that is taken apart', () => {
  const house = eachTestHasAHouse()

  it('stays as confidential as its writer asked', async () => {
    await house().person('v-lihua').says(STALL)
    const villager = house().person('v-zhaomin')
    await villager.says(SECOND)
    await villager.says('是')
    villager.expects('已并入 0001')
    await villager.says('保密 0001')
    villager.expects('已保密')
    house().readsAll()
    await house().person('u-zhouting').says('拆分 0001 叫卖声')
    villager.expects('QS261124-0002', '单独办理')
    house().readsAll()
    expect(await stored(house(), 'QS261124-0002')).toMatchObject({ shield: 'confidential' })
  })
})

describe('a report of what is known', () => {
  const house = eachTestHasAHouse()
  const told = (text: string, place = { code: 'QS01', name: '王家村' }) =>
    knownAlready(house().core.ctx, { town: 'QS', text, place, item: null, at: house().clock.now() })

  it('is found among the open cases near it', async () => {
    const { first, second } = await twice(house())
    const found = await told(STALL)
    expect(found.map(({ task, same }) => [task.caseNo, same])).toEqual([[first, true]])
    expect(await told(STALL, { code: 'QS02', name: '李家沟' })).toEqual([])
    expect(await told(`${STALL}，举报城管中队的人收了钱`)).toEqual([])
    await house().person('u-zhouting').says(`合并 ${second} ${first}`)
    house().readsAll()
    expect((await told(STALL)).map(({ task }) => task.caseNo)).not.toContain(first)
  })
})

describe('one thing told again', () => {
  const house = eachTestHasAHouse()
  const count = async () => (await house().core.ctx.store.tasks({ limit: 9 })).length

  it.each([STALL, '我昨天报的那个还没人管', '上次反映的占道怎么还没处理'])(
    'by the one who reported it is a nudge, answered with its number and how it stands: %s',
    async (words) => {
      const villager = house().person('v-lihua')
      await villager.says(STALL)
      house().readsAll()
      await house().forward('1d')
      house().readsAll()
      await villager.says(words)
      const answer = villager.expects('您之前报过', 'QS261124-0001', '待签收', '催')
      expect(answer.content).not.toContain('人反映')
      await house().forward('2m')
      house().expects('u-zhangwei', 'QS261124-0001', '反映人催办')
      house().readsAll()
      expect(await count()).toBe(1)
      expect((await stored(house(), 'QS261124-0001'))?.nudges).toBe(1)
    },
  )

  it('by him without a place, before and now, is known at once', async () => {
    const villager = house().person('v-lihua')
    await villager.says('有人占道摆摊没人管')
    await villager.says('说不清楚')
    house().readsAll()
    await villager.says('有人占道摆摊没人管')
    villager.expects('您之前报过', 'QS261124-0001')
    house().readsAll()
    expect(await count()).toBe(1)
  })

  it('by another, and neither says where: two cases, and the command room may join them', async () => {
    const words = '天天一大早有人占道摆摊卖菜'
    for (const who of ['v-lihua', 'v-zhaomin']) {
      await house().person(who).says(words)
      house().expects(who, '在哪里')
      await house().person(who).says('说不清楚')
      house().expects(who, '已受理')
    }
    await house().forward('2m')
    house().expects(COMMAND, '可能是同一件', '合并 0001 0002')
    house().readsAll()
    expect(await count()).toBe(2)
  })

  it('with two problems at one place is joined problem by problem', async () => {
    const words = '王家村村口有人占道摆摊，另外东关市场有家店卖过期食品'
    await house().person('v-lihua').says(words)
    house().readsAll()
    await house().person('v-zhaomin').says(words)
    house().expects('v-zhaomin', '已并入 0001', '已有 2 人反映')
    house().expects('v-zhaomin', '已并入 0002', '已有 2 人反映')
    house().readsAll()
    expect(await count()).toBe(2)
  })

  it('with one problem that is known and one that is new: the one is joined, the other is a case', async () => {
    await house().person('v-lihua').says('王家村村口有人占道摆摊')
    house().readsAll()
    await house().person('v-zhaomin').says('王家村村口有人占道摆摊，另外东关市场有家店卖过期食品')
    house().expects('v-zhaomin', 'QS261124-0002', '过期食品')
    house().expects('v-zhaomin', '已并入 0001', '已有 2 人反映')
    house().readsAll()
  })
})
