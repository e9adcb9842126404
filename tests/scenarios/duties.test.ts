import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { replaceList } from '../../config/duties/history.ts'
import { textOf } from './house.ts'
import type { Town } from '../../domain/town.ts'
import { COMMAND, eachTestHasAHouse, reported, signed, UNIT_GROUP } from './story.ts'

const lent = (validUntil: string) => (towns: readonly Town[]) =>
  towns.map((town) => ({
    ...town,
    delegations: [
      { items: ['CG002'], from: '县城管局', to: 'chengguan', doc: '委托书1号', validFrom: '2026-01-01', validUntil },
    ],
  }))

describe('the duty list', () => {
  const house = eachTestHasAHouse()

  it('says who leads, helps, approves, supervises and punishes, and the article', async () => {
    await house().person('u-zhangwei').says('谁管 露天焚烧')
    house().expects('u-zhangwei', '露天焚烧', '主办 生态环境所', '协办', '处罚', '监管', '《')
    await house().person('v-lihua').says('违法占地归谁管')
    house().expects('v-lihua', '自然资源所')
    await house().person('u-zhangwei').says('谁管 广告牌子歪了')
    house().expects('u-zhangwei', '户外广告')
  })

  it('is drawn as a picture, item by step by unit by person', async () => {
    await house().person('u-zhangwei').says('导图 违法占地')
    const [drawn] = house().unread('u-zhangwei')
    expect(drawn?.kind).toBe('image')
    expect(drawn?.files).toHaveLength(1)
    house().readsAll()
  })

  it('names what else the words may mean beside the picture', async () => {
    await house().person('u-zhangwei').says('导图')
    house().expects('u-zhangwei', '导图 占道经营')
    await house().person('u-zhangwei').says('导图 垃圾')
    const drawn = house().unread('u-zhangwei')
    expect(drawn.map(({ kind }) => kind)).toEqual(['image'])
    house().readsAll()
  })

  it.each([
    ['谁管 消费纠纷', '可自行核查、责令改正、处罚', '核查后移送'],
    ['谁管 飞线充电', '可自行核查、责令改正、处罚', '一起办'],
    ['谁管 井盖', '处罚 清单没有写', '一起办'],
    ['请问占道归哪个部门管', '“占道”由谁管', '请问'],
    ['谁管：烧秸杆', '露天焚烧秸秆垃圾', '没有找到'],
    ['占地盖房子归谁管', '违法占地', '没有找到'],
  ])('%s says what the card says', async (words, says, not) => {
    const officer = house().person('u-zhangwei')
    await officer.says(words)
    const said = house().unread('u-zhangwei').map(textOf).join()
    expect(said).toContain(says)
    expect(said).not.toContain(not)
    house().readsAll()
  })

  it('tells the unit what it may do by itself', async () => {
    const { groupCard } = await reported(house())
    expect(textOf(groupCard)).toMatch(/权限 可(?:自行)?核查/)
    await house().person('u-zhangwei').says('详情 0001')
    house().expects('u-zhangwei', '权限：')
    house().readsAll()
  })
})

describe('a new duty list', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shaozi-lists-'))
  await cp('config/town', folder, { recursive: true })
  afterAll(() => rm(folder, { recursive: true }))
  const house = eachTestHasAHouse({ folder })
  const put = { now: new Date('2026-11-24T02:00:00Z'), by: 'lin', how: 'import', source: '清单.xlsx' } as const

  it('is in force from the next message on, and a faulty one leaves the old one in force', async () => {
    const officer = house().person('u-zhangwei')
    await officer.says('谁管 露天焚烧')
    officer.expects('主办 生态环境所')
    const csv = await readFile(join(folder, 'duties.csv'), 'utf8')
    await replaceList(folder, csv.replace(/^(HB001,.*,own,)huanbao,[^,]*/mu, '$1yingji,huanbao'), put)
    await officer.says('谁管 露天焚烧')
    officer.expects('主办 应急管理站')
    await replaceList(folder, csv.replaceAll('yingji', 'nobody'), put)
    await officer.says('谁管 露天焚烧')
    officer.expects('主办 应急管理站')
    await replaceList(folder, csv, put)
    await officer.says('谁管 露天焚烧')
    officer.expects('主办 生态环境所')
    house().readsAll()
  })
})

describe('a penalty the unit may not decide', () => {
  const house = eachTestHasAHouse({ towns: lent('2026-11-01') })

  it('is not promised by 谁管: it says that what was lent is over', async () => {
    await house().person('u-zhangwei').says('谁管 乱倒垃圾')
    house().expects('u-zhangwei', '委托 2026-11-01 已到期，要处罚先报县城管局', '委托书1号', '不能按它处罚')
  })

  it('is stopped when the power that was lent is over, with what to do instead', async () => {
    const { caseNo } = await signed(house())
    const officer = house().person('u-zhangwei')
    await officer.says(`办结 ${caseNo} 罚款200元，已清走`)
    officer.expects('没有处罚权', '续办委托', '县城管局')
    await officer.says(`办结 ${caseNo} 已清走，处罚移送县城管局`)
    officer.expects('办结')
    house().readsAll()
  })
})

const ended = (towns: readonly Town[]) =>
  towns.map((town) => ({
    ...town,
    duties: town.duties.map((duty) =>
      duty.code === 'HB001'
        ? { ...duty, validUntil: '2026-11-20' }
        : duty.code === 'ZR001'
          ? { ...duty, validFrom: '2027-01-01' }
          : duty,
    ),
  }))

const told = (punish: string) => (towns: readonly Town[]) =>
  towns.map((town) => ({
    ...town,
    duties: town.duties.map((duty) => (duty.code === 'HB003' ? { ...duty, mode: 'refer' as const, punish } : duty)),
  }))

describe.each([
  ['huanbao', '生态环境所'],
  ['市农业农村局', '市农业农村局'],
])('what others must be told of (%s)', (punish, name) => {
  const house = eachTestHasAHouse({ towns: told(punish) })

  it('names them, with a number to call', async () => {
    await house().person('v-lihua').says('张庄养猪场臭气熏天')
    house().expects('v-lihua', name, '12345')
    house().readsAll()
  })
})

describe('an item that is over, or has not begun', () => {
  const house = eachTestHasAHouse({ towns: ended })

  it('is answered as such, and leads no case', async () => {
    await house().person('u-zhangwei').says('谁管 露天焚烧')
    house().expects('u-zhangwei', '露天焚烧秸秆垃圾', '2026-11-20 失效')
    await house().person('v-lihua').says('违法占地归谁管')
    house().expects('v-lihua', '2027-01-01 起才有效')
    await house().person('v-lihua').says('王家村村口有人烧秸秆')
    house().readsAll()
    const [task] = await house().core.ctx.store.tasks({ limit: 1 })
    expect(task?.item).not.toBe('HB001')
  })
})

describe('what ends', () => {
  const house = eachTestHasAHouse({ towns: lent('2026-12-25') })

  it('is said 60, 30 and 7 days before, in the morning, once', async () => {
    await house().nights()
    await house().until('2026-11-25T08:31:00+08:00')
    house().expects(COMMAND, '到期提醒', '还有 30 天', '委托书1号', '2026-12-25')
    house().hearsNothing(UNIT_GROUP)
    await house().until('2026-12-18T08:31:00+08:00')
    house().expects(COMMAND, '还有 7 天')
    house().readsAll()
  })
  it('is said on the next morning where the program was down on that one, and not once more', async () => {
    await house().nights()
    await house().until('2026-11-25T08:31:00+08:00')
    house().expects(COMMAND, '还有 30 天')
    house().clock.set(new Date('2026-12-20T07:00:00+08:00'))
    await house().restart()
    await house().nights()
    await house().until('2026-12-20T08:31:00+08:00')
    house().expects(COMMAND, '到期提醒', '还有 5 天', '委托书1号')
    house().readsAll()
    await house().until('2026-12-22T08:31:00+08:00')
    house().hearsNothing(COMMAND)
  })
})

describe('a fight', () => {
  const house = eachTestHasAHouse()

  it.each(['张庄有两家打起来了', '东关有俩人打起来了头都破了'])(
    'goes to the police station of the house: %s',
    async (text) => {
      await house().person('v-lihua').says(text)
      house().expects('v-lihua', '110')
      expect(house().expects('wrPAICHU', /QS\d{6}-\d{4}/).content).not.toContain('不归镇里')
      house().readsAll()
      expect((await house().core.ctx.store.tasks({ limit: 1 }))[0]).toMatchObject({
        lead: 'paichu',
        level: 'emergency',
      })
    },
  )

  it('that is over is told whom to call', async () => {
    await house().person('v-lihua').says('张庄老有人醉酒闹事')
    house().expects('v-lihua', '派出所', '110')
    house().readsAll()
  })
})

describe('a case whose unit was accused', () => {
  const house = eachTestHasAHouse()

  it('keeps its item with another unit, and the power of that unit', async () => {
    await house().person('v-lihua').says('王家村有人占道摆摊，城管的张伟不管')
    await house().person('u-songming').says('指派 0001 综合行政执法大队')
    house().expects('wrDADUI', '占道经营', '处罚')
    house().readsAll()
    expect((await house().core.ctx.store.tasks({ limit: 1 }))[0]).toMatchObject({ item: 'CG001', lead: 'dadui' })
  })
})

describe('an item that is told to others', () => {
  const house = eachTestHasAHouse({
    towns: (towns) =>
      towns.map((town) => ({
        ...town,
        duties: town.duties.map((duty) =>
          duty.code === 'PC001' ? { ...duty, lead: 'huanbao', punish: '市农业农村局' } : duty,
        ),
      })),
  })

  it('names who decides it, with a number to call', async () => {
    await house().person('v-lihua').says('张庄老有人醉酒闹事')
    house().expects('v-lihua', '市农业农村局', '12345')
    house().readsAll()
  })
})
