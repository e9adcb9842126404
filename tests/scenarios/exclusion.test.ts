import { describe, expect, it } from 'vitest'
import type { Town } from '../../domain/town.ts'
import type { House } from './house.ts'
import { textOf } from './house.ts'
import { COMMAND, eachTestHasAHouse, finished, keyOf, STALL } from './story.ts'

const NO = 'QS-TC2026-0001'
const REASON = '要求给他家单独修一条路，没有依据'

async function asked(house: House) {
  await finished(house)
  house.readsAll()
  await house.person('u-liqiang').says(`申请剔除 0001 ${REASON}`)
  house.expects('u-liqiang', NO, '已交审核')
}

const states = (house: House) => house.rowsOf(`SELECT "state" FROM "entry" WHERE "kind" = 'exclusion' ORDER BY "no"`)

describe('申请剔除', () => {
  const house = eachTestHasAHouse()

  it('is asked by the head, agreed by the supervisor, and leaves the case as it is', async () => {
    await asked(house())
    house().hearsNothing('v-lihua', COMMAND)
    const card = house().expects('u-songming', NO, REASON, '李强')
    await house().person('u-songming').taps(card, keyOf(card, 'exclude-agree'))
    house().expects('u-songming', '同意剔除')
    house().expects('u-liqiang', NO, '同意剔除')
    house().hearsNothing('v-lihua')
    expect(await states(house())).toEqual([{ state: 'agreed' }])
    const [task] = await house().core.ctx.store.tasks({ limit: 1 })
    expect(task?.stage).toBe('finished')
    const events = await house().core.ctx.store.timeline(task?.id ?? '')
    expect(events.find(({ type }) => type === 'excluded')).toMatchObject({
      by: 'u-songming',
      data: { no: NO, unit: 'chengguan', rounds: 1 },
    })
    await house().person('u-songming').taps(card, keyOf(card, 'exclude-refuse'), { stale: true })
    house().expects('u-songming', '已经决定了')
    house().readsAll()
    await house().forward('30d')
    house().readsAll()
    expect(await house().rowsOf(`SELECT 1 FROM "timer" WHERE "kind" = 'exclusion-wait'`)).toEqual([])
    for (const who of ['u-songming', 'u-zhouting', 'u-chenzhen']) {
      await house().person(who).says('剔除清单')
      house().expects(who, '剔除清单', NO, '同意剔除')
    }
  })

  it('is refused with a reason, and may be asked once more', async () => {
    await asked(house())
    const card = house().expects('u-songming', NO)
    await house().person('u-songming').taps(card, keyOf(card, 'exclude-refuse'))
    house().expects('u-songming', '请写不同意的理由')
    await house().person('u-songming').says('诉求合理，应当办理')
    house().expects('u-songming', '不同意剔除')
    house().expects('u-liqiang', '不同意剔除', '诉求合理，应当办理')
    await house().person('u-liqiang').says(`申请剔除 0001 ${REASON}，附上会议纪要`)
    house().expects('u-liqiang', '已交审核')
    house().expects('u-songming', 'QS-TC2026-0002')
    await house().person('u-songming').says('不同意剔除 QS-TC2026-0002 纪要和这件没有关系')
    house().readsAll()
    await house().person('u-liqiang').says('申请剔除 0001 再申请一次看看')
    house().expects('u-liqiang', '不能再申请')
  })

  it.each([
    ['u-zhangwei', `申请剔除 0001 ${REASON}`, '负责人提出'],
    ['u-zhaolei', `申请剔除 0001 ${REASON}`, '城管中队'],
    ['u-liqiang', `申请剔除 0001 ${REASON}`, '正在等审核'],
    ['u-liqiang', `同意剔除 ${NO}`, '不能自己审核'],
    ['u-zhangwei', `同意剔除 ${NO}`, '不能自己审核'],
    ['u-zhouting', `同意剔除 ${NO}`, '执法监督人员审核'],
    ['u-songming', '同意剔除 QS-TC2026-0009', '没有找到等您审核'],
    ['u-zhangwei', '剔除清单', '只给监督人员'],
  ])('%s says 「%s」: %s', async (who, words, told) => {
    await asked(house())
    house().readsAll()
    await house().person(who).says(words)
    house().expects(who, told)
    expect(await states(house())).toEqual([{ state: 'asked' }])
  })

  it('asks for the reason', async () => {
    await finished(house())
    house().readsAll()
    await house().person('u-liqiang').says('申请剔除 0001')
    house().expects('u-liqiang', '请写剔除的理由')
    await house().person('u-liqiang').says(REASON)
    house().expects('u-liqiang', NO, '已交审核')
    house().expects('u-songming', NO)
  })

  it('is spoken of again after three working days, over a weekend', async () => {
    await house().until('2026-11-27T10:00:00+08:00')
    await asked(house())
    house().readsAll()
    await house().until('2026-12-02T17:55:00+08:00')
    expect(
      house()
        .unread('u-songming')
        .filter((bubble) => textOf(bubble).includes(NO)),
    ).toEqual([])
    house().readsAll()
    await house().until('2026-12-02T18:05:00+08:00')
    house().expects('u-songming', '剔除申请等审核', NO)
    house().readsAll()
  })

  it('is not told to whoever reported it, though he is of the staff', async () => {
    await house().person('u-baixue').says(STALL)
    await house().person('u-zhangwei').says('签收 0001')
    await house().person('u-zhangwei').says('办结 0001 已劝离')
    await house().person('u-liqiang').says(`申请剔除 0001 ${REASON}`)
    house().readsAll()
    await house().person('u-baixue').says('详情 0001')
    expect(house().expects('u-baixue', '经过').content).not.toMatch(/剔除|单独修一条路/)
    await house().person('u-songming').says('详情 0001')
    house().expects('u-songming', '申请剔除评价')
  })
})

describe('申请剔除 before two supervisors', () => {
  const house = eachTestHasAHouse({
    towns: (towns: readonly Town[]) =>
      towns.map((town) => ({
        ...town,
        people: town.people.flatMap((each) =>
          each.userid === 'u-songming' ? [each, { ...each, userid: 'u-fangyuan', name: '方圆' }] : [each],
        ),
      })),
  })

  it('is decided by one of them, and stands in the log once', async () => {
    await asked(house())
    const card = house().expects('u-songming', NO, REASON)
    house().expects('u-fangyuan', NO, REASON)
    await Promise.all([
      house().person('u-songming').taps(card, keyOf(card, 'exclude-agree')),
      house().person('u-fangyuan').says(`不同意剔除 ${NO} 评价照常计入`),
    ])
    const decided = await house().rowsOf(`SELECT "by" FROM "event" WHERE "type" IN ('excluded', 'exclusion-refused')`)
    expect(decided).toHaveLength(1)
    const [row] = (await states(house())) as readonly { state: string }[]
    house().expects(row?.state === 'agreed' ? 'u-fangyuan' : 'u-songming', '已经决定了')
    house().expects('u-liqiang', NO, row?.state === 'agreed' ? '同意剔除' : '不同意剔除')
    house().hearsNothing('u-liqiang')
    house().readsAll()
  })
})

describe('申请剔除 in a township without a supervisor', () => {
  const house = eachTestHasAHouse({
    towns: (towns: readonly Town[]) =>
      towns.map((town) => ({ ...town, people: town.people.filter(({ userid }) => userid !== 'u-songming') })),
  })

  it('is decided by the command room; of two who tap at once one decides and the other is told', async () => {
    await asked(house())
    const card = house().expects(COMMAND, NO, REASON)
    await Promise.all([
      house().person('u-zhouting').taps(card, keyOf(card, 'exclude-agree')),
      house().person('u-hepeng').says(`不同意剔除 ${NO} 评价照常计入`),
    ])
    house().expects('u-liqiang', NO, /同意剔除/)
    house().readsAll()
    const [row] = await states(house())
    expect(['agreed', 'refused']).toContain((row as { state: string }).state)
    await house().person('u-hepeng').says(`同意剔除 ${NO}`)
    house().expects('u-hepeng', '已经决定了')
  })
})
