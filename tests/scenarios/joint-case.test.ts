import { describe, expect, it } from 'vitest'
import { ofKind, type Kind } from '../../domain/book/entry.ts'
import type { House } from './house.ts'
import { PNG } from './pictures.ts'
import { COMMAND, eachTestHasAHouse, keyOf, reported, signed, UNIT_GROUP } from './story.ts'

const POLICE = ['u-shenhao', 'u-luxin', 'wrPAICHU']
const openTimers = (house: House) =>
  house.rowsOf(`SELECT kind FROM timer WHERE kind IN ('whistle', 'request', 'child') AND "dueAt" IS NOT NULL`)
const only = async (house: House) => (await house.core.ctx.store.tasks({ limit: 1 }))[0]
const entry = async <K extends Kind>(house: House, kind: K) =>
  ofKind(await house.core.ctx.store.entries({ kinds: [kind], limit: 9 }), kind)[0]

describe('吹哨 on a case', () => {
  const house = eachTestHasAHouse()

  it('by its officer calls the unit to the place, and ends with the case', async () => {
    await signed(house())
    await house().person('u-zhangwei').says('吹哨 0001 派出所 摊主不配合')
    house().expects('u-zhangwei', '已吹哨', '派出所')
    house().expects('u-zhangwei', '到了 0/1', 'QS-SH2026-0001')
    for (const chat of POLICE) house().expects(chat, '请到王家村', '摊主不配合', '张伟', 'QS261124-0001')
    house().expects(COMMAND, '到了 0/1', 'QS-SH2026-0001')
    house().reads('v-lihua')
    await house().person('u-luxin').says('报到')
    house().expects('u-luxin', '已报到', '派出所：0 分钟到（卢新）')
    await house().forward('61s')
    house().expects('u-zhangwei', '都到了')
    await house().person('u-zhangwei').says('办结 0001 摊位已劝离')
    house().expects('u-zhangwei', '请收哨', '已经办结')
    house().reads('u-zhangwei', 'v-lihua')
    await house().forward('14d')
    house().expects('u-luxin', '已收哨')
    house().readsAll()
    expect((await only(house()))?.stage).toBe('closed')
    expect(await entry(house(), 'whistle')).toMatchObject({ state: 'ended', taskId: (await only(house()))?.id })
    expect(await openTimers(house())).toEqual([])
  })

  it('by the command room is commanded by it; when the reporter takes it back, those on their way are told', async () => {
    await signed(house())
    await house().person('u-zhouting').says('吹哨 0001 应急、国土所 一起来看看')
    house().expects('u-zhouting', '已通知应急管理站、自然资源所')
    house().expects('u-zhouting', '到了 0/2')
    house().readsAll()
    await house().person('v-lihua').says('撤回')
    for (const chat of ['u-xietao', 'wrYINGJI', 'u-hanbing', 'wrZIRAN']) house().expects(chat, '已收哨', '已经结束')
    house().readsAll()
    expect(await openTimers(house())).toEqual([])
  })
})

describe('请求协助', () => {
  const house = eachTestHasAHouse()
  const ask = '请求派出所协助 0001 摊主推搡执法人员'

  it('is answered by the button; of two only the first counts', async () => {
    await signed(house())
    await house().person('u-zhangwei').says(ask)
    house().expects('u-zhangwei', '已发出协助请求', '派出所', '12:00')
    const [card, other] = POLICE.map((chat) => house().expects(chat, '城管中队请求协助', '摊主推搡', 'QS261124-0001'))
    if (!card || !other) throw new Error('no card')
    await Promise.all([
      house().person('u-shenhao').taps(card, keyOf(card, 'request-agree')),
      house().person('u-luxin').taps(other, keyOf(other, 'request-agree')),
    ])
    house().expects('u-zhangwei', '同意协助', /沈浩|卢新/u)
    house().expects(UNIT_GROUP, '同意协助')
    const told = [...house().unread('u-shenhao'), ...house().unread('u-luxin')].map(({ content }) => content)
    expect(told.filter((text) => text.includes('已经答复了'))).toHaveLength(1)
    house().reads('u-shenhao', 'u-luxin')
    house().hearsNothing('u-zhangwei', COMMAND)
    expect((await only(house()))?.assist).toContain('paichu')
    expect(await openTimers(house())).toEqual([])
  })

  it('is refused with a reason only, and the command room hears of it', async () => {
    await signed(house())
    await house().person('u-zhangwei').says('请求协助 0001 派出所')
    house().expects('u-zhangwei', '请写请求的理由')
    await house().person('u-zhangwei').says('摊主推搡执法人员')
    house().expects('u-zhangwei', '已发出协助请求')
    house().reads(...POLICE)
    await house().person('u-shenhao').says('不能协助 1')
    house().expects('u-shenhao', '请写不能协助的理由', '第二十六条')
    await house().person('u-shenhao').says('警力都在安保')
    house().expects('u-shenhao', '不能协助', '警力都在安保')
    house().expects('u-zhangwei', '不能协助', '警力都在安保')
    house().expects(COMMAND, '不能协助', '第二十六条', '协调')
    house().expects('v-lihua', '请了派出所一起办，这次来不了', '指挥室会另外安排', '原因：')
    house().reads(UNIT_GROUP)
    await house().person('u-luxin').says('同意协助 1')
    house().expects('u-luxin', '沈浩已经答复了')
    await house().person('u-sunmei').says('同意协助 1')
    house().expects('u-sunmei', '没有找到等您单位答复')
  })

  it('without an answer goes to the head of the unit, then to the command room', async () => {
    await signed(house())
    await house().person('u-zhangwei').says(ask)
    house().readsAll()
    await house().forward('121m')
    for (const chat of ['u-jiangfeng', 'u-shenhao', 'u-luxin']) house().expects(chat, '没有答复')
    house().hearsNothing(COMMAND)
    await house().forward('62m')
    house().expects(COMMAND, '没有答复', '协调')
    house().readsAll()
    expect(await openTimers(house())).toEqual([])
  })

  it.each([
    ['u-sunmei', '请求派出所协助 0001 帮忙', '您不能操作'],
    ['u-zhangwei', '请求协助 0001 司法所 帮忙', '请写一个镇里的单位'],
    ['u-zhangwei', '请求协助 0001 城管中队 帮忙', '本来就由'],
  ])('is refused to %s: %s', async (userid, words, answer) => {
    await signed(house())
    await house().person(userid).says(words)
    house().expects(userid, answer)
    expect(await entry(house(), 'request')).toBeUndefined()
  })
})

describe('子任务', () => {
  const house = eachTestHasAHouse()
  const give = '子任务 0001 环保所 清运垃圾 1天内'
  const HUANBAO = ['u-dujuan', 'u-weining', 'wrHUANBAO']

  /** 张伟 gives one to 生态环境所; read by all. */
  async function given(words = give) {
    await signed(house())
    await house().person('u-zhangwei').says(words)
    house().expects('u-zhangwei', '子任务已派出', '生态环境所', '清运垃圾')
    const [card] = HUANBAO.map((chat) => house().expects(chat, '清运垃圾', 'QS-RW2026-0001', 'QS261124-0001'))
    if (!card) throw new Error('no card')
    return card
  }

  it('is signed and done by its buttons, with a result; the lead hears how many are done', async () => {
    const card = await given()
    await house().person('u-dujuan').taps(card, keyOf(card, 'child-take'))
    house().expects('u-dujuan', '办理中', '杜娟')
    house().expects('u-zhangwei', '子任务已签收', '0/1')
    house().expects(UNIT_GROUP, '子任务已签收')
    await house().person('u-dujuan').taps(card, 'child-done:QS-RW2026-0001', { stale: true })
    house().expects('u-dujuan', '请写完成情况')
    await house().person('u-dujuan').says('完成，已清运两车')
    house().expects('u-dujuan', '已完成', '已清运两车')
    house().expects('u-zhangwei', '子任务已完成', '已清运两车', '1/1')
    house().expects(UNIT_GROUP, '子任务已完成')
    await house().person('u-zhangwei').says('办结 0001 已清理')
    house().expects('u-zhangwei', '办结')
    house().reads('v-lihua')
    expect((await only(house()))?.stage).toBe('finished')
    expect(await openTimers(house())).toEqual([])
  })

  it('keeps the case from being finished, by word and by a stale card, and says what is missing', async () => {
    const { groupCard } = await reported(house())
    await house().person('u-zhangwei').taps(groupCard, keyOf(groupCard, 'sign'))
    await house().person('u-zhangwei').taps(groupCard, 'arrive:QS261124-0001')
    await house().person('u-zhangwei').says(give)
    house().readsAll()
    for (const words of ['办结 0001 已清理', '办结 0001']) {
      await house().person('u-zhangwei').says(words)
      house().expects('u-zhangwei', '不能办结', 'QS-RW2026-0001', '生态环境所', '清运垃圾')
    }
    await house().person('u-wangfang').taps(groupCard, 'finish:QS261124-0001', { stale: true })
    house().expects(UNIT_GROUP, '不能办结', '生态环境所')
    house().readsAll()
    expect((await only(house()))?.stage).toBe('arrived')
    await house().person('u-zhangwei').says('取消子任务 1')
    house().expects('u-zhangwei', '不用再办')
    for (const chat of HUANBAO) house().expects(chat, '子任务取消')
    await house().person('u-dujuan').says('完成 1 已清运')
    house().expects('u-dujuan', '已经有人签收、完成或者取消')
    await house().person('u-zhangwei').says('办结 0001 已清理')
    expect((await only(house()))?.stage).toBe('finished')
    house().readsAll()
  })

  it('that is added while somebody finishes either stops him or comes too late', async () => {
    await signed(house())
    await Promise.all([house().person('u-zhangwei').says('办结 0001 已清理'), house().person('u-zhouting').says(give)])
    const task = await only(house())
    const child = await entry(house(), 'child')
    if (task?.stage === 'finished') {
      expect(child).toBeUndefined()
      house().expects('u-zhouting', '已经办结')
    } else {
      expect(child?.state).toBe('given')
      house().expects('u-zhangwei', '不能办结')
    }
    house().readsAll()
  })

  it('that may be left out is ended with the case, and one that is late is told to the head and the command room', async () => {
    await given('子任务 0001 环保所 清运垃圾 8小时内 可选')
    await house().forward('1441m')
    for (const chat of ['u-dujuan', 'u-weining']) house().expects(chat, '子任务提醒', '50%')
    for (const chat of ['u-yuhai', 'u-dujuan', 'u-weining']) house().expects(chat, '子任务超时')
    house().expects(COMMAND, '子任务超时')
    house().readsAll()
    await house().person('u-zhangwei').says('办结 0001 已清理')
    for (const chat of HUANBAO) house().expects(chat, '子任务取消', '不用再办')
    house().readsAll()
    expect(await openTimers(house())).toEqual([])
  })

  it('stays with its unit when another unit leads, unless that is the unit itself', async () => {
    await given()
    await house().person('u-zhouting').says('指派 0001 应急管理站')
    for (const chat of HUANBAO) house().expects(chat, '应急管理站', '子任务照办')
    house().readsAll()
    await house().person('u-zhouting').says('指派 0001 生态环境所')
    house().expects('u-dujuan', '子任务取消')
    house().readsAll()
    expect(await entry(house(), 'child')).toMatchObject({ state: 'dropped' })
    expect(await openTimers(house())).toEqual([])
  })

  it('and whatever else is open is ended when the reporter takes it back', async () => {
    await given()
    await house().person('u-zhangwei').says('请求派出所协助 0001 推搡')
    house().readsAll()
    await house().person('v-lihua').says('撤回')
    house().expects('u-dujuan', '子任务取消')
    house().expects('u-shenhao', '协助请求已结束')
    house().readsAll()
    expect(await openTimers(house())).toEqual([])
  })

  it('takes pictures as its result', async () => {
    await given()
    await house()
      .person('u-dujuan')
      .sends([{ name: '现场.png', data: PNG }], '完成 1')
    house().expects('u-dujuan', '已完成')
    const task = await only(house())
    expect(await house().core.ctx.store.attachments(task?.id ?? '')).toHaveLength(1)
    house().readsAll()
  })

  it.each([
    ['u-sunmei', '子任务 0001 环保所 清运', '您不能操作'],
    ['u-zhangwei', '子任务 0001 城管中队 清运', '本来就由'],
    ['u-zhangwei', '子任务 0001 司法所 清运', '请写一个单位和要做的事'],
    ['u-zhangwei', '子任务 0001 环保所', '请写一个单位和要做的事'],
    ['u-zhangwei', '完成 0001 已清理', '办结 0007'],
  ])('is refused to %s: %s', async (userid, words, answer) => {
    await signed(house())
    await house().person(userid).says(words)
    house().expects(userid, answer)
    expect(await entry(house(), 'child')).toBeUndefined()
  })
})
