import { expect, it } from 'vitest'
import { eachTestHasAHouse, STALL } from './story.ts'

const house = eachTestHasAHouse()

it('one of several reporters does not learn that another asked not to be known', async () => {
  const one = house().person('v-lihua')
  await one.says(STALL)
  await house().person('v-zhaomin').says(STALL)
  await house().person('v-zhaomin').says('保密')
  house().readsAll()
  for (const asked of ['进度', '进度 0001', '详情 0001']) {
    await one.says(asked)
    const said = house()
      .unread('v-lihua')
      .map((bubble) => JSON.stringify(bubble))
      .join()
    expect(said).toContain('0001')
    expect(said).not.toMatch(/要求保密|保密/)
    house().reads('v-lihua')
  }
  await house().person('u-zhangwei').says('详情 0001')
  house().expects('u-zhangwei', '要求保密')
})
