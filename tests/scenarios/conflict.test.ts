import { describe, expect, it } from 'vitest'
import type { House } from './house.ts'
import {
  CASE_NO,
  COMMAND,
  eachTestHasAHouse,
  finished,
  keyOf,
  LEADERS,
  reported,
  signed,
  STALL,
  UNIT_GROUP,
} from './story.ts'

const ACCUSED = ['u-liqiang', 'u-zhangwei', 'u-wangfang', UNIT_GROUP] as const
const COMPLAINT = '王家村有人占道摆摊，举报城管中队张伟收了摊贩的钱'

const only = async (house: House) => (await house.core.ctx.store.tasks({ limit: 1 }))[0]

describe('a complaint about the unit that would have it', () => {
  const house = eachTestHasAHouse()

  it('goes to the supervisors, and to nobody who is complained about', async () => {
    await house().person('v-lihua').says(COMPLAINT)
    house().expects('v-lihua', CASE_NO)
    const card = house().expects('u-songming', CASE_NO, '张伟')
    expect(keyOf(card, 'assign')).not.toContain('chengguan')
    house().hearsNothing(...ACCUSED, COMMAND, LEADERS)
    expect(await only(house())).toMatchObject({ stage: 'triage', lead: null })
  })

  it('is given to another unit by a supervisor; the accused cannot touch or read it', async () => {
    await house().person('v-lihua').says(COMPLAINT)
    house().reads('v-lihua', 'u-songming')
    const supervisor = house().person('u-songming')
    await supervisor.says('指派 0001 城管中队')
    supervisor.expects('回避')
    await supervisor.says('指派 0001 综合行政执法大队')
    supervisor.expects('综合行政执法大队')
    house().expects('wrDADUI', CASE_NO)
    house().reads('v-lihua', 'u-tangwei', 'u-xuejing', 'wrDADUI', 'wrPAICHU')
    const accused = house().person('u-zhangwei')
    await accused.says('签收 0001')
    accused.expects('没有找到')
    await accused.says('详情 0001')
    accused.expects('没有找到')
    await accused.says('进度 0001')
    accused.expects('没有找到')
    await house().person('u-tangwei').says('签收 0001')
    house().readsAll()
    expect(await only(house())).toMatchObject({ stage: 'signed', lead: 'dadui' })
  })

  it('stays away from the accused through every deadline', async () => {
    await house().person('v-lihua').says(COMPLAINT)
    house().readsAll()
    await house().forward('5d')
    house().hearsNothing(...ACCUSED)
    house().readsAll()
  })

  it('about somebody of the command room is not shown there', async () => {
    await house().person('v-lihua').says('王家村有人占道摆摊，举报周婷收礼')
    house().hearsNothing(COMMAND, 'u-zhouting')
    house().readsAll()
    await house().forward('8d')
    house().hearsNothing(COMMAND, 'u-zhouting')
    await house().person('u-zhouting').says('详情 0001')
    house().expects('u-zhouting', '没有找到')
    house().readsAll()
  })

  it('with danger in it goes at once, to another unit', async () => {
    await house().person('v-lihua').says('王家村占道摆摊，有人受伤，举报城管中队的人收钱')
    house().expects('wrYINGJI', CASE_NO)
    house().expects('u-songming', CASE_NO, '城管中队')
    house().hearsNothing(...ACCUSED)
    house().readsAll()
  })
})

describe('an accusation that comes later', () => {
  const house = eachTestHasAHouse()

  /** The unit is only told that it is rid of it, and never why. */
  const isTakenAway = async () => {
    for (const chat of ['u-zhangwei', UNIT_GROUP]) {
      house().expects(chat, '已改派', '不用再办')
      house().hearsNothing(chat)
    }
    house().reads('u-wangfang')
    house().hearsNothing('u-liqiang', COMMAND, LEADERS)
    expect(await only(house())).toMatchObject({ stage: 'triage', lead: null, holder: null })
  }

  it.each([
    '补充 0001 就是王队长收了钱不管',
    '追加 0001 城管站的人和老板有关系',
    '补充 0001 老板是他们领导的亲戚，你们队长收了好处',
    '你们队长收了老板的钱，所以不管',
    '不满意 0001 王队长收了钱不管',
  ])('is put before the supervisors, and the case taken from who is accused: %s', async (words) => {
    await signed(house())
    await house().person('v-lihua').says(words)
    house().expects('v-lihua', '监督人员', '没有发给被反映的人')
    const card = house().expects('u-songming', CASE_NO)
    expect(keyOf(card, 'assign')).not.toContain('chengguan')
    await isTakenAway()
    await house().person('u-zhangwei').says('详情 0001')
    house().readsAll()
  })

  it('in an answer to a question of the bot is no different', async () => {
    await signed(house())
    await house().person('v-lihua').says('补充 0001')
    house().reads('v-lihua')
    await house().person('v-lihua').says('城管张伟通风报信')
    house().expects('v-lihua', '监督人员')
    house().expects('u-songming', '张伟')
    await isTakenAway()
  })

  it.each(['没解决 0001 王队长收了好处', '申诉 0001 就是王队长收了钱不管', '不满意 0001 你们队长包庇他们'])(
    'after it was finished: %s',
    async (words) => {
      await finished(house())
      await house().person('v-lihua').says(words)
      house().reads('v-lihua')
      house().expects('u-songming', CASE_NO)
      await isTakenAway()
    },
  )

  it('goes to another unit, with its own time, and stays away from the accused', async () => {
    await signed(house())
    await house().person('v-lihua').says('补充 0001 你们队长收了老板的钱')
    house().readsAll()
    const supervisor = house().person('u-songming')
    await supervisor.says('指派 0001 城管中队')
    supervisor.expects('回避')
    await supervisor.says('指派 0001 综合行政执法大队')
    house().expects('wrDADUI', CASE_NO)
    house().readsAll()
    await house().forward('6d')
    house().hearsNothing(...ACCUSED)
    house().readsAll()
  })

  it('of somebody else only keeps him away', async () => {
    await reported(house())
    await house().person('v-lihua').says('补充 0001 派出所的人吃拿卡要')
    house().expects('u-zhangwei', '反映人补充')
    expect(await only(house())).toMatchObject({ stage: 'dispatched', lead: 'chengguan', assist: ['huanbao'] })
    house().hearsNothing('wrPAICHU')
    house().readsAll()
  })
})

describe('somebody of the command room who is accused', () => {
  const house = eachTestHasAHouse()

  it('can do nothing to the complaint about her, nor read it', async () => {
    await reported(house(), STALL)
    await house().person('v-zhaomin').says('李家沟有人占道摆摊，举报周婷收礼')
    house().readsAll()
    const before = await house().core.ctx.store.tasks({ limit: 5 })
    const accused = house().person('u-zhouting')
    for (const words of [
      '合并 0001 0002',
      '合并 0002 0001',
      '拆分 0001 0002',
      '指派 0002 派出所',
      '督办 0002',
      '地点 0002 王家村',
      '问群众 0002 是谁说的？',
      '查看反映人 0002 了解情况',
      '详情 0002',
      '进度 0002',
    ]) {
      await accused.says(words)
      accused.expects('没有找到')
    }
    expect(await house().core.ctx.store.tasks({ limit: 5 })).toEqual(before)
    await accused.says('今日')
    const seen = accused.expects('今日')
    expect(seen.content).not.toContain('0002')
    house().readsAll()
  })
})

describe('a complaint that lies with the supervisors', () => {
  const house = eachTestHasAHouse()

  it('is neither read nor assigned by the command room; its reporter hears who has it', async () => {
    await house().person('v-lihua').says(COMPLAINT)
    house().expects('v-lihua', '监督人员', '定了马上告诉您')
    house().reads('u-songming')
    const clerk = house().person('u-zhouting')
    for (const words of ['指派 0001 综合行政执法大队', '详情 0001', '地点 0001 李家沟', '查看反映人 0001 了解情况']) {
      await clerk.says(words)
      clerk.expects('没有找到')
    }
    await house().person('v-lihua').says('补充 0001 有照片为证')
    house().expects('v-lihua', '监督人员')
    house().expects('u-songming', '有照片为证')
    house().hearsNothing(COMMAND, ...ACCUSED)
    await house().person('u-songming').says('指派 0001 综合行政执法大队')
    house().readsAll()
    await clerk.says('详情 0001')
    clerk.expects(CASE_NO, '综合行政执法大队')
  })

  it.each([
    ['派出所小沈跟赌场老板一伙的，在张庄赌博', ['u-shenhao', 'wrPAICHU']],
    ['保密，王家村有人占道摆摊，城管的张伟不管', ['u-zhangwei', UNIT_GROUP]],
    ['指挥室的周婷把我的件压着不派，王家村垃圾堆成山', ['u-zhouting', COMMAND, UNIT_GROUP]],
    ['镇长陈振他小舅子在李家沟挖沙', ['u-chenzhen', LEADERS]],
    ['韩冰是我邻居，他家在柳树营占耕地盖房', ['u-hanbing', 'wrZIRAN']],
    ['张伟这个城管在张庄桥头掀我摊子', ['u-zhangwei', UNIT_GROUP, COMMAND]],
    ['李强打人', ['u-liqiang', UNIT_GROUP, COMMAND]],
    ['城管把我三轮车拉走了不给条子', [UNIT_GROUP, COMMAND]],
    ['环保所的人通风报信', ['wrHUANBAO', COMMAND]],
  ])('however it is told: %s', async (text, accused) => {
    await house().person('v-lihua').says(text)
    house().expects('v-lihua', CASE_NO)
    house().expects('u-songming', CASE_NO, '被反映的')
    house().hearsNothing(...accused)
    await house().forward('6d')
    house().hearsNothing(...accused)
    house().readsAll()
  })

  it('about the supervisor himself goes to the leaders', async () => {
    await house().person('v-lihua').says('司法所宋明收人东西，王家村有人占道摆摊不管')
    house().reads('v-lihua')
    house().expects(LEADERS, CASE_NO, '宋明')
    await house().person('u-songming').says('查看反映人 0001 了解情况')
    house().expects('u-songming', '没有找到')
    house().hearsNothing(COMMAND, UNIT_GROUP)
  })

  it.each(['补充 0001 那个姓张的城管是摊主的姐夫', '补充 0001 小张收了人家两条烟', '王芳根本没来，收了人家好处糊弄'])(
    'when it is said later: %s',
    async (words) => {
      await signed(house())
      await house().person('v-lihua').says(words)
      house().expects('v-lihua', '监督人员')
      house().expects('u-songming', CASE_NO)
      for (const chat of ['u-zhangwei', UNIT_GROUP]) {
        house().expects(chat, '已改派')
        house().hearsNothing(chat)
      }
      house().readsAll()
    },
  )
})

describe('two cases that are put together', () => {
  const house = eachTestHasAHouse()

  it('are never those of an accuser and of whom he accuses', async () => {
    await house().person('v-lihua').says('王家村有人占道摆摊，城管的李强包庇摆摊的')
    await house().person('u-songming').says('指派 0001 综合行政执法大队')
    await house().person('u-liqiang').says('李家沟有人焚烧秸秆')
    house().readsAll()
    for (const words of ['合并 0001 0002', '合并 0002 0001', '合并 0001 0002 确认']) {
      await house().person('u-zhouting').says(words)
      house().expects('u-zhouting', '没有办成')
    }
    house().readsAll()
  })

  it('of another place and another matter are only joined when that is meant', async () => {
    await reported(house())
    await house().person('v-zhaomin').says('李家沟有人焚烧秸秆')
    house().readsAll()
    const clerk = house().person('u-zhouting')
    await clerk.says('合并 0001 0002')
    clerk.expects('请核对', '合并 0001 0002 确认')
    await clerk.says('合并 0001 0002 确认')
    clerk.expects('0001')
    house().readsAll()
    expect((await house().core.ctx.store.tasks({ limit: 2 })).filter(({ mergedInto }) => mergedInto)).toHaveLength(1)
  })
})
