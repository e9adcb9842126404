import { describe, expect, it } from 'vitest'
import { textOf } from './house.ts'
import { filed, OFFICER, orders, punishing } from './legalStory.ts'
import { COMMAND, eachTestHasAHouse, LEADERS, signed, UNIT_GROUP } from './story.ts'

describe('the clock of a case whose file is open', () => {
  const house = eachTestHasAHouse({ towns: punishing() })

  it('stands still while the law’s own terms run, and nobody is hurried for it', async () => {
    await filed(house())
    house().readsAll()
    await house().until('2026-12-20T12:00:00+08:00')
    house().hearsNothing(LEADERS, COMMAND)
    await house().person('v-lihua').says('进度')
    house().expects('v-lihua', '立案查处中')
    await house().person(OFFICER).says('详情 0001')
    house().expects(OFFICER, '立案查处中', '2月')
    await house().person(OFFICER).says('挂账 0001 等材料')
    house().expects(OFFICER, '案卷没有结束', '不用延期、挂账')
    house().readsAll()
  })

  it('goes on when the file ends, with what was left', async () => {
    await filed(house())
    house().readsAll()
    await house().forward('20d')
    await orders(house(), '撤案 0001 违法事实不能成立')
    house().readsAll()
    await house().person(OFFICER).says('详情 0001')
    // five working days, of which nothing was used on the 24th of November
    house().expects(OFFICER, '办结：12月21日')
    await house().until('2026-12-22T09:00:00+08:00')
    house().expects(COMMAND, '0001', '超')
    house().readsAll()
  })
})

describe('a penalty without a file', () => {
  const house = eachTestHasAHouse({ towns: punishing() })

  it('is not written down as the result of a case: first comes 立案', async () => {
    await signed(house())
    await house().person(OFFICER).says('办结 0001 已罚款200元，摊位清走了')
    house().expects(OFFICER, '还没有案卷', '立案 0001', '当场处罚 0001')
    await house().person(OFFICER).says('办结 0001')
    house().expects(OFFICER, '请写办理结果')
    await house().person(OFFICER).says('罚了摊主200')
    house().expects(OFFICER, '还没有案卷')
    await house().person(OFFICER).says('办结 0001 劝离了，没有罚款')
    house().expects(OFFICER, '办结已记下')
    house().readsAll()
  })
})

describe('an opinion of the supervisor', () => {
  const house = eachTestHasAHouse({ towns: punishing() })

  it('must be answered before the file is closed', async () => {
    await filed(house(), '王芳 简易')
    await orders(house(), '当事人 0001 王大山', '违法日期 0001 2026-11-20', '事实 0001 在村口占道摆摊')
    await orders(
      house(),
      '裁量 0001 一般 已劝阻两次',
      '拟处罚 0001 警告',
      '告知 0001 罚告〔2026〕1号',
      '申辩 0001 放弃',
      '决定 0001',
      '送达 0001 罚决〔2026〕1号 直接送达',
    )
    // the unit that supervises the matter learns how it ended, without the name of a person
    const told = house().expects('wrDADUI', '乱倒垃圾', '警告')
    expect(textOf(told)).not.toContain('王大山')
    house().readsAll()
    await house().person('u-songming').says('监督 0001 没有两人执法')
    house().readsAll()
    await house().person(OFFICER).says('结案 0001')
    house().expects(OFFICER, '意见还没有整改完', 'QS-JD2026-0001')
    await house().person(OFFICER).says('整改 0001 已补两人签字')
    await house().person('u-songming').says('认可 0001')
    house().readsAll()
    await house().person(OFFICER).says('结案 0001')
    house().expects(OFFICER, '结案')
    house().reads(UNIT_GROUP)
    house().readsAll()
    expect((await house().rowsOf(`SELECT "state" FROM "entry" WHERE "kind" = 'file'`))[0]).toEqual({ state: 'closed' })
  })
})

describe('a confidential case in a group', () => {
  const house = eachTestHasAHouse({ towns: punishing() })

  it('is not filed there, nor is its file gone on with: he is asked to write alone', async () => {
    await house().person('v-lihua').says('保密，王家村村口有人乱倒垃圾，我要求替我保密')
    house().readsAll()
    await house().person(OFFICER).says('签收 0001')
    house().readsAll()
    await house().person(OFFICER).says('立案 0001 王芳', { group: UNIT_GROUP })
    house().expects(UNIT_GROUP, '单独发给我')
    await house().person(OFFICER).says('立案 0001 王芳')
    house().expects(OFFICER, '已立案')
    house().readsAll()
    await house().person(OFFICER).says('当事人 0001 王大山', { group: UNIT_GROUP })
    house().expects(UNIT_GROUP, '单独发给我')
  })
})
