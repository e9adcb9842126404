import { describe, expect, it } from 'vitest'
import type { House } from '../house.ts'
import { COMMAND, eachTestHasAHouse, keyOf, reported, signed, UNIT_GROUP } from '../story.ts'

const only = async (house: House) => (await house.core.ctx.store.tasks({ limit: 1 }))[0]
const states = async (house: House) =>
  (await house.core.ctx.store.entries({ kinds: ['suspension'], limit: 10 })).map(({ state }) => state)

async function suspended(house: House, words = '等苗木到货 12月4日恢复'): Promise<void> {
  await signed(house)
  await house.person('u-zhangwei').says(`挂账 0001 ${words}`)
  await house.person('u-zhouting').says('同意挂账 0001')
  house.readsAll()
}

describe('挂账', () => {
  const house = eachTestHasAHouse({ at: '2026-11-24T09:00:00+08:00' })

  it('is asked of the command room; the clock stands still, and the reporter hears why and until when', async () => {
    await signed(house())
    await house().person('u-zhangwei').says('挂账 0001 等苗木到货 12月4日恢复')
    house().expects('u-zhangwei', '已报镇指挥室审批', '12月4日')
    const card = house().expects(COMMAND, '挂账申请', '等苗木到货', '12月4日')
    house().hearsNothing('v-lihua')
    await house().person('u-zhouting').taps(card, keyOf(card, 'suspend-agree'))
    house().expects(COMMAND, '已同意')
    house().expects(COMMAND, '已同意挂账')
    house().expects('u-zhangwei', '周婷同意挂账', '恢复 0001')
    house().expects('u-liqiang', '同意挂账')
    house().expects('v-lihua', '等苗木到货', '12月4日', '没有丢下不管')
    expect((await only(house()))?.due.finish).toBeUndefined()
    await house().until('2026-12-03T20:00:00+08:00')
    house().hearsNothing('u-zhangwei', 'u-liqiang', 'u-wangfang', UNIT_GROUP, COMMAND, 'wrLEADERS', 'v-lihua')
    await house().until('2026-12-04T09:05:00+08:00')
    for (const chat of ['u-zhangwei', 'u-liqiang', COMMAND])
      house().expects(chat, '挂账到期', '等苗木到货', '恢复 0001', '再挂 0001')
    house().hearsNothing('v-lihua')
  })

  it('is shown in 我的任务, 详情 and 进度', async () => {
    await suspended(house())
    await house().person('u-zhangwei').says('我的任务')
    house().expects('u-zhangwei', '挂账的', '0001', '挂账')
    await house().person('u-zhangwei').says('详情 0001')
    house().expects('u-zhangwei', '挂账：等苗木到货', '12月4日', '同意挂账')
    await house().person('v-lihua').says('进度')
    house().expects('v-lihua', '挂账', '12月4日')
  })

  it('ends with 恢复: what was left of the time is left from then on', async () => {
    await suspended(house())
    await house().until('2026-11-27T09:00:00+08:00')
    await house().person('u-zhangwei').says('恢复 0001')
    house().expects('u-zhangwei', '已恢复办理', '12月4日')
    house().expects('v-lihua', '接着办', '12月4日')
    house().expects('u-liqiang', '恢复办理')
    house().expects(COMMAND, '张伟恢复办理')
    // three working days stood still
    expect((await only(house()))?.due.finish?.toISOString()).toBe('2026-12-04T01:00:00.000Z')
    expect(await states(house())).toEqual(['over'])
    await house().person('u-zhouting').says('恢复 0001')
    house().expects('u-zhouting', '没有挂账')
    await house().until('2026-12-04T09:05:00+08:00')
    house().expects(COMMAND, '超')
    house().readsAll()
  })

  it('goes on being looked at: 再挂 needs a yes as well, and is counted', async () => {
    await suspended(house())
    await house().until('2026-12-04T09:05:00+08:00')
    house().readsAll()
    await house().person('u-zhangwei').says('再挂 0001 苗木还没到 12月18日')
    house().expects(COMMAND, '挂账申请', '再挂', '12月18日')
    house().reads('u-zhangwei')
    await house().until('2026-12-07T10:00:00+08:00')
    house().expects('u-zhangwei', '挂账到期')
    house().readsAll()
    await house().person('u-zhouting').says('同意挂账')
    house().expects('v-lihua', '苗木还没到', '12月18日')
    house().readsAll()
    await house().until('2026-12-17T10:00:00+08:00')
    house().hearsNothing('u-zhangwei', COMMAND)
    await house().until('2026-12-18T09:05:00+08:00')
    house().readsAll()
    await house().person('u-zhangwei').says('再挂 0001 还是没到 12月30日')
    house().expects('u-zhangwei', '次数用完了')
    expect(await states(house())).toEqual(['held', 'over'])
  })

  it('may end with 办结, but not with 退回', async () => {
    await suspended(house())
    await house().person('u-zhangwei').says('退回 0001 不归我们')
    house().expects('u-zhangwei', '挂账了，不能退回', '恢复 0001')
    await house().person('u-zhangwei').says('延期 0001 2天 等苗木')
    house().expects('u-zhangwei', '不用延期', '恢复 0001')
    await house().person('u-zhangwei').says('反馈 0001 已经订了苗木')
    house().expects('u-zhangwei', '进展已记下')
    await house().person('u-zhangwei').says('办结 0001 苗木种好了')
    house().expects('u-zhangwei', '办结已记下')
    house().readsAll()
    expect(await states(house())).toEqual(['over'])
    expect((await only(house()))?.understood?.time).toBeUndefined()
    await house().until('2026-12-05T10:00:00+08:00')
    house().hearsNothing('u-zhangwei', COMMAND)
    house().expects('v-lihua', '再问您一次')
  })

  it('ends when another unit gets it', async () => {
    await suspended(house())
    await house().person('u-zhouting').says('指派 0001 生态环境所')
    house().expects('v-lihua', '接着办')
    house().expects('wrHUANBAO', '0001')
    house().readsAll()
    expect(await states(house())).toEqual(['over'])
    expect((await only(house()))?.due.finish).toBeDefined()
  })

  it.each([
    ['挂账 0001', '等什么和哪天再看'],
    ['挂账 0001 等材料 2027年3月1日', '最晚只能挂到12月24日'],
    ['挂账 0001 等材料 11月1日恢复', '哪天再看'],
  ])('needs a reason and a day that comes: %s', async (words, answer) => {
    await signed(house())
    await house().person('u-zhangwei').says(words)
    house().expects('u-zhangwei', answer)
    expect(await states(house())).toEqual([])
  })

  it('without a day is until the last that may be; refused, nothing has changed', async () => {
    await signed(house())
    await house().person('u-zhangwei').says('挂账 0001 等法院判决')
    house().expects('u-zhangwei', '12月24日')
    const card = house().expects(COMMAND, '挂账申请')
    const due = (await only(house()))?.due.finish
    await house().person('u-liqiang').says('同意挂账 0001')
    house().expects('u-liqiang', '镇指挥室审批')
    await house().person('u-zhouting').says('不同意挂账 0001 先劝离')
    house().expects('u-zhouting', '已不同意挂账')
    house().expects('u-zhangwei', '不同意挂账', '先劝离')
    await house().person('u-hepeng').taps(card, keyOf(card, 'suspend-agree'))
    house().expects(COMMAND, '不同意')
    expect((await only(house()))?.due.finish).toEqual(due)
    house().readsAll()
  })

  it('is not for what is being argued about, nor before somebody signed, nor for strangers', async () => {
    await reported(house())
    await house().person('u-zhangwei').says('挂账 0001 等材料')
    house().expects('u-zhangwei', '先签收')
    await house().person('u-zhangwei').says('退回 0001 不归我们管')
    house().readsAll()
    await house().person('u-zhangwei').says('挂账 0001 等材料')
    house().expects('u-zhangwei', '裁定')
    await house().person('u-sunmei').says('挂账 0001 等材料')
    house().expects('u-sunmei', '您不能操作')
    await house().person('v-zhaomin').says('挂账 0001')
    house().expects('v-zhaomin', '工作人员')
  })

  it('is never for a danger', async () => {
    await house().person('v-lihua').says('王家村村口煤气罐着火了')
    house().readsAll()
    const lead = (await only(house()))?.lead
    const officer = lead === 'yingji' ? 'u-xietao' : 'u-tangwei'
    await house().person(officer).says('签收 0001')
    house().readsAll()
    await house().person(officer).says('挂账 0001 等消防 12月1日')
    house().expects(officer, '不能挂账')
  })

  it('comes to life when somebody tells of a danger', async () => {
    await suspended(house())
    await house().person('v-zhaomin').says('王家村村口的摊子煤气罐着火了')
    house().readsAll()
    await house().person('u-zhouting').says('合并 0001 0002 确认')
    house().expects('v-lihua', '接着办')
    const raised = await house().core.ctx.store.taskByCaseNo('QS261124-0001')
    expect(raised).toMatchObject({ level: 'emergency', due: { finish: new Date('2026-11-25T01:00:00.000Z') } })
    expect(raised?.understood?.time).toBeUndefined()
    expect(await states(house())).toEqual(['over'])
    house().readsAll()
  })
})
