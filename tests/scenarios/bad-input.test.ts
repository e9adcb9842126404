import { describe, expect, it } from 'vitest'
import { CASE_NO, eachTestHasAHouse, reported, STALL, UNIT_GROUP, COMMAND } from './story.ts'

/** A frame WeCom might send one day. */
function callback(cmd: string, userid: string, body: object): Record<string, unknown> {
  return {
    cmd,
    headers: { req_id: 'raw-1' },
    body: {
      msgid: `raw-${userid}`,
      aibotid: 'aib-test',
      chattype: 'single',
      from: { userid },
      create_time: 1,
      ...body,
    },
  }
}

describe('bad input gets a clear answer and loses nothing', () => {
  const house = eachTestHasAHouse()

  it.each([
    ['only emoji', '😀😀🔥'],
    ['nothing but blanks', '   '],
    ['control characters', '\u0007\u200b\u202e'],
    ['punctuation', '？？？！！'],
  ])('%s', async (_what, text) => {
    await house().person('v-lihua').says(text)
    house().expects('v-lihua', /文字|说一下|写/)
    expect(await house().core.ctx.store.tasks({ limit: 1 })).toEqual([])
  })

  it('a megabyte of text becomes one case, cut where it says so', async () => {
    await house()
      .person('v-lihua')
      .says(`${STALL}${'很脏很乱。'.repeat(70_000)}`)
    house().expects('v-lihua', CASE_NO, /太长|2000/)
    const [task] = await house().core.ctx.store.tasks({ limit: 1 })
    expect(task?.text.length).toBeLessThan(2100)
    house().readsAll()
  })

  it("a case number that does not exist, and a stranger's case, look alike", async () => {
    const { caseNo } = await reported(house())
    // what is kept of him is told with the first answer
    await house().person('v-zhaomin').says('你好')
    house().reads('v-zhaomin')
    await house().person('v-zhaomin').says('进度 QS261124-0999')
    const unknown = house().expects('v-zhaomin', /没有找到|找不到/)
    await house().person('v-zhaomin').says(`进度 ${caseNo}`)
    const foreign = house().expects('v-zhaomin', /没有找到|找不到/)
    expect(foreign.content).toBe(unknown.content)
  })

  it('an unknown command gets the two nearest', async () => {
    await house().person('u-zhangwei').says('签受 0001')
    house().expects('u-zhangwei', '签收')
  })

  it('a message kind we do not know is answered', async () => {
    await house()
      .person('v-lihua')
      .does(async (simulator) =>
        simulator.sendRaw(callback('aibot_msg_callback', 'v-lihua', { msgtype: 'hologram', hologram: {} })),
      )
    house().expects('v-lihua', /文字/)
  })

  it('the same message three times is one case and one answer', async () => {
    house().simulator.faults.duplicate(3)
    await house().person('v-lihua').says(STALL)
    house().expects('v-lihua', CASE_NO)
    house().hearsNothing('v-lihua')
    expect(await house().core.ctx.store.tasks({ limit: 5 })).toHaveLength(1)
    house().readsAll()
  })

  it('a card we never sent is answered', async () => {
    await reported(house())
    await house()
      .person('u-zhangwei')
      .does(async (simulator) =>
        simulator.sendRaw(
          callback('aibot_event_callback', 'u-zhangwei', {
            msgtype: 'event',
            event: {
              eventtype: 'template_card_event',
              template_card_event: {
                card_type: 'button_interaction',
                event_key: 'launch:QS261124-0001',
                task_id: 'x_1',
              },
            },
          }),
        ),
      )
    house().expects('u-zhangwei', /卡片|按钮/)
  })

  it('办结 before 签收 says what to do first', async () => {
    const { caseNo } = await reported(house())
    await house().person('u-zhangwei').says(`办结 ${caseNo} 好了`)
    house().expects('u-zhangwei', '签收')
    expect((await house().core.ctx.store.taskByCaseNo(caseNo))?.stage).toBe('dispatched')
  })
})

describe('people the bot cannot write to', () => {
  const house = eachTestHasAHouse({ strangers: ['u-zhangwei'] })

  it('are reached through the station group, and the command room sees 未送达', async () => {
    await house().person('v-lihua').says(STALL)
    house().expects('v-lihua', CASE_NO)
    house().expects(UNIT_GROUP, CASE_NO)
    await house().forward('2m')
    house().expects(COMMAND, '张伟', /未送达|没有收到|没收到|收不到/)
    house().hearsNothing('u-zhangwei')
    house().readsAll()
  })
})
