import { describe, expect, it } from 'vitest'
import type { Town } from '../../domain/town.ts'
import type { House } from './house.ts'
import { textOf } from './house.ts'
import { COMMAND, eachTestHasAHouse, finished, keyOf, LEADERS, signed, STALL, UNIT_GROUP } from './story.ts'

const NO = 'QS-JD2026-0001'
const DEFECT = '没有按时到场，现场也没有拍照取证'

/** The supervisor gives his opinion on the first case; officer and head have read their cards. */
async function supervised(house: House, words = `监督 0001 ${DEFECT}`) {
  await house.person('u-songming').says(words)
  const sent = house.expects('u-songming', '监督意见已发出', NO)
  const card = house.expects('u-zhangwei', NO, DEFECT, '11月27日 周五 18:00')
  const headCard = house.expects('u-liqiang', NO, DEFECT)
  return { sent, card, headCard }
}

const eventsOf = async (house: House) => {
  const [task] = await house.core.ctx.store.tasks({ limit: 1 })
  return (await house.core.ctx.store.timeline(task?.id ?? '')).map(({ type, by, data }) => ({ type, by, ...data }))
}

describe('a supervisor', () => {
  const house = eachTestHasAHouse()

  it('reads every case of the township, and the list of the day', async () => {
    await signed(house())
    const supervisor = house().person('u-songming')
    await supervisor.says('详情 0001')
    supervisor.expects('详情', '王家村', '占道')
    await supervisor.says('进度 0001')
    supervisor.expects('0001', '已签收')
    await supervisor.says('今日')
    supervisor.expects('今日情况')
  })

  it('has a unit put something right: opinion, answer, accepted', async () => {
    await signed(house())
    const { card, headCard } = await supervised(house())
    house().hearsNothing('v-lihua', UNIT_GROUP, COMMAND, LEADERS)
    await house().person('u-zhangwei').taps(card, keyOf(card, 'rectify'))
    house().expects('u-zhangwei', '请写整改情况')
    await house().person('u-zhangwei').says('已补拍照片，已向当事人说明')
    house().expects('u-zhangwei', '整改情况已交', NO)
    const answer = house().expects('u-songming', '整改情况', NO, '张伟', '已补拍照片')
    await house().person('u-songming').taps(answer, keyOf(answer, 'accept'))
    house().expects('u-songming', '已认可')
    house().expects('u-zhangwei', '整改已认可', NO)
    house().expects('u-liqiang', '整改已认可', NO)
    await house().person('u-liqiang').taps(headCard, keyOf(headCard, 'rectify'))
    house().expects('u-liqiang', '已认可')
    house().expects('u-liqiang', '不用再办')
    expect((await eventsOf(house())).filter(({ type }) => /opinion|rectif/.test(type))).toMatchObject([
      { type: 'opinion', by: 'u-songming', no: NO, unit: 'chengguan', rounds: 1 },
      { type: 'rectified', by: 'u-zhangwei', no: NO, unit: 'chengguan', rounds: 1 },
      { type: 'rectify-accepted', by: 'u-songming', no: NO, unit: 'chengguan', rounds: 1 },
    ])
    await house().forward('20d')
    house().readsAll()
    expect((await house().rowsOf(`SELECT 1 FROM "timer" WHERE "kind" = 'opinion-wait'`)).length).toBe(0)
  })

  it('is answered by one of two who answer at once; the other is told', async () => {
    await signed(house())
    await supervised(house())
    await Promise.all([
      house().person('u-zhangwei').says(`整改 ${NO} 已经补拍照片`),
      house().person('u-liqiang').says(`整改 ${NO} 已经批评教育`),
    ])
    const said = ['u-zhangwei', 'u-liqiang'].map((who) => textOf(house().expects(who, /整改情况已交|已经有人答复/)))
    expect(said.filter((text) => text.includes('整改情况已交'))).toHaveLength(1)
    house().expects('u-songming', '整改情况', NO)
    house().hearsNothing('u-songming')
  })

  it('asks again with a fresh term; after three rounds the leaders hear of it', async () => {
    await signed(house())
    await supervised(house())
    for (const round of [1, 2, 3]) {
      await house().person('u-zhangwei').says(`整改 ${NO} 第${round}次整改完成`)
      const answer = house().expects('u-songming', `第${round}次整改完成`)
      house().reads('u-zhangwei')
      await house().person('u-songming').taps(answer, keyOf(answer, 'rectify-again'))
      house().expects('u-songming', '请写再改的理由')
      house().hearsNothing(LEADERS, COMMAND)
      await house().person('u-songming').says('还是没有取证照片')
      house().expects('u-songming', '已要求再改')
      house().expects('u-zhangwei', '再改', '还是没有取证照片', `第${round + 1}次`, '11月27日 周五 18:00')
      house().reads('u-liqiang')
    }
    house().expects(LEADERS, '整改多次没到位', NO, '城管中队')
    house().expects(COMMAND, '整改多次没到位', NO)
  })

  it('accepts by the card of this round only', async () => {
    await signed(house())
    await supervised(house())
    await house().person('u-zhangwei').says(`整改 ${NO} 第一次`)
    const old = house().expects('u-songming', '第一次')
    await house().person('u-songming').says(`再改 ${NO} 还是没有照片`)
    await house().person('u-zhangwei').says(`整改 ${NO} 第二次`)
    house().readsAll()
    await house().person('u-songming').taps(old, `accept:${NO}:1`, { stale: true })
    house().expects('u-songming', '这是前一次的卡片')
    house().expects('u-songming', '第2次', '第二次')
    house().hearsNothing('u-zhangwei', 'u-liqiang')
    expect((await eventsOf(house())).some(({ type }) => type === 'rectify-accepted')).toBe(false)
  })

  it('hears nothing by the weekend; then head, command room and leaders do, on the third working day', async () => {
    await signed(house())
    await house().until('2026-11-26T10:00:00+08:00')
    house().readsAll()
    await house().person('u-songming').says(`监督 0001 ${DEFECT}`)
    // Thursday: Friday, Monday, Tuesday
    house().expects('u-liqiang', NO, '12月1日 周二 18:00')
    house().readsAll()
    await house().until('2026-12-01T17:50:00+08:00')
    expect(
      house()
        .unread('u-liqiang')
        .filter((bubble) => textOf(bubble).includes(NO)),
    ).toEqual([])
    house().readsAll()
    await house().until('2026-12-01T18:05:00+08:00')
    house().expects('u-liqiang', '超期', NO)
    house().expects(COMMAND, '超期', NO, '城管中队')
    house().expects(LEADERS, '超期', NO)
    house().readsAll()
    await house().person('u-zhangwei').says(`整改 ${NO} 已经整改完毕`)
    house().readsAll()
    await house().until('2026-12-04T18:05:00+08:00')
    house().expects('u-songming', '监督意见超期', NO, '认可')
    house().readsAll()
  })

  it('does not keep a case from being finished, and whoever finishes or looks sees what is open', async () => {
    await signed(house())
    await supervised(house())
    await house().person('u-zhangwei').says('办结 0001 摊位已劝离')
    house().expects('u-zhangwei', '办结已记下')
    house().expects('u-zhangwei', '监督意见清单', NO, '待整改')
    expect(textOf(house().expects('v-lihua', '摊位已劝离'))).not.toContain('监督')
    await house().person('u-zhouting').says('详情 0001')
    house().expects('u-zhouting', '经过', '监督意见')
    house().expects('u-zhouting', '监督意见清单', NO)
  })

  it('is not read of by whoever reported it, though he is of the staff', async () => {
    await house().person('u-baixue').says(STALL)
    await house().person('u-zhangwei').says('签收 0001')
    house().readsAll()
    await supervised(house())
    await house().person('u-baixue').says('详情 0001')
    expect(house().expects('u-baixue', '经过', '签收').content).not.toMatch(/监督|整改|JD/)
    house().hearsNothing('u-baixue')
  })

  it('asks for words, and for a number', async () => {
    await signed(house())
    const supervisor = house().person('u-songming')
    await supervisor.says('监督')
    supervisor.expects('监督 0007')
    await supervisor.says('监督 0001')
    supervisor.expects('请写监督意见')
    await supervisor.says(DEFECT)
    supervisor.expects('监督意见已发出', NO)
    house().reads('u-zhangwei', 'u-liqiang')
    await supervisor.says(`监督 0001 ${DEFECT}`)
    supervisor.expects('同样的意见已经提过')
    await supervisor.says(`再改 ${NO} 快一点改`)
    supervisor.expects('还没有答复整改')
  })

  it.each([
    ['u-zhouting', `监督 0001 ${DEFECT}`, '执法监督人员'],
    ['u-chenzhen', `监督 0001 ${DEFECT}`, '执法监督人员'],
    ['u-zhangwei', `监督 0001 ${DEFECT}`, '执法监督人员'],
    ['u-sunmei', `整改 ${NO} 已经改完`, '不是给您单位的'],
    ['u-zhouting', `认可 ${NO}`, '执法监督人员'],
    ['u-zhangwei', `认可 ${NO}`, '执法监督人员'],
    ['u-zhangwei', '监督清单', '只给监督人员'],
    ['u-songming', '认可 QS-JD2026-0009', '没有找到这份监督意见'],
  ])('%s says 「%s」 and is told what he may not: %s', async (who, words, told) => {
    await signed(house())
    await supervised(house())
    await house().person(who).says(words)
    house().expects(who, told)
  })

  it('lists what is open; a head reads what his unit has to do', async () => {
    await signed(house())
    await supervised(house())
    for (const who of ['u-songming', 'u-zhouting', 'u-chenzhen', 'u-liqiang']) {
      await house().person(who).says('监督清单')
      house().expects(who, '监督意见清单', NO, '城管中队', '待整改')
    }
    await house().person('u-zhaolei').says('监督清单')
    house().expects('u-zhaolei', '没有还没整改完的')
  })

  it('is told of by the short number of the case, too', async () => {
    await finished(house())
    house().readsAll()
    await house().person('v-zhaomin').says('李家沟有人占道摆摊')
    house().readsAll()
    await house().person('u-songming').says(`监督 0002 ${DEFECT}`)
    house().readsAll()
    await house().person('u-zhangwei').says('整改 0002 已经改完了')
    house().expects('u-zhangwei', '整改情况已交', NO)
    house().expects('u-songming', '整改情况', NO)
    house().readsAll()
  })

  it('never passes on who reported it', async () => {
    await house().person('v-lihua').says('保密，王家村村口有人占道摆摊，我叫李大明，电话13812345678')
    await house().person('u-zhangwei').says('签收 0001')
    house().readsAll()
    await house().person('u-songming').says('监督 0001 举报人李大明，电话13812345678，说你们没有到场')
    const card = textOf(house().expects('u-zhangwei', NO, '没有到场'))
    expect(card).not.toMatch(/1381234/)
    expect(JSON.stringify(await eventsOf(house()))).not.toMatch(/1381234/)
    house().readsAll()
  })
})

describe('a case that complains of the supervisor’s office', () => {
  const house = eachTestHasAHouse({
    towns: (towns: readonly Town[]) =>
      towns.map((town) => ({
        ...town,
        people: [
          ...town.people,
          {
            userid: 'u-second',
            name: '方圆',
            station: 'chengguan',
            roles: ['supervisor'],
            licence: null,
            licenceUntil: null,
          },
        ],
      })),
  })

  it('does not exist for him', async () => {
    await house().person('v-lihua').says('王家村村口有人占道摆摊，司法所宋明收了摊主的钱不管')
    await house().person('u-songming').says(`监督 0001 ${DEFECT}`)
    house().expects('u-songming', '没有找到这个编号')
    house().readsAll()
  })

  it('a supervisor does not judge the unit he is of', async () => {
    await signed(house())
    await house().person('u-second').says(`监督 0001 ${DEFECT}`)
    house().expects('u-second', '按规定要回避')
    await supervised(house())
    await house().person('u-zhangwei').says(`整改 ${NO} 改完了改完了`)
    house().readsAll()
    await house().person('u-second').says(`认可 ${NO}`)
    house().expects('u-second', '回避')
  })
})

describe('a supervisor of another township of the county', () => {
  const neighbour = (town: Town): Town => ({
    ...town,
    code: 'BX',
    name: '北溪镇',
    villages: [{ code: 'BX01', name: '柳树屯', aliases: [], grid: '', officer: null, lat: null, lng: null }],
    people: [
      ...town.people.filter(({ userid }) => userid !== 'u-songming'),
      { userid: 'u-beixi', name: '秦岭', station: null, roles: ['supervisor'], licence: null, licenceUntil: null },
    ],
  })
  const house = eachTestHasAHouse({ towns: (towns) => towns.flatMap((town) => [town, neighbour(town)]) })

  it('neither gives an opinion on a case here, nor judges one', async () => {
    await house().person('v-lihua').says('李家沟有人占道摆摊')
    await house().person('u-zhangwei').says('签收 QS261124-0001')
    house().readsAll()
    await house().person('u-beixi').says(`监督 QS261124-0001 ${DEFECT}`)
    house().expects('u-beixi', '没有找到这个编号')
    await house().person('u-songming').says(`监督 QS261124-0001 ${DEFECT}`)
    house().expects('u-songming', '监督意见已发出', NO)
    house().reads('u-zhangwei', 'u-liqiang')
    await house().person('u-zhangwei').says(`整改 ${NO} 已经改完了`)
    house().reads('u-zhangwei', 'u-songming')
    await house().person('u-beixi').says(`认可 ${NO}`)
    house().expects('u-beixi', '没有找到这份监督意见')
    await house().person('u-beixi').says('监督清单')
    house().expects('u-beixi', '没有还没整改完的')
    await house().person('v-lihua').says('柳树屯有人占道摆摊')
    house().readsAll()
    await house().person('u-songming').says(`监督 BX261124-0001 ${DEFECT}`)
    house().expects('u-songming', '没有找到这个编号')
  })
})
