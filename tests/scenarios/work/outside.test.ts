import { describe, expect, it } from 'vitest'
import type { House } from '../house.ts'
import { COMMAND, eachTestHasAHouse, signed, UNIT_GROUP } from '../story.ts'

const NAME = '王建国'
const PHONE = '13900000000'
const SENT = `转出 0001 市交通局 ${NAME} ${PHONE} 占的是公路`
const states = async (house: House) =>
  (await house.core.ctx.store.entries({ kinds: ['outside'], limit: 10 })).map(({ state }) => state)

describe('转出', () => {
  const house = eachTestHasAHouse({ at: '2026-11-24T09:00:00+08:00' })

  it('tells the reporter the department, and the unit whom to ask there; the log knows neither name nor number', async () => {
    await signed(house())
    await house().person('u-zhangwei').says(SENT)
    house().expects('u-zhangwei', '已转出', '市交通局', '外单位回复 0001')
    const told = house().expects('v-lihua', '已移送', '市交通局')
    expect(told.content).not.toMatch(new RegExp(`${NAME}|${PHONE}`))
    for (const userid of ['u-zhangwei', 'u-zhouting', 'u-chenzhen']) {
      await house().person(userid).says('详情 0001')
      house().expects(userid, '外单位：市交通局', NAME, PHONE)
    }
    await house().person('v-lihua').says('详情 0001')
    const detail = house().expects('v-lihua', '市交通局')
    expect(detail.content).not.toMatch(new RegExp(`${NAME}|${PHONE}`))
    await house().person('u-zhangwei').says('详情 0001', { group: UNIT_GROUP })
    const inGroup = house().expects(UNIT_GROUP, '外单位：市交通局')
    expect(inGroup.content).not.toMatch(new RegExp(`${NAME}|${PHONE}`))
    expect(JSON.stringify(await house().rowsOf('SELECT * FROM event'))).not.toMatch(new RegExp(`${NAME}|${PHONE}`))
  })

  it('reminds the unit every five working days, until it says what was answered', async () => {
    await signed(house())
    await house().forward('10m')
    await house().person('u-zhangwei').says(SENT)
    await house().person('u-zhangwei').says('延期 0001 5天 等市交通局')
    await house().person('u-liqiang').says('同意延期')
    await house().until('2026-11-30T18:00:00+08:00')
    house().readsAll()
    await house().until('2026-12-01T09:15:00+08:00')
    house().expects('u-zhangwei', '问一下市交通局办到哪了', '外单位回复 0001')
    house().readsAll()
    await house().until('2026-12-08T09:15:00+08:00')
    house().expects('u-zhangwei', '问一下市交通局办到哪了')
    house().readsAll()
    await house().person('u-zhangwei').says('外单位回复 0001')
    house().expects('u-zhangwei', '怎么答复')
    await house().person('u-zhangwei').says('下周来拆')
    house().expects('u-zhangwei', '外单位的答复已记下')
    house().expects('v-lihua', '有答复', '市交通局 下周来拆')
    expect(await states(house())).toEqual(['answered'])
    await house().person('u-zhangwei').says('外单位回复 0001 又说不来')
    house().expects('u-zhangwei', '没有在等外单位')
    await house().until('2026-12-16T09:05:00+08:00')
    expect(
      house()
        .unread('u-zhangwei')
        .filter(({ content }) => content.includes('问一下')),
    ).toEqual([])
    house().readsAll()
  })

  it('is over with the case', async () => {
    await signed(house())
    await house().person('u-zhangwei').says(SENT)
    await house().person('u-zhangwei').says('办结 0001 市交通局已清走')
    house().readsAll()
    expect(await states(house())).toEqual(['over'])
    await house().until('2026-12-02T09:05:00+08:00')
    house().hearsNothing('u-zhangwei')
    house().expects('v-lihua', '再问您一次')
  })

  it('移送 to an authority outside is followed up as well', async () => {
    await signed(house())
    await house().person('u-zhangwei').says('移送 0001 市交通局 占的是公路')
    house().readsAll()
    expect(await states(house())).toEqual(['waiting'])
    await house().person('u-zhangwei').says('我的任务')
    house().expects('u-zhangwei', '问外单位办到哪了')
  })

  it.each([
    ['转出 0001', '部门、联系人、电话和理由'],
    ['转出 0001 派出所 打架的', '本镇的单位'],
    ['转出 0001 那边 不归我们', '写全称'],
  ])('is refused with what to write instead: %s', async (words, answer) => {
    await signed(house())
    await house().person('u-zhangwei').says(words)
    house().expects('u-zhangwei', answer)
    expect(await states(house())).toEqual([])
  })
})

describe('受阻', () => {
  const house = eachTestHasAHouse({ at: '2026-11-24T09:00:00+08:00' })

  it('is told to the head and the command room, counted, and is no excuse', async () => {
    await signed(house())
    const due = (await house().core.ctx.store.tasks({ limit: 1 }))[0]?.due.finish
    await house().person('u-zhangwei').says('受阻 0001 缺车辆 执法车在修')
    house().expects('u-zhangwei', '时限照常算')
    house().expects('u-liqiang', '缺车辆', '执法车在修')
    house().expects(COMMAND, '缺车辆', '城管中队')
    house().hearsNothing('v-lihua')
    expect((await house().core.ctx.store.tasks({ limit: 1 }))[0]?.due.finish).toEqual(due)
    await house().person('u-zhangwei').says('受阻 0001 缺车辆 还在修')
    house().expects('u-zhangwei', '已经报过')
    await house().person('u-zhangwei').says('详情 0001')
    house().expects('u-zhangwei', '受阻：缺车辆')
    await house().person('v-lihua').says('详情 0001')
    expect(house().expects('v-lihua', '0001').content).not.toContain('受阻：缺车辆')
    await house().person('u-zhouting').says('受阻统计')
    house().expects('u-zhouting', '11月受阻统计', '城管中队：缺车辆 1 次')
    await house().person('u-zhouting').says('解除受阻 0001')
    house().expects('u-liqiang', '受阻已解除')
    house().readsAll()
    await house().person('u-zhangwei').says('解除受阻 0001')
    house().expects('u-zhangwei', '没有报过受阻')
    await house().person('u-chenzhen').says('受阻统计')
    house().expects('u-chenzhen', '缺车辆 1 次')
    await house().until('2026-12-01T08:00:00+08:00')
    house().readsAll()
    await house().person('u-chenzhen').says('受阻统计')
    house().expects('u-chenzhen', '12月没有受阻的')
    await house().person('u-chenzhen').says('受阻统计 11月')
    house().expects('u-chenzhen', '11月受阻统计', '缺车辆 1 次')
    house().readsAll()
  })

  it('asks what is lacking, and is not for strangers', async () => {
    await signed(house())
    await house().person('u-zhangwei').says('受阻 0001 村民不让进')
    house().expects('u-zhangwei', '缺人手')
    await house().person('u-zhangwei').says('其他 村民不让进')
    house().expects('u-liqiang', '村民不让进')
    house().reads('u-zhangwei', COMMAND)
    await house().person('u-sunmei').says('受阻 0001 缺人手')
    house().expects('u-sunmei', '您不能操作')
    await house().person('u-zhangwei').says('受阻统计')
    house().expects('u-zhangwei', '只有镇指挥室')
  })
})
