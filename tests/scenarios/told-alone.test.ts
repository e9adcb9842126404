import { describe, expect, it } from 'vitest'
import { eachTestHasAHouse, STALL } from './story.ts'

const GROUP = 'wrSHICHANG'

describe('who asks in a group not to be known', () => {
  const house = eachTestHasAHouse()

  it.each(['匿名', '保密'])('%s: hears of his case alone, and the group hears no more of it', async (wish) => {
    await house().person('u-sunmei').says(`${wish}，${STALL}`, { group: GROUP })
    house().readsAll()
    await house().person('u-zhangwei').says('签收 0001')
    house().expects('u-sunmei', '已签收')
    await house().person('u-zhangwei').says('问群众 0001 摊子一般几点出来？')
    house().expects('u-sunmei', '想问您一句')
    house().hearsNothing(GROUP)
    await house().person('u-sunmei').says('早上五点')
    expect(
      house()
        .unread('u-zhangwei')
        .map(({ content }) => content)
        .join(),
    ).toContain('早上五点')
    house().readsAll()
  })
})
