import { describe, expect, it } from 'vitest'
import { textOf, type House } from './house.ts'
import type { Town } from '../../domain/town.ts'
import { eachTestHasAHouse, reported, signed, UNIT_GROUP } from './story.ts'

const only = async (house: House) => (await house.core.ctx.store.tasks({ limit: 1 }))[0]
const STOLEN = '王家村村口有人打牌赌钱'

/** An item the township hands over, and somebody outside to hand it to. */
const handedOver = (towns: readonly Town[]) =>
  towns.map((town) => ({
    ...town,
    channels: [{ id: 'jt', name: '县交通运输局', phone: '0000-12328', keywords: ['黑车'] }],
    duties: town.duties.map((duty) =>
      duty.code === 'PC002' ? { ...duty, lead: 'chengguan', mode: 'transfer' as const } : duty,
    ),
  }))

describe('吹哨', () => {
  const house = eachTestHasAHouse()

  it('is what a unit is told to do that may not punish, and brings the other unit in', async () => {
    await signed(house())
    const officer = house().person('u-zhangwei')
    await officer.says('反馈 0001 已罚款200元')
    officer.expects('没有处罚权', '移送 0001 综合行政执法大队', '吹哨 0001 综合行政执法大队')
    await officer.says('吹哨 0001 综合行政执法大队 屡劝不听，请来处罚')
    officer.expects('已吹哨', '综合行政执法大队')
    officer.expects('到了 0/1')
    house().reads('u-tangwei', 'u-xuejing', 'wrCOMMAND')
    house().expects('wrDADUI', '吹哨', '张伟', '屡劝不听')
    house().expects('v-lihua', '综合行政执法大队')
    expect(await only(house())).toMatchObject({ lead: 'chengguan', assist: ['huanbao', 'paichu', 'dadui'] })
    await house().person('u-tangwei').says('详情 0001')
    house().expects('u-tangwei', '吹哨')
    house().readsAll()
  })

  it('without a unit calls whoever may punish by the duty list; with an authority outside says whom to ring', async () => {
    await signed(house())
    const officer = house().person('u-zhangwei')
    await officer.says('吹哨 0001')
    house().expects('wrDADUI', '吹哨')
    await officer.says('吹哨 0001 县公安局 请来看看')
    officer.expects('不在哨子里', '打电话')
    house().readsAll()
  })

  it('ends for the unit that takes the case over, and goes on for the others', async () => {
    await signed(house())
    const officer = house().person('u-zhangwei')
    await officer.says('吹哨 0001 综合行政执法大队 请来处罚')
    house().readsAll()
    await officer.says('移送 0001 综合行政执法大队 请立案')
    house().expects('wrDADUI', '收哨')
    house().expects('v-lihua', '已交给综合行政执法大队办理', '请立案')
    officer.expects('已收哨')
    house().readsAll()
    const whistles = await house().core.ctx.store.entries({ kinds: ['whistle'], limit: 9 })
    expect(whistles).toMatchObject([{ state: 'ended' }])
    await house().forward('3h')
    expect(
      house()
        .unread('wrDADUI')
        .filter((bubble) => textOf(bubble).includes('到场超时')),
    ).toEqual([])
    house().readsAll()
  })

  it('is not repeated to a unit that was asked the same', async () => {
    await signed(house())
    const officer = house().person('u-zhangwei')
    await officer.says('吹哨 0001')
    house().readsAll()
    for (const words of ['吹哨 0001', '吹哨 0001 综合行政执法大队']) {
      await officer.says(words)
      officer.expects('已经请过综合行政执法大队了')
    }
    house().hearsNothing('wrDADUI', 'v-lihua')
    await officer.says('吹哨 0001 综合行政执法大队 带上执法记录仪')
    house().expects('wrDADUI', '带上执法记录仪')
    expect(house().expects('v-lihua', '已请综合行政执法大队一起办').content).not.toContain('记录仪')
    house().readsAll()
  })

  it('calls all who are named, as people call them', async () => {
    await signed(house())
    await house().person('u-zhangwei').says('吹哨 0001 应急、国土所 一起来看看')
    house().expects('u-zhangwei', '已通知应急管理站、自然资源所一起办')
    house().expects('wrYINGJI', '一起来看看')
    house().expects('wrZIRAN', '一起来看看')
    house().expects('v-lihua', '应急管理站、自然资源所')
    house().readsAll()
  })

  it.each([
    ['司法所 请监督', '对不上“司法所”'],
    ['需要派出所配合', '吹哨 0001 派出所'],
  ])('tells nobody when it is not clear who is meant: %s', async (words, answer) => {
    await signed(house())
    await house().person('u-zhangwei').says(`吹哨 0001 ${words}`)
    house().expects('u-zhangwei', '还没有通知任何人', answer)
    expect((await only(house()))?.assist).toEqual(['huanbao', 'paichu'])
  })

  it('is refused to a stranger, and to a unit itself', async () => {
    await signed(house())
    await house().person('u-sunmei').says('吹哨 0001 派出所')
    house().expects('u-sunmei', '您不能操作')
    await house().person('u-zhangwei').says('吹哨 0001 城管中队')
    house().expects('u-zhangwei', '本来就由')
    await house().person('v-zhaomin').says('吹哨 0001')
    house().expects('v-zhaomin', '工作人员')
    house().readsAll()
  })
})

describe('移送', () => {
  const house = eachTestHasAHouse({ towns: handedOver })

  it('to a unit of the item’s line makes it lead, and tells everybody', async () => {
    await reported(house(), STOLEN)
    house().readsAll()
    const officer = house().person('u-zhangwei')
    await officer.says('签收 0001')
    house().readsAll()
    await officer.says('移送 0001 派出所 现场有六个人')
    officer.expects('已移送', '派出所')
    house().expects('wrPAICHU', '现场有六个人')
    house().expects(UNIT_GROUP, '已改派', '派出所')
    house().expects('v-lihua', '派出所')
    expect(await only(house())).toMatchObject({ stage: 'dispatched', lead: 'paichu' })
    house().readsAll()
  })

  it('to an authority outside is written down, with the number to call; the reporter hears it', async () => {
    await reported(house(), STOLEN)
    await house().person('u-zhangwei').says('签收 0001')
    house().readsAll()
    await house().person('u-zhangwei').says('移送 0001 县交通运输局 是黑车')
    house().expects('u-zhangwei', '0000-12328', '反馈 0001')
    house().expects('v-lihua', '已移送', '县交通运输局', '0000-12328', '原因：「是黑车」')
    expect(await only(house())).toMatchObject({ stage: 'signed', lead: 'chengguan' })
    await house().person('v-lihua').says('进度 0001')
    house().expects('v-lihua', '已移送', '县交通运输局')
    await house().person('u-zhangwei').says('详情 0001')
    house().expects('u-zhangwei', '移送', '县交通运输局')
    await house().person('u-zhangwei').says('反馈 0001 罚款200元')
    house().expects('u-zhangwei', '进展已记下')
    house().readsAll()
  })

  it.each([
    ['司法所 请监督', '对不上“司法所”'],
    ['派出所、应急管理站 去看', '移送 0001 派出所'],
  ])('to nobody we know, or to two, leaves the case where it is: %s', async (words, answer) => {
    await reported(house(), STOLEN)
    house().readsAll()
    await house().person('u-zhangwei').says(`移送 0001 ${words}`)
    house().expects('u-zhangwei', '还没有通知任何人', answer)
    expect(await only(house())).toMatchObject({ lead: 'chengguan' })
  })

  it('to 110 goes to the police station of the township', async () => {
    await reported(house(), STOLEN)
    house().readsAll()
    await house().person('u-zhangwei').says('移送 0001 110 有六个人')
    house().expects('wrPAICHU', '有六个人')
    expect(await only(house())).toMatchObject({ lead: 'paichu' })
    house().readsAll()
  })

  it('to a unit the list does not name is 退回', async () => {
    await reported(house(), STOLEN)
    house().readsAll()
    await house().person('u-zhangwei').says('移送 0001 自然资源所 不归我们')
    house().expects('u-zhangwei', '退回', '派出所')
    house().readsAll()
  })
})
