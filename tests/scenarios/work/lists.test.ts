import { describe, expect, it } from 'vitest'
import type { Town } from '../../../domain/town.ts'
import { eachTestHasAHouse, reported, signed, STALL, UNIT_GROUP } from '../story.ts'

describe('我的任务', () => {
  const house = eachTestHasAHouse({ at: '2026-11-24T09:00:00+08:00' })

  it('has a section for each role, and shows each case once', async () => {
    await signed(house())
    await house().person('v-zhaomin').says(STALL.replace('王家村', '李家沟'))
    house().readsAll()
    await house().person('u-zhangwei').says('延期 0001 2天 等吊车')
    house().readsAll()
    await house().person('u-zhangwei').says('我的任务')
    const officers = house().expects('u-zhangwei', '您签收的（1 件）', '本单位待签收（1 件）', '0001', '0002')
    expect(officers.content.match(/QS261124-0001/g)).toHaveLength(1)
    await house().person('u-liqiang').says('我的任务')
    house().expects('u-liqiang', '等您审批（1 件）', 'QS-YQ2026-0001', '延期申请', '本单位待签收')
    await house().person('u-sunmei').says('我的任务')
    house().expects('u-sunmei', '没有待办')
    await house().until('2026-11-24T11:10:00+08:00')
    house().readsAll()
    await house().person('u-liqiang').says('我的任务')
    house().expects('u-liqiang', '0002', '已超时')
  })

  it('of the command room and the leaders: to assign, to rule, to approve, and what reached them', async () => {
    await signed(house())
    await house().person('u-zhangwei').says('挂账 0001 等苗木 12月4日')
    house().readsAll()
    await house().person('u-zhouting').says('我的任务')
    house().expects('u-zhouting', '等您审批', '挂账申请', '0001')
    await house().person('u-zhouting').says('不同意挂账 0001 先劝离')
    await house().person('u-zhangwei').says('退回 0001 不归我们管')
    house().readsAll()
    await house().person('u-zhouting').says('我的任务')
    house().expects('u-zhouting', '等指挥室裁定', '0001')
    await house().until('2026-12-02T09:10:00+08:00')
    house().readsAll()
    await house().person('u-chenzhen').says('我的任务')
    const leaders = house().expects('u-chenzhen', '等指挥室裁定', '0001')
    expect(leaders.content.match(/QS261124-0001/g)).toHaveLength(1)
  })

  it('keeps to itself in a group what is not for it', async () => {
    await house().person('v-lihua').says(`${STALL}，请替我保密`)
    house().readsAll()
    await house().person('u-zhangwei').says('签收 0001')
    await house().person('u-zhangwei').says('延期 0001 2天 等吊车')
    house().readsAll()
    await house().person('u-liqiang').says('我的任务', { group: UNIT_GROUP })
    const said = house().expects(UNIT_GROUP, '不方便在群里说')
    expect(said.content).not.toContain('0001')
    await house().person('u-liqiang').says('我的任务')
    house().expects('u-liqiang', '等您审批', '0001')
  })
})

const ROSTERED = (towns: readonly Town[]) =>
  towns.map((town) => ({
    ...town,
    roster: [{ date: '2026-11-28', station: 'chengguan', userid: 'u-wangfang', shift: '周末' }],
  }))

describe('the morning list', () => {
  const house = eachTestHasAHouse({ at: '2026-11-24T09:00:00+08:00' })

  it('comes at 8:30 on working days to who has something to do, once, and to nobody else', async () => {
    await house().nights()
    await signed(house())
    await house().until('2026-11-25T08:29:00+08:00')
    house().readsAll()
    await house().until('2026-11-25T08:31:00+08:00')
    house().hearsNothing('u-zhangwei', 'u-liqiang', 'u-wangfang', 'u-zhouting')
    await house().until('2026-12-01T08:29:00+08:00')
    house().readsAll()
    await house().until('2026-12-01T08:31:00+08:00')
    house().expects('u-zhangwei', '今天要办的（1 件）', '今天到期：0001', '09:00')
    house().expects('u-liqiang', '今天到期：0001')
    house().hearsNothing('u-wangfang', 'u-sunmei', 'u-zhouting')
    house().readsAll()
    await house().until('2026-12-02T08:31:00+08:00')
    house().expects('u-zhangwei', '超时：0001')
    house().readsAll()
  })

  it('names what waits for a signature and for a yes, and is short', async () => {
    await house().nights()
    for (const village of ['王家村', '李家沟']) await house().person('v-lihua').says(STALL.replace('王家村', village))
    await house().person('u-liqiang').says('签收 0001')
    await house().person('u-liqiang').says('延期 0001 2天 等吊车')
    house().readsAll()
    await house().until('2026-11-25T08:29:00+08:00')
    house().readsAll()
    await house().until('2026-11-25T08:31:00+08:00')
    house().expects('u-wangfang', '0002')
    house().expects('u-zhouting', '等您审批：延期申请 0001')
    const lines = house().expects('u-liqiang', '0002').content.split('\n')
    expect(lines.length).toBeLessThanOrEqual(12)
    house().readsAll()
  })
})

describe('the morning list of a free day', () => {
  const house = eachTestHasAHouse({ at: '2026-11-27T15:00:00+08:00', towns: ROSTERED })

  it('comes only to who is rostered', async () => {
    await house().nights()
    await reported(house())
    await house().until('2026-11-28T08:29:00+08:00')
    house().readsAll()
    await house().until('2026-11-28T08:31:00+08:00')
    house().expects('u-wangfang', '0001')
    house().hearsNothing('u-zhangwei', 'u-liqiang', 'u-zhouting')
    await house().until('2026-11-29T08:31:00+08:00')
    house().hearsNothing('u-wangfang', 'u-zhangwei', 'u-liqiang')
    house().readsAll()
  })
})
