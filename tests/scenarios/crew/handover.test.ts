import { describe, expect, it } from 'vitest'
import type { Town } from '../../../domain/town.ts'
import type { House } from '../house.ts'
import { eachTestHasAHouse, keyOf, reported, signed, STALL } from '../story.ts'

const holders = async (house: House) =>
  (await house.core.ctx.store.tasks({ limit: 10 })).map(({ holder }) => holder).toSorted()

async function twoSigned(house: House): Promise<void> {
  await signed(house)
  await house.person('v-zhaomin').says(STALL.replace('王家村', '李家沟'))
  await house.person('u-zhangwei').says('签收 0002')
  house.readsAll()
}

describe('交班', () => {
  const house = eachTestHasAHouse({ at: '2026-11-24T09:00:00+08:00' })

  it('passes the cases on when the receiver takes them, and reporters hear nothing', async () => {
    await twoSigned(house())
    await house().person('u-zhangwei').says('交班 给王芳 下午三点去复查')
    house().expects('u-zhangwei', '2 件已发给王芳', '仍由您负责')
    const card = house().expects('u-wangfang', '交班', '王家村', '李家沟', '下午三点去复查')
    expect(await holders(house())).toEqual(['u-zhangwei', 'u-zhangwei'])
    await house().person('u-liqiang').says('接班 0001')
    house().expects('u-liqiang', '交给王芳的')
    await house().person('u-wangfang').taps(card, keyOf(card, 'handover-take'))
    house().expects('u-wangfang', '已接班')
    house().expects('u-zhangwei', '2 件由王芳接班', '0001', '0002')
    house().hearsNothing('v-lihua', 'v-zhaomin')
    expect(await holders(house())).toEqual(['u-wangfang', 'u-wangfang'])
    await house().person('u-wangfang').taps(card, keyOf(card, 'handover-take'), { stale: true })
    house().expects('u-wangfang', '已经接班了')
    await house().person('u-wangfang').says('办结 0001 已劝离')
    house().expects('v-lihua', '已劝离')
    house().readsAll()
  })

  it('leaves out and names what moved on meanwhile', async () => {
    await twoSigned(house())
    await house().person('u-zhangwei').says('交班 给王芳')
    await house().person('u-zhangwei').says('办结 0002 已清走')
    house().readsAll()
    await house().person('u-wangfang').says('接班')
    house().expects('u-wangfang', '1 件由王芳接班：0001', '没有交的：0002')
    house().expects('u-zhangwei', '没有交的：0002')
    house().readsAll()
  })

  it('without a name goes to who is on duty next; another one takes the place of what nobody took', async () => {
    await signed(house())
    await house().person('u-zhangwei').says('交班')
    house().expects('u-zhangwei', '已发给王芳')
    const first = house().expects('u-wangfang', '交班')
    await house().person('u-zhangwei').says('交班 给李强 摊主说明天搬')
    house().expects('u-zhangwei', '已发给李强')
    house().expects('u-liqiang', '摊主说明天搬')
    await house().person('u-wangfang').taps(first, keyOf(first, 'handover-take'))
    house().expects('u-wangfang', '已经改交别人了')
    await house().person('u-liqiang').says('接班')
    house().readsAll()
    expect(await holders(house())).toEqual(['u-liqiang'])
  })

  it('is taken once: of a take and a finish at the same time both hold', async () => {
    await signed(house())
    await house().person('u-zhangwei').says('交班 给王芳')
    house().readsAll()
    await Promise.all([
      house().person('u-wangfang').says('接班'),
      house().person('u-zhangwei').says('办结 0001 已劝离'),
    ])
    const [task] = await house().core.ctx.store.tasks({ limit: 1 })
    // taken first, it is no longer his to finish by accident: he is of the unit, so it is finished by him for 王芳
    if (task?.holder === 'u-wangfang') house().expects('u-wangfang', '已接班')
    else house().expects('u-wangfang', '没有交的：0001')
    expect(task?.stage).toBe('finished')
    expect(await house().rowsOf("SELECT 1 FROM event WHERE type = 'handover-taken'")).toHaveLength(1)
    house().readsAll()
  })

  it('is with one of two to whom it is handed at once', async () => {
    await signed(house())
    await Promise.all([
      house().person('u-zhangwei').says('交班 给王芳'),
      house().person('u-zhangwei').says('交班 给李强'),
    ])
    house().readsAll()
    const rows = await house().rowsOf("SELECT state FROM entry WHERE kind = 'handover' ORDER BY state")
    expect(rows).toEqual([{ state: 'asked' }, { state: 'replaced' }])
    await Promise.all([house().person('u-wangfang').says('接班'), house().person('u-liqiang').says('接班')])
    const told = ['u-wangfang', 'u-liqiang'].filter((who) =>
      house()
        .unread(who)
        .some((b) => /已接班|由.*接班/u.test(b.content)),
    )
    expect(told).toEqual(await holders(house()))
    house().readsAll()
  })

  it('is taken, or goes to another one, when both happen at once', async () => {
    await signed(house())
    await house().person('u-zhangwei').says('交班 给王芳')
    house().readsAll()
    const card = house().simulator.chat('u-wangfang').at(-1)!
    await Promise.all([
      house().person('u-wangfang').taps(card, keyOf(card, 'handover-take')),
      house().person('u-zhangwei').says('交班 给李强'),
    ])
    const [holder] = await holders(house())
    if (holder === 'u-wangfang') house().expects('u-zhangwei', '没有要交的工单')
    else house().expects('u-wangfang', '已经改交别人了')
    house().readsAll()
  })

  it('that nobody takes is asked again, and lapses after a day', async () => {
    await signed(house())
    await house().person('u-zhangwei').says('交班 给王芳')
    house().readsAll()
    await house().until('2026-11-24T10:10:00+08:00')
    house().expects('u-wangfang', '还没有接班')
    house().readsAll()
    await house().until('2026-11-25T09:10:00+08:00')
    house().expects('u-zhangwei', '作废', '仍由张伟负责')
    house().expects('u-liqiang', '作废')
    house().readsAll()
    expect(await holders(house())).toEqual(['u-zhangwei'])
  })

  it.each([
    ['u-zhangwei', '交班', '没有要交的工单'],
    ['u-zhouting', '交班', '不在哪个站所里'],
    ['u-zhangwei', '接班', '没有找到要您接的班'],
    ['u-zhangwei', '交班 给赵磊', '本单位的一个人的姓名'],
  ])('says what may be: %s %s', async (userid, words, answer) => {
    await reported(house())
    house().readsAll()
    await house().person(userid).says(words)
    house().expects(userid, answer)
  })
})

const shift = (date: string, userid: string) => ({ date, station: 'chengguan', userid, shift: '' })
const ROSTERED = (towns: readonly Town[]) =>
  towns.map((town) => ({ ...town, roster: [shift('2026-11-24', 'u-zhangwei'), shift('2026-11-25', 'u-wangfang')] }))

describe('the evening before', () => {
  const house = eachTestHasAHouse({ at: '2026-11-24T09:00:00+08:00', towns: ROSTERED })

  it('reminds who holds cases and is off tomorrow, and nobody else', async () => {
    await house().nights()
    await house().person('v-lihua').says(STALL)
    await house().person('u-zhangwei').says('签收 0001')
    house().readsAll()
    await house().until('2026-11-24T17:31:00+08:00')
    house().expects('u-zhangwei', '明天您不值班', '1 件', '交班')
    house().hearsNothing('u-wangfang', 'u-liqiang')
    await house().until('2026-11-25T17:31:00+08:00')
    expect(
      house()
        .unread('u-zhangwei')
        .filter(({ content }) => content.includes('不值班')),
    ).toEqual([])
    house().readsAll()
  })
})
