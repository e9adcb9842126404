import { describe, expect, it } from 'vitest'
import type { House } from '../house.ts'
import { ofKind } from '../../../domain/book/entry.ts'
import { COMMAND, eachTestHasAHouse, keyOf, reported, signed } from '../story.ts'

const KNOWN = 'QS-ZS2026-0001'
const known = async (house: House) =>
  ofKind(await house.core.ctx.store.entries({ kinds: ['knowledge'], limit: 50 }), 'knowledge')

/** 城管中队 gives it back, and the command room rules that it is theirs all the same. */
async function ruled(house: House, report = '王家村村口有人占道摆摊'): Promise<void> {
  await reported(house, report)
  await house.person('u-zhangwei').says('退回 0001 市场管理的事')
  house.readsAll()
  await house.person('u-zhouting').says('裁定 0001 城管中队 路边占道的一律由城管办，老板张建国电话13912345678')
  house.readsAll()
}

/** An answered question about a permit, of no case. */
async function permitted(house: House): Promise<void> {
  await house.person('u-zhangwei').says('查许可 刘家豆腐坊 市场监管所')
  await house.person('u-sunmei').says('答复许可 0001 没有，刘家豆腐坊要办小作坊登记')
  house.readsAll()
}

describe('知识 from a ruling', () => {
  const house = eachTestHasAHouse()
  const officer = () => house().person('u-zhangwei')

  it('is shown to its proposer first, approved by the command room, and stands below 谁管', async () => {
    await ruled(house())
    await officer().says('存知识 0001')
    const draft = officer().expects(KNOWN, '王家村占道经营由哪个单位办？', '路边占道的一律由城管办')
    expect(JSON.stringify(draft)).not.toMatch(/张建国|13912345678|u-lihua|v-lihua/)
    house().hearsNothing(COMMAND)
    await house().person('u-zhouting').says('知识 占道经营')
    house().expects('u-zhouting', '没有存过')
    await officer().taps(draft, keyOf(draft, 'knowledge-confirm'))
    officer().expects('待审核')
    const card = house().expects(COMMAND, '占道经营由哪个单位办', '张伟')
    await officer().says('谁管 占道经营')
    expect(officer().expects('由谁管').content).not.toContain('镇里存过')
    await house().person('u-zhouting').taps(card, keyOf(card, 'knowledge-approve'))
    house().expects(COMMAND, '已存')
    officer().expects('知识·已存', '以后查')
    await house().person('u-sunmei').says('谁管 占道经营')
    house().expects('u-sunmei', '由谁管')
    house().expects('u-sunmei', '镇里存过', KNOWN, '路边占道的一律由城管办')
    await house().person('u-sunmei').says('谁管 秸秆焚烧')
    expect(house().expects('u-sunmei', '由谁管').content).not.toContain(KNOWN)
    await officer().says('存知识 0001')
    officer().expects('已经存过')
    await officer().says(`删知识 ${KNOWN}`)
    officer().expects('派单员、管理员')
    await house().person('u-hepeng').says(`删知识 ${KNOWN}`)
    house().expects('u-hepeng', '已删除')
    await officer().says('知识 占道经营')
    officer().expects('没有存过')
  })

  it('is written in other words, and what tells who somebody is never gets in', async () => {
    await ruled(house())
    await officer().says('存知识 0001')
    officer().expects('不能有姓名', '直接回复改好的内容')
    await officer().says('路边占道归谁？城管中队，问张建国13912345678')
    const again = officer().expects('路边占道归谁？', '城管中队')
    expect(JSON.stringify(again)).not.toMatch(/13912345678|张建国/)
    await officer().says('确认')
    officer().expects('已报镇指挥室审核')
    house().expects(COMMAND, '路边占道归谁')
    await house().person('u-zhouting').says(`不批知识 ${KNOWN} 写得太宽`)
    house().expects('u-zhouting', '没有采用')
    officer().expects('没有采用', '写得太宽')
    await house().person('u-hepeng').says(`批准知识 ${KNOWN}`)
    house().expects('u-hepeng', '已经有结果')
    expect(JSON.stringify(await house().rowsOf("SELECT data FROM event WHERE type LIKE 'knowledge%'"))).not.toMatch(
      /占道|城管/,
    )
    house().readsAll()
  })

  it('is confirmed by the card of these words only', async () => {
    await ruled(house())
    await officer().says('存知识 0001')
    const old = officer().expects('不能有姓名')
    await officer().says('路边占道归谁？城管中队')
    const fresh = officer().expects('路边占道归谁？')
    await officer().taps(old, keyOf(old, 'knowledge-confirm'), { stale: true })
    officer().expects('路边占道归谁？')
    house().hearsNothing(COMMAND)
    await officer().taps(fresh, keyOf(fresh, 'knowledge-confirm'))
    house().expects(COMMAND, '路边占道归谁')
    house().readsAll()
  })

  it('is never made of what somebody asked to be kept, and goes with who asks for that later', async () => {
    await ruled(house())
    await officer().says('存知识 0001')
    await officer().says('确认')
    await house().person('u-zhouting').says(`批准知识 ${KNOWN}`)
    await officer().says('知识 占道经营')
    house().expects('u-zhangwei', KNOWN, '城管中队')
    await house().person('v-lihua').says('保密')
    house().readsAll()
    await officer().says('知识 占道经营')
    officer().expects('没有存过')
    await officer().says('存知识 0001')
    officer().expects('不能存成知识')
    await house().person('u-sunmei').says('存知识 0001')
    house().expects('u-sunmei', '没有找到')
    house().readsAll()
  })

  it('needs a ruling, and somebody who may read the case', async () => {
    await signed(house())
    await officer().says('存知识 0001')
    officer().expects('没有指挥室的裁定')
    await house().person('u-sunmei').says('存知识 0001')
    house().expects('u-sunmei', '没有找到')
    await officer().says('存知识 0001', { group: 'wrCHENGGUAN' })
    house().expects('wrCHENGGUAN', '单独发给我')
    await officer().says('存知识')
    officer().expects('存知识 0007')
  })

  it('refused, is not approved by an old card', async () => {
    await ruled(house())
    await officer().says('存知识 0001')
    await officer().says('确认')
    const card = house().expects(COMMAND, '占道经营由哪个单位办')
    await house().person('u-zhouting').says(`不批知识 ${KNOWN} 写得太宽`)
    house().readsAll()
    await house().person('u-hepeng').taps(card, keyOf(card, 'knowledge-approve'), { stale: true })
    house().expects(COMMAND, '已经有结果')
    house().reads(COMMAND)
    officer().hearsNothing()
    expect((await known(house())).map(({ state }) => state)).toEqual(['refused'])
    await officer().says('知识 占道经营')
    officer().expects('没有存过')
  })

  it('is decided once when two tap at the same time', async () => {
    await ruled(house())
    await officer().says('存知识 0001')
    await officer().says('确认')
    const card = house().expects(COMMAND, '占道经营由哪个单位办')
    house().reads('u-zhangwei')
    await Promise.all([
      house().person('u-zhouting').taps(card, keyOf(card, 'knowledge-approve')),
      house().person('u-hepeng').says(`不批知识 ${KNOWN} 太宽`),
    ])
    await house().settled()
    expect(house().unread('u-zhangwei')).toHaveLength(1)
    const [entry] = await known(house())
    if (entry?.state === 'approved') house().expects('u-hepeng', '已经有结果')
    else house().expects(COMMAND, '已经有结果')
    house().readsAll()
  })

  it('that nobody decides is spoken of once more, and goes by; so does a draft nobody confirms', async () => {
    await ruled(house())
    await officer().says('存知识 0001')
    house().readsAll()
    await house().until('2026-11-25T09:01:00+08:00')
    expect((await known(house())).map(({ state }) => state)).toEqual(['dropped'])
    house().readsAll()
    await officer().says('存知识 0001')
    await officer().says('确认')
    house().readsAll()
    await house().until('2026-11-28T09:01:00+08:00')
    house().expects(COMMAND, '占道经营由哪个单位办')
    await house().until('2026-12-05T09:01:00+08:00')
    officer().expects('一直没有审核')
    expect(await house().rowsOf("SELECT id FROM timer WHERE kind = 'knowledge'")).toEqual([])
    house().readsAll()
  })
})

describe('知识 from a permit, and from what somebody knows', () => {
  const house = eachTestHasAHouse()

  it('keeps the unit and its answer, and never whose permit it was', async () => {
    await permitted(house())
    await house().person('u-hanbing').says('存知识 QS-XK2026-0001')
    house().expects('u-hanbing', '没有找到')
    await house().person('u-zhangwei').says('存知识 QS-XK2026-0001')
    const draft = house().expects('u-zhangwei', '许可问哪个单位', '问市场监管所', '小作坊登记')
    expect(JSON.stringify(draft)).not.toContain('刘家')
    await house().person('u-zhangwei').says('不存')
    house().expects('u-zhangwei', '没有存')
    expect(JSON.stringify((await known(house())).map(({ data }) => data))).not.toContain('刘家')
    await house().person('u-zhouting').says(`批准知识 ${KNOWN}`)
    house().expects('u-zhouting', '没有找到')
  })

  it('is written down by the command room at once, by a head with approval, and not by an officer', async () => {
    await house().person('u-zhouting').says('知识 秸秆什么时候能烧？全年禁烧，看到就报')
    house().expects('u-zhouting', '秸秆什么时候能烧', '确认')
    await house().person('u-zhouting').says('确认')
    house().expects('u-zhouting', '已存')
    await house().person('u-zhangwei').says('知识 秸秆')
    house().expects('u-zhangwei', '全年禁烧')
    await house().person('u-zhangwei').says('知识 摆摊几点收？晚上十点')
    house().expects('u-zhangwei', '由指挥室、管理员和站所负责人来写')
    await house().person('u-liqiang').says('知识 摆摊几点收 晚上十点')
    house().expects('u-liqiang', '摆摊几点收')
    await house().person('u-liqiang').says('确认')
    house().expects('u-liqiang', '待审核')
    house().expects(COMMAND, '摆摊几点收', '李强')
    await house().person('u-liqiang').says('批准知识 QS-ZS2026-0002')
    house().expects('u-liqiang', '派单员、管理员')
    await house().person('u-hepeng').says('批准知识')
    house().expects('u-hepeng', '已存')
    house().expects('u-liqiang', '已存')
  })

  it('is nothing for villagers', async () => {
    await house().person('u-zhouting').says('知识 秸秆什么时候能烧？全年禁烧')
    await house().person('u-zhouting').says('确认')
    house().readsAll()
    await house().person('v-lihua').says('知识 秸秆')
    await house().person('v-lihua').says('秸秆焚烧谁管')
    for (const { content } of house().unread('v-lihua')) expect(content).not.toContain('全年禁烧')
    house().readsAll()
  })
})
