import { describe, expect, it } from 'vitest'
import type { House } from '../house.ts'
import { COMMAND, eachTestHasAHouse, keyOf, signed } from '../story.ts'

const only = async (house: House) => (await house.core.ctx.store.tasks({ limit: 1 }))[0]
const states = async (house: House) =>
  (await house.core.ctx.store.entries({ kinds: ['suspension'], limit: 10 })).map(({ state }) => state)
const events = async (house: House, type: string) =>
  (await house.rowsOf(`SELECT 1 FROM event WHERE type = '${type}'`)).length

/** 张伟 asks; the card for the command room, and the card he signed by. */
async function asked(house: House) {
  const { card } = await signed(house)
  await house.person('u-zhangwei').says('挂账 0001 等苗木到货 12月4日恢复')
  house.reads('u-zhangwei')
  return { own: card, request: house.expects(COMMAND, '挂账申请') }
}

async function suspended(house: House) {
  const cards = await asked(house)
  await house.person('u-zhouting').says('同意挂账 0001')
  house.readsAll()
  return cards
}

describe('挂账 by two at once', () => {
  const house = eachTestHasAHouse({ at: '2026-11-24T09:00:00+08:00' })

  it.each(['first', 'again'])('is agreed or refused, not both: %s', async (which) => {
    let { request } = await asked(house())
    if (which === 'again') {
      await house().person('u-zhouting').says('同意挂账 0001')
      await house().until('2026-12-04T09:05:00+08:00')
      house().readsAll()
      await house().person('u-zhangwei').says('再挂 0001 苗木还没到 12月18日')
      request = house().expects(COMMAND, '挂账申请', '再挂')
      house().reads('u-zhangwei')
    }
    const before = await events(house(), 'suspended')
    await Promise.all([
      house().person('u-zhouting').taps(request, keyOf(request, 'suspend-agree')),
      house().person('u-hepeng').says('不同意挂账 0001 先劝离'),
    ])
    const [newest] = await states(house())
    expect(['held', 'refused']).toContain(newest)
    expect((await events(house(), 'suspended')) - before + (await events(house(), 'suspension-refused'))).toBe(1)
    house().expects(newest === 'held' ? 'u-hepeng' : COMMAND, newest === 'held' ? '同意' : '不同意')
    house().expects('u-zhangwei', newest === 'held' ? '同意挂账' : '不同意挂账')
    house().hearsNothing('u-zhangwei')
    house().readsAll()
  })

  it('does not outlive the case that is finished meanwhile', async () => {
    const { request } = await asked(house())
    await Promise.all([
      house().person('u-zhouting').taps(request, keyOf(request, 'suspend-agree')),
      house().person('u-zhangwei').says('办结 0001 苗木种好了'),
    ])
    expect((await only(house()))?.stage).toBe('finished')
    expect((await only(house()))?.understood?.time).toBeUndefined()
    expect(await states(house())).not.toContain('held')
    expect(await house().rowsOf(`SELECT 1 FROM timer WHERE kind = 'suspension' AND "dueAt" IS NOT NULL`)).toEqual([])
    house().readsAll()
  })

  it('is lifted once', async () => {
    await suspended(house())
    await Promise.all([house().person('u-zhangwei').says('恢复 0001'), house().person('u-zhouting').says('恢复 0001')])
    const told = ['u-zhangwei', 'u-zhouting'].flatMap((who) => house().unread(who))
    expect(told.filter(({ content }) => content.includes('没有挂账'))).toHaveLength(1)
    expect(await events(house(), 'resumed')).toBe(1)
    house().expects('v-lihua', '接着办')
    house().hearsNothing('v-lihua')
    house().readsAll()
  })

  it('and a return: one of the two holds, the other is told', async () => {
    const { request } = await asked(house())
    await Promise.all([
      house().person('u-zhouting').taps(request, keyOf(request, 'suspend-agree')),
      house().person('u-zhangwei').says('退回 0001 不归我们管'),
    ])
    const stage = (await only(house()))?.stage
    expect(await states(house())).toEqual([stage === 'signed' ? 'held' : 'over'].slice(0, 1))
    if (stage === 'signed') house().expects('u-zhangwei', '挂账了，不能退回')
    else expect(await events(house(), 'suspended')).toBe(0)
    house().readsAll()
  })
})

describe('挂账 by an old card', () => {
  const house = eachTestHasAHouse({ at: '2026-11-24T09:00:00+08:00' })

  it('is not given back, neither at once nor by the answer to the question of before', async () => {
    const { own } = await asked(house())
    await house().person('u-zhangwei').taps(own, 'return:QS261124-0001', { stale: true })
    house().expects('u-zhangwei', '理由')
    await house().person('u-zhouting').says('同意挂账 0001')
    house().readsAll()
    await house().person('u-zhangwei').says('不归我们管')
    house().expects('u-zhangwei', '挂账了，不能退回')
    await house().person('u-zhangwei').taps(own, 'return:QS261124-0001', { stale: true })
    house().expects('u-zhangwei', '挂账了，不能退回')
    house().readsAll()
    expect((await only(house()))?.stage).toBe('signed')
    expect(await states(house())).toEqual(['held'])
  })
})
