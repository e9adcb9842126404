import { beforeEach, describe, expect, it } from 'vitest'
import type { Share } from '../../../domain/digest/figures.ts'
import type { Report } from '../../../domain/digest/report.ts'
import { rulesWith } from '../../../domain/rules/ruleOf.ts'
import { COMMAND, eachTestHasAHouse, finished, keyOf, LEADERS } from '../story.ts'

const at = (day: string, time: string) => `2026-${day}T${time}:00+08:00`

describe('the report of a week', () => {
  const house = eachTestHasAHouse()

  it('comes on Monday at 08:30 as a picture to the command room and the leaders; once, and not on Tuesday', async () => {
    await house().nights()
    await finished(house())
    house().readsAll()
    await house().until(at('11-30', '08:29'))
    house().readsAll()
    await house().until(at('11-30', '08:31'))
    for (const chat of [COMMAND, LEADERS]) {
      const poster = house()
        .unread(chat)
        .find(({ kind }) => kind === 'image')
      expect(poster, chat).toBeDefined()
    }
    house().readsAll()
    await house().until(at('11-30', '23:00'))
    expect(
      house()
        .unread(LEADERS)
        .filter(({ kind }) => kind === 'image'),
    ).toEqual([])
    house().readsAll()
  })

  it('is shown on demand, too; an officer is told whose it is', async () => {
    await house().person('u-chenzhen').says('周报')
    expect(
      house()
        .unread('u-chenzhen')
        .map(({ kind }) => kind),
    ).toEqual(['image'])
    await house().person('u-zhangwei').says('月报')
    house().expects('u-zhangwei', '镇领导', '我的任务')
    house().readsAll()
  })
})

describe('lists for who watches', () => {
  const house = eachTestHasAHouse()
  /** The same stall at the same place, and each time it is dealt with. */
  beforeEach(async () => {
    for (let times = 0; times < 3; times += 1) {
      await finished(house())
      house().readsAll()
      await house().forward('1h')
      house().readsAll()
    }
  })

  it('苗头: for the third time at the same place is to be dealt with before it is reported again', async () => {
    const leader = house().person('u-chenzhen')
    await leader.says('苗头')
    leader.expects('反复发生', '王家村 乱倒垃圾：3 件', '最近一件 0003', '未诉先办')
    await leader.says('今日')
    leader.expects('今日情况', '今天新增 3 件，今天办结 3 件', '没有超期的工单', '反复发生')
    await house().person('u-zhouting').says('简报', { group: COMMAND })
    const card = house().expects(COMMAND, '青石镇简报 11月24日', '建议未诉先办', '王家村 乱倒垃圾：3 件')
    await house().person('u-zhouting').taps(card, keyOf(card, 'hints'))
    house().expects(COMMAND, '最近 30 天的苗头')
    house().readsAll()
  })

  it('红黑榜: the unit with its figures; one alone is on no list, and its head may look', async () => {
    await house().person('u-liqiang').says('红黑榜')
    house().expects('u-liqiang', '没有同类可比，不排名：城管中队 100 分', '不看罚款')
    house().readsAll()
  })
})

describe('红黑榜 and 考核', () => {
  const least = { key: 'ranking.least', value: 1, basis: '', validFrom: null, validUntil: null } as const
  const house = eachTestHasAHouse({
    towns: (towns) => towns.map((town) => ({ ...town, policy: { ...town.policy, rules: rulesWith([least]) } })),
  })

  it('compare the same units and give them the same score and place: a police station has none', async () => {
    await finished(house())
    for (const [no, unit, officer, wait] of [
      ['0002', '派出所', 'u-shenhao', '1m'],
      ['0003', '市场监管所', 'u-sunmei', '6h'],
    ] as const) {
      await house().person('v-lihua').says(`${no}号门前有人占道摆摊，在王家村`)
      await house().person('u-zhouting').says(`指派 ${no} ${unit}`)
      await house().forward(wait)
      await house().person(officer).says(`签收 ${no}`)
      await house().person(officer).says(`办结 ${no} 已经搬走`)
      house().readsAll()
    }
    const said = ['城管中队 100 分，同类第 1/2', /市场监管所 [\d.]+ 分，同类第 2\/2/u] as const
    await house().person('u-zhouting').says('红黑榜')
    const board = house().expects('u-zhouting', ...said, '不排名：派出所 100 分').content
    expect(board.match(/派出所/gu)).toHaveLength(1)
    await house().person('u-zhouting').says('考核')
    const figures = house().expects('u-zhouting', ...said, '派出所 100 分').content
    expect(figures).not.toMatch(/派出所 100 分，/u)
    const scoreIn = (text: string) => /市场监管所 ([\d.]+) 分/u.exec(text)?.[1]
    expect(scoreIn(board)).toBe(scoreIn(figures))
    house().readsAll()
  })
})

describe('the report of a month', () => {
  const house = eachTestHasAHouse()

  it('has the rates of its assessment, though another count of the same cases would say otherwise', async () => {
    await finished(house())
    await house().person('v-lihua').says('没解决')
    await house().person('u-zhangwei').says('签收 0001')
    await house().person('u-zhangwei').says('办结 0001 又清了一遍')
    await house().person('v-lihua').says('解决了')
    // signed at once, and ruled to be another's: there it lies
    await house().person('v-lihua').says('石门村有人占道摆摊')
    await house().person('u-zhangwei').says('签收 0002')
    await house().person('u-zhangwei').says('退回 0002 占的是河道')
    await house().person('u-zhouting').says('裁定 0002 自然资源所')
    house().readsAll()
    await house().until(at('12-02', '10:00'))
    house().readsAll()

    // it is drawn beside: he may hear something else before
    const { simulator } = house()
    const drawn = simulator.next(
      (e) => e.type === 'bubble' && e.bubble.chat === 'u-chenzhen' && e.bubble.kind === 'image',
    )
    await house().person('u-chenzhen').says('月报')
    await drawn
    house().readsAll()
    const rows = await house().rowsOf(
      `SELECT "body" FROM "outbox" WHERE CAST("body" AS TEXT) LIKE '%"month"%' ORDER BY "seq" DESC`,
    )
    const { report } = JSON.parse((rows[0] as { body: string }).body) as { report: Report }
    await house().person('u-chenzhen').says('考核 上月')
    const { content } = house().expects('u-chenzhen', '2026年11月')
    const shareIn = (name: string) => new RegExp(`${name} ([\\d.]+%（\\d+/\\d+）)`, 'u').exec(content)?.[1]
    const shown = ({ right, of }: Share) => `${Math.round((right * 1000) / of) / 10}%（${right}/${of}）`
    expect(shown(report.solved)).toBe('50%（1/2）')
    expect({
      按时签收率: shown(report.response),
      按时办结率: shown(report.onTime),
      解决率: shown(report.solved),
    }).toEqual({ 按时签收率: shareIn('按时签收率'), 按时办结率: shareIn('按时办结率'), 解决率: shareIn('解决率') })
    expect(report).toMatchObject({ asOf: '2026-12-02', open: 1 })
    house().readsAll()
  })
})
