import { describe, expect, it } from 'vitest'
import { ASSIST_GROUPS, CASE_NO, eachTestHasAHouse, keyOf, reported, STALL, UNIT_GROUP } from './story.ts'

describe('the card of a case', () => {
  const house = eachTestHasAHouse()

  it('goes to the officers on duty and their group with 签收 / 退回 / 详情, and a notice to the assisting units', async () => {
    await house().person('v-lihua').says(STALL)
    house().reads('v-lihua')
    for (const chat of ['u-zhangwei', 'u-wangfang', UNIT_GROUP]) {
      const card = house().expects(chat, CASE_NO, '乱倒垃圾', '王家村')
      const texts = (card.card?.['button_list'] as { text: string }[]).map((b) => b.text)
      expect(texts).toEqual(['签收', '退回', '详情'])
    }
    for (const group of ASSIST_GROUPS) house().expects(group, CASE_NO, '城管中队')
  })

  it('is signed by its button: the card changes, the others are told, the reporter hears', async () => {
    const { caseNo, card } = await reported(house())
    await house().person('u-zhangwei').taps(card, keyOf(card, 'sign'))
    house().expects('u-zhangwei', caseNo, /张伟/)
    house().reads('u-zhangwei')
    house().expects('u-wangfang', caseNo, '张伟')
    house().expects(UNIT_GROUP, caseNo, '张伟')
    house().expects('v-lihua', caseNo, '签收')
    expect((await house().core.ctx.store.taskByCaseNo(caseNo))?.holder).toBe('u-zhangwei')
  })

  it('is signed by text with the short number, forgiving full-width forms', async () => {
    await reported(house())
    await house().person('u-wangfang').says('签收　０００1')
    house().expects('u-wangfang', CASE_NO, '签收')
    house().readsAll()
    expect((await house().core.ctx.store.tasks({ limit: 1 }))[0]?.holder).toBe('u-wangfang')
  })

  it('is signed by quoting it', async () => {
    const { groupCard } = await reported(house())
    await house().person('u-wangfang').says('签收', { group: UNIT_GROUP, quote: groupCard })
    house().expects(UNIT_GROUP, CASE_NO, '签收')
    house().readsAll()
    expect((await house().core.ctx.store.tasks({ limit: 1 }))[0]?.holder).toBe('u-wangfang')
  })

  it('changes for everybody in the group where it was tapped', async () => {
    const { caseNo, groupCard } = await reported(house())
    await house().person('u-wangfang').taps(groupCard, keyOf(groupCard, 'sign'))
    const updated = house()
      .simulator.chat(UNIT_GROUP)
      .find((b) => b.id === groupCard.id)
    expect(updated?.updated).toBe(true)
    expect(updated?.cardFor).toEqual({})
    expect(keyOf(updated ?? groupCard, 'sign')).toBe('')
    house().expects('u-zhangwei', caseNo, '王芳')
    house().readsAll()
  })

  it('answers a stale tap with who has it', async () => {
    const { caseNo, card, groupCard } = await reported(house())
    await house().person('u-zhangwei').taps(card, keyOf(card, 'sign'))
    house().readsAll()
    await house().person('u-wangfang').taps(groupCard, keyOf(groupCard, 'sign'))
    house().expects(UNIT_GROUP, caseNo, /已.*张伟|张伟.*已/)
    house().readsAll()
    expect((await house().core.ctx.store.taskByCaseNo(caseNo))?.holder).toBe('u-zhangwei')
  })

  it('signed by two at once has one winner, and the other is told who', async () => {
    const { caseNo } = await reported(house())
    await Promise.all([
      house().person('u-zhangwei').says(`签收 ${caseNo}`),
      house().person('u-wangfang').says(`签收 ${caseNo}`),
    ])
    await house().settled()
    const task = await house().core.ctx.store.taskByCaseNo(caseNo)
    const loser = task?.holder === 'u-zhangwei' ? 'u-wangfang' : 'u-zhangwei'
    house().expects(loser, task?.holder === 'u-zhangwei' ? '张伟' : '王芳')
    house().readsAll()
    expect((await house().core.ctx.store.timeline(task?.id ?? '')).filter((e) => e.type === 'signed')).toHaveLength(1)
  })

  it('shows 详情 without giving the reporter away', async () => {
    const { card } = await reported(house())
    await house().person('u-zhangwei').taps(card, keyOf(card, 'detail'))
    const detail = house().expects('u-zhangwei', CASE_NO, '详情', STALL)
    expect(detail.content).not.toContain('v-lihua')
    house().readsAll()
  })

  it('is not for a station that does not lead', async () => {
    const { caseNo } = await reported(house())
    await house().person('u-sunmei').says(`签收 ${caseNo}`)
    house().expects('u-sunmei', '城管中队')
    expect((await house().core.ctx.store.taskByCaseNo(caseNo))?.stage).toBe('dispatched')
  })
})
