import { describe, expect, it } from 'vitest'
import type { Person, Role, Town } from '../../domain/town.ts'
import { barredUnits, isBarred, supervisors, unbarred } from '../../domain/people/barred.ts'
import { commandRoom } from '../../domain/people/recipients.ts'
import { conflictOf } from '../../domain/route/conflict.ts'
import { accusedIn } from '../../domain/understand/accused.ts'
import { aTask } from './duplicate/tasks.ts'
import { station, town } from './township.ts'

const person = (userid: string, name: string, at: string | null, ...roles: Role[]): Person => ({
  userid,
  name,
  station: at,
  roles,
  licence: null,
  licenceUntil: null,
})
const TOWN: Town = town('QS', '青石镇', {
  stations: [
    { ...station('cg'), name: '城管中队', group: 'g-cg' },
    { ...station('pc', 'police'), name: '派出所', group: 'g-pc' },
    { ...station('dd', 'brigade'), name: '综合行政执法大队', group: 'g-dd' },
  ],
  people: [
    person('zw', '张伟', 'cg', 'officer'),
    person('wf', '王芳', 'cg', 'officer'),
    person('sh', '沈浩', 'pc', 'officer'),
    person('zt', '周婷', null, 'dispatcher'),
    person('sm', '宋明', null, 'supervisor'),
    person('cz', '陈振', null, 'leader'),
  ],
  commandRoom: 'g-room',
  leaders: 'g-leaders',
})

describe('whom a text accuses', () => {
  it.each([
    ['举报城管中队的人收了摊贩的钱', 'cg', ''],
    ['城管中队队长 收红包', 'cg', ''],
    ['投诉派出所民警态度恶劣', 'pc', ''],
    ['城管张伟吃拿卡要', '', 'zw'],
    ['张伟和王芳乱罚款', '', 'zw wf'],
    ['张伟来看过了，还没解决', '', ''],
    ['派出所门口有人打人', '', ''],
    ['王家村有人占道摆摊', '', ''],
    ['邻居打人，找城管中队没用', '', ''],
    ['有人持刀打人，派出所的人还没来', '', ''],
    ['张伟来看过了，邻居还在打人', '', ''],
    ['派出所的人来了，不管事', '', ''],
    ['派出所的人来了也不管事', 'pc', ''],
    ['城管队员张伟，收了摊贩五百块钱', '', 'zw'],
    ['我被城管中队的人打了', 'cg', ''],
    ['检举一下综合行政执法大队的大队长', 'dd', ''],
    ['城管站的人吃拿卡要', 'cg', ''],
    ['城管收了好处不管', 'cg', ''],
    ['老板和城管有关系', 'cg', ''],
    ['老板和城管没有关系', '', ''],
    ['老板的哥哥在派出所', 'pc', ''],
    ['我亲戚在派出所旁边住', '', ''],
    ['老板是城管张伟的亲戚', '', 'zw'],
    ['张伟和他们是一伙的', '', 'zw'],
    ['塞钱给张伟了', '', 'zw'],
    ['有人给张伟打了招呼', '', 'zw'],
    ['派出所的人通风报信', 'pc', ''],
    ['就是王队长收了钱不管', '', 'wf'],
    ['王队长来看过了，老板收了钱', '', ''],
    ['陈镇长的亲戚占道', '', 'cz'],
    ['执法大队的人骂人', 'dd', ''],
    ['我要反映城管中队张伟收了王家村村口摆摊的钱', '', 'zw'],
    ['城管收了我三轮车上的秤，花钱才要回来', '', ''],
    ['城管收费员来过了', '', ''],
    ['派出所那个姓牛的收了人家好处', 'pc', ''],
    ['那个姓王的队长收黑钱', '', 'wf'],
    ['城管的张伟不管', '', 'zw'],
    ['保密，王家村有人占道摆摊，城管的张伟不管', '', 'zw'],
    ['城管张伟跟没看见一样', '', 'zw'],
    ['张伟来了也不管', '', 'zw'],
    ['王芳当面骂我', '', 'wf'],
    ['派出所沈浩来了就走', '', 'sh'],
    ['宋明收人东西', '', 'sm'],
    ['你们那个姓张的城管态度差', '', 'zw'],
    ['那个姓张的城管是摊主的姐夫', '', 'zw'],
    ['派出所小沈跟赌场老板一伙的', 'pc', 'sh'],
    ['派出所跟赌场老板一伙', 'pc', ''],
    ['老张收了钱才不管的', '', 'zw'],
    ['指挥室的周婷把我的件压着不派', '', 'zt'],
    ['指挥室压着不派', '', 'zt'],
    ['镇长陈振他小舅子在李家沟挖沙', '', 'cz'],
    ['镇长他小舅子在李家沟挖沙', '', 'cz'],
    ['张伟是我邻居，他家占了路', '', 'zw'],
    ['我邻居张伟占了路', '', 'zw'],
    ['王芳打人', '', 'wf'],
    ['派出所抓人了，赌场又开了', '', ''],
    ['张伟这个城管在张庄桥头掀我摊子', '', 'zw'],
    ['城管把我三轮车拉走了不给条子', 'cg', ''],
    ['城管把我的秤砸了', 'cg', ''],
    ['王芳根本没来，收了人家好处糊弄', '', 'wf'],
    ['张伟打了电话，说明天来', '', ''],
    ['张伟态度很好', '', ''],
    ['小张庄有人收破烂占道', '', ''],
    ['小王家的狗咬人', '', ''],
    ['张伟家隔壁有人占道', '', ''],
    ['卖菜的老张天天占道', '', ''],
    ['城管来过了，摊子还在', '', ''],
    ['找过镇长，镇长说归城管', '', ''],
    ['老王在派出所旁边摆摊', '', ''],
    ['不管是城管还是派出所，来个人', '', ''],
    ['请张伟尽快来处理', '', ''],
  ])('%s', (text, stations, people) => {
    const found = accusedIn(text, TOWN)
    expect([found.stations.join(' '), found.people.join(' ')]).toEqual([stations, people])
  })
})

describe('whom words that name nobody accuse', () => {
  it.each([
    ['你们队长收了钱', true],
    ['就是孙队长收了钱不管', true],
    ['他们队长的亲戚开的', true],
    ['老板是他哥，所以不管', true],
    ['你们和他们是一伙的', true],
    ['来的人收好处', true],
    ['肯定收了好处才不管', true],
    ['来的人根本没到现场就写办好了', true],
    ['那个队员态度恶劣推了我一把', true],
    ['有个穿制服的拿了摊贩的烟', true],
    ['城里来的人打了俺村的保安', false],
    ['保安队长收了钱', false],
    ['站长收了钱', false],
    ['他们天天摆到半夜，还打人', false],
    ['你们的人来过了，摊子还在', false],
    ['他们收了摊又来了', false],
  ])('%s: whoever has the case: %s', (text, accuses) => {
    expect(accusedIn(text, TOWN, 'cg').stations.join()).toBe(accuses ? 'cg' : '')
    expect(accusedIn(text, TOWN).stations.join()).toBe('')
  })
})

describe('names with brackets', () => {
  it.each([
    ['市场监管所(东区)', '韩东', '你们的人收了钱'],
    ['[市场监管所', '(代)韩东', '(主任收了钱不管'],
    ['市场监管所*', '*韩', '*队长收了钱'],
    ['市场监管所\\', '\\韩', '小\\收了人家两条烟'],
  ])('%s, %s: they mean themselves and stop nothing: %s', (unit, name, text) => {
    const where = { ...TOWN, stations: [{ ...station('x', 'resident'), name: unit }], people: [person('h', name, 'x')] }
    expect(() => accusedIn(text, where, 'x')).not.toThrow()
  })
})

describe('whom a surname alone means', () => {
  it.each([
    ['小张收了人家两条烟', 'cg', 'zw'],
    ['小张收了人家两条烟', 'pc', 'zw'],
    ['小张来了也不管', 'cg', 'zw'],
    ['小张来了也不管', 'pc', ''],
    ['老王说他不管', 'cg', 'wf'],
    ['老牛来了也不管', 'cg', ''],
  ])('%s of the unit %s: %s', (text, has, people) => {
    expect(accusedIn(text, TOWN, has).people.join(' ')).toBe(people)
  })
})

describe('a conflict of interests', () => {
  it.each([
    ['the accused works in the unit', [], ['zw'], 'cg', null, true],
    ['the unit is accused', ['cg'], [], 'cg', null, true],
    ['the officer of the area is accused', [], ['zw'], 'dd', 'zw', true],
    ['another unit leads', [], ['zw'], 'dd', null, false],
    ['somebody who reads every case is accused', [], ['zt'], 'dd', null, true],
    ['the head of the township is accused', [], ['cz'], 'dd', null, true],
    ['nobody is accused', [], [], 'cg', 'zw', false],
    ['nobody knows who leads', ['cg'], [], null, null, true],
    ['nobody is accused and nobody knows', [], [], null, null, false],
  ] as const)('%s', (_what, stations, people, lead, officer, stands) => {
    expect(conflictOf({ stations, people }, { lead, officer }, TOWN) !== null).toBe(stands)
  })

  it('keeps the unit of an accused person away, and whoever works in an accused unit', () => {
    const byName = aTask('举报张伟收钱')
    const byUnit = aTask('举报城管中队的人收钱')
    expect([barredUnits(byName, TOWN), barredUnits(byUnit, TOWN)]).toEqual([['cg'], ['cg']])
    expect([isBarred(byName, TOWN, 'zw'), isBarred(byName, TOWN, 'wf'), isBarred(byUnit, TOWN, 'wf')]).toEqual([
      true,
      false,
      true,
    ])
  })

  it('keeps the command room away when one of it is accused', () => {
    expect(unbarred(aTask('举报周婷收钱'), TOWN, commandRoom(TOWN))).toEqual([])
    expect(unbarred(aTask('举报张伟收钱'), TOWN, commandRoom(TOWN))).toHaveLength(1)
  })

  it.each([
    ['举报张伟收钱', 'sm'],
    ['举报宋明收钱', 'g-leaders'],
    ['举报宋明和陈振收钱', 'g-room'],
    ['举报宋明和陈振和周婷收钱', ''],
  ])('is put before the first that is not accused: %s', (text, who) => {
    const keys = supervisors(aTask(text), TOWN).map(({ to }) =>
      to.kind === 'group' ? to.id : to.kind === 'person' ? to.userid : '',
    )
    expect(keys.join()).toBe(who)
  })
})
