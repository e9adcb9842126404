import { describe, expect, it } from 'vitest'
import { PNG } from './pictures.ts'
import { CASE_NO, eachTestHasAHouse, STALL } from './story.ts'

describe('a picture that takes long to arrive', () => {
  const house = eachTestHasAHouse()
  const filesOf = async (caseNo: string) => {
    const { store } = house().core.ctx
    const task = await store.taskByCaseNo(caseNo)
    return store.attachments(task?.id ?? '')
  }

  it('does not hold up the answer, and is with the case afterwards', async () => {
    house().simulator.faults.media('late')
    await house()
      .person('v-lihua')
      .sends([{ name: 'a.png', data: PNG }], STALL)
    const caseNo = CASE_NO.exec(house().expects('v-lihua', CASE_NO).content)?.[0] ?? ''
    expect(await filesOf(caseNo)).toMatchObject([{ fault: null, mime: 'image/png' }])
    house().hearsNothing('v-lihua')
    house().readsAll()
  })

  it('does not hold up a danger that is told right after it', async () => {
    house().simulator.faults.media('late')
    const { simulator } = house()
    const heard = simulator.next((e) => e.type === 'bubble' && e.bubble.from === 'bot' && /119/.test(e.bubble.content))
    await simulator.sendMedia('v-lihua', [{ name: 'a.png', data: PNG }])
    await simulator.say('v-lihua', '王家村着火了')
    await heard
    await house().settled()
    house().readsAll()
  })
})
