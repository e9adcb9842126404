import { describe, expect, it } from 'vitest'
import { ofKind, type Kind } from '../../domain/book/entry.ts'
import { textOf, type House } from './house.ts'
import { COMMAND, eachTestHasAHouse, keyOf, signed } from './story.ts'

const NO = 'QS-SH2026-0001'
const POLICE = ['u-shenhao', 'u-luxin', 'wrPAICHU']
const HUANBAO = ['u-dujuan', 'u-weining', 'wrHUANBAO']

const entry = async <K extends Kind>(house: House, kind: K) =>
  ofKind(await house.core.ctx.store.entries({ kinds: [kind], limit: 9 }), kind)[0]
const events = async (house: House, type: string) =>
  (await house.rowsOf(`SELECT 1 FROM event WHERE type = '${type}'`)).length

describe('a whistle', () => {
  const house = eachTestHasAHouse()
  const dispatcher = () => house().person('u-zhouting')

  /** 周婷 calls the police; everybody has read it. */
  async function called(words = '吹哨 王家村 派出所 聚众斗殴，有人持刀') {
    await dispatcher().says(words)
    house().expects('u-zhouting', '到了 0/1', NO)
    const roll = house().expects(COMMAND, '到了 0/1', NO)
    const [card] = POLICE.map((chat) => house().expects(chat, NO))
    if (!card) throw new Error('no card')
    return { roll, card }
  }

  it.each([
    ['日常', '日常吹哨 王家村 派出所 集中清理占道', 120],
    ['攻坚', '攻坚吹哨 王家村 派出所 拆除违建', 240],
  ])('%s哨 gives more time to come than an emergency', async (_name, words, minutes) => {
    await called(words)
    const { at, dueAt } = (await entry(house(), 'whistle')) ?? {}
    expect(((dueAt?.getTime() ?? 0) - (at?.getTime() ?? 0)) / 60_000).toBe(minutes)
    await house().forward(`${minutes - 1}m`)
    house().hearsNothing(...POLICE)
    await house().forward('2m')
    house().expects('u-shenhao', '到场超时', '派出所')
    house().readsAll()
  })

  it('is ended once when its commander and the command room end it at once', async () => {
    const { roll } = await called('吹哨 王家村 派出所 聚众斗殴，有人持刀，由郭栋指挥')
    const own = house().expects('u-guodong', '到了 0/1', NO)
    await Promise.all([
      house().person('u-guodong').taps(own, keyOf(own, 'whistle-end')),
      house().person('u-hepeng').taps(roll, keyOf(roll, 'whistle-end')),
    ])
    expect(await events(house(), 'whistle-ended')).toBe(1)
    for (const chat of POLICE) {
      house().expects(chat, '已收哨')
      house().hearsNothing(chat)
    }
    const asked = house()
      .unread('u-guodong')
      .filter((bubble) => textOf(bubble).includes('表现怎么样'))
    expect(asked).toHaveLength(1)
    house().readsAll()
  })

  it('ended, says so to a tap on a card from before', async () => {
    const { roll } = await called()
    await dispatcher().says('收哨 1')
    house().readsAll()
    const scored = await events(house(), 'whistle-ended')
    await house().person('u-hepeng').taps(roll, keyOf(roll, 'whistle-end'), { stale: true })
    house().expects(COMMAND, '已经收哨')
    house().expects(COMMAND, NO)
    house().hearsNothing('u-zhouting', ...POLICE)
    expect([scored, await events(house(), 'whistle-ended')]).toEqual([1, 1])
  })

  it('is over for who comes at the moment it is ended, or has him among those who came', async () => {
    const { card } = await called()
    await Promise.all([house().person('u-shenhao').taps(card, keyOf(card, 'check-in')), dispatcher().says('收哨 1')])
    const whistle = await entry(house(), 'whistle')
    expect(whistle?.state).toBe('ended')
    const came = whistle?.data.called[0]?.came.length
    expect(await events(house(), 'whistle-came')).toBe(came)
    house().expects('u-shenhao', came === 1 ? '0 分钟到' : '已经收哨')
    house().readsAll()
  })

  it('is scored by a card while there is time, and not after it', async () => {
    await called()
    await dispatcher().says('收哨 1')
    const ask = house().expects('u-zhouting', '派出所表现怎么样')
    house().readsAll()
    await house().forward('49h')
    house().readsAll()
    await dispatcher().taps(ask, `whistle-score:${NO}:paichu good`)
    house().expects('u-zhouting', '已经过了评哨的时间')
    expect((await entry(house(), 'whistle'))?.data.called[0]?.score).toBeNull()
    expect(await events(house(), 'whistle-scored')).toBe(0)
  })

  it('has one mark of two that are given at once, the last one said', async () => {
    await called()
    await dispatcher().says('收哨 1')
    const ask = house().expects('u-zhouting', '派出所表现怎么样')
    house().readsAll()
    await Promise.all([
      dispatcher().taps(ask, `whistle-score:${NO}:paichu good`),
      dispatcher().says('评哨 1 派出所 差'),
    ])
    const rows = (await house().rowsOf(
      "SELECT data FROM event WHERE type = 'whistle-scored' ORDER BY seq",
    )) as readonly {
      data: string
    }[]
    const last = JSON.parse(rows.at(-1)?.data ?? '{}') as { mark?: string }
    expect((await entry(house(), 'whistle'))?.data.called[0]?.score?.mark).toBe(last.mark)
    house().readsAll()
  })
})

describe('a request for help', () => {
  const house = eachTestHasAHouse()

  it('answered, says by whom to a tap on another’s card, and is answered once', async () => {
    await signed(house())
    await house().person('u-zhangwei').says('请求派出所协助 0001 摊主推搡执法人员')
    house().reads('u-zhangwei')
    const [, other] = POLICE.map((chat) => house().expects(chat, '请求协助'))
    if (!other) throw new Error('no card')
    await house().person('u-shenhao').says('同意协助 1')
    house().readsAll()
    await house().person('u-luxin').taps(other, keyOf(other, 'request-refuse'), { stale: true })
    house().expects('u-luxin', '沈浩已经答复了')
    house().readsAll()
    expect((await entry(house(), 'request'))?.state).toBe('agreed')
    expect(await events(house(), 'help-refused')).toBe(0)
  })
})

describe('a child task', () => {
  const house = eachTestHasAHouse()

  async function given() {
    await signed(house())
    await house().person('u-zhangwei').says('子任务 0001 环保所 清运垃圾 1天内')
    house().reads('u-zhangwei')
    const cards = HUANBAO.map((chat) => house().expects(chat, '清运垃圾'))
    const [mine, other] = cards
    if (!mine || !other) throw new Error('no cards')
    return { mine, other }
  }

  it('is taken by one of two who tap at once', async () => {
    const { mine, other } = await given()
    await Promise.all([
      house().person('u-dujuan').taps(mine, keyOf(mine, 'child-take')),
      house().person('u-weining').taps(other, keyOf(other, 'child-take')),
    ])
    const told = [...house().unread('u-dujuan'), ...house().unread('u-weining')].map(({ content }) => content)
    expect(told.filter((text) => text.includes('已经有人签收'))).toHaveLength(1)
    expect(await events(house(), 'child-taken')).toBe(1)
    house().readsAll()
  })

  it.each(['child-take', 'child-done'])('dropped, is neither taken nor done by an old card: %s', async (verb) => {
    const { mine } = await given()
    await house().person('u-zhangwei').says('取消子任务 1')
    house().readsAll()
    await house()
      .person('u-dujuan')
      .taps(mine, keyOf(mine, verb) || `${verb}:QS-RW2026-0001`, { stale: true })
    house().expects('u-dujuan', '已经有人签收、完成或者取消')
    house().readsAll()
    await house().person('u-dujuan').says('已清运两车')
    house().readsAll()
    expect((await entry(house(), 'child'))?.state).toBe('dropped')
  })

  it('done, is not taken again by an old card', async () => {
    const { other } = await given()
    await house().person('u-dujuan').says('完成 1 已清运两车')
    house().readsAll()
    await house().person('u-weining').taps(other, keyOf(other, 'child-take'), { stale: true })
    house().expects('u-weining', '已经有人签收、完成或者取消')
    house().readsAll()
    expect(await entry(house(), 'child')).toMatchObject({ state: 'done', data: { holder: 'u-dujuan' } })
  })

  it('is done or dropped, not both, when both are said at once', async () => {
    await given()
    await Promise.all([
      house().person('u-dujuan').says('完成 1 已清运两车'),
      house().person('u-zhangwei').says('取消子任务 1'),
    ])
    const state = (await entry(house(), 'child'))?.state ?? ''
    expect(['done', 'dropped']).toContain(state)
    house().expects(state === 'done' ? 'u-zhangwei' : 'u-dujuan', '已经有人签收、完成或者取消')
    expect((await events(house(), 'child-done')) + (await events(house(), 'child-dropped'))).toBe(1)
    house().readsAll()
  })
})
