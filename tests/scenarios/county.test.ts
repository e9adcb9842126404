import { describe, expect, it } from 'vitest'
import type { Town } from '../../domain/town.ts'
import { eachTestHasAHouse } from './story.ts'

/** A second township beside the sample: other code, other villages, the same people and groups under the same ids. */
function neighbour(town: Town): Town {
  const village = { code: 'BX01', name: '柳树屯', aliases: [], grid: '', officer: null, lat: null, lng: null }
  const shared = { ...village, code: 'BX02', name: '王家村' }
  return { ...town, code: 'BX', name: '北溪镇', villages: [village, shared] }
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

  it.each([
    ['王家村有人占道摆摊', '北溪镇的', '王家村'],
    ['北溪镇有人占道摆摊', '王家村', '王家村'],
  ])('puts together what was said before and after the question: %s, %s', async (first, then, place) => {
    await house().person('v-lihua').says(first)
    house().expects('v-lihua', /哪里/)
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
