import { describe, expect, it } from 'vitest'
import { COMMAND, eachTestHasAHouse, LEADERS, STALL, UNIT_GROUP } from './story.ts'

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
    villager.expects('已经删除', '没法再告诉您')
    await house().forward('2m')
    const rows = await house().allRows()
    for (const trace of ['13812345678', '李大明', 'v-lihua']) expect(rows).not.toContain(trace)
    house().readsAll()
    await house().person('u-zhangwei').says('签收 0001')
    house().expects(UNIT_GROUP, '签收')
    house().reads('u-zhangwei', 'u-wangfang')
    house().hearsNothing('v-lihua')
    house().reads(COMMAND)
  })

  it('deletes nothing by a word too few', async () => {
    await house().person('v-lihua').says('确认删除')
    house().expects('v-lihua', '确定要删')
    await house().person('u-zhangwei').says('删除我的信息')
    house().expects('u-zhangwei', '管理员')
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
    house().expects('u-sunmei', '不能操作')
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
    expect(house().expects(COMMAND, '未送达', '给报事人的消息').content).not.toContain('孙梅')
    const [task] = await house().core.ctx.store.tasks({ limit: 1 })
    const events = JSON.stringify(await house().core.ctx.store.timeline(task?.id ?? ''))
    expect(events).toContain('undelivered')
    expect(events).not.toContain('u-sunmei')
    house().readsAll()
  })
})

describe('a look behind the mask', () => {
  const house = eachTestHasAHouse()

  it('needs a reason, and is written down', async () => {
    await house().person('v-lihua').says(STALL)
    house().readsAll()
    const room = house().person('u-zhouting')
    await room.says('查看举报人 0001')
    room.expects('理由')
    await house().person('u-zhangwei').says('查看举报人 0001 想知道是谁')
    house().expects('u-zhangwei', /权限|不能/)
    await room.says('查看举报人 0001 案件需要核实情况')
    room.expects('v-lihua', '周婷 2026-11-24 10:00 QS')
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
    await room.says('查看举报人 0001 案件需要核实情况')
    expect(room.expects('第二个人').content).not.toContain('v-lihua')
    house().expects('u-songming', '请求查看举报人', '周婷')
    house().readsAll()
    await room.says('同意查看 0001')
    room.expects('另外一个人')
    await house().person('u-songming').says('同意查看 0001')
    room.expects('v-lihua')
    house().readsAll()
    await house().person('u-songming').says('同意查看 0001')
    house().expects('u-songming', '没有等您同意')
    await room.says('查看举报人 0001 案件需要核实情况')
    house().readsAll()
    await house().forward('31m')
    house().readsAll()
    await house().person('u-songming').says('同意查看 0001')
    house().expects('u-songming', '30 分钟')
  })

  it('stays in no row of the database, with or without a second person', async () => {
    await house().person('v-lihua').says(STALL)
    await house().person('v-zhaomin').says(`请保密，下渡村有人占道摆摊`)
    house().readsAll()
    const room = house().person('u-zhouting')
    await room.says('查看举报人 0001 案件需要核实情况')
    room.expects('v-lihua', STALL)
    await room.says('查看举报人 0002 案件需要核实情况')
    await house().person('u-songming').says('同意查看 0002')
    room.expects('v-zhaomin', '下渡村有人占道摆摊')
    expect(await house().rawBytes()).not.toMatch(/v-lihua|v-zhaomin/)
    house().readsAll()
  })

  it('that one person waits for is not taken over by another', async () => {
    await house().person('v-lihua').says(`请保密，${STALL}`)
    house().readsAll()
    const room = house().person('u-zhouting')
    await room.says('查看举报人 0001 案件需要核实情况')
    house().readsAll()
    await house().person('u-linyue').says('查看举报人 0001 我也想看一看')
    house().expects('u-linyue', '周婷', '已经请求查看')
    await room.says('查看举报人 0001 要约他到现场')
    room.expects('第二个人')
    await house().person('u-songming').says('同意查看 0001')
    room.expects('v-lihua')
    house().hearsNothing('u-linyue')
    house().readsAll()
    await house().person('u-linyue').says('查看举报人 0001 我也想看一看')
    house().expects('u-linyue', '第二个人')
    house().readsAll()
  })

  it('is not to be had in a group', async () => {
    await house().person('v-lihua').says(STALL)
    house().readsAll()
    await house().person('u-zhouting').says('查看举报人 0001 案件需要核实情况', { group: COMMAND })
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
    await house().core.nights()
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
})
