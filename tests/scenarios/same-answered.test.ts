import { describe, expect, it } from 'vitest'
import { eachTestHasAHouse, LEADERS, reported } from './story.ts'

const AGAIN = '王家村村口又有人摆摊占路'

describe('the answer to 「是同一件事吗」', () => {
  const house = eachTestHasAHouse()
  const tasks = async () => house().core.ctx.store.tasks({ limit: 9 })
  const asked = async () => {
    await reported(house())
    await house().person('v-zhaomin').says(AGAIN)
    house().expects('v-zhaomin', '0001', '同一件事吗')
  }

  it.each(['对对对就那个', '第一个', '可能是', '跟那个一样', '是'])('%s: joined', async (said) => {
    await asked()
    await house().person('v-zhaomin').says(said)
    house().expects('v-zhaomin', '0001', '2 人反映')
    expect(await tasks()).toHaveLength(1)
    house().readsAll()
  })

  it('what is told beside it goes with it', async () => {
    await asked()
    await house().person('v-zhaomin').says('嗯，今天还吵了一架')
    house().expects('v-zhaomin', '0001', '2 人反映')
    house().expects('u-zhangwei', '今天还吵了一架')
    house().readsAll()
  })

  it.each(['啥意思', '谢谢', '好', '催一催'])('%s: he is asked once more, and nothing is lost', async (said) => {
    await asked()
    await house().person('v-zhaomin').says(said)
    house().expects('v-zhaomin', '请再选一下')
    expect(await tasks()).toHaveLength(1)
    await house().person('v-zhaomin').says('啥意思')
    house().expects('v-zhaomin', 'QS261124-0002', '王家村')
    const [own] = (await tasks()).filter(({ seq }) => seq === 2)
    expect(own).toMatchObject({ text: AGAIN, level: 'normal', place: { name: '王家村村口' } })
    house().readsAll()
  })

  it('不: a case of its own at its place, and no alarm', async () => {
    await asked()
    await house().person('v-zhaomin').says('不')
    house().expects('v-zhaomin', 'QS261124-0002', '王家村村口')
    house().hearsNothing(LEADERS)
    house().readsAll()
  })

  it.each(['撤回', '算了'])('%s: there is no case, then or later', async (said) => {
    await asked()
    await house().person('v-zhaomin').says(said)
    house().expects('v-zhaomin', '没有登记')
    await house().forward('12m')
    expect(await tasks()).toHaveLength(1)
    house().readsAll()
  })
})
