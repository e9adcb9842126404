import { describe, expect, it } from 'vitest'
import { ofKind } from '../../domain/book/entry.ts'
import type { House } from './house.ts'
import { PNG } from './pictures.ts'
import { COMMAND, eachTestHasAHouse, keyOf, LEADERS } from './story.ts'

const FIGHT = '吹哨 王家村 派出所、城管中队、市场监管所 聚众斗殴，有人持刀'
const UNITS = [
  'u-shenhao',
  'u-luxin',
  'wrPAICHU',
  'u-zhangwei',
  'u-wangfang',
  'wrCHENGGUAN',
  'u-sunmei',
  'u-qianyong',
  'wrSHICHANG',
]

const whistleOf = async (house: House) =>
  ofKind(await house.core.ctx.store.entries({ kinds: ['whistle'], limit: 9 }), 'whistle')[0]

/** 周婷 whistles; everybody reads it. */
async function called(house: House, words = FIGHT, reason = '聚众斗殴') {
  await house.person('u-zhouting').says(words)
  house.expects('u-zhouting', '到了 0/3', 'QS-SH2026-0001')
  const cards = UNITS.map((chat) => house.expects(chat, 'QS-SH2026-0001', '王家村', reason, '周婷'))
  const roll = house.expects(COMMAND, '到了 0/3', 'QS-SH2026-0001')
  return { cards, roll, cardOf: (chat: string) => cards[UNITS.indexOf(chat)] ?? roll }
}

/** 王家村 is at 34.812, 113.407. */
async function shares(house: House, userid: string, lat: number, lng: number): Promise<void> {
  await house.core.receive({
    dedupeKey: `location-${lat}-${lng}`,
    channel: 'aibot',
    from: userid,
    chat: { type: 'single', id: userid },
    content: { kind: 'location', lat, lng, label: '' },
    reply: null,
  })
  await house.settled()
}

describe('吹哨 of the command room', () => {
  const house = eachTestHasAHouse()

  it('calls units to a place, counts who comes and how, and says who does not', async () => {
    const { cardOf, roll } = await called(house())
    const police = cardOf('u-shenhao')
    expect(keyOf(police, 'whistle-seen')).toBe('whistle-seen:QS-SH2026-0001')
    await house().person('u-shenhao').taps(police, keyOf(police, 'whistle-seen'))
    house().expects('u-shenhao', '收到，还没到')
    house().hearsNothing('u-zhouting')

    await house().forward('17m')
    await house().person('u-shenhao').taps(police, keyOf(police, 'check-in'))
    house().expects('u-shenhao', '17 分钟到', '我也到了')
    house().expects('u-zhouting', '派出所', '17 分钟到（沈浩）', '到了 1/3')

    await house().forward('3m')
    await shares(house(), 'u-zhangwei', 34.812, 113.45)
    house().expects('u-zhangwei', '已报到', '位置对不上')
    house().expects('u-zhouting', '城管中队', '20 分钟到（张伟）', '位置对不上', '到了 2/3')

    await house().person('u-zhouting').taps(roll, keyOf(roll, 'roll-call'))
    house().expects(COMMAND, '到了 2/3', '到了 派出所 17分钟 沈浩', '没回音 市场监管所')

    await house().forward('10m')
    for (const chat of ['u-zhaolei', 'u-sunmei', 'u-qianyong']) house().expects(chat, '到场超时', '市场监管所')
    house().expects(COMMAND, '到了 2/3', '没到 市场监管所')
    house().hearsNothing('u-jiangfeng', 'u-liqiang', LEADERS)
    await house().forward('30m')
    house().expects(LEADERS, '没有到场', '市场监管所：没到')

    await house()
      .person('u-sunmei')
      .sends([{ name: '现场.png', data: PNG }])
    house().expects('u-sunmei', '已报到', '迟到，60 分钟到')
    house().expects('u-zhouting', '市场监管所', '迟到', '都到了')
    house().expects(COMMAND, '到了 3/3', '迟到 市场监管所')

    await house().person('u-zhouting').says('点名 1')
    house().expects('u-zhouting', '到了 3/3', '派出所 17分钟', '迟到 市场监管所 60分钟')
    await house().person('u-zhouting').says('收哨 1')
    house().expects('u-zhouting', '已收哨')
    for (const chat of UNITS) house().expects(chat, '已收哨', '不用再来')
    house().expects(COMMAND, '已收哨')
    for (const unit of ['派出所', '城管中队', '市场监管所']) house().expects('u-zhouting', `${unit}表现怎么样`)
    expect(await whistleOf(house())).toMatchObject({ state: 'ended', owner: 'u-zhouting' })
  })

  it('is scored once for each unit, changed within a day, asked for once more and then left', async () => {
    await called(house())
    await house().person('u-zhouting').says('收哨')
    house().expects('u-zhouting', '已收哨')
    house().reads(...UNITS, COMMAND)
    const card = house().expects('u-zhouting', '派出所表现怎么样', '没到')
    await house().person('u-zhouting').taps(card, 'whistle-score:QS-SH2026-0001:paichu good')
    house().expects('u-zhouting', '派出所：好')
    await house().person('u-zhouting').says('评哨 1 派出所 差')
    house().expects('u-zhouting', '派出所：差')
    await house().person('u-zhouting').says('评哨 1 派出所')
    house().expects('u-zhouting', '好、一般、差')
    await house().person('u-zhangwei').says('评哨 1 派出所 好')
    house().expects('u-zhangwei', '只有这次吹哨的指挥')
    house().reads('u-zhouting')
    await house().forward('1d')
    for (const unit of ['城管中队', '市场监管所']) house().expects('u-zhouting', `${unit}表现怎么样`)
    await house().forward('30h')
    await house().person('u-zhouting').says('评哨 1 派出所 好')
    house().expects('u-zhouting', '已经过了评哨的时间')
    await house().person('u-zhouting').says('评哨 1 城管中队 好')
    house().expects('u-zhouting', '已经过了评哨的时间')
    expect((await whistleOf(house()))?.data.called.map(({ score }) => score?.mark ?? null)).toEqual([
      'poor',
      null,
      null,
    ])
    expect(await house().rowsOf(`SELECT * FROM timer WHERE kind LIKE 'whistle%' AND "dueAt" IS NOT NULL`)).toEqual([])
  })

  it('hears at once who cannot come, and a stale card is answered with how it stands', async () => {
    const { cardOf } = await called(house())
    const police = cardOf('wrPAICHU')
    await house().person('u-luxin').taps(police, keyOf(police, 'cannot-come'))
    house().expects('wrPAICHU', '为什么来不了')
    await house().person('u-luxin').says('车在县里修', { group: 'wrPAICHU' })
    house().expects('wrPAICHU', '已记下来不了')
    house().expects('u-zhouting', '派出所', '来不了：车在县里修', '到了 0/3')
    await house().person('u-shenhao').says('报到 1')
    house().expects('u-shenhao', '已报到', '0 分钟到')
    house().expects('u-zhouting', '派出所：0 分钟到（沈浩）')
    await house().person('u-shenhao').says('报到 1')
    house().expects('u-shenhao', '已经记过了')
    await house().person('u-zhouting').says('收哨')
    house().readsAll()
    const stale = cardOf('u-zhangwei')
    await house().person('u-zhangwei').taps(stale, keyOf(stale, 'check-in'), { stale: true })
    house().expects('u-zhangwei', '已经收哨，不用再来')
    house().readsAll()
  })

  it('of two who tap at once counts both, and tells its commander once', async () => {
    const { cardOf } = await called(house())
    const [one, other] = [cardOf('u-shenhao'), cardOf('u-luxin')]
    await Promise.all([
      house().person('u-shenhao').taps(one, keyOf(one, 'check-in')),
      house().person('u-luxin').taps(other, keyOf(other, 'check-in')),
    ])
    house().reads('u-shenhao', 'u-luxin')
    house().expects('u-zhouting', '派出所：0 分钟到', '到了 1/3')
    house().hearsNothing('u-zhouting')
    expect((await whistleOf(house()))?.data.called[0]?.came).toHaveLength(2)
  })

  it('nobody ended is asked about, and ends by itself', async () => {
    await called(house(), '日常吹哨 王家村 派出所、城管中队、市场监管所 集中清理占道', '清理占道')
    for (const userid of ['u-shenhao', 'u-zhangwei', 'u-sunmei']) await house().person(userid).says('报到')
    house().readsAll()
    await house().forward('16h')
    house().expects('u-zhouting', '请收哨')
    await house().forward('1d')
    house().expects('u-zhangwei', '已收哨')
    house().readsAll()
    expect(await whistleOf(house())).toMatchObject({ state: 'ended' })
  })

  it.each([
    ['u-zhouting', '吹哨 王家村 司法所 打架', '对不上“司法所”'],
    ['u-zhouting', '吹哨 王家村 打架', '请写清地点、单位和事由'],
    ['u-zhouting', '吹哨 派出所 打架', '请写清地点、单位和事由'],
    ['u-zhouting', '吹哨 王家村 派出所', '请写清地点、单位和事由'],
    ['u-zhouting', '吹哨 王家村 县公安局 打架', '请直接打电话'],
    ['u-zhangwei', '吹哨 王家村 派出所 打架', '周婷'],
    ['u-zhangwei', '报到 9', '没有找到这次吹哨'],
    ['v-zhaomin', '点名 1', '占道'],
  ])('is refused to %s: %s', async (userid, words, answer) => {
    await house().person(userid).says(words)
    if (!userid.startsWith('v-')) house().expects(userid, answer)
    house().readsAll()
    expect(await whistleOf(house())).toBeUndefined()
  })

  it('is open to the head of the brigade, may name who commands, and calls a unit once that is named twice', async () => {
    await house().person('u-guodong').says('攻坚吹哨 石门采石场 派出所、派出所、自然资源所 拆除违建，由郭栋指挥')
    house().expects('u-guodong', '到了 0/2', '石门')
    expect(await whistleOf(house())).toMatchObject({ owner: 'u-guodong', data: { sort: 'hard' } })
    house().readsAll()
    await house().person('u-zhangwei').says('报到 1')
    house().expects('u-zhangwei', '没有叫您单位')
    await house().person('u-zhangwei').says('点名 1')
    house().expects('u-zhangwei', '只有这次吹哨的指挥')
    await house().person('u-chenzhen').says('点名 1')
    house().expects('u-chenzhen', '到了 0/2')
  })
})
