import { describe, expect, it } from 'vitest'
import { CASE_NO, COMMAND, eachTestHasAHouse, LEADERS, reported, signed, STALL, UNIT_GROUP } from './story.ts'

describe('the clocks of a case', () => {
  const house = eachTestHasAHouse({ at: '2026-11-24T09:00:00+08:00' })

  it('remind the unit on duty at 50 % and 80 % of the time to sign', async () => {
    const { caseNo } = await reported(house())
    await house().forward('59m')
    house().hearsNothing('u-zhangwei', 'u-wangfang', UNIT_GROUP)
    await house().forward('2m')
    house().expects('u-zhangwei', caseNo, '签收')
    house().expects(UNIT_GROUP, caseNo)
    house().reads('u-wangfang')
    await house().until('2026-11-24T10:37:30+08:00')
    house().expects('u-zhangwei', caseNo)
    house().expects('u-wangfang', caseNo)
    house().expects(UNIT_GROUP, caseNo)
    house().hearsNothing('u-liqiang', COMMAND, LEADERS)
  })

  it('climb the ladder: station head, an hour later the command room', async () => {
    const { caseNo } = await reported(house())
    await house().until('2026-11-24T11:02:00+08:00')
    house().expects('u-liqiang', caseNo)
    house().reads('u-zhangwei', 'u-wangfang', UNIT_GROUP)
    house().hearsNothing(COMMAND, LEADERS)
    await house().until('2026-11-24T12:02:00+08:00')
    house().expects(COMMAND, caseNo, '城管中队')
    house().hearsNothing(LEADERS)
    house().readsAll()
  })

  it('reach the leaders when the case is not finished, in working days with the make-up days counted', async () => {
    const { caseNo } = await signed(house())
    await house().until('2026-12-01T09:02:00+08:00')
    house().expects(COMMAND, caseNo)
    house().expects('u-liqiang', caseNo)
    house().hearsNothing(LEADERS)
    await house().until('2026-12-02T09:02:00+08:00')
    house().expects(LEADERS, caseNo)
    house().readsAll()
  })

  it('re-arm when a signed case goes quiet, and stop repeating themselves', async () => {
    const { caseNo } = await signed(house())
    await house().until('2026-11-25T09:02:00+08:00')
    house().expects('u-zhangwei', caseNo, /没有|未/)
    await house().forward('60d')
    const nags = house()
      .unread('u-zhangwei')
      .filter((b) => b.content.includes(caseNo))
    expect(nags.length).toBeLessThan(20)
    house().readsAll()
  })

  it('run on after a restart', async () => {
    const { caseNo } = await reported(house())
    await house().restart()
    await house().until('2026-11-24T11:02:00+08:00')
    house().expects('u-liqiang', caseNo)
    house().readsAll()
  })

  it('merge several alerts to one chat into one message, but never hold a card back', async () => {
    await house().person('v-lihua').says(STALL)
    await house().person('v-zhaomin').says(STALL.replace('王家村', '李家沟'))
    house().expects('u-zhangwei', 'QS261124-0001')
    house().expects('u-zhangwei', 'QS261124-0002')
    house().readsAll()
    await house().until('2026-11-24T10:02:00+08:00')
    house().expects(UNIT_GROUP, 'QS261124-0001', 'QS261124-0002')
    house().hearsNothing(UNIT_GROUP)
    house().readsAll()
  })

  it('say nothing more about a case that was finished in time', async () => {
    await signed(house())
    await house().person('u-zhangwei').says('办结 0001 已清走')
    house().readsAll()
    await house().forward('10d')
    house().hearsNothing('u-zhangwei', 'u-liqiang', COMMAND, LEADERS, UNIT_GROUP)
    // only the reporter is asked once more
    house().expects('v-lihua', '再问您一次')
    house().hearsNothing('v-lihua')
  })
})

describe('quiet hours', () => {
  const house = eachTestHasAHouse({ at: '2026-11-24T21:50:00+08:00' })

  it('hold reminders of an urgent case back until seven', async () => {
    await house().person('v-lihua').says('王家村路口井盖丢了，很危险')
    house().expects('v-lihua', CASE_NO)
    house().readsAll()
    await house().until('2026-11-25T06:59:00+08:00')
    house().hearsNothing('u-zhangwei', 'u-liqiang', UNIT_GROUP, COMMAND)
    await house().until('2026-11-25T07:02:00+08:00')
    house().expects('u-liqiang', CASE_NO)
    house().readsAll()
  })

  it('tell nothing in the morning that is no longer true', async () => {
    await house().person('v-lihua').says('王家村路口井盖丢了，很危险')
    const caseNo = CASE_NO.exec(house().expects('v-lihua', CASE_NO).content)?.[0] ?? ''
    const lead = (await house().core.ctx.store.taskByCaseNo(caseNo))?.lead
    expect(lead).toBe('chengguan')
    house().readsAll()
    await house().until('2026-11-25T06:00:00+08:00')
    house().readsAll()
    await house().person('u-zhouting').says(`指派 ${caseNo} 派出所`)
    house().readsAll()
    await house().until('2026-11-25T07:05:00+08:00')
    house().hearsNothing('u-zhangwei', 'u-wangfang', 'u-liqiang', UNIT_GROUP)
    house().readsAll()
  })

  it('are not for emergencies', async () => {
    await house().person('v-lihua').says('王家村后山着火了')
    house().expects('v-lihua', CASE_NO)
    house().readsAll()
    await house().until('2026-11-24T22:06:00+08:00')
    expect(
      house().simulator.bubbles.filter((b) => b.from === 'bot' && b.at > '2026-11-24T14:00:00Z').length,
    ).toBeGreaterThan(0)
    house().readsAll()
  })
})
