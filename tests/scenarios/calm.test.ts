import { describe, expect, it } from 'vitest'
import { textOf } from './house.ts'
import { COMMAND, eachTestHasAHouse, reported, UNIT_GROUP } from './story.ts'

const VILLAGER = 'v-lihua'

describe('a villager who sends thirty messages in a minute', () => {
  const house = eachTestHasAHouse()

  it('is told once; his case gets one entry with each thing he said, and staff one message', async () => {
    await reported(house())
    await house().forward('2m')
    const says = (n: number) => `第${'一二三四五六七八九十'[n % 10]}个摊子又往路中间挪了，都走不过去${n}`
    for (let n = 0; n < 19; n += 1) await house().simulator.say(VILLAGER, says(n))
    await house().settled()
    await house().person(VILLAGER).says(says(19))
    const cases = (await house().core.ctx.store.tasks({ limit: 50 })).length
    house().readsAll()
    await house().person(VILLAGER).says(says(20))
    house().expects(VILLAGER, '您发得太快了', '不用重发')
    const more = [...Array.from({ length: 7 }, (_, n) => says(21 + n)), says(21), says(21)]
    for (const text of more) await house().simulator.say(VILLAGER, text)
    await expect.poll(() => house().rowsOf(`SELECT "id" FROM "inbox" WHERE "note" LIKE 'too much%'`)).toHaveLength(10)
    await house().settled()
    house().hearsNothing(VILLAGER, 'u-zhangwei', UNIT_GROUP, COMMAND)
    await house().forward('3m')
    house().hearsNothing(VILLAGER)
    const heard = [COMMAND, 'u-zhangwei'].flatMap((chat) => house().unread(chat).map(textOf))
    expect(heard.filter((text) => text.includes(says(27)))).toHaveLength(1)
    expect(heard.join().split(says(21))).toHaveLength(2)
    for (let n = 20; n < 28; n += 1) expect(heard.join()).toContain(says(n))
    expect(await house().core.ctx.store.tasks({ limit: 50 })).toHaveLength(cases)
    house().readsAll()
  })

  it('is heard at once when there is danger, however much he sent', async () => {
    await reported(house())
    house().readsAll()
    for (let n = 0; n < 30; n += 1) await house().simulator.say(VILLAGER, `快来看看啊怎么还没有人来${n}`)
    await expect
      .poll(() => house().rowsOf(`SELECT "id" FROM "inbox" WHERE "note" LIKE 'too much%'`))
      .not.toHaveLength(0)
    await house().settled()
    house().readsAll()
    await house().person(VILLAGER).says('王家村村口着火了')
    house().expects(VILLAGER, '119')
    await house().forward('3m')
    house().readsAll()
  })
})

describe('the same words over and over', () => {
  const house = eachTestHasAHouse()

  it('are answered a few times and then not any more', async () => {
    const { caseNo } = await reported(house())
    house().readsAll()
    const again = '王家村村口有人占道摆摊，还乱倒垃圾'
    for (let n = 0; n < 4; n += 1) {
      await house().forward('2m')
      await house().person(VILLAGER).says(again)
    }
    house().readsAll()
    await house().person(VILLAGER).says(again)
    house().expects(VILLAGER, '已经收到好几遍了')
    for (let n = 0; n < 14; n += 1) await house().simulator.say(VILLAGER, again)
    await expect.poll(() => house().rowsOf(`SELECT "id" FROM "inbox" WHERE "note" = 'too much: same'`)).toHaveLength(15)
    await house().forward('5m')
    house().hearsNothing(VILLAGER)
    house().readsAll()
    expect((await house().core.ctx.store.tasks({ limit: 9 })).map((task) => task.caseNo)).toEqual([caseNo])
  })
})

describe('a villager the command room silences', () => {
  const house = eachTestHasAHouse()

  it('is told once a day and kept; danger and his own cases are heard; the dispatcher sees and ends it', async () => {
    const { caseNo } = await reported(house())
    house().readsAll()
    await house().person('u-zhouting').says('静音 0001 3天 反复辱骂工作人员')
    const told = house().expects('u-zhouting', '已静音', '解除静音 0001')
    expect(textOf(told)).not.toContain(VILLAGER)
    await house().person(VILLAGER).says('你们都是吃干饭的，村东头的路灯也坏了')
    house().expects(VILLAGER, '暂时不受理', '值班电话')
    await house().simulator.say(VILLAGER, '路灯坏了也不管')
    await expect.poll(() => house().rowsOf(`SELECT "id" FROM "inbox" WHERE "note" = 'muted'`)).toHaveLength(2)
    await house().settled()
    house().hearsNothing(VILLAGER, 'u-zhangwei', COMMAND)
    await house().person(VILLAGER).says('进度')
    house().expects(VILLAGER, caseNo)
    await house().person(VILLAGER).says('王家村村口着火了')
    house().expects(VILLAGER, '119')
    house().readsAll()
    await house().person('u-zhouting').says('静音名单')
    house().expects('u-zhouting', caseNo, '周婷', '反复辱骂')
    await house().person('u-zhouting').says(`解除静音 ${caseNo}`)
    house().expects('u-zhouting', '已解除静音')
    await house().person(VILLAGER).says('李家村路灯坏了三天了')
    expect(house().unread(VILLAGER).map(textOf).join()).not.toContain('暂时不受理')
    house().readsAll()
    const lines = await house().core.ctx.store.accesses(9, { kinds: ['operation'] })
    expect(lines.map(({ by, caseNo: no }) => [by, no])).toEqual([
      ['u-zhouting', caseNo],
      ['u-zhouting', caseNo],
    ])
    expect(JSON.stringify(lines)).toContain('反复辱骂')
  })

  it('is heard again by itself when the days are over', async () => {
    await reported(house())
    await house().person('u-zhouting').says('静音 0001 1天 反复刷屏骂人')
    await house().forward('25h')
    house().readsAll()
    await house().person(VILLAGER).says('李家村路灯坏了三天了')
    expect(house().unread(VILLAGER).map(textOf).join()).not.toContain('暂时不受理')
    house().readsAll()
  })

  it('is nobody an officer may silence, nor who complains about ourselves, nor without a reason', async () => {
    await reported(house())
    house().readsAll()
    await house().person('u-zhangwei').says('静音 0001 3天 反复辱骂')
    house().expects('u-zhangwei', '由镇指挥室的派单员来定')
    for (const words of ['静音 0001', '静音 0001 99天 反复辱骂', '静音 0001 3天 烦']) {
      await house().person('u-zhouting').says(words)
      house().expects('u-zhouting', '几天（最多 30 天）和理由')
    }
    await house().person('u-zhouting').says('解除静音 0001')
    house().expects('u-zhouting', '没有被静音')
    await house().person('v-zhaomin').says('城管中队的张伟收了摊贩的钱，一直不管')
    await house().settled()
    house().readsAll()
    await house().person('u-zhouting').says('静音 0002 3天 反复辱骂')
    expect(house().unread('u-zhouting').map(textOf).join()).not.toContain('已静音')
    house().readsAll()
  })
})
