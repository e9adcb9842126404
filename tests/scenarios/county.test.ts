import { describe, expect, it } from 'vitest'
import type { Town } from '../../domain/town.ts'
import { eachTestHasAHouse, keyOf } from './story.ts'

/** A second township beside the sample: other code, other villages, the same people and groups under the same ids. */
function neighbour(town: Town): Town {
  const village = { code: 'BX01', name: '柳树屯', aliases: [], grid: '', officer: null, lat: null, lng: null }
  const shared = { ...village, code: 'BX02', name: '王家村' }
  const shop = { ...village, code: 'BX03', name: '高店村' }
  return { ...town, code: 'BX', name: '北溪镇', villages: [village, shared, shop] }
}

describe('a county of two townships', () => {
  const house = eachTestHasAHouse({ towns: (towns) => towns.flatMap((t) => [t, neighbour(t)]) })

  it('numbers a case under the township of its place', async () => {
    await house().person('v-lihua').says('柳树屯有人占道摆摊')
    house().expects('v-lihua', /BX261124-0001/)
    await house().person('v-lihua').says('李家沟有人占道摆摊')
    house().expects('v-lihua', /QS261124-0001/)
    house().readsAll()
  })

  it('asks once when a village of that name is in both', async () => {
    await house().person('v-lihua').says('王家村有人占道摆摊')
    house().expects('v-lihua', /哪个|哪里/)
    await house().person('v-lihua').says('北溪镇的王家村')
    house().expects('v-lihua', /BX261124-0001/)
    house().readsAll()
  })

  it('asks with a button for each of the townships, and once only', async () => {
    await house().person('v-lihua').says('王家村村口有人占道摆摊')
    const question = house().expects('v-lihua', '哪个镇', '青石镇', '北溪镇')
    await house().person('v-lihua').taps(question, keyOf(question, 'pick'))
    house().expects('v-lihua', '您选了：青石镇')
    house().expects('v-lihua', /QS261124-0001/, '王家村村口')
    house().readsAll()
  })

  it('a name he cannot say more of is kept, and no township is taken for it', async () => {
    await house().person('v-lihua').says('王家村有人占道摆摊')
    await house().person('v-lihua').says('不清楚')
    house().readsAll()
    const [task] = await house().core.ctx.store.tasks({ limit: 2 })
    expect(task?.place).toEqual({ code: null, name: '王家村' })
  })

  it('asks for the township of a road that runs through both', async () => {
    await house().person('v-lihua').says('国道边有人倒渣土')
    house().expects('v-lihua', '青石镇', '北溪镇')
    await house().person('v-lihua').says('北溪镇')
    house().expects('v-lihua', /BX261124-0001/, '国道边')
    house().readsAll()
  })

  it('a name that only sounds like a village is offered, not taken', async () => {
    await house().person('v-lihua').says('高点村有人占道摆摊')
    const question = house().expects('v-lihua', '在哪里', '北溪镇高店村')
    await house().person('v-lihua').taps(question, keyOf(question, 'pick'))
    house().expects('v-lihua', /BX261124-0001/, '高店村')
    house().readsAll()
  })

  it.each([
    ['王家村有人占道摆摊', '北溪镇的', '王家村'],
    ['北溪镇有人占道摆摊', '王家村', '王家村'],
  ])('puts together what was said before and after the question: %s, %s', async (first, then, place) => {
    await house().person('v-lihua').says(first)
    house().expects('v-lihua', /哪里|哪个镇/)
    await house().person('v-lihua').says(then)
    house().expects('v-lihua', /BX261124-0001/, place)
    house().readsAll()
  })

  it('sends a danger to the township that is named', async () => {
    await house().person('v-lihua').says('北溪镇有人着火了')
    house().expects('v-lihua', '119', /BX261124-0001/)
    house().readsAll()
  })

  it('asks for the full number when the short one means two cases', async () => {
    await house().person('v-lihua').says('柳树屯有人占道摆摊')
    await house().person('v-lihua').says('李家沟有人占道摆摊')
    house().readsAll()
    await house().person('v-lihua').says('撤回 0001')
    house().expects('v-lihua', 'BX261124-0001', 'QS261124-0001')
    expect((await house().core.ctx.store.tasks({ stages: ['withdrawn'], limit: 5 })).length).toBe(0)
  })
})
