import { describe, expect, it } from 'vitest'
import type { House } from './house.ts'
import { COMMAND, eachTestHasAHouse, reported, signed } from './story.ts'

const stateOf = async (house: House, kind: 'extension' | 'request' | 'child' | 'opinion') =>
  (await house.core.ctx.store.entries({ kinds: [kind], limit: 9 })).map(({ state }) => state)
const tasks = async (house: House) => (await house.core.ctx.store.tasks({ limit: 9 })).length

describe('同意, and no more', () => {
  const house = eachTestHasAHouse()

  it('to a card answers it, and is not told to the reporter as news', async () => {
    await signed(house())
    await house().person('u-zhangwei').says('延期2天，连日下雨')
    const card = house().expects('u-liqiang', '延期申请')
    house().reads('u-zhangwei')
    await house().person('u-liqiang').says('同意', { quote: card })
    house().expects('u-liqiang', '已同意延期')
    house().expects('u-zhangwei', '同意延期')
    house().expects('v-lihua', '延长', '下雨')
    expect(await stateOf(house(), 'extension')).toEqual(['approved'])
    await house().person('u-liqiang').says('同意')
    house().expects('u-liqiang', '现在没有等您同意的申请')
    expect(await tasks(house())).toBe(1)
  })

  it('means what waits for him; of several it is asked which, and the number decides', async () => {
    await signed(house())
    const officer = house().person('u-zhangwei')
    await officer.says('请求派出所协助 0001 有人堵车')
    await officer.says('请求环保所协助 0001 要采样')
    await officer.says('请求协助 0001 派出所 有人动手')
    house().readsAll()
    await house().person('u-zhangwei').says('同意')
    house().expects('u-zhangwei', '现在没有等您同意的申请')
    await house().person('u-shenhao').says('同意')
    house().expects('u-shenhao', '有好几个等您答复', 'QS-XZ2026-0003', 'QS-XZ2026-0001')
    await house().person('u-shenhao').says('同意 3')
    house().expects('u-shenhao', '同意协助', '有人动手')
    house().reads('u-zhangwei', 'wrCHENGGUAN')
    await house().person('u-dujuan').says('不同意，今天没人')
    house().expects('u-dujuan', '不能协助', '今天没人')
    house().expects(COMMAND, '不能协助')
    expect(await stateOf(house(), 'request')).toEqual(['agreed', 'refused', 'asked'])
    house().readsAll()
  })

  it('of somebody who may not decide decides nothing', async () => {
    await signed(house())
    await house().person('u-zhangwei').says('延期 2天 下雨')
    house().readsAll()
    await house().person('u-zhangwei').says('同意 1')
    house().expects('u-zhangwei', '自己的申请不能自己批')
    await house().person('u-sunmei').says('同意')
    house().expects('u-sunmei', '现在没有等您同意的申请')
    expect(await stateOf(house(), 'extension')).toEqual(['asked'])
  })

  it('is the words that were asked for', async () => {
    await signed(house())
    await house().person('u-zhangwei').says('反馈 0001')
    house().expects('u-zhangwei')
    await house().person('u-zhangwei').says('同意，摊主明天搬')
    house().expects('u-zhangwei', '进展已记下')
    house().expects('v-lihua', '同意，摊主明天搬')
  })

  it('of a supervisor is 认可', async () => {
    await signed(house())
    await house().person('u-songming').says('监督 0001 没有按时到场')
    await house().person('u-zhangwei').says('整改 1 已经补拍照片')
    house().readsAll()
    await house().person('u-songming').says('同意')
    house().expects('u-songming', '已认可')
    expect(await stateOf(house(), 'opinion')).toEqual(['accepted'])
    house().readsAll()
  })
})

describe('an order given in full', () => {
  const house = eachTestHasAHouse()

  it('ends the question for the rest of it', async () => {
    await signed(house())
    await house().person('u-zhangwei').says('延期2天')
    house().expects('u-zhangwei', '请写延几天和理由')
    await house().person('u-zhangwei').says('延期 2天 下雨')
    house().reads('u-zhangwei', 'u-liqiang')
    await house().person('u-zhangwei').says('反馈 0001 路面清了一半')
    house().expects('u-zhangwei', '进展已记下')
    await house().person('u-zhangwei').says('摊主换到李家沟路口占道经营了')
    expect(house().expects('u-zhangwei').content).not.toContain('延期')
    house().readsAll()
  })
})

describe('what stands on a card may be typed', () => {
  const house = eachTestHasAHouse()

  it('签收 takes the child task where there is no such case', async () => {
    await signed(house())
    await house().person('u-zhangwei').says('子任务 0001 环保所 清运垃圾 3天内')
    house().readsAll()
    await house().person('u-dujuan').says('签收 1')
    house().expects('u-dujuan', '办理中', '杜娟')
    expect(await stateOf(house(), 'child')).toEqual(['taken'])
    house().readsAll()
  })

  it('签收 still signs a case that waits', async () => {
    await reported(house())
    await house().person('u-zhouting').says('吹哨 王家村 城管中队 占道')
    house().readsAll()
    await house().person('u-zhangwei').says('签收')
    house().expects('u-zhangwei', '签收成功')
    await house().person('u-zhangwei').says('到场')
    house().expects('u-zhangwei', '到场', 'QS261124-0001')
    house().readsAll()
  })

  it('收到, 到场, 到了 answer a whistle; who is on his way is not there', async () => {
    await house().person('u-zhouting').says('应急哨 王家村 派出所、城管中队 聚众斗殴')
    const card = house().expects('u-luxin', '王家村')
    house().readsAll()
    await house().person('u-shenhao').says('收到')
    house().expects('u-shenhao', '收到，还没到')
    await house().person('u-shenhao').says('报到 马上到')
    house().expects('u-shenhao', '收到，还没到')
    house().hearsNothing('u-zhouting')
    await house().person('u-luxin').says('我到了', { quote: card })
    house().expects('u-luxin', '0 分钟到')
    house().expects('u-zhouting', '派出所', '到了 1/2')
    await house().person('u-zhangwei').says('到场')
    house().expects('u-zhangwei', '已报到')
    house().expects('u-zhouting', '城管中队', '到了 2/2')
    house().expects(COMMAND, '点名', '到了 2/2')
    await house().person('u-zhangwei').says('收到')
    house().expects('u-zhangwei', '您好')
  })

  it('来不了 with a number is about that whistle, of several', async () => {
    await house().person('u-zhouting').says('应急哨 王家村 派出所 聚众斗殴')
    await house().person('u-zhouting').says('应急哨 张庄村 派出所 有人闹事')
    house().readsAll()
    await house().person('u-luxin').says('来不了 1 车坏了')
    house().expects('u-luxin', 'QS-SH2026-0001', '来不了：车坏了')
    house().expects('u-zhouting', 'QS-SH2026-0001', '来不了：车坏了')
  })

  it('吹哨 without spaces is asked for again, and sends nobody away to 110', async () => {
    await house().person('u-zhouting').says('吹哨王家村派出所城管打架')
    house().expects('u-zhouting', '您是不是想说', '吹哨')
  })
})

describe('several whistles at once', () => {
  const house = eachTestHasAHouse()

  it('收哨 and 评哨 without a number are about his own; who led hears that another ended it', async () => {
    await house().person('u-zhouting').says('应急哨 王家村 派出所 聚众斗殴')
    await house().person('u-chenzhen').says('吹哨 张庄村 城管中队 占道')
    house().readsAll()
    await house().person('u-zhouting').says('收哨')
    house().expects('u-zhouting', 'QS-SH2026-0001', '已收哨')
    house().readsAll()
    await house().person('u-zhouting').says('收哨')
    house().expects('u-zhouting', 'QS-SH2026-0002', '已收哨')
    house().expects('u-chenzhen', '周婷已收哨')
    house().readsAll()
    await house().person('u-zhouting').says('评哨 派出所 好')
    house().expects('u-zhouting', '派出所：好')
    await house().person('u-chenzhen').says('撤哨')
    house().expects('u-chenzhen', '没有找到没收的哨')
    await house().person('u-songming').says('评哨 派出所 好')
    house().expects('u-songming', '没有等您评的哨')
    await house().forward('1d')
    house().readsAll()
  })
})

describe('a paper', () => {
  const house = eachTestHasAHouse()
  const PAPER = [{ name: '市容整治通知.pdf', data: Buffer.from('%PDF-1.4 x') }]

  it('goes to the units that are typed where a card asks for them; 收到 to it is 已读', async () => {
    await house().person('u-sunmei').sends(PAPER)
    house().expects('u-sunmei', '要转发给谁')
    await house().person('u-sunmei').says('城管中队、派出所')
    house().expects('u-sunmei', '叫什么')
    await house().person('u-sunmei').says('市容整治通知')
    house().readsAll()
    expect(await tasks(house())).toBe(0)
    const card = house()
      .simulator.chat('u-zhangwei')
      .findLast(({ from }) => from === 'bot')
    if (!card) throw new Error('no paper came')
    await house().person('u-zhangwei').says('收到', { quote: card })
    house().expects('u-zhangwei', '已读')
    await house().person('u-sunmei').says('转发给派出所 值班安排')
    house().expects('u-sunmei', '文件')
    expect(await tasks(house())).toBe(0)
    house().readsAll()
  })
})
