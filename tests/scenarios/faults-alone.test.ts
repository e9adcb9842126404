import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { NotNow } from '../../domain/lostRace.ts'
import { inboundHandler } from '../../handlers/inbound.ts'
import { FILES } from '../../posters/font.ts'
import { refuses } from './tamper.ts'
import { CASE_NO, COMMAND, eachTestHasAHouse, STALL } from './story.ts'

/** Faults of a single process: among several another one would do the work, or try once more. */

describe('F20 a message that cannot be worked on', () => {
  const house = eachTestHasAHouse()

  it('is tried three times and put aside with the reason; nobody else notices', async () => {
    await refuses(house().database, 'task', `"text" LIKE '%毒饵%'`)
    await house().simulator.say('v-zhaomin', '李家沟有人占道卖毒饵，摆了一地')
    await house().person('v-lihua').says(STALL)
    house().expects('v-lihua', CASE_NO)
    await expect.poll(() => house().errors.length).toBe(1)
    await house().restart()
    await house().restart()
    const [row, ...more] = await house().rowsOf(`SELECT "attempts", "note" FROM "inbox" WHERE "status" = 'parked'`)
    expect([row, more]).toEqual([{ attempts: 3, note: expect.stringContaining('poisoned') }, []])
    await house().restart()
    expect(house().errors.splice(0)).toHaveLength(3)
    await house().person('v-zhaomin').says('进度')
    house().expects('v-zhaomin', /没有/)
    expect(await house().violations()).toEqual([])
    house().readsAll()
  })
})

describe('F7 a database that takes nothing for a while', () => {
  const house = eachTestHasAHouse()

  it('puts nobody aside who wrote meanwhile, however often he is tried', async () => {
    const { ctx } = house().core
    const chat = { type: 'single', id: 'v-lihua' } as const
    const content = { kind: 'text', text: STALL, quote: null } as const
    await ctx.store.receive(
      { channel: 'aibot', dedupeKey: 'held', from: 'v-lihua', chat, content, reply: null },
      ctx.now(),
    )
    const [row] = await ctx.store.unhandled(1)
    if (!row) throw new Error('it was worked on already')
    const commit = () => Promise.reject(new NotNow('database is locked'))
    const held = inboundHandler({ ...ctx, store: { ...ctx.store, commit } })
    for (let tries = 0; tries < 4; tries += 1) await held.handle(row)
    expect(await house().rowsOf(`SELECT "status", "attempts" FROM "inbox"`)).toEqual([
      { status: 'pending', attempts: 0 },
    ])
    await house().restart()
    await house().forward('1m')
    house().expects('v-lihua', CASE_NO)
    house().readsAll()
  })
})

describe('F38 a machine that lost its fonts', () => {
  const house = eachTestHasAHouse()

  it('says in words what it would have drawn', async () => {
    const lost = vi.spyOn(FILES, 'bold', 'get').mockReturnValue('/nowhere/font.ttf')
    onTestFinished(() => lost.mockRestore())
    await house().person('u-zhangwei').says('导图 违法占地')
    expect(house().expects('u-zhangwei', '违法占地').kind).not.toBe('image')
  })
})

describe('F19 a database that takes nothing', () => {
  const house = eachTestHasAHouse()

  it('is told past the outbox, once, and that it is well again', async () => {
    const mend = await refuses(house().database, 'note', `"key" <> ''`)
    await house().look()
    await house().look()
    const { ok, alarms } = await house().core.web.ready()
    expect([ok, alarms.map(({ kind }) => kind)]).toEqual([false, ['database']])
    house().expects(COMMAND, '数据库', '写不进去', '打电话派人')
    await mend()
    await house().forward('10m')
    await house().look()
    await house().settled()
    house().expects(COMMAND, '系统已恢复', '数据库', '10:00', '10:10')
    await house().look()
    await house().settled()
    expect((await house().core.web.ready()).ok).toBe(true)
  })
})
