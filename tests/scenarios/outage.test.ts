import { describe, expect, it } from 'vitest'
import { eachTestHasAHouse, reported, signed, STALL } from './story.ts'

describe('when WeCom cannot be reached for a while', () => {
  const house = eachTestHasAHouse()

  it('what is to be said waits and is said afterwards, once', async () => {
    const { caseNo } = await signed(house())
    house().simulator.faults.outage(true)
    await house().disconnected()
    house().clock.set(new Date(house().clock.now().getTime() + 24 * 3_600_000))
    await house().core.jobs.sweep()
    house().hearsNothing('u-zhangwei', 'u-liqiang')
    expect((await house().core.web.ready()).ok).toBe(false)
    house().simulator.faults.outage(false)
    await house().connected()
    await house().forward('5m')
    house().expects('u-zhangwei', caseNo)
    house().readsAll()
  })

  it('a kick by another login ends in an alarm and no war', async () => {
    await reported(house())
    house().simulator.faults.kick()
    await house().disconnected()
    await expect.poll(async () => (await house().core.web.ready()).channels[0]?.up).toBe(false)
    expect(house().simulator.connected).toBe(false)
  })
})

describe('an ack that gets lost', () => {
  const house = eachTestHasAHouse()

  it('costs at most a second message that carries the same number', async () => {
    house().simulator.faults.loseAcks(1, 'aibot_respond_msg')
    await house().person('v-lihua').says(STALL)
    await house().forward('10s')
    const answers = house()
      .simulator.chat('v-lihua')
      .filter((b) => b.from === 'bot')
    expect(new Set(answers.map((b) => /QS\d{6}-\d{4}/.exec(b.content)?.[0])).size).toBe(1)
    expect(answers.length).toBeLessThanOrEqual(2)
    house().readsAll()
  })
})
