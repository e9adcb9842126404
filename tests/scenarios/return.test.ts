import { describe, expect, it } from 'vitest'
import { COMMAND, eachTestHasAHouse, keyOf, LEADERS, reported } from './story.ts'

describe('a case that is given back', () => {
  const house = eachTestHasAHouse({ at: '2026-11-24T09:00:00+08:00' })

  it('goes to the command room for a ruling while its clock runs, and cannot be given back again', async () => {
    const { caseNo, card } = await reported(house())
    const before = await house().core.ctx.store.taskByCaseNo(caseNo)
    await house().person('u-zhangwei').taps(card, keyOf(card, 'return'))
    house().expects('u-zhangwei', caseNo, /理由|原因/)
    await house().person('u-zhangwei').says('这段路归自然资源所管')
    const ask = house().expects(COMMAND, caseNo, '这段路归自然资源所管', '张伟')
    house().expects('v-lihua', caseNo)
    house().readsAll()
    await house().person('u-zhouting').says(`裁定 ${caseNo} 城管中队`)
    house().expects('u-zhouting', caseNo)
    house().expects('u-zhangwei', caseNo)
    house().readsAll()
    const after = await house().core.ctx.store.taskByCaseNo(caseNo)
    expect(after).toMatchObject({ stage: 'dispatched', lead: 'chengguan', returns: 1 })
    expect(after?.due.finish).toEqual(before?.due.finish)
    await house().person('u-zhangwei').says(`退回 ${caseNo} 还是不归我们`)
    house().expects('u-zhangwei', /不能再退|不能退/)
    expect(keyOf(ask, 'assign')).toContain(caseNo)
    house().readsAll()
  })

  it('goes to another unit by one tap, and the first unit learns it is rid of it', async () => {
    const { caseNo } = await reported(house())
    await house().person('u-wangfang').says(`退回 ${caseNo} 不归城管`)
    const ask = house().expects(COMMAND, caseNo)
    house().readsAll()
    const other = (ask.card?.['button_list'] as { key: string }[])
      .map((b) => b.key)
      .find((k) => k.startsWith('assign:') && !k.endsWith(':chengguan'))
    await house()
      .person('u-zhouting')
      .taps(ask, other ?? '')
    house().expects('u-zhangwei', caseNo)
    house().expects('v-lihua', caseNo)
    house().readsAll()
    expect((await house().core.ctx.store.taskByCaseNo(caseNo))?.lead).not.toBe('chengguan')
  })

  it('is put before the leaders when nobody rules in time', async () => {
    const { caseNo } = await reported(house())
    await house().person('u-wangfang').says(`退回 ${caseNo} 不归城管`)
    house().readsAll()
    await house().until('2026-11-24T15:02:00+08:00')
    house().expects(LEADERS, caseNo)
    house().expects(COMMAND, caseNo)
    house().readsAll()
  })

  it('is refused to a villager and to another station', async () => {
    const { caseNo } = await reported(house())
    await house().person('u-sunmei').says(`退回 ${caseNo} 不归城管`)
    house().expects('u-sunmei', '城管中队')
    await house().person('u-sunmei').says(`裁定 ${caseNo} 城管中队`)
    house().expects('u-sunmei', '指挥室')
    expect((await house().core.ctx.store.taskByCaseNo(caseNo))?.stage).toBe('dispatched')
  })
})
