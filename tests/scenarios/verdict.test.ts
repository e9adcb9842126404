import { describe, expect, it } from 'vitest'
import { COMMAND, eachTestHasAHouse, finished, LEADERS } from './story.ts'

describe('what is said to 「解决了吗」', () => {
  const house = eachTestHasAHouse()
  const cases = async () =>
    (await house().core.ctx.store.tasks({ limit: 9 })).map(({ stage, solved, reopens }) => ({ stage, solved, reopens }))
  const REOPENED = [{ stage: 'dispatched', solved: false, reopens: 1 }]

  it.each([
    '没解决，今天又看见了',
    '哪解决了，骗人的，今早还在',
    '没有啊，昨晚又来了',
    '还在',
    '不满意 0001 门口还是堵着',
    '不满意，还是老样子',
  ])('%s: it is not solved, and the unit has it again', async (said) => {
    await finished(house())
    await house().person('v-lihua').says(said)
    house().expects('v-lihua', '0001', '重新办理')
    house().expects('u-zhangwei', '0001')
    house().hearsNothing(LEADERS, COMMAND)
    expect(await cases()).toEqual(REOPENED)
    house().readsAll()
  })

  it.each([
    ['不满意 0001 态度太差', '评价'],
    ['没有人再来摆了', ''],
  ])('%s: is no reason to begin again', async (said, words) => {
    await finished(house())
    await house().person('v-lihua').says(said)
    house().expects('v-lihua', words)
    expect((await cases()).map(({ reopens }) => reopens)).toContain(0)
    house().readsAll()
  })

  it('another matter at another place is a report of its own', async () => {
    await finished(house())
    await house().person('v-lihua').says('没有，北坡村又有人烧秸秆')
    house().readsAll()
    expect((await cases()).map(({ stage }) => stage).toSorted()).toEqual(['dispatched', 'finished'])
  })
})
