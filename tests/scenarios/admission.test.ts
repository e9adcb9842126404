import { describe, expect, it } from 'vitest'
import type { Town } from '../../domain/town.ts'
import type { House } from './house.ts'
import { COMMAND, eachTestHasAHouse } from './story.ts'

const NO = 'QS-ZR2026-0001'
const PRINTED = 'QS准入〔2026〕第0001号'
const stored = (house: House) => house.core.ctx.store.admission(NO)

/** The command room records a task nobody has a rule for; the supervisor is asked. */
async function held(house: House): Promise<void> {
  await house.person('u-zhouting').says('准入 市文旅局 每周报送游客满意度问卷一百份')
  house.expects('u-zhouting', PRINTED, '不在')
  house.expects('u-songming', PRINTED, '市文旅局', '批准准入')
  house.expects(COMMAND, PRINTED)
}

describe('a task pushed down by a department', () => {
  const house = eachTestHasAHouse()

  it('that is on the duty list is an ordinary case', async () => {
    await house().person('u-liqiang').says('准入 市城管局 王家村占道摆摊要整治')
    house().expects('u-liqiang', '在清单内', 'QS261124-0001', '城管中队')
    house().readsAll()
    expect(await house().core.ctx.store.tasks({ limit: 1 })).toMatchObject([{ stage: 'dispatched', lead: 'chengguan' }])
    expect(await stored(house())).toBeNull()
  })

  it.each([
    '准入 市城管局 王家村占道摆摊整治台账每日报送',
    '市城管局要求我们每周报一次占道摆摊统计表',
    '接市城管局通知，要求镇里统计占道摊位',
    '准入 市应急局 火灾隐患排查台账每天报送',
  ])('that asks for papers about an item is not the item: %s', async (words) => {
    await house().person('u-zhouting').says(words)
    house().expects('u-zhouting', PRINTED, '不在')
    house().readsAll()
    expect(await house().core.ctx.store.tasks({ limit: 1 })).toEqual([])
  })

  it('that is not on it is numbered, held and put before the supervisor', async () => {
    await held(house())
    expect(await stored(house())).toMatchObject({ status: 'held', department: '市文旅局', by: 'u-zhouting' })
    expect(await house().core.ctx.store.tasks({ limit: 1 })).toEqual([])
  })

  it('is a case once a supervisor names the document that allows it', async () => {
    await held(house())
    const supervisor = house().person('u-songming')
    await supervisor.says(`批准准入 ${NO}`)
    supervisor.expects('批文号')
    await supervisor.says(`批准准入 ${NO} 好`)
    supervisor.expects('批文号')
    await supervisor.says(`批准准入 ${NO} 青政办〔2026〕12号`)
    supervisor.expects(PRINTED, '青政办〔2026〕12号', 'QS261124-0001')
    house().readsAll()
    const [task] = await house().core.ctx.store.tasks({ limit: 1 })
    expect(task?.text).toContain('青政办〔2026〕12号')
    expect(await stored(house())).toMatchObject({
      status: 'approved',
      caseNo: 'QS261124-0001',
      decidedBy: 'u-songming',
    })
    const steps = (await house().core.ctx.store.timeline(task?.id ?? '')).map(({ type }) => type)
    expect(steps).toContain('admitted')
    await supervisor.says(`不予准入 ${PRINTED} 想反悔`)
    supervisor.expects('已经审批过了')
  })

  it('is refused with a reason, and whoever recorded it hears why', async () => {
    await held(house())
    const supervisor = house().person('u-songming')
    await supervisor.says('不予准入 0001 没有法律依据')
    supervisor.expects('不予准入', '没有法律依据')
    house().expects('u-zhouting', '没有法律依据')
    house().expects(COMMAND, '没有法律依据')
    expect(await stored(house())).toMatchObject({ status: 'refused', caseNo: null })
    expect(await house().core.ctx.store.tasks({ limit: 1 })).toEqual([])
  })

  it('is not let in by who recorded it, but by another of the command room', async () => {
    await held(house())
    await house().person('u-zhouting').says(`批准准入 ${NO} 青政办〔2026〕12号`)
    house().expects('u-zhouting', '您登记的', '另一位')
    expect(await stored(house())).toMatchObject({ status: 'held' })
    await house().person('u-hepeng').says(`批准准入 ${NO} 青政办〔2026〕12号`)
    house().expects('u-hepeng', PRINTED, 'QS261124-0001')
    house().readsAll()
    expect(await stored(house())).toMatchObject({ status: 'approved', decidedBy: 'u-hepeng' })
  })

  it('may be passed on in the words it came in', async () => {
    await house().person('u-hepeng').says('市文旅局交办：每周报送游客满意度问卷一百份')
    house().expects('u-hepeng', PRINTED)
    house().readsAll()
    expect(await stored(house())).toMatchObject({ department: '市文旅局', text: '每周报送游客满意度问卷一百份' })
  })

  it('is spoken of to the supervisor again after three working days, and no more once it is decided', async () => {
    await held(house())
    await house().until('2026-11-27T09:59:00+08:00')
    house().hearsNothing('u-songming')
    await house().until('2026-11-27T10:01:00+08:00')
    house().expects('u-songming', PRINTED, '没有审批')
    await house().person('u-songming').says('不予准入 0001 没有依据')
    house().readsAll()
    await house().forward('15d')
    house().hearsNothing('u-songming', COMMAND)
  })

  it('is listed', async () => {
    await held(house())
    await house().person('u-songming').says('准入清单')
    house().expects('u-songming', PRINTED, '待审批')
    await house().person('u-zhouting').says('准入 市统计局 每月报送牲畜存栏台账两份')
    house().expects('u-zhouting', '第0002号')
    house().readsAll()
  })

  it('pushed down twice is one: held or let in, the number it has is named', async () => {
    await held(house())
    const room = house().person('u-zhouting')
    await room.says('市文旅局交办：每周报送游客满意度问卷一百份！')
    room.expects(PRINTED, '登记过', '等审批')
    house().hearsNothing('u-songming', COMMAND)
    await house().person('u-hepeng').says(`批准准入 ${NO} 青政办〔2026〕12号`)
    house().readsAll()
    await room.says('准入 市文旅局 每周报送游客满意度问卷一百份')
    room.expects(PRINTED, '已批准', 'QS261124-0001')
    expect(await house().core.ctx.store.admissions('QS', 9)).toHaveLength(1)
  })

  it('that is on the list and pushed down twice is one case', async () => {
    for (let n = 0; n < 2; n += 1) await house().person('u-liqiang').says('准入 市城管局 王家村占道摆摊要整治')
    house().expects('u-liqiang', '您之前报过', 'QS261124-0001')
    house().readsAll()
    expect(await house().core.ctx.store.tasks({ limit: 9 })).toHaveLength(1)
  })

  it('with danger in it waits for no paper', async () => {
    await house().person('u-zhouting').says('准入 市应急局 王家村山体滑坡需要转移群众')
    house().readsAll()
    expect(await house().core.ctx.store.tasks({ limit: 1 })).toMatchObject([{ level: 'emergency' }])
  })

  it.each([
    ['an officer records', 'u-zhangwei', '准入 市文旅局 报送问卷', '没有权限'],
    ['an officer passes it on', 'u-zhangwei', '市文旅局要求我们每周报一次游客问卷', '站所负责人或镇指挥室'],
    ['an officer decides', 'u-zhangwei', '批准准入 0001 青政办〔2026〕12号', '没有权限'],
    ['nothing is said', 'u-zhouting', '准入 市文旅局', '部门和事项'],
    ['the number is unknown', 'u-songming', '批准准入 QS-ZR2026-0099 青政办〔2026〕12号', '没有找到'],
  ])('is refused where %s', async (_what, who, words, says) => {
    await house().person(who).says(words)
    house().expects(who, says)
  })
})

/** A township beside it, with a supervisor of its own. */
function neighbour(town: Town): Town {
  const people = town.people.filter(({ roles }) => roles.includes('supervisor'))
  return { ...town, code: 'BX', name: '北溪镇', people: people.map((each) => ({ ...each, userid: 'u-beixi' })) }
}

describe('a task held in one township', () => {
  const house = eachTestHasAHouse({ towns: (towns) => towns.flatMap((town) => [town, neighbour(town)]) })

  it('is not decided in another', async () => {
    await held(house())
    await house().person('u-beixi').says(`批准准入 ${NO} 青政办〔2026〕12号`)
    house().expects('u-beixi', '没有找到')
    expect(await stored(house())).toMatchObject({ status: 'held' })
  })
})
