import { describe, expect, it } from 'vitest'
import type { Town } from '../../domain/town.ts'
import { CASE_NO, COMMAND, eachTestHasAHouse, STALL } from './story.ts'

/** 李强 is not on duty, but he looks after 王家村. */
const withArea = (towns: readonly Town[]) =>
  towns.map((town) => ({
    ...town,
    areas: [{ area: 'QS01', matter: '*', station: 'chengguan', person: 'u-liqiang', deputy: null }],
  }))

describe('the officer of an area', () => {
  const house = eachTestHasAHouse({ towns: withArea })

  it('gets the card with those on duty, is on the case, and hears who signed', async () => {
    await house().person('v-lihua').says(STALL)
    const card = house().expects('u-liqiang', CASE_NO, '片区 李强')
    house().expects('u-zhangwei', CASE_NO)
    house().readsAll()
    const [task] = await house().core.ctx.store.tasks({ limit: 1 })
    expect(task).toMatchObject({ lead: 'chengguan', person: 'u-liqiang' })
    await house().person('u-zhangwei').says('详情 0001')
    house().expects('u-zhangwei', '片区负责人 李强')
    await house().person('u-zhangwei').says('签收 0001')
    house().expects('u-liqiang', '张伟', '签收')
    house().readsAll()
    expect(card.card).not.toBeNull()
  })

  it('of another village gets none', async () => {
    await house().person('v-lihua').says('李家沟有人占道摆摊')
    house().hearsNothing('u-liqiang')
    house().readsAll()
  })
})

/** In 王家村 stalls are the business of the market people. */
const byMarket = (towns: readonly Town[]) =>
  towns.map((town) => ({
    ...town,
    areas: [{ area: 'QS01', matter: 'CG001', station: 'shichang', person: 'u-sunmei', deputy: null }],
  }))

describe('a unit that an area gives an item to', () => {
  const house = eachTestHasAHouse({ towns: byMarket })

  it('leads it there, and nowhere else', async () => {
    await house().person('v-lihua').says('王家村村口有人占道摆摊')
    house().expects('v-lihua', CASE_NO, '主办：市场监管所')
    house().expects('u-sunmei', '片区 孙梅')
    house().expects('wrCHENGGUAN', CASE_NO)
    await house().person('v-zhaomin').says('李家沟有人占道摆摊')
    house().expects('v-zhaomin', CASE_NO, '主办：城管中队')
    house().readsAll()
  })
})

/** The unit that leads stalls has lost everybody. */
const deserted = (towns: readonly Town[]) =>
  towns.map((town) => ({
    ...town,
    stations: town.stations.map((s) => (s.id === 'chengguan' ? { ...s, head: null, duty: [], group: null } : s)),
  }))

describe('a unit with nobody in it', () => {
  const house = eachTestHasAHouse({ towns: deserted })

  it('leaves its cases to the fallback, and the command room is told', async () => {
    await house().person('v-lihua').says(STALL)
    house().expects('v-lihua', CASE_NO, '综合行政执法大队')
    house().expects('wrDADUI', CASE_NO)
    await house().forward('2m')
    house().expects(COMMAND, '城管中队', '综合行政执法大队', '兜底')
    house().readsAll()
  })
  it('is not given one by the command room, which is told who can take it', async () => {
    await house().person('v-lihua').says(STALL)
    await house().forward('2m')
    house().readsAll()
    await house().person('u-zhouting').says('指派 0001 城管中队')
    house().expects('u-zhouting', '没有人', '综合行政执法大队')
    const [task] = await house().core.ctx.store.tasks({ limit: 1 })
    expect(task?.lead).toBe('dadui')
    house().readsAll()
  })
})
