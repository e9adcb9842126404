import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Town } from '../../domain/town.ts'
import type { House } from './house.ts'
import { picture } from './pictures.ts'
import { eachTestHasAHouse, keyOf, signed, UNIT_GROUP } from './story.ts'

const NO = 'QS-BL2026-0001'
const WHOLE =
  '笔录 0001 时间：现在 地点：王家村村口东侧 当事人：王二 情况：在路边摆了三张桌子卖菜 签字：拒签，在场人村会计 同行：王芳'
const PHOTO = { name: 'a.png', data: picture(30) }

async function recordIn(house: House, no = NO) {
  const entry = await house.core.ctx.store.entryByNo(no)
  return entry?.kind === 'record' ? entry : null
}

const confirmedEvents = (house: House) =>
  house.rowsOf(`SELECT "by", "data" FROM "event" WHERE "type" = 'record-confirmed'`)

describe('笔录', () => {
  const house = eachTestHasAHouse()
  const first = () => house().person('u-zhangwei')
  const second = () => house().person('u-wangfang')
  const begun = async () => {
    await signed(house())
    house().readsAll()
  }

  it('is dictated part by part, with pictures, and counts once the other officer has confirmed it', async () => {
    await begun()
    await first().says('笔录 0001')
    first().expects(NO, '不算数', '什么时间')
    await first().says('现在')
    first().expects('时间：2026-11-24 10:00', '什么地点')
    await first().says('王家村村口东侧')
    first().expects('检查了谁')
    await first().says('王二')
    first().expects('看到什么')
    await first().sends([PHOTO])
    first().expects('照片等附件 1 个', '看到什么')
    await first().says('路边摆了三张桌子卖菜，没有留出人行道')
    first().expects('没有留出人行道', '签字')
    await first().says('当事人签字')
    first().expects('另一名执法人员是谁', '王芳', '杜娟')
    house().hearsNothing('u-wangfang')
    await first().says('王芳')
    first().expects('已请王芳核对')
    expect(await recordIn(house())).toMatchObject({ state: 'asked', owner: 'u-wangfang' })
    second().expects('没有留出人行道', '当事人签字')
    const card = second().expects('请确认笔录', '确认笔录')
    await second().taps(card, keyOf(card, 'record-confirm'))
    second().expects('笔录已确认')
    first().expects(NO, '已确认', '补充笔录 0001')
    const entry = await recordIn(house())
    const digest = createHash('sha256')
      .update(entry?.data.text ?? '')
      .digest('hex')
    expect(entry).toMatchObject({ state: 'confirmed', data: { digest, files: [expect.any(String)] } })
    const [event] = await confirmedEvents(house())
    expect(JSON.stringify(event)).toContain(digest)
    expect(JSON.stringify(event)).not.toContain('王二')
    const files = await house().core.ctx.store.attachments(entry?.taskId ?? '')
    expect(files.find(({ sha256 }) => sha256 === digest)).toMatchObject({
      fault: null,
      mime: 'text/plain',
      by: 'u-wangfang',
    })
    expect((await house().core.ctx.media.read(digest))?.toString()).toContain('执法人员：王芳（执法-0013）')
  })

  it('nobody but the named officer confirms it, and he only what he read', async () => {
    await begun()
    await first().says(WHOLE)
    first().expects('已请王芳核对')
    second().expects('三张桌子')
    const old = second().expects('请确认笔录')
    await first().says('确认笔录 0001')
    first().expects('写的人自己不能确认')
    await house().person('u-liqiang').says(`确认笔录 ${NO}`)
    house().expects('u-liqiang', '本人确认')
    await house().person('u-sunmei').says(`确认笔录 ${NO}`)
    house().expects('u-sunmei', '本人确认')
    await first().says('笔录 0001 情况：摆了五张桌子')
    first().expects('五张桌子')
    second().expects('五张桌子', '执法人员')
    const fresh = second().expects('请确认笔录', '五张桌子')
    await second().taps(old, keyOf(old, 'record-confirm'))
    second().expects('笔录后来改过了')
    second().expects('请确认笔录', '五张桌子')
    expect(await confirmedEvents(house())).toEqual([])
    await second().says('确认笔录 0001')
    second().expects('五张桌子', '执法人员')
    second().expects('请确认笔录')
    expect(await confirmedEvents(house())).toEqual([])
    await second().taps(fresh, keyOf(fresh, 'record-confirm'))
    house().readsAll()
    expect(await confirmedEvents(house())).toHaveLength(1)
  })

  it('is sent back with what is wrong, and comes again when it is mended', async () => {
    await begun()
    await first().says(WHOLE)
    house().reads('u-zhangwei')
    const card = second().expects('请确认笔录')
    second().expects('三张桌子')
    await second().taps(card, keyOf(card, 'record-return'))
    second().expects('哪里不对')
    await second().says('地点是村口西侧')
    second().expects('还在写', '地点是村口西侧')
    first().expects('王芳说', '地点是村口西侧')
    await second().taps(card, keyOf(card, 'record-confirm'))
    second().expects('还没有写完')
    second().expects('笔录在修改')
    await first().says('笔录 0001 地点：王家村村口西侧')
    first().expects('已请王芳核对')
    second().expects('村口西侧', '执法人员')
    const fresh = second().expects('请确认笔录')
    await second().taps(fresh, keyOf(fresh, 'record-confirm'))
    house().readsAll()
    expect(await confirmedEvents(house())).toHaveLength(1)
  })

  it('never changes afterwards; what is to be added is a record of its own', async () => {
    await begun()
    await first().says(WHOLE)
    const card = second().expects('请确认笔录')
    second().expects('三张桌子')
    await second().taps(card, keyOf(card, 'record-confirm'))
    house().readsAll()
    const before = await recordIn(house())
    await first().says('笔录 0001 情况：其实是两张')
    first().expects('不能再改', '补充笔录 0001')
    await first().says(`笔录 ${NO} 情况：其实是两张`)
    first().expects('不能再改')
    expect(await recordIn(house())).toEqual(before)
    await first().says('笔录 0001')
    first().expects('已确认', '三张桌子')
    await first().says('补充笔录 0001 时间：现在 情况：下午又查，已经搬走 签字：当事人签字 同行：杜娟')
    first().expects('QS-BL2026-0002', `对 ${NO} 的补充`, '王家村村口东侧', '已请杜娟核对')
    house().reads('u-dujuan')
    expect(await recordIn(house(), 'QS-BL2026-0002')).toMatchObject({ state: 'asked', data: { of: NO } })
  })

  it.each([
    ['two taps on one card', 'tap'],
    ['a tap and 退回', 'return'],
  ])('%s at once: it counts once or goes back once', async (_name, other) => {
    await begun()
    await first().says(WHOLE)
    first().expects('已请王芳核对')
    const card = second().expects('请确认笔录')
    second().expects('三张桌子')
    const tap = () => second().taps(card, keyOf(card, 'record-confirm'))
    await Promise.all([tap(), other === 'tap' ? tap() : second().says('退回笔录 0001 地点是村口西侧')])
    const entry = await recordIn(house())
    const returned = await house().rowsOf(`SELECT 1 FROM "event" WHERE "type" = 'record-returned'`)
    expect([entry?.state, (await confirmedEvents(house())).length, returned.length]).toEqual(
      entry?.state === 'confirmed' ? ['confirmed', 1, 0] : ['writing', 0, 1],
    )
    first().expects(entry?.state === 'confirmed' ? '已确认' : '王芳说')
    first().hearsNothing()
    house().readsAll()
  })

  it('a tap and a change at once: what was confirmed is what stands there', async () => {
    await begun()
    await first().says(WHOLE)
    const card = second().expects('请确认笔录')
    second().expects('三张桌子')
    await Promise.all([
      second().taps(card, keyOf(card, 'record-confirm')),
      first().says('笔录 0001 情况：摆了九张桌子'),
    ])
    house().readsAll()
    const entry = await recordIn(house())
    const events = await confirmedEvents(house())
    // whoever came first: what was confirmed is what stands there
    expect(events).toHaveLength(entry?.state === 'confirmed' ? 1 : 0)
    expect(entry?.data.seen?.includes('九张')).toBe(entry?.state === 'asked')
  })

  it('is asked for after four hours and the next morning, and stays a draft', async () => {
    await begun()
    await first().says(WHOLE)
    house().readsAll()
    await house().forward('5h')
    first().expects('等王芳确认')
    second().expects('等您核对')
    await house().until('2026-11-25T08:50:00+08:00')
    first().expects('等王芳确认')
    second().expects('等您核对')
    house().readsAll()
    await house().forward('3d')
    expect(
      house()
        .unread('u-wangfang')
        .filter((b) => b.content.includes('等您核对')),
    ).toEqual([])
    expect(await recordIn(house())).toMatchObject({ state: 'asked' })
    house().readsAll()
  })

  it('is no matter for a group, a stranger, a unit that has nothing to do with it, or a villager', async () => {
    await begun()
    await first().says('笔录 0001', { group: UNIT_GROUP })
    house().expects(UNIT_GROUP, '请单独发给我')
    await house().person('u-sunmei').says('笔录 0001')
    house().expects('u-sunmei', '主办或协办单位')
    await house().person('u-shenhao').says('笔录 0001')
    house().expects('u-shenhao', '没有有效的执法证')
    await house().person('v-zhaomin').says('笔录 0001')
    house().expects('v-zhaomin', '工作人员')
    await first().says(WHOLE.replace('王芳', '沈浩'))
    first().expects('没有对上同行', '王芳')
    await first().says('张伟自己')
    first().expects('没有对上同行')
    expect(await recordIn(house())).toMatchObject({ state: 'writing', data: { second: null } })
  })
})

const lapsed = (towns: readonly Town[]) =>
  towns.map((town) => ({
    ...town,
    people: town.people.map((each) => (each.userid === 'u-wangfang' ? { ...each, licenceUntil: '2026-11-24' } : each)),
  }))

describe('a licence that ends', () => {
  const house = eachTestHasAHouse({ towns: lapsed })

  it('today still counts, tomorrow no more', async () => {
    await signed(house())
    await house().person('u-zhangwei').says(WHOLE)
    house().expects('u-wangfang', '三张桌子')
    const card = house().expects('u-wangfang', '请确认笔录')
    await house().until('2026-11-25T09:00:00+08:00')
    house().readsAll()
    await house().person('u-wangfang').taps(card, keyOf(card, 'record-confirm'))
    house().expects('u-wangfang', '没有有效的执法证')
    house().readsAll()
    expect(await confirmedEvents(house())).toEqual([])
  })
})
