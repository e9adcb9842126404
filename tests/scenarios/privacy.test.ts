import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startPurge } from '../../handlers/purge.ts'
import { textOf } from './house.ts'
import { PNG } from './pictures.ts'
import { COMMAND, eachTestHasAHouse, LEADERS, STALL, UNIT_GROUP } from './story.ts'

/** A file under its hash, not a folder. */
const isStored = (name: string): boolean => /[0-9a-f]{64}$/.test(name)

describe('who reported', () => {
  const house = eachTestHasAHouse()

  it('is told once what is kept of him, for what and how long', async () => {
    const villager = house().person('v-lihua')
    await villager.says('你好')
    villager.expects('只用来办事', '3 年', '删除我的信息')
    await villager.says('你好')
    expect(
      house()
        .unread('v-lihua')
        .map(({ content }) => content)
        .join(),
    ).not.toContain('3 年')
    house().readsAll()
  })

  /** How often somebody was told, by all he ever heard. */
  const timesTold = (who: string) =>
    house()
      .simulator.chat(who)
      .filter((bubble) => bubble.from === 'bot' && textOf(bubble).includes('办完满 3 年删除')).length

  it('is told so, too, where his case is made because he does not answer', async () => {
    await house().person('v-lihua').says('有人乱倒垃圾')
    house().readsAll()
    expect(timesTold('v-lihua')).toBe(0)
    await house().forward('11m')
    house().expects('v-lihua', '已受理', '只用来办事')
    house().readsAll()
    await house().person('v-lihua').says('进度')
    await house().person('u-zhangwei').says('签收 0001')
    house().readsAll()
    expect(timesTold('v-lihua')).toBe(1)
  })

  it('is told so, too, where his report is joined to another', async () => {
    for (const who of ['v-lihua', 'v-zhaomin']) {
      await house().person(who).says(STALL)
      house().expects(who, '只用来办事')
      expect(timesTold(who), who).toBe(1)
    }
    house().readsAll()
  })

  it('is told so, too, where it is not ours, and where he only asks for help', async () => {
    await house().person('v-lihua').says('厂里拖欠我三个月工资')
    house().expects('v-lihua', '12333', '还是要反映', '只用来办事')
    await house().person('v-lihua').says('知道了')
    await house().person('v-zhaomin').says('帮助')
    house().expects('v-zhaomin', '只用来办事')
    for (const who of ['v-lihua', 'v-zhaomin']) expect(timesTold(who), who).toBe(1)
    house().readsAll()
  })

  it('stands nowhere in the database but in one table, sealed', async () => {
    await house().person('v-lihua').says(STALL)
    house().readsAll()
    const [task] = await house().core.ctx.store.tasks({ limit: 1 })
    const [reporter] = task?.reporters ?? []
    expect(reporter?.userid).toMatch(/^r-/)
    expect(await house().core.ctx.people?.whoIs(reporter?.userid ?? '')).toBe('v-lihua')
    expect(await house().rawBytes()).not.toContain('v-lihua')
  })

  it('may ask for what is kept, and have it deleted: the case goes on, he hears no more', async () => {
    const villager = house().person('v-lihua')
    await villager.says(`${STALL}，我叫李大明，电话13812345678`)
    house().readsAll()
    await villager.says('我的信息')
    villager.expects('QS261124-0001', '反映过 1 件')
    await villager.says('删除我的信息')
    villager.expects('确认删除')
    await villager.says('确认删除')
    villager.expects('删除完毕', '还有 1 件正在办，会接着办，不带您的姓名和电话', '没法再告诉您')
    await house().forward('2m')
    const rows = await house().allRows()
    for (const trace of ['13812345678', '李大明', 'v-lihua']) {
      expect(rows).not.toContain(trace)
      expect(await house().rawBytes()).not.toContain(trace)
    }
    house().readsAll()
    await house().person('u-zhangwei').says('签收 0001')
    house().expects(UNIT_GROUP, '签收')
    house().reads('u-zhangwei', 'u-wangfang')
    house().hearsNothing('v-lihua', COMMAND)
    await house().person('u-zhangwei').says('问群众 0001 摊子一般几点出来？')
    house().expects('u-zhangwei', '问不到了')
    await house().person('u-zhangwei').says('办结 0001 已经清走')
    expect(house().expects('u-zhangwei', '不再请他确认').content).not.toContain('正在请')
    house().hearsNothing('v-lihua', COMMAND)
  })

  it('loses nothing he told by that: his photo stays until the case is over, half a report becomes one', async () => {
    const villager = house().person('v-lihua')
    await villager.sends([{ name: '李大明的照片.png', data: PNG }], STALL)
    await villager.says('有人在半夜偷偷倒垃圾，臭得很')
    villager.expects(/哪里|什么地方|哪个村/)
    await villager.says('删除我的信息')
    villager.expects('还有 1 件正在办', '办完当天夜里删', '按规定要留的办理记录')
    await villager.says('确认删除')
    await house().forward('2m')
    const { store } = house().core.ctx
    const [half, whole] = await store.tasks({ limit: 9 })
    expect(half?.text).toContain('偷偷倒垃圾')
    house().readsAll()
    const files = async () => (await readdir(join(house().dataDir, 'files'), { recursive: true })).filter(isStored)
    // the photo and its small picture
    expect(await files()).toHaveLength(2)
    expect(await house().rawBytes()).not.toContain('李大明')
    await startPurge(house().core.ctx)
    await house().person('u-zhangwei').says('签收 0001')
    await house().person('u-zhangwei').says('办结 0001 已经清走')
    await house().forward('1d')
    expect(await files()).toHaveLength(2)
    await house().forward('14d')
    house().readsAll()
    expect((await store.task(whole?.id ?? ''))?.stage).toBe('closed')
    expect(await files()).toEqual([])
    expect(await store.attachments(whole?.id ?? '')).toMatchObject([{ sha256: null, fault: 'erased' }])
    expect((await store.accesses(99)).map(({ reason }) => reason)).toContain('forgotten 1')
  })

  it('deletes nothing by a word too few', async () => {
    await house().person('v-lihua').says('确认删除')
    house().expects('v-lihua', '确定要删')
    await house().person('u-zhangwei').says('删除我的信息')
    house().expects('u-zhangwei', '管理员')
  })
})

describe('a member of the staff who reports something himself', () => {
  const house = eachTestHasAHouse()

  it('is sealed like everybody: in no row of the case, and told like everybody', async () => {
    const officer = house().person('u-sunmei')
    await officer.says(STALL)
    officer.expects('QS261124-0001', '受理')
    const [of, told] = await Promise.all([
      house().rowsOf('SELECT "userid", "chatId" FROM "report"'),
      house().rowsOf(`SELECT * FROM "outbox" WHERE "taskId" IS NOT NULL AND "queue" = 'replies'`),
    ])
    expect(of).toMatchObject([{ userid: expect.stringMatching(/^r-s/), chatId: expect.stringMatching(/^r-s/) }])
    expect(told.length).toBeGreaterThan(0)
    const messages = await house().rowsOf(`SELECT * FROM "inbox"`)
    expect(JSON.stringify([told, messages])).not.toContain('u-sunmei')
    house().readsAll()
    await house().person('u-zhangwei').says('签收 0001')
    officer.expects('已签收')
    house().readsAll()
    await officer.says('进度')
    officer.expects('0001', '已签收')
    await house().restart()
    await officer.says('补充 0001 晚上六点出来')
    officer.expects('补充')
    await house().person('u-zhouting').says('查看反映人 0001 案件需要核实情况')
    house().expects('u-zhouting', 'u-sunmei')
    house().readsAll()
    await officer.says('撤回 0001')
    officer.expects('撤回')
    house().readsAll()
  })
})

describe('匿名 and 保密', () => {
  const house = eachTestHasAHouse()

  it('after a report hides who it was from now on', async () => {
    const villager = house().person('v-lihua')
    await villager.says(STALL)
    house().readsAll()
    await villager.says('保密')
    villager.expects('已保密', 'QS261124-0001')
    await house().person('u-zhangwei').says('详情 0001')
    house().expects('u-zhangwei', '群众（要求保密')
  })

  it('before a report belong to what comes next', async () => {
    const villager = house().person('v-lihua')
    await villager.says('匿名')
    villager.expects('什么问题')
    await villager.says('王家村村口有人占道摆摊')
    villager.expects('QS261124-0001', '已按匿名办理')
    house().expects('u-zhangwei', '群众（匿名）')
    house().readsAll()
    expect((await house().core.ctx.store.taskByCaseNo('QS261124-0001'))?.shield).toBe('anonymous')
  })

  it('lets the unit ask him all the same, and neither learns who the other is', async () => {
    const villager = house().person('v-lihua')
    await villager.says(`匿名举报，${STALL}`)
    house().readsAll()
    await house().person('u-zhangwei').says('签收 0001')
    house().readsAll()
    await house().person('u-zhangwei').says('问群众 0001 摊子一般几点出来？')
    house().expects('u-zhangwei', '已转问')
    villager.expects('想问您一句', '几点出来', '看不到您是谁')
    await villager.says('晚上六点多，我叫李大明13812345678')
    villager.expects('补充')
    const heard = house().expects('u-zhangwei', '晚上六点多')
    expect(heard.content).not.toMatch(/李大明|138123/)
    house().readsAll()
    await house().person('u-sunmei').says('问群众 0001 是谁')
    house().expects('u-sunmei', '没有找到')
  })
})

describe('a confidential report made in a group', () => {
  const house = eachTestHasAHouse()

  it('is given its number there and nothing else; how it goes is told to its writer alone', async () => {
    await house().person('u-wangfang').says(`请保密，${STALL}`, { group: UNIT_GROUP })
    const reply = house()
      .unread(UNIT_GROUP)
      .find(({ content }) => content.includes('已受理'))
    expect(reply?.content).toContain('QS261124-0001')
    expect(reply?.content).not.toMatch(/占道|王家村/)
    house().readsAll()
    await house().person('u-zhangwei').says('签收 0001')
    house().expects('u-wangfang', '已签收', '开始办理')
    house().readsAll()
  })

  it('is given only its numbers where it is about several things', async () => {
    const text = '请保密，王家村村口有人占道摆摊，另外东关市场有家店卖过期食品'
    await house().person('u-wangfang').says(text, { group: UNIT_GROUP })
    const reply = house().expects(UNIT_GROUP, '已受理', '件', 'QS261124-0002')
    expect(reply.content).not.toMatch(/占道|过期|王家村|东关/)
    house().readsAll()
  })
})

describe('a member of the staff who reports in confidence and cannot be written to', () => {
  const house = eachTestHasAHouse({ strangers: ['u-sunmei'] })

  it('is named neither by the word that he was not reached nor in the course of the case', async () => {
    await house().person('u-sunmei').says(`请保密，${STALL}`, { group: 'wrSHICHANG' })
    house().readsAll()
    await house().person('u-zhangwei').says('签收 0001')
    await house().forward('2m')
    expect(house().expects(COMMAND, '未送达', '给反映人的消息').content).not.toContain('孙梅')
    const [task] = await house().core.ctx.store.tasks({ limit: 1 })
    const events = JSON.stringify(await house().core.ctx.store.timeline(task?.id ?? ''))
    expect(events).toContain('undelivered')
    expect(events).not.toContain('u-sunmei')
    house().readsAll()
  })
})

describe('what a unit writes about other people', () => {
  const house = eachTestHasAHouse()
  const OTHER = /13912340001|410105199003071234|王大壮|A88888/

  it('reaches the reporter, the groups and the command room without their numbers and names', async () => {
    const unit = house().person('u-zhangwei')
    await house().person('v-lihua').says(STALL)
    await house().person('u-liqiang').says('退回 0001 老板王大壮电话13912340001，归市场所管')
    house().expects(COMMAND, '归市场所管')
    await house().person('u-zhouting').says('裁定 0001 城管中队')
    await unit.says('签收 0001')
    await unit.says('反馈 0001 找到店主王大壮，身份证410105199003071234，车豫A88888，答应搬走')
    house().expects('v-lihua', '答应搬走', '姓名')
    await unit.says('问群众 0001 是不是老板王大壮，电话13912340001？')
    house().expects('v-lihua', '是不是老板')
    await unit.says('办结 0001 老板王大壮已搬走，电话13912340001')
    house().expects('v-lihua', '已搬走')
    await house().person('v-lihua').says('进度')
    const heard = house().simulator.bubbles.filter(({ from }) => from === 'bot')
    for (const bubble of heard) expect(textOf(bubble), bubble.chat).not.toMatch(OTHER)
    house().readsAll()
  })
})

describe('a look behind the mask', () => {
  const house = eachTestHasAHouse()

  it('needs a reason, and is written down', async () => {
    await house().person('v-lihua').says(STALL)
    house().readsAll()
    const room = house().person('u-zhouting')
    await room.says('查看反映人 0001')
    room.expects('理由')
    await house().person('u-zhangwei').says('查看反映人 0001 想知道是谁')
    house().expects('u-zhangwei', /权限|不能/)
    await room.says('查看反映人 0001 案件需要核实情况')
    room.expects('v-lihua', '周婷 2026-11-24 10:00 青石镇')
    house().expects('u-songming', '查看记录', '案件需要核实情况')
    house().readsAll()
    expect(await house().core.ctx.store.accesses(9)).toMatchObject([
      { kind: 'reveal', by: 'u-zhouting', second: null, caseNo: 'QS261124-0001', reason: '案件需要核实情况' },
    ])
  })

  it('of who asked for confidence needs a second person, within half an hour', async () => {
    await house().person('v-lihua').says(`请保密，${STALL}`)
    house().readsAll()
    const room = house().person('u-zhouting')
    await room.says('查看反映人 0001 案件需要核实情况')
    expect(room.expects('第二个人').content).not.toContain('v-lihua')
    house().expects('u-songming', '请求查看反映人', '周婷')
    house().readsAll()
    await room.says('同意查看 0001')
    room.expects('另外一个人')
    await house().person('u-songming').says('同意查看 0001')
    room.expects('v-lihua')
    house().readsAll()
    await house().person('u-songming').says('同意查看 0001')
    house().expects('u-songming', '没有等您同意')
    await room.says('查看反映人 0001 案件需要核实情况')
    house().readsAll()
    await house().forward('31m')
    house().readsAll()
    await house().person('u-songming').says('同意查看 0001')
    house().expects('u-songming', '30 分钟')
    // who wanted to look is kept, also where nobody agreed
    expect((await house().core.ctx.store.accesses(9)).toReversed()).toMatchObject([
      { kind: 'reveal-asked', by: 'u-zhouting', second: null, caseNo: 'QS261124-0001', reason: '案件需要核实情况' },
      { kind: 'reveal', by: 'u-zhouting', second: 'u-songming' },
      { kind: 'reveal-asked', by: 'u-zhouting', second: null },
    ])
  })

  it('serves to reach him: his name and phone where he gave them, what a member of the staff is called, else 问群众', async () => {
    await house().person('v-lihua').says(`${STALL}，我叫李大明，电话13812345678`)
    await house().person('u-sunmei').says('下渡村有人占道摆摊')
    house().readsAll()
    const room = house().person('u-zhouting')
    for (const no of ['0001', '0002']) await room.says(`查看反映人 ${no} 案件需要核实情况`)
    expect(room.expects('反映人：李大明，电话 13812345678，账号 v-lihua').content).not.toContain('问群众')
    room.expects('反映人：孙梅，账号 u-sunmei', '问群众 0002')
    house().readsAll()
  })

  it('stays in no row of the database, with or without a second person', async () => {
    await house().person('v-lihua').says(STALL)
    await house().person('v-zhaomin').says(`请保密，下渡村有人占道摆摊`)
    house().readsAll()
    const room = house().person('u-zhouting')
    await room.says('查看反映人 0001 案件需要核实情况')
    room.expects('v-lihua', STALL)
    await room.says('查看反映人 0002 案件需要核实情况')
    await house().person('u-songming').says('同意查看 0002')
    room.expects('v-zhaomin', '下渡村有人占道摆摊')
    expect(await house().rawBytes()).not.toMatch(/v-lihua|v-zhaomin/)
    house().readsAll()
  })

  it('that one person waits for is not taken over by another', async () => {
    await house().person('v-lihua').says(`请保密，${STALL}`)
    house().readsAll()
    const room = house().person('u-zhouting')
    await room.says('查看反映人 0001 案件需要核实情况')
    house().readsAll()
    await house().person('u-linyue').says('查看反映人 0001 要核对现场的情况')
    house().expects('u-linyue', '周婷', '已经请求查看')
    await room.says('查看反映人 0001 要约他到现场')
    room.expects('第二个人')
    await house().person('u-songming').says('同意查看 0001')
    room.expects('v-lihua')
    house().hearsNothing('u-linyue')
    house().readsAll()
    await house().person('u-linyue').says('查看反映人 0001 要核对现场的情况')
    house().expects('u-linyue', '第二个人')
    house().readsAll()
  })

  it('is not to be had in a group', async () => {
    await house().person('v-lihua').says(STALL)
    house().readsAll()
    await house().person('u-zhouting').says('查看反映人 0001 案件需要核实情况', { group: COMMAND })
    house().expects(COMMAND, '单聊')
    house().reads(LEADERS)
  })
})

describe('what was kept long enough', () => {
  const house = eachTestHasAHouse()

  it('goes by night, which is written down; the case, its events and who is still being dealt with stay', async () => {
    await house().person('v-lihua').says(`${STALL}，电话13812345678`)
    await house().person('v-zhaomin').says('你好')
    house().readsAll()
    const { store } = house().core.ctx
    await house().nights()
    house().clock.set(new Date('2027-06-01T03:00:00+08:00'))
    await house().forward('20m')
    house().readsAll()
    const purges = (await store.accesses(9)).filter(({ kind, by }) => kind === 'purge' && by === 'system')
    expect(purges.map(({ reason }) => reason).join('; ')).toMatch(/inbox [1-9]/)
    const task = await store.taskByCaseNo('QS261124-0001')
    expect(task?.stage).toBe('dispatched')
    expect(await house().core.ctx.people?.whoIs(task?.reporters[0]?.userid ?? '')).toBe('v-lihua')
    expect((await store.timeline(task?.id ?? '')).length).toBeGreaterThan(0)
  })

  it('of a closed case is its words, its place and its photos, three years after it was closed', async () => {
    await house()
      .person('v-lihua')
      .sends([{ name: '现场.png', data: PNG }], `${STALL}，就在李大明家门口`)
    await house().person('u-zhangwei').says('签收 0001')
    await house().person('u-zhangwei').says('办结 0001 已经清走')
    await house().forward('15d')
    house().readsAll()
    const { store } = house().core.ctx
    await startPurge(house().core.ctx)
    const at = (day: string) => house().clock.set(new Date(`${day}T03:00:00+08:00`))
    at('2029-12-05')
    await house().forward('20m')
    expect((await store.taskByCaseNo('QS261124-0001'))?.text).toContain('占道')
    at('2029-12-20')
    await house().forward('20m')
    house().readsAll()
    const task = await store.taskByCaseNo('QS261124-0001')
    expect(task).toMatchObject({ stage: 'closed', text: '', place: null, result: null })
    expect((await readdir(join(house().dataDir, 'files'), { recursive: true })).filter(isStored)).toEqual([])
    const reasons = (await store.accesses(99)).filter(({ kind }) => kind === 'purge').map(({ reason }) => reason)
    expect(reasons).toEqual(expect.arrayContaining(['closed 2', 'photos 1']))
    for (const reason of reasons) expect(reason).toMatch(/^[a-z]+ \d+$/)
    await house().person('u-zhouting').says('详情 0001')
    house().expects('u-zhouting', '0001')
  })
})
