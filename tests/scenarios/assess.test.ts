import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Assessment } from '../../domain/assess/assessment.ts'
import { ofDuty } from '../../domain/assess/indicator.ts'
import { countFrom, type Counted } from '../assess/independent.ts'
import type { House } from './house.ts'
import { COMMAND, eachTestHasAHouse, keyOf, LEADERS, STALL } from './story.ts'

const SHOWN = '2026-12-03T09:06:00+08:00'
const FROZEN = '2026-12-14T09:06:00+08:00'
const NO = 'QS-SS2026-0001'

/** Says one thing after the other, each by who says it; `+2h` lets time pass. What is said to anybody is not what this is about. */
async function happens(house: House, ...steps: readonly string[]): Promise<void> {
  for (const step of steps) {
    if (step.startsWith('+')) await house.forward(step.slice(1))
    else {
      const [who = '', ...words] = step.split(' ')
      await house.person(who).says(words.join(' '))
    }
    house.readsAll()
  }
}

/** A week with a case that goes well, one that lies, one that is given back wrongly and one rightly, a redo, a whistle and a request. */
async function november(house: House): Promise<void> {
  await happens(
    house,
    `v-lihua ${STALL}`,
    'u-zhangwei 签收 0001',
    '+1h',
    'u-zhangwei 到场 0001',
    'u-zhangwei 办结 0001 摊位已劝离',
    'v-lihua 解决了',
    'v-lihua 满意',
    'v-zhaomin 李庄村头垃圾成堆，没有人清，臭得很',
    '+3h',
    'u-dujuan 王家村南河边有人占道堆了一车沙子',
    'v-zhaomin 石门村饭店把桌子摆到路上占道经营',
    '+10m',
    'u-zhangwei 退回 0004 不归我们管',
    'u-zhouting 裁定 0004 城管中队',
    'u-zhangwei 办结 0004 已经搬回去了',
    'v-zhaomin 没解决 0004 晚上又摆出来了',
    'u-zhangwei 签收 0004',
    'u-zhangwei 办结 0004 又搬回去了',
    'v-zhaomin 解决了 0004',
    'v-zhaomin 不满意 0004',
    'u-zhouting 吹哨 王家村 派出所、市场监管所 聚众斗殴，有人持刀',
    '+5m',
    'u-shenhao 报到',
    '+2h',
    'u-zhouting 收哨',
    '+3d',
  )
}

async function assessed(house: House, month = '2026-11'): Promise<Assessment> {
  const found = await house.core.ctx.assess({ town: 'QS', month })
  if (!found) throw new Error('no such township')
  return found.assessment
}

/** The program's figures in the form of the independent count. */
function figuresOf({ indicators, units, villages }: Assessment): Counted {
  const of = (duty: 'fix' | 'find', scored: Assessment['units']) =>
    scored.flatMap(({ id, cells }) =>
      ofDuty(indicators, duty).flatMap(({ measure }, n) => {
        const cell = cells[n]
        return cell && cell.of > 0 ? [[`${id} ${measure}`, [cell.top, cell.of]] as const] : []
      }),
    )
  return Object.fromEntries([...of('fix', units), ...of('find', villages)])
}

const counted = (house: House, month = '2026-11'): Promise<Counted> =>
  countFrom(house.database, 'QS', month, house.clock.now().getTime())

describe('考核', () => {
  const house = eachTestHasAHouse({ at: '2026-11-24T09:00:00+08:00' })

  it('is counted from the log, and another count of the raw events agrees in every figure', async () => {
    await november(house())
    const figures = figuresOf(await assessed(house()))
    await house().settled()
    expect(figures).toEqual(await counted(house()))
    const measures = new Set(Object.keys(figures).map((key) => key.split(' ')[1]))
    for (const measure of ['respond.normal', 'sign', 'arrive', 'finish', 'return', 'redo', 'solved', 'satisfied'])
      expect(measures).toContain(measure)
    for (const measure of ['ruling', 'whistle', 'found', 'missed']) expect(measures).toContain(measure)
    expect(figures['chengguan ruling']).toEqual([1, 1])
    expect(figures['paichu whistle']).toEqual([1, 1])
    expect(figures['shichang whistle']).toEqual([0, 1])
    expect(figures['chengguan satisfied']).toEqual([1, 2])
  })

  it('counts nothing but the answer of a unit that signed, came, and gave back what was not its own', async () => {
    await happens(house(), `v-lihua ${STALL}`, '+1h', 'u-zhangwei 签收 0001', 'u-zhangwei 到场 0001')
    const clocks = async () => {
      const figures = figuresOf(await assessed(house()))
      await house().settled()
      expect(figures).toEqual(await counted(house()))
      return ['respond.normal', 'sign', 'arrive', 'ruling'].map((measure) => figures[`chengguan ${measure}`]?.join('/'))
    }
    expect(await clocks()).toEqual(['1/1', '1/1', '1/1', undefined])
    await happens(house(), 'u-zhangwei 退回 0001 占的是河道', '+1h')
    expect(await clocks()).toEqual(['1/1', undefined, undefined, undefined])
    await happens(house(), 'u-zhouting 裁定 0001 自然资源所', '+3d')
    expect(await clocks()).toEqual(['1/1', undefined, undefined, '0/1'])
    await house().person('u-liqiang').says('考核')
    expect(house().expects('u-liqiang', '一般事项响应率 100%（1/1）', '退回率 100%（1/1）').content).not.toMatch(
      /按时签收率|按时到场率/u,
    )
    house().readsAll()
  })

  it('is shown on the third working day, objected to, left out, and frozen word for word in the log', async () => {
    await november(house())
    await house().nights()
    await house().until('2026-12-03T09:04:00+08:00')
    house().readsAll()
    await house().person('u-liqiang').says('申诉考核 上月 按时签收率 那天停电')
    house().expects('u-liqiang', '还没有公示', '12月3日', '12月10日')

    await house().until(SHOWN)
    house().expects('u-liqiang', '考核', '2026年11月 城管中队', '公示', '裁定败诉率 100%（1/1）', '12月10日')
    house().expects('u-jiangfeng', '派出所', '吹哨到场率 100%（1/1）')
    house().expects('u-zhaolei', '市场监管所', '吹哨到场率 0%（0/1）')
    for (const room of [COMMAND, LEADERS]) {
      const { content } = house().expects(room, '2026年11月 青石镇', '办理', '属地排查', '城管中队', '申诉')
      expect(content).not.toMatch(/张伟|李强|v-lihua|罚/u)
    }
    house().readsAll()

    const before = await assessed(house())
    expect(before.state).toBe('shown')
    await house().person('u-liqiang').says('申诉考核 上月 裁定败诉率 清单里写的是自然资源所')
    house().expects('u-liqiang', NO, '裁定败诉率', '12月14日', '已交审核')
    const card = house().expects('u-songming', NO, '李强', '清单里写的是自然资源所')
    await house().person('u-songming').taps(card, keyOf(card, 'appeal-agree'))
    house().expects('u-songming', '同意')
    house().expects('u-liqiang', NO, '同意，整项不计')
    await house().person('u-zhaolei').says('申诉考核 2026-11 吹哨到场率 车坏在路上')
    house().expects('u-zhaolei', 'QS-SS2026-0002')
    house().expects('u-songming', 'QS-SS2026-0002')
    house().readsAll()

    await house().until('2026-12-11T09:01:00+08:00')
    house().expects('u-songming', '考核申诉等审核', 'QS-SS2026-0002')
    await house().person('u-liqiang').says('申诉考核 上月 按时签收率 那天停电')
    house().expects('u-liqiang', '申诉的时间过了')
    house().readsAll()

    await house().until(FROZEN)
    house().expects('u-zhaolei', 'QS-SS2026-0002', '没有决定')
    const told = house().expects('u-liqiang', '已定稿', '校验码', '核对请找镇指挥室')
    const toldAll = house().expects(LEADERS, '已定稿', '有 1 件申诉在定稿前没有决定', '校验码', 'SHA-256')
    house().readsAll()
    const after = await assessed(house())
    expect(after).toMatchObject({ state: 'frozen', leftOut: [{ who: 'chengguan', caseNo: null }] })
    expect(figuresOf(after)['chengguan ruling']).toBe(undefined)
    const { 'chengguan ruling': _left, ...others } = await counted(house())
    expect(figuresOf(after)).toEqual(others)

    const [event] = await house().rowsOf(`SELECT "data" FROM "event" WHERE "type" = 'assessment-frozen'`)
    const data: { sha256: string; report: string } = JSON.parse((event as { data: string }).data)
    expect(createHash('sha256').update(data.report).digest('hex')).toBe(data.sha256)
    await house().person('u-songming').says('考核 2026-11')
    const asked = house().expects('u-songming', '已定稿', '校验码')
    for (const { content } of [told, toldAll, asked])
      expect(/校验码 ([0-9a-f]{16})(?![0-9a-f])/u.exec(content)?.[1]).toBe(data.sha256.slice(0, 16))
    expect(JSON.parse(data.report)).toEqual(after)
    await house().person('u-songming').says('同意申诉 QS-SS2026-0002')
    house().expects('u-songming', '已经有结果')
    await house().forward('40d')
    house().readsAll()
    expect(await assessed(house())).toEqual(after)
  })

  it('of a township in which nothing happened is not spoken of', async () => {
    await house().nights()
    await house().until(FROZEN)
    house().readsAll()
    expect(await house().rowsOf(`SELECT 1 FROM "entry" WHERE "kind" = 'assessment'`)).toEqual([])
  })

  it.each([
    ['u-liqiang', '考核', '城管中队', '进行中'],
    ['u-zhangwei', '考核', '城管中队', '没做到的：QS261124-0001'],
    ['u-chenzhen', '考核 2026年11月', '青石镇', '一般事项响应率'],
    ['u-songming', '考核 11月', '青石镇', '城管中队'],
    ['u-zhouting', '考核 上月', '2026年10月', '还没有能计的事'],
    ['u-chenzhen', '考核 2027-01', '没有看懂是哪个月', ''],
    ['u-baixue', '考核', '给各站所看本单位的', ''],
    ['u-zhangwei', '考核指标', '一般事项响应率', '第七十四条'],
    ['u-zhangwei', '申诉考核 上月 按时签收率 那天停电', '负责人提出', ''],
    ['u-liqiang', '申诉清单', '没有考核申诉', ''],
    ['u-zhangwei', '申诉清单', '给各站所看本单位的', ''],
    ['u-songming', '同意申诉 QS-SS2026-0009', '没有找到等您审核的申诉', ''],
  ])('%s says 「%s」: %s %s', async (who, words, ...told) => {
    await happens(
      house(),
      `v-lihua ${STALL}`,
      '+3h',
      `v-zhaomin ${STALL.replace('王家村', '李庄')}`,
      'v-lihua 石门村饭店占道经营',
    )
    await house().person(who).says(words)
    house().expects(who, ...told)
    house().readsAll()
  })

  it('says nothing to a villager, whose words are a report', async () => {
    await house().person('v-lihua').says('考核')
    expect(
      house()
        .unread('v-lihua')
        .map(({ content }) => content)
        .join(''),
    ).not.toMatch(/响应率|得分/u)
    house().readsAll()
  })
})

describe('an objection to one case', () => {
  const house = eachTestHasAHouse({ at: '2026-11-24T09:00:00+08:00' })

  it('leaves that case out and nothing else; refused with a reason it may be made once more', async () => {
    await november(house())
    await house().nights()
    await house().until(SHOWN)
    house().readsAll()
    const cell = async () => {
      const { units, indicators } = await assessed(house())
      const at = ofDuty(indicators, 'fix').findIndex(({ measure }) => measure === 'satisfied')
      return units.find(({ id }) => id === 'chengguan')?.cells[at]
    }
    expect(await cell()).toMatchObject({ top: 1, of: 2, against: [expect.stringMatching(/-0004$/u)] })
    const liqiang = house().person('u-liqiang')
    await liqiang.says('申诉考核 上月 满意率 0001 已经道过歉了')
    house().expects('u-liqiang', '没有在满意率里扣您单位的分')
    await liqiang.says('申诉考核 上月 满意 0004 短')
    house().expects('u-liqiang', '请写上理由')
    await liqiang.says('申诉考核 上月 文书率 0004 已经道过歉了')
    house().expects('u-liqiang', '请写清是哪个指标', '满意率')
    await liqiang.says('申诉考核 上月 满意率 0004 已经道过歉了')
    house().expects('u-liqiang', NO, '工单 QS261124-0004')
    const card = house().expects('u-songming', NO, 'QS261124-0004')
    await house().person('u-songming').taps(card, keyOf(card, 'appeal-refuse'))
    house().expects('u-songming', '请写不同意的理由')
    await house().person('u-songming').says('评价是群众说的')
    house().expects('u-songming', '不同意')
    house().expects('u-liqiang', NO, '不同意', '评价是群众说的')
    expect(await cell()).toMatchObject({ top: 1, of: 2 })
    await liqiang.says('申诉考核 上月 满意率 0004 附上道歉的记录')
    house().expects('u-liqiang', 'QS-SS2026-0002')
    house().expects('u-songming', 'QS-SS2026-0002')
    await house().person('u-songming').says('同意')
    house().expects('u-songming', 'QS-SS2026-0002', '同意')
    house().expects('u-liqiang', 'QS-SS2026-0002', '同意，这一件不计')
    expect(await cell()).toMatchObject({ top: 1, of: 1, against: [] })
    await liqiang.says('同意申诉 QS-SS2026-0002')
    house().expects('u-liqiang', '不能自己审核')
    // the program stands still over the day and the next month
    house().clock.set(new Date('2027-01-20T08:00:00+08:00'))
    await house().forward('26h')
    house().readsAll()
    expect((await assessed(house())).state).toBe('frozen')
    // shown late, it may be objected to as long as any other
    expect(await assessed(house(), '2026-12')).toMatchObject({
      state: 'shown',
      days: { shown: '2027-01-20', appealUntil: '2027-01-27', frozen: '2027-01-28' },
    })
  })
})
