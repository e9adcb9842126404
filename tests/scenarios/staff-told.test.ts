import { expect, it } from 'vitest'
import { eachTestHasAHouse, STALL } from './story.ts'

const house = eachTestHasAHouse()

it('a member of the staff is told once, with his first report, what is kept of who reported', async () => {
  const officer = house().person('u-sunmei')
  const told = () =>
    house()
      .simulator.chat('u-sunmei')
      .filter(({ from, content }) => from === 'bot' && content.includes('单独加密存放')).length
  await officer.says('我的任务')
  house().readsAll()
  expect(told()).toBe(0)
  await officer.says(STALL)
  officer.expects('已受理', '单独加密存放')
  house().readsAll()
  await officer.says('李家沟有人烧秸秆')
  house().readsAll()
  await house().person('u-zhangwei').says('签收 0001')
  house().readsAll()
  expect(told()).toBe(1)
})
