import { afterEach, describe, expect, it } from 'vitest'
import type { Town } from '../../domain/town.ts'
import { openHouse, textOf } from './house.ts'
import { CASE_NO, COMMAND, eachTestHasAHouse, keyOf, LEADERS, reported, STALL, UNIT_GROUP } from './story.ts'

const HOUR = 3_600_000

describe('F9 a clock that jumps', () => {
  const house = eachTestHasAHouse({ at: '2026-11-24T09:00:00+08:00' })

  const alarms = () => house().simulator.bubbles.filter(({ from, via }) => from === 'bot' && via === 'push').length
  const setBack = (ms: number) => house().clock.reset(new Date(house().clock.now().getTime() - ms))

  it('an hour back repeats no reminder and no escalation, and shows no negative time', async () => {
    const { caseNo } = await reported(house())
    await house().until('2026-11-24T11:02:00+08:00')
    house().expects('u-liqiang', caseNo)
    house().readsAll()
    const before = alarms()
    setBack(HOUR)
    await house().forward('59m')
    expect(alarms()).toBe(before)
    await house().person('u-zhangwei').says('我的任务')
    expect(textOf(house().expects('u-zhangwei', '0001'))).not.toMatch(/-\d+ ?(?:分|小时|天)/)
    await house().until('2026-11-24T12:02:00+08:00')
    house().expects(COMMAND, caseNo)
    house().readsAll()
  })

  it('a day ahead at one go says of each step what is true now, once', async () => {
    const { caseNo } = await reported(house())
    house().clock.set(new Date('2026-11-25T10:00:00+08:00'))
    // alerts to one chat wait a minute for each other
    await house().forward('2m')
    house().expects(COMMAND, caseNo)
    house().hearsNothing(LEADERS)
    house().readsAll()
    await house().core.jobs.sweep()
    await house().restart()
    house().hearsNothing('u-zhangwei', 'u-liqiang', COMMAND, UNIT_GROUP)
    expect(await house().violations()).toEqual([])
  })
})

describe('F9 a machine in another part of the world', () => {
  const own = process.env['TZ']
  afterEach(() => {
    if (own === undefined) delete process.env['TZ']
    else process.env['TZ'] = own
  })

  async function storyIn(zone: string) {
    process.env['TZ'] = zone
    const house = await openHouse({ at: '2026-11-24T16:00:00+08:00' })
    const { caseNo } = await reported(house)
    await house.until('2026-11-25T09:00:00+08:00')
    const due = (await house.core.ctx.store.taskByCaseNo(caseNo))?.due
    const said = house.simulator.bubbles.map((bubble) => `${bubble.chat} ${bubble.at} ${textOf(bubble)}`)
    house.readsAll()
    await house.close()
    return { offset: new Date(0).getTimezoneOffset(), told: { due, said: said.toSorted() } }
  }

  it('says the same at the same instants', async () => {
    const stories = [
      await storyIn('Asia/Shanghai'),
      await storyIn('America/New_York'),
      await storyIn('Pacific/Kiritimati'),
    ]
    expect(new Set(stories.map(({ offset }) => offset)).size, 'the zones are other ones').toBe(3)
    for (const { told } of stories) expect(told).toEqual(stories[0]?.told)
  })
})

describe('F10 a message that comes again', () => {
  const house = eachTestHasAHouse()

  it('three times at once, half an hour later and after a restart is one case, and nobody hears of it again', async () => {
    house().simulator.faults.duplicate(3)
    const { msgid } = await house().simulator.say('v-lihua', STALL)
    await expect.poll(() => house().unread('v-lihua').length).toBe(1)
    house().simulator.faults.duplicate(1)
    await house().settled()
    const { content } = house().expects('v-lihua', CASE_NO)
    house().readsAll()
    await house().forward('30m')
    house().simulator.faults.redeliver(msgid ?? '')
    await house().person('v-lihua').says('进度')
    house().expects('v-lihua', CASE_NO.exec(content)?.[0] ?? '')
    await house().restart()
    house().simulator.faults.redeliver(msgid ?? '')
    await house().person('v-lihua').says('进度')
    house().expects('v-lihua', CASE_NO.exec(content)?.[0] ?? '')
    house().hearsNothing('v-lihua', 'u-zhangwei', UNIT_GROUP)
    expect(await house().core.ctx.store.tasks({ limit: 5 })).toHaveLength(1)
    expect(await house().violations()).toEqual([])
  })
})

describe('F11 what arrives in the wrong order', () => {
  const house = eachTestHasAHouse()

  it('a button of a card that was closed meanwhile, and the two answers of a villager, end as the versions say', async () => {
    const { caseNo, groupCard } = await reported(house())
    const { simulator } = house()
    simulator.faults.hold()
    await simulator.click('u-zhangwei', groupCard.id, keyOf(groupCard, 'sign'))
    await simulator.say('u-zhangwei', `办结 ${caseNo} 已清走`)
    simulator.faults.release('reversed')
    await expect.poll(async () => (await house().core.ctx.store.taskByCaseNo(caseNo))?.stage).toBe('signed')
    await house().settled()
    house().expects('u-zhangwei', '签收')
    house().readsAll()
    expect(await house().violations()).toEqual([])
  })
})

/** Fifty officers of one unit. */
const FIFTY = Array.from({ length: 50 }, (_, n) => `u-officer${n}`)
const crowd = (towns: readonly Town[]): readonly Town[] =>
  towns.map((town) => ({
    ...town,
    people: [
      ...town.people,
      ...FIFTY.map((userid, n) => {
        const like = town.people.find((person) => person.userid === 'u-zhangwei')
        if (!like) throw new Error('nobody to be like')
        return { ...like, userid, name: `队员${n}` }
      }),
    ],
  }))

describe('F12 fifty who press one button at once', () => {
  const house = eachTestHasAHouse({ towns: crowd })

  it('one has it, everybody else is told who, and nothing is lost', async () => {
    const { caseNo, groupCard } = await reported(house())
    // those who use the same words wait for each other anyway
    const words = [caseNo, caseNo.slice(-4), Number(caseNo.slice(-4))]
    await Promise.all(FIFTY.map((who, n) => house().simulator.say(who, `签收 ${words[n % words.length]}`)))
    await expect.poll(async () => (await house().rowsOf(DONE)).length, { timeout: 20_000 }).toBe(51)
    await house().settled()
    const [signed, ...more] = await house().rowsOf(`SELECT "by" FROM "event" WHERE "type" = 'signed'`)
    expect(more).toEqual([])
    const winner = Object(signed)['by'] as string
    expect(FIFTY).toContain(winner)
    const name = `队员${FIFTY.indexOf(winner)}`
    for (const who of FIFTY.filter((one) => one !== winner)) house().expects(who, name)
    expect(groupCard.chat).toBe(UNIT_GROUP)
    house().readsAll()
    expect(await house().violations()).toEqual([])
  })
})

const DONE = `SELECT "id" FROM "inbox" WHERE "status" = 'done'`
