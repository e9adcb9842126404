import { describe, expect, it } from 'vitest'
import type { House } from './house.ts'
import { CASE_NO, COMMAND, eachTestHasAHouse, keyOf, LEADERS, UNIT_GROUP } from './story.ts'

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
    accused.expects('回避')
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
    house().expects('wrDADUI', CASE_NO)
    house().expects('u-songming', CASE_NO, '城管中队')
    house().hearsNothing(...ACCUSED)
    house().readsAll()
  })
})
