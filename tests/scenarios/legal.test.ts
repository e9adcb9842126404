import { describe, expect, it } from 'vitest'
import { eachTestHasAHouse, signed, UNIT_GROUP } from './story.ts'
import { clocksOf, filed, fileOf, noticed, OFFICER, orders, punishing, writes } from './legalStory.ts'

describe('a penalty case', () => {
  const house = eachTestHasAHouse({ towns: punishing() })

  it('goes its whole way from 立案 to 结案, and then the case is 办结', async () => {
    await signed(house())
    const officer = house().person(OFFICER)
    await officer.says('立案 0001 王芳')
    officer.expects(
      '已立案',
      '青执立字〔2026〕第0001号',
      '青石镇人民政府',
      '作出处罚决定：2027年2月22日前',
      '当事人 0001',
    )
    house().expects('v-lihua', '已经立案调查')
    await officer.says('当事人 0001 王大山 13800001111 青石镇王家村3号')
    officer.expects('当事人已记下', '违法日期 0001')
    await officer.says('违法日期 0001 2026-11-20')
    officer.expects('违法日期已记下', '事实 0001')
    await officer.says('事实 0001 在村口占道摆摊，经劝阻不改')
    officer.expects('违法事实已记下', '还没有证据')
    await writes(house(), 'recorded')
    await officer.says('调查终结 0001')
    officer.expects('调查终结', '裁量 0001')
    await officer.says('拟处罚 0001 罚款 500')
    officer.expects('拟处罚意见已记下', '还没有考虑裁量')
    const card = officer.expects('请先考虑裁量', '首违不罚', '从重')
    await officer.taps(card, 'file-discretion:QS-LA2026-0001:一般')
    officer.expects('请直接回复')
    await officer.says('已劝阻两次')
    officer.expects('裁量意见已记下', '告知 0001')
    await officer.says('告知 0001 罚告〔2026〕1号')
    officer.expects('告知已送达', '当事人陈述申辩：2026年11月27日前', '还没有听取陈述申辩')
    await officer.says('申辩 0001 放弃')
    officer.expects('陈述申辩已记下', '决定 0001')
    await officer.says('决定 0001')
    officer.expects('处罚决定已作出', '送达决定书：2026年12月3日前', '送达 0001')
    await officer.says('送达 0001 罚决〔2026〕1号 当面')
    officer.expects(
      '送达已记下',
      '2027年1月25日前申请行政复议',
      '2027年5月24日前提起行政诉讼',
      '当事人缴款：2026年12月9日前',
    )
    await officer.says('缴款 0001 500元')
    officer.expects('缴款已记下', '已缴 500 元', '结案 0001')
    await officer.says('办结 0001 已处罚')
    officer.expects('案卷没有结束', '结案 0001')
    await officer.says('结案 0001')
    officer.expects('已结案', '办结 0001')
    await officer.says('案卷 0001')
    officer.expects('已结案', '王大山', '13800001111', '处罚前告知送达（张伟）', '罚款 500 元，已缴 500 元')
    await officer.says('详情 0001')
    officer.expects('案卷：青执立字〔2026〕第0001号')
    await officer.says('办结 0001 已依法处罚，摊位已清走')
    house().readsAll()
    expect(await clocksOf(house())).toEqual([])
  })

  it('tells nobody in a group who the party is, and logs it nowhere', async () => {
    await filed(house())
    await house().person(OFFICER).says('当事人 0001 王大山 13800001111')
    house().expects(OFFICER, '当事人已记下')
    await house().person(OFFICER).says('案卷 0001', { group: UNIT_GROUP })
    const shown = house().expects(UNIT_GROUP, '王某某').content
    expect(shown).not.toContain('王大山')
    expect(shown).not.toContain('13800001111')
    expect(house().lines.join('\n')).not.toContain('王大山')
    const events = await house().rowsOf('SELECT "data" FROM "event"')
    expect(JSON.stringify(events)).not.toContain('王大山')
  })

  it('is dropped: the file says so, and so does the reporter; filed again he hears that, too', async () => {
    await filed(house())
    await orders(house(), '责令改正 0001 清走摊位 10天')
    house().expects(OFFICER, '改正期限：2026年12月4日')
    expect((await fileOf(house())).data.steps.at(-1)).toMatchObject({
      note: '清走摊位',
      data: { until: '2026-12-04' },
    })
    await orders(house(), '撤案 0001 证据不足')
    house().expects('v-lihua', '原来立的案撤销了', '接着办完')
    await house().person(OFFICER).says('案卷 0001')
    const shown = house().expects(OFFICER, '已撤案', '撤案（张伟）').content
    expect(shown).not.toContain('不予处罚')
    await orders(house(), '立案 0001 王芳')
    house().expects('v-lihua', '重新立案调查')
    house().readsAll()
  })

  it('decided on the spot does not make the reporter wait longer', async () => {
    await signed(house())
    await orders(house(), '当场处罚 0001 王芳')
    expect(house().expects('v-lihua', '已经立案调查').content).not.toContain('时间会')
    house().readsAll()
  })

  it('is opened once, by whoever is first', async () => {
    await signed(house())
    const [one, other] = [house().person(OFFICER), house().person('u-wangfang')]
    await Promise.all([one.says('立案 0001'), other.says('立案 0001')])
    const heard = [...house().unread(OFFICER), ...house().unread('u-wangfang')].map(({ content }) => content)
    expect(heard.filter((text) => text.includes('以青石镇人民政府的名义'))).toHaveLength(1)
    expect(heard.filter((text) => text.includes('已经立案：青执立字'))).toHaveLength(1)
    house().readsAll()
  })

  it('is decided once, whoever decides', async () => {
    await noticed(house())
    await orders(house(), '申辩 0001 放弃')
    house().readsAll()
    const [one, other] = [house().person(OFFICER), house().person('u-wangfang')]
    await Promise.all([one.says('决定 0001'), other.says('撤案 0001 证据不足')])
    const { data, state } = await fileOf(house())
    const ends = data.steps.filter(({ step }) => step === 'decided' || step === 'dismissed')
    expect(ends).toHaveLength(1)
    expect(['decided', 'dismissed']).toContain(state)
    const heard = [...house().unread(OFFICER), ...house().unread('u-wangfang')].map(({ content }) => content).join('\n')
    expect(heard).toMatch(/已经作出处罚决定，不能|案卷已经结束/u)
    house().readsAll()
  })

  it('is not opened, and the reporter hears politely why', async () => {
    await signed(house())
    const officer = house().person(OFFICER)
    await officer.says('不予立案 0001')
    officer.expects('不予立案', '理由')
    await officer.says('摊主当场改正，没有危害后果')
    officer.expects('不予立案', '理由已记下', '办结 0001')
    house().expects('v-lihua', '经核查不予立案处罚', '当场改正')
    await officer.says('办结 0001 已清走')
    house().readsAll()
  })

  it('is for the unit that has the case, and for staff', async () => {
    await filed(house())
    await house().person('u-sunmei').says('事实 0001 占道')
    house().expects('u-sunmei', '您不能操作')
    await house().person('v-zhaomin').says('立案 0001')
    house().expects('v-zhaomin', '工作人员')
    await house().person('u-baixue').says('案卷 0001')
    house().expects('u-baixue', '青执立字〔2026〕第0001号')
    await house().person('u-sunmei').says('案卷 0001')
    house().expects('u-sunmei', '没有找到')
    await house().person(OFFICER).says('帮助 立案')
    house().expects(OFFICER, '立案 0007 同办人', '移送司法 0007 理由')
    await house().person(OFFICER).says('我的案卷')
    house().expects(OFFICER, '青执立字〔2026〕第0001号', '作出处罚决定到2027年2月22日')
  })
})
