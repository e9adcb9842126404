import { describe, expect, it } from 'vitest'
import { STALL, eachTestHasAHouse, reported, signed } from './story.ts'
import { textOf } from './house.ts'
import { clocksOf, filed, fileOf, investigated, noticed, OFFICER, orders, punishing, writes } from './legalStory.ts'

const lentUntil = (until: string) => [
  {
    items: ['CG001', 'CG002'],
    from: '县城市管理局',
    to: 'chengguan',
    doc: '委托书1号',
    validFrom: '2026-01-01',
    validUntil: until,
  },
]

describe('the gates of a penalty case', () => {
  const house = eachTestHasAHouse({ towns: punishing() })

  it('stop every way around: other orders, other people, other words', async () => {
    await filed(house())
    const tries: readonly (readonly [string, string])[] = [
      ['决定 0001', '还没有写当事人'],
      ['决定 0001 罚款 500', '和告知的不一样'],
      ['处罚决定 0001', '还没有写当事人'],
      ['当场处罚 0001', '还没有写当事人'],
      ['告知 0001', '还没有写当事人'],
      ['申辩 0001 放弃', '还没有把事实、理由、依据和权利告知'],
      ['听证申请 0001', '还没有把事实、理由、依据和权利告知'],
      ['听证 0001 已举行', '没有等着举行的听证'],
      ['送达 0001', '还没有作出处罚决定'],
      ['缴款 0001 500', '还没有作出处罚决定'],
      ['结案 0001', '还没有作出处罚决定'],
      ['不予处罚 0001 轻微', '还没有写当事人'],
      ['登记处理 0001 退还', '没有正在登记保存的物品'],
      ['拟处罚 0001 拘留 5 日', '行政拘留只能由公安机关决定'],
      ['办结 0001 已罚款', '案卷没有结束'],
      ['退回 0001 不归我管', '案卷没有结束'],
      ['移送 0001 综合行政执法大队', '案卷没有结束'],
      ['立案 0001', '已经立案'],
    ]
    const officer = house().person(OFFICER)
    for (const [order, answer] of tries) {
      await officer.says(order)
      officer.expects(answer)
    }
    await house().person('u-zhouting').says('指派 0001 综合行政执法大队')
    house().expects('u-zhouting', '案卷没有结束')
    await house().person('v-lihua').says('撤回 0001')
    house().expects('v-lihua', '不能撤回')
    await house().person('v-zhaomin').says(`${STALL}，在王家村小学门口`)
    house().readsAll()
    await house().person('u-zhouting').says('合并 0002 0001 确认')
    house().readsAll()
    expect((await fileOf(house())).state).toBe('open')
    expect((await fileOf(house())).data.steps.map(({ step }) => step)).toEqual(['filed'])
    const [task] = await house().core.ctx.store.tasksBySeq(1, 1)
    expect(task).toMatchObject({ stage: 'signed', lead: 'chengguan', mergedInto: null })
  })

  it('ask for two different officers with valid licences', async () => {
    await signed(house())
    const officer = house().person(OFFICER)
    await officer.says('立案 0001 张伟')
    officer.expects('两名不同的', '李强')
    await officer.says('立案 0001')
    officer.expects('办案人 0001')
    await officer.says('办案人 0001 张伟')
    officer.expects('办案人员已记下')
    house().readsAll()
    expect((await fileOf(house())).data.officers).toEqual([OFFICER])
    await officer.says('办案人 0001 王芳')
    officer.expects('办案人员已记下', '当事人 0001')
  })

  it('take nobody without a licence as second officer, and say again what was understood', async () => {
    await signed(house())
    const officer = house().person(OFFICER)
    await officer.says('立案 0001 沈浩')
    officer.expects('执法证在有效期内', '李强')
    await officer.says('立案 0001 王芳')
    officer.expects('已立案', '办案人员：张伟、王芳')
    await officer.says('办案人 0001 沈浩')
    officer.expects('没有在有效期内的执法证', '办案人 0001')
    expect((await fileOf(house())).data.officers).toEqual([OFFICER, 'u-wangfang'])
    await officer.says('当事人 0001 王大山，男，45岁，电话１３８００００１１１１，住王家村3号')
    officer.expects('当事人：王大山 13800001111 王家村3号')
    await officer.says('违法日期 0001 昨天')
    officer.expects('违法日期：2026年11月23日')
    await officer.says('拟处罚 0001 处五百元罚款')
    officer.expects('罚款 500 元')
    house().readsAll()
  })

  it('undo a notice by another party, other facts, or a heavier penalty; a lighter one stays told', async () => {
    await noticed(house())
    const officer = house().person(OFFICER)
    await orders(house(), '申辩 0001 放弃', '拟处罚 0001 罚款 800')
    officer.expects('和已经告知的不一样')
    await officer.says('决定 0001')
    officer.expects('要重新告知')
    await officer.says('拟处罚 0001 罚款 300')
    await officer.says('事实 0001 还查明占用了盲道')
    await officer.says('决定 0001')
    officer.expects('要重新告知')
    house().readsAll()
    await house().forward('2m')
    await orders(house(), '告知 0001 罚告〔2026〕1号', '申辩 0001 放弃', '当事人 0001 李小河')
    await officer.says('决定 0001')
    officer.expects('要重新告知')
    await orders(house(), '告知 0001 罚告〔2026〕1号', '申辩 0001 认错', '拟处罚 0001 罚款 200', '决定 0001 罚款 300')
    officer.expects('和告知的不一样')
    await officer.says('决定 0001 罚款 200')
    officer.expects('处罚决定已作出')
    house().readsAll()
    const steps = (await fileOf(house())).data.steps
    expect(steps.findLast(({ step }) => step === 'decided')?.data).toMatchObject({ sort: 'fine', fine: 200 })
  })

  it('let nobody date a notice back so that its term is over', async () => {
    await investigated(house())
    const officer = house().person(OFFICER)
    await orders(house(), '裁量 0001 一般 理由', '拟处罚 0001 罚款 500')
    house().readsAll()
    for (const [order, answer] of [
      ['告知 0001 2026-11-10', '日期早于前一步'],
      ['告知 0001 2026-11-30', '日期还没有到'],
      ['告知 0001 今天 当面', '还没有事先告知书'],
    ] as const) {
      await officer.says(order)
      officer.expects(answer)
    }
    await officer.says('告知 0001 今天 罚告〔2026〕1号 当面')
    officer.expects('告知已送达')
  })

  it('punish nobody harder for having spoken, unless other facts were found', async () => {
    await noticed(house(), '处五百元罚款')
    const officer = house().person(OFFICER)
    await orders(house(), '申辩 0001 家里困难，罚得太重')
    house().readsAll()
    await officer.says('拟处罚 0001 罚款 800')
    officer.expects('不能因为这个罚得更重', '第四十五条', '补充事实 0001')
    await orders(house(), '补充事实 0001 还占用了盲道', '拟处罚 0001 罚款 800')
    officer.expects('拟处罚意见已记下', '告知 0001')
    house().readsAll()
  })

  it('read what a decision says, and take no more money than is owed', async () => {
    await noticed(house(), '处五百元罚款')
    const officer = house().person(OFFICER)
    await orders(house(), '申辩 0001 放弃')
    await officer.says('决定 0001 罚款八百元')
    officer.expects('和告知的不一样')
    await officer.says('决定 0001 罚款几百元')
    officer.expects('没有看懂', '决定 0001')
    await orders(house(), '决定 0001 罚款５００元')
    house().readsAll()
    await officer.says('送达 0001 直接送达')
    officer.expects('还没有决定书', '文书 0001 决定书', '送达 0001 文号 日期 方式', '第五十九条')
    await officer.says('送达 0001 罚决〔2026〕1号')
    officer.expects('怎么送达的', '送达 0001 直接送达')
    await officer.says('送达 0001')
    officer.expects('请直接回复', '日期 方式')
    await officer.says('罚决〔2026〕1号 直接送达')
    officer.expects('送达已记下')
    await officer.says('缴款 0001 5000')
    officer.expects('缴的比该缴的多', '缴款 0001')
    await officer.says('结案 0001 已申请法院强制执行')
    officer.expects('还差 500 元')
    await officer.says('缴款 0001 五百元')
    officer.expects('已缴 500 元', '结案 0001')
    house().readsAll()
  })

  it('hold a decision until the review is passed, and passed for what is decided', async () => {
    await noticed(house(), '罚款 500')
    const officer = house().person(OFFICER)
    await orders(house(), '申辩 0001 放弃', '重大复杂 0001 影响大')
    house().readsAll()
    await officer.says('决定 0001')
    officer.expects('要先通过法制审核', '第五十八条')
    await writes(house(), 'submitted', 'rejected')
    await officer.says('决定 0001')
    officer.expects('法制审核没有通过，不得作出决定')
    await writes(house(), 'submitted', 'reviewed')
    await officer.says('拟处罚 0001 罚款 400')
    house().readsAll()
    await officer.says('决定 0001')
    officer.expects('要重新审核')
    await writes(house(), 'submitted')
    await officer.says('决定 0001')
    officer.expects('要重新审核')
    await writes(house(), 'reviewed')
    await officer.says('决定 0001')
    officer.expects('处罚决定已作出')
  })

  it('end the file by 移送司法: nothing is decided any more, and the police hear of it', async () => {
    await filed(house())
    const officer = house().person(OFFICER)
    await officer.says('当事人 0001 王大山')
    await officer.says('事实 0001 殴打劝阻人员致轻伤')
    officer.expects('可能涉嫌犯罪', '移送司法 0001')
    house().readsAll()
    await officer.says('移送司法 0001 王大山涉嫌故意伤害')
    officer.expects('已移送司法机关', '办结 0001')
    const told = textOf(house().expects('wrPAICHU', '涉嫌犯罪', '当事人涉嫌故意伤害'))
    expect(told).not.toContain('王大山')
    house().expects('u-songming', '移送司法机关')
    house().expects('u-liqiang', '移送司法机关')
    for (const order of ['决定 0001', '拟处罚 0001 罚款 500', '不予处罚 0001 轻微', '撤案 0001 理由']) {
      await officer.says(order)
      officer.expects('案卷已经结束')
    }
    expect(await clocksOf(house())).toEqual([])
    await officer.says('办结 0001 已移送公安机关')
    house().readsAll()
  })

  it('refuse what is older than two years, but not where somebody was harmed', async () => {
    await filed(house())
    const officer = house().person(OFFICER)
    await writes(house(), 'recorded')
    await officer.says('违法日期 0001 2024-11-20')
    officer.expects('超过两年追责期限')
    await orders(
      house(),
      '当事人 0001 王大山',
      '事实 0001 摆摊',
      '调查终结 0001',
      '裁量 0001 一般 理由',
      '拟处罚 0001 罚款 500',
    )
    house().readsAll()
    await officer.says('告知 0001 罚告〔2026〕1号')
    officer.expects('2026年11月20日', '不再给予行政处罚', '第三十六条')
    await officer.says('违法日期 0001 2024-11-20 危害 食物中毒')
    await officer.says('告知 0001 罚告〔2026〕1号')
    officer.expects('告知已送达')
    house().readsAll()
  })
})

describe('a file whose officer is accused', () => {
  const house = eachTestHasAHouse({ towns: punishing() })

  it('goes on with another unit, and he may touch it no more', async () => {
    await filed(house())
    house().readsAll()
    await house().person('v-lihua').says('补充 0001 张伟收了摊主的钱不管')
    house().readsAll()
    const officer = house().person(OFFICER)
    await officer.says('撤案 0001 证据不足')
    officer.expects('没有找到')
    await officer.says('案卷 0001')
    officer.expects('没有找到')
    await house().person('u-songming').says('指派 0001 综合行政执法大队')
    house().readsAll()
    const other = house().person('u-tangwei')
    await other.says('签收 0001')
    await other.says('办案人 0001 唐薇 薛静')
    other.expects('办案人员已记下')
    expect((await fileOf(house())).data.officers).toEqual(['u-tangwei', 'u-xuejing'])
    house().readsAll()
  })
})

describe('the gate of power', () => {
  const house = eachTestHasAHouse()

  it('refuses a unit that may not punish, and names who may', async () => {
    await signed(house())
    await house().person(OFFICER).says('立案 0001')
    house().expects(OFFICER, '没有处罚权，不能立案', '移送 0001 综合行政执法大队')
  })
})

describe('a delegation', () => {
  const house = eachTestHasAHouse({ towns: punishing({ punish: 'dadui' }, lentUntil('2026-11-30')) })

  it('puts the organ that lent the power at the head, and ends with its document', async () => {
    await noticed(house())
    const { data } = await fileOf(house())
    expect(data).toMatchObject({ organ: '县城市管理局', delegation: '委托书1号' })
    const officer = house().person(OFFICER)
    await officer.says('案卷 0001')
    officer.expects('处罚机关：县城市管理局（委托：委托书1号）')
    await officer.says('申辩 0001 放弃')
    house().readsAll()
    await house().until('2026-12-01T10:00:00+08:00')
    house().readsAll()
    await officer.says('决定 0001')
    officer.expects('没有处罚权', '县城市管理局', '第二十条')
  })
})

describe('the year of transition', () => {
  const house = eachTestHasAHouse({ towns: punishing({ mentor: '市城市管理局', mentorUntil: '2026-12-31' }) })

  it('waits for the guiding department before the notice, and once more before the decision', async () => {
    await investigated(house())
    const officer = house().person(OFFICER)
    await orders(house(), '裁量 0001 一般 理由', '拟处罚 0001 罚款 500')
    house().readsAll()
    await officer.says('告知 0001 罚告〔2026〕1号')
    officer.expects('市城市管理局', '会签')
    await writes(house(), 'signed-off')
    await orders(house(), '告知 0001 罚告〔2026〕1号', '申辩 0001 放弃')
    house().readsAll()
    await officer.says('决定 0001')
    officer.expects('市城市管理局', '会签')
    await writes(house(), 'signed-off')
    await officer.says('决定 0001')
    officer.expects('处罚决定已作出')
  })
})

describe('the simple procedure', () => {
  const house = eachTestHasAHouse({ towns: punishing() })

  it('decides on the spot up to its limits, after telling and hearing', async () => {
    await signed(house())
    const officer = house().person(OFFICER)
    await officer.says('当场处罚 0001 王芳')
    officer.expects('已立案', '办案人员：张伟、王芳', '当事人 0001')
    house().expects('v-lihua', '已经立案调查')
    await orders(house(), '当事人 0001 王大山', '事实 0001 占道摆摊', '裁量 0001 一般 理由')
    house().readsAll()
    await officer.says('拟处罚 0001 罚款 300')
    house().readsAll()
    await officer.says('告知 0001')
    officer.expects('200 元', '3000 元', '转普通程序 0001')
    await orders(house(), '拟处罚 0001 罚款 200')
    await officer.says('当场处罚 0001')
    officer.expects('还没有把事实、理由、依据和权利告知')
    await orders(house(), '告知 0001')
    await officer.says('当场处罚 0001')
    officer.expects('还没有听取陈述申辩')
    await orders(house(), '申辩 0001 放弃', '当场处罚 0001')
    officer.expects('处罚决定已作出', '送达决定书：2026年11月24日前')
    house().expects('u-liqiang', '当场处罚备案', '报单位备案')
    await orders(house(), '送达 0001 罚决〔2026〕1号 当场交付', '缴款 0001 200', '结案 0001')
    officer.expects('已结案')
    house().readsAll()
    expect(await clocksOf(house())).toEqual([])
  })

  it('is left for the ordinary one, with its ninety days', async () => {
    await reported(house())
    await house().person(OFFICER).says('签收 0001')
    house().readsAll()
    await orders(house(), '立案 0001 简易 王芳')
    expect(await clocksOf(house())).toEqual([])
    await orders(house(), '转普通程序 0001')
    house().expects(OFFICER, '已转普通程序', '作出处罚决定：2027年2月22日前')
    expect(await clocksOf(house())).toEqual(['file-decide'])
    house().readsAll()
  })
})
