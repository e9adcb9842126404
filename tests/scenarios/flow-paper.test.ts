import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { textOf, type House } from './house.ts'
import type { Town } from '../../domain/town.ts'
import { PNG } from './pictures.ts'
import { eachTestHasAHouse, keyOf, signed } from './story.ts'

const PDF = {
  name: '关于做好防汛工作的通知.pdf',
  data: Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n'),
}
const BRIGADE = ['u-guodong', 'u-tangwei', 'u-xuejing']
const NO = /QS-WJ2026-\d{4}/

/** 张伟 passes a paper on to the police station; the brigade always gets it. */
async function passedOn(house: House, words = '转发 派出所 关于做好防汛工作的通知'): Promise<string> {
  const officer = house.person('u-zhangwei')
  await officer.says(words)
  officer.expects('请把要转发的文件')
  await officer.sends([PDF])
  const told = officer.expects('已转发', '防汛工作', '综合行政执法大队、派出所', '共 6 人')
  return NO.exec(told.content)?.[0] ?? ''
}

const received = (house: House, ...people: readonly string[]) =>
  people.map((userid) => {
    house.expects(userid, '关于做好防汛工作的通知.pdf')
    return house.expects(userid, '关于做好防汛工作的通知', '城管中队 张伟', '已读 0/6')
  })

/** The brigade is its head alone, and has no group. */
const lonely = (towns: readonly Town[]) =>
  towns.map((town) => ({
    ...town,
    roster: [],
    stations: town.stations.map((each) => (each.id === 'dadui' ? { ...each, duty: ['u-guodong'], group: null } : each)),
  }))

describe('文件直达', () => {
  const house = eachTestHasAHouse()

  it('brings the file and a card to each person, a card with the count to the groups, and counts who read it', async () => {
    const no = await passedOn(house())
    const [card] = received(house(), 'u-shenhao')
    received(house(), 'u-luxin', 'u-jiangfeng', ...BRIGADE)
    const group = house().expects('wrPAICHU', '已读 0/6')
    house().expects('wrDADUI', '已读 0/6')
    if (!card) throw new Error('no card')
    await house().person('u-shenhao').taps(card, keyOf(card, 'paper-read'))
    house().expects('u-shenhao', '您已读', '1/6')
    await house().person('u-shenhao').taps(card, keyOf(group, 'paper-read'), { stale: true })
    house().expects('u-shenhao', '已经读过')
    house().reads('u-shenhao')
    await house().person('u-luxin').taps(group, keyOf(group, 'paper-read'))
    house().expects('wrPAICHU', '已读 2/6')
    await house().person('u-tangwei').says(`已读 ${no}`)
    house().expects('u-tangwei', '已读', '记下了')
    for (const reader of ['u-zhangwei', 'u-zhouting']) {
      await house().person(reader).says('文件 0001')
      house().expects(reader, '已读 3/6', '还没读：薛静、郭栋、蒋峰')
      house().expects(reader, '关于做好防汛工作的通知.pdf')
    }
  })

  it('counts two who say 已读 at the same moment', async () => {
    const no = await passedOn(house())
    house().readsAll()
    await Promise.all(['u-shenhao', 'u-luxin', 'u-tangwei'].map((userid) => house().person(userid).says(`已读 ${no}`)))
    house().readsAll()
    await house().person('u-zhangwei').says(`文件 ${no}`)
    house().expects('u-zhangwei', '已读 3/6')
    house().readsAll()
  })

  it('is unknown to whoever it was not sent to, and no business of the log', async () => {
    const no = await passedOn(house())
    house().readsAll()
    for (const words of [`文件 ${no}`, `已读 ${no}`, `撤回文件 ${no}`]) {
      await house().person('u-sunmei').says(words)
      house().expects('u-sunmei', '没有找到这份文件')
    }
    await house().person('u-sunmei').says('文件')
    house().expects('u-sunmei', '还没有转发来的文件')
    await house().person('v-zhaomin').says(`文件 ${no}`)
    house().readsAll()
    const log = JSON.stringify(await house().rowsOf('SELECT type, data FROM event'))
    expect(log).toContain('paper')
    expect(log).not.toMatch(/防汛|张伟/)
    expect(house().lines.join('\n')).not.toContain('防汛')
  })

  it('reminds who has not read it, three times, and then tells the sender and the heads', async () => {
    await passedOn(house())
    house().readsAll()
    for (const reader of ['u-shenhao', 'u-jiangfeng', 'u-guodong', 'u-tangwei', 'u-xuejing'])
      await house().person(reader).says('已读')
    house().readsAll()
    await house().until('2026-11-24T15:29:00+08:00')
    house().hearsNothing('u-luxin')
    await house().until('2026-11-24T15:40:00+08:00')
    house().expects('u-luxin', '请看文件', '5/6')
    await house().until('2026-11-25T17:00:00+08:00')
    house().expects('u-luxin', '请看文件')
    await house().until('2026-11-26T17:00:00+08:00')
    house().expects('u-luxin', '请看文件')
    house().hearsNothing('u-shenhao', 'u-zhangwei', 'u-jiangfeng')
    await house().until('2026-11-27T17:00:00+08:00')
    for (const told of ['u-zhangwei', 'u-jiangfeng']) house().expects(told, '文件没人读', '卢新', '5/6')
    house().hearsNothing('u-luxin', 'u-guodong')
    await house().until('2026-12-10T17:00:00+08:00')
    house().hearsNothing('u-luxin')
    await house().person('u-luxin').says('已读 0001')
    house().expects('u-luxin', '记下了')
    await house().person('u-zhangwei').says('文件 0001')
    house().expects('u-zhangwei', '6/6', '全部已读')
    house().readsAll()
  })

  it('is taken back: nobody is reminded, nobody opens it, an old card says so', async () => {
    await passedOn(house())
    const [card] = received(house(), 'u-shenhao')
    house().readsAll()
    await house().person('u-shenhao').says('撤回文件 0001')
    house().expects('u-shenhao', '只有转发的人')
    await house().person('u-zhangwei').says('撤回文件 0001')
    house().expects('u-zhangwei', '已撤回')
    house().expects('u-luxin', '文件已撤回', '不要再用')
    house().readsAll()
    if (!card) throw new Error('no card')
    await house().person('u-shenhao').taps(card, keyOf(card, 'paper-read'))
    house().expects('u-shenhao', '文件已撤回')
    house().expects('u-shenhao', '已经撤回')
    await house().person('u-luxin').says('文件 0001')
    house().expects('u-luxin', '已经撤回')
    await house().forward('7d')
    house().hearsNothing('u-luxin', 'u-shenhao')
  })

  it('asks where a document sent alone should go, and what it is called', async () => {
    const officer = house().person('u-zhangwei')
    await officer.sends([PDF])
    const ask = officer.expects('要转发给谁', '大队和全部站所', '只给大队', '不转发')
    await officer.taps(ask, `${keyOf(ask, 'paper-to').split(':').slice(0, 2).join(':')}:brigade`)
    officer.expects('还差文件名称')
    officer.expects('这份文件叫什么')
    await officer.says('关于做好防汛工作的通知')
    officer.expects('已转发', '共 3 人')
    for (const reader of BRIGADE) {
      house().expects(reader, '关于做好防汛工作的通知.pdf')
      house().expects(reader, '已读 0/3')
    }
    house().expects('wrDADUI', '已读 0/3')
    await officer.taps(ask, `${keyOf(ask, 'paper-to')}`, { stale: true })
    officer.expects('已经处理过了')
    house().readsAll()
    expect(await house().core.ctx.store.entries({ kinds: ['paper'], limit: 9 })).toMatchObject([{ state: 'out' }])
  })

  it('is sent once when he taps where it goes twice', async () => {
    const officer = house().person('u-zhangwei')
    await officer.sends([PDF])
    const ask = officer.expects('要转发给谁')
    const no = NO.exec(keyOf(ask, 'paper-to'))?.[0] ?? ''
    await officer.says(`文件名称 ${no} 关于做好防汛工作的通知`)
    house().readsAll()
    const tap = () => officer.taps(ask, `paper-to:${no}:brigade`)
    await Promise.all([tap(), tap()])
    for (const reader of BRIGADE)
      expect(
        house()
          .unread(reader)
          .filter((bubble) => textOf(bubble).includes('已读 0/3')),
      ).toHaveLength(1)
    expect(await house().rowsOf("SELECT 1 FROM event WHERE type = 'paper-sent'")).toHaveLength(1)
    house().readsAll()
  })

  it('is read or taken back when both happen at once, and he who read it is told not to use it', async () => {
    const no = await passedOn(house())
    const [card] = received(house(), 'u-shenhao')
    if (!card) throw new Error('no card')
    house().readsAll()
    await Promise.all([
      house().person('u-shenhao').taps(card, keyOf(card, 'paper-read')),
      house().person('u-zhangwei').says(`撤回文件 ${no}`),
    ])
    const [paper] = await house().core.ctx.store.entries({ kinds: ['paper'], limit: 1 })
    expect(paper?.state).toBe('withdrawn')
    house().expects('u-shenhao', '文件已撤回', '不要再用')
    expect((await house().rowsOf("SELECT 1 FROM event WHERE type = 'paper-withdrawn'")).length).toBe(1)
    house().readsAll()
    await house().forward('7d')
    house().hearsNothing('u-shenhao', 'u-luxin')
  })

  it('is left alone when he says so, or says nothing for a day', async () => {
    const officer = house().person('u-zhangwei')
    await officer.sends([PDF])
    const ask = officer.expects('要转发给谁')
    await officer.taps(ask, keyOf(ask, 'paper-to').replace(/:[a-z]+$/, ':none'))
    officer.expects('没有转发')
    await officer.sends([PDF])
    officer.expects('要转发给谁')
    await house().forward('3d')
    const papers = await house().core.ctx.store.entries({ kinds: ['paper'], limit: 9 })
    expect(papers.map(({ state }) => state)).toEqual(['dropped', 'dropped'])
    expect(await house().rowsOf(`SELECT "dueAt" FROM timer WHERE kind = 'paper'`)).toEqual([])
  })

  it('leaves pictures to the case he is busy with; a document may go there, too', async () => {
    await signed(house())
    const officer = house().person('u-zhangwei')
    await officer.sends([{ name: 'a.png', data: PNG }])
    officer.expects('进展已记下')
    house().readsAll()
    await officer.sends([PDF])
    const ask = officer.expects('要转发给谁', '放进工单0001')
    await officer.taps(ask, keyOf(ask, 'paper-to').replace(/:[a-z]+$/, ':case'))
    officer.expects('已放进工单')
    officer.expects('进展已记下')
    house().readsAll()
    const [task] = await house().core.ctx.store.tasks({ limit: 1 })
    const files = await house().core.ctx.store.attachments(task?.id ?? '')
    expect(files.map(({ mime }) => mime)).toEqual(['image/png', 'application/pdf'])
  })

  it('takes a picture with the word 转发 for a paper', async () => {
    const officer = house().person('u-zhangwei')
    await officer.sends([{ name: 'a.png', data: PNG }], '转发 全体 停电通知')
    officer.expects('已转发', '停电通知', '自然资源所', '共 18 人')
    expect(house().unread('u-hanbing').length).toBeGreaterThan(0)
    house().hearsNothing('u-wangfang')
    house().readsAll()
  })

  it.each([
    ['转发 司法所 通知', '对不上“司法所”'],
    ['转发 县公安局 通知', '对不上“县公安局”'],
  ])('tells nobody when it is not clear who is meant: %s', async (words, answer) => {
    const officer = house().person('u-zhangwei')
    await officer.says(words)
    officer.expects('请把要转发的文件')
    await officer.sends([PDF])
    officer.expects(answer, '还没有转发')
    await officer.says('派出所')
    officer.expects('这份文件叫什么')
    await officer.says('通知')
    officer.expects('已转发', '派出所')
    house().readsAll()
  })

  it('waits for a file that takes long', async () => {
    const officer = house().person('u-zhangwei')
    house().simulator.faults.media('late')
    await officer.says('转发 派出所 通知')
    officer.expects('请把要转发的文件')
    await officer.sends([PDF])
    officer.expects('还在接收', '继续')
    await house().forward('1m')
    await officer.says('继续')
    officer.expects('已转发')
    house().expects('u-shenhao', '通知.pdf')
    house().readsAll()
  })

  it('does not carry what is secret, by its words or its name, and keeps nothing of it', async () => {
    const officer = house().person('u-zhangwei')
    await officer.says('转发 全体 机密★一年 某会议纪要')
    officer.expects('涉密文件不能用微信传')
    await officer.sends([{ ...PDF, name: '【秘密】会议纪要.pdf' }])
    officer.expects('涉密文件不能用微信传')
    const files = await house().rowsOf('SELECT sha256, name, fault FROM attachment')
    expect(files).toMatchObject([{ sha256: null, fault: 'secret' }])
    const sha256 = createHash('sha256').update(PDF.data).digest('hex')
    expect(await house().core.ctx.media.read(sha256)).toBeNull()
  })
})

describe('文件直达 to a unit without people', () => {
  const house = eachTestHasAHouse({ towns: lonely })

  it('says who hears nothing, and waits for another unit', async () => {
    const officer = house().person('u-guodong')
    await officer.says('转发 只给大队')
    officer.expects('请把要转发的文件')
    await officer.sends([PDF])
    officer.expects('没有人能收到', '还没有转发')
    await officer.says('派出所')
    officer.expects('这份文件叫什么')
    await officer.says('值班安排，电话 13800000000')
    expect(officer.expects('已转发', '派出所', '值班安排').content).not.toContain('13800000000')
    house().readsAll()
    await officer.says('转发 全体 通知', { group: 'wrCOMMAND' })
    house().expects('wrCOMMAND', '要转发文件')
  })
})
