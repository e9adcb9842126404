import { describe, expect, it } from 'vitest'
import { loadTowns } from '../../config/township/load.ts'
import type { Town } from '../../domain/town.ts'
import { findPlace, type Bearings } from '../../domain/route/place.ts'
import { isRelative } from '../../domain/route/spot.ts'
import { village } from './township.ts'

const loaded = await loadTowns('config/town')
const [QS] = loaded.ok ? loaded.towns : []
if (!QS) throw new Error('the sample township is broken')
const BX: Town = {
  ...QS,
  code: 'BX',
  name: '北溪镇',
  villages: [
    village('BX01', '柳树屯'),
    village('BX02', '王家村'),
    village('BX03', '高店村'),
    village('BX04', '东王庄'),
  ],
  landmarks: [{ names: ['107国道', '国道', '107'], village: null }],
}
const COUNTY = [QS, BX]

const told = (text: string, towns: readonly Town[], bearings?: Bearings): string | null => {
  const found = findPlace(text, towns, bearings)
  if (!found) return null
  if (found.ambiguous.length > 0) return `? ${found.heard?.join('|') ?? found.place.name}`
  return [found.place.code, found.place.name].filter((each) => each !== null).join(' ')
}
const at = (text: string): string | null => told(text, [QS])
const atCounty = (text: string, bearings?: Bearings): string | null => told(text, COUNTY, bearings)

describe('a road', () => {
  it.each([
    ['107国道边上有人倒渣土', '107国道边上'],
    ['107边上有人倒渣土', '107边上'],
    ['在107倒渣土的', '107'],
    ['107跟青河路口撞车了', '107'],
    ['G107那段全是坑', '107'],
    ['107省道上全是坑', null],
    ['门牌107', null],
    ['坐107路公交车', null],
    ['青河大道上都是土', '青河大道'],
    ['107', '107'],
    ['打我电话13810756688', null],
    ['电话010-7107国的不对', null],
    ['车牌豫A10756的车乱停', null],
    ['扣了我1070元不退', null],
    ['他家107号门口堆垃圾', null],
    ['买了107块钱的假货', null],
    ['在107号门前烧垃圾', null],
    ['310国道上撒一路', null],
  ])('%s: %s', (text, place) => expect(at(text)).toBe(place))

  it.each([
    ['国道边有人倒渣土', '? 国道边'],
    ['青石镇国道边有人倒渣土', '国道边'],
    ['北溪镇107国道边有人倒渣土', '107国道边'],
  ])('through two townships is asked for, unless one is named: %s', (text, place) => expect(atCounty(text)).toBe(place))
})

describe('where it happened, and not where somebody comes from', () => {
  it.each([
    ['我是王家村的，北坡村有人烧秸秆', 'QS08 北坡村'],
    ['我是王家村人，北坡有人烧秸秆', 'QS08 北坡村'],
    ['我家住王家村，北坡村有人烧秸秆', 'QS08 北坡村'],
    ['家住王家村3组，北坡村的路灯坏了', 'QS08 北坡村'],
    ['本人系王家村村民，举报石门村盗采', 'QS09 石门村'],
    ['我来自王家村，路过北坡看见有人倒垃圾', 'QS08 北坡村'],
    ['我老家是王家村的，现在南河村有人洗沙', 'QS10 南河村'],
    ['我王家村的，想反映北坡村倒垃圾', 'QS08 北坡村'],
    ['王家村的李某在北坡村倒垃圾', 'QS08 北坡村'],
    ['王家村村民跑到北坡村倒垃圾', 'QS08 北坡村'],
    ['王家村的渣土车往北坡村倒土', 'QS08 北坡村'],
    ['王家村张三在北坡村开的店卖假烟', 'QS08 北坡村'],
    ['王家村有人在北坡村倒垃圾', 'QS08 北坡村'],
    ['我在王家村住，北坡村那边有人烧荒', 'QS08 北坡村'],
    ['我妈是王家村的，她在北坡村被狗咬了', 'QS08 北坡村'],
    ['把垃圾从王家村倒到北坡村', 'QS08 北坡村'],
    ['从石门拉到北坡倒', 'QS08 北坡村'],
    ['从石门村运土到北坡村倒', 'QS08 北坡村'],
    ['从王家村偷的树运到马寨村卖', 'QS15 马寨村'],
    ['从李家沟到王家村的路塌了', 'QS02 李家沟'],
    ['王家村和北坡村之间有人倒垃圾', 'QS01 王家村'],
    ['不是王家村，是北坡村', 'QS08 北坡村'],
    ['不是王家村是北坡村有人烧秸秆', 'QS08 北坡村'],
    ['不在王家村，在北坡村', 'QS08 北坡村'],
    ['不是王家村', null],
    ['不光是王家村，石门也有', 'QS01 王家村'],
    ['是不是王家村在烧秸秆', 'QS01 王家村'],
    ['这不是王家村的垃圾吗', 'QS01 王家村'],
    ['我是王家村的', 'QS01 王家村'],
    ['我是王家村的，村口有人烧秸秆', 'QS01 王家村村口'],
    ['我们王家村的路灯坏了', 'QS01 王家村'],
    ['家住石门的，路灯坏了', 'QS09 石门村'],
  ])('%s: %s', (text, place) => expect(at(text)).toBe(place))
})

describe('where a name ends', () => {
  it.each([
    ['新村民素质差', null],
    ['新村支书不管事', null],
    ['新村有人倒垃圾', 'QS13 新村'],
    ['石门槛坏了', null],
    ['青石门市部太吵', null],
    ['青石街小吃摊油烟大', 'QS04 青石街社区'],
    ['在青石街北头摆摊', 'QS04 青石街社区北头'],
    ['王家村民小组有人打牌', 'QS01 王家村'],
    ['王家村民反映垃圾没人收', 'QS01 王家村'],
    ['王家庄园有人摆摊', null],
    ['王家庄有人摆摊', 'QS01 王家村'],
    ['王家庄稼地被占了', null],
    ['王家村委会旁边有垃圾', 'QS01 王家村委会旁边'],
    ['张庄村委会旁边有垃圾', 'QS03 张庄村委会旁边'],
    ['北坡上有人烧荒', 'QS08 北坡村'],
    ['北坡度太大翻车了', null],
    ['老街坊吵架', null],
    ['园区别人乱倒', null],
    ['西关系户太多', null],
    ['东关门了', null],
    ['汽车站着火了', 'QS06 西关社区汽车站'],
    ['南河北边有人倒垃圾', 'QS10 南河村北边'],
    ['北坡村王家村饭店油烟大', 'QS08 北坡村'],
    ['王家村饭店在北坡村排油烟', 'QS08 北坡村'],
    ['王家村施工队在石门村乱挖', 'QS09 石门村'],
    ['王家村饭店油烟大', 'QS01 王家村饭店'],
  ])('%s: %s', (text, place) => expect(at(text)).toBe(place))
})

describe('where he is who writes', () => {
  const prior = { town: 'QS', place: { code: 'QS01', name: '王家村' } }
  it.each([
    ['有人占道摆摊', 'QS01 王家村'],
    ['村口有人占道摆摊', 'QS01 王家村村口'],
    ['在小学对面卖炸串', 'QS01 王家村小学对面'],
    ['国道边有人倒渣土', 'QS01 王家村国道边'],
    ['就在桥头，全是垃圾', 'QS01 王家村桥头'],
    ['有人摆摊，对面也有', 'QS01 王家村'],
    ['村委会旁边堆垃圾', 'QS01 王家村村委会旁边'],
    ['王家村有人占道摆摊', 'QS01 王家村'],
    ['北坡村有人烧秸秆', 'QS08 北坡村'],
    ['柳树屯有人烧秸秆', 'BX01 柳树屯'],
    ['新村村民打架', 'QS13 新村'],
    ['这里不是王家村，有人占道', null],
    ['我是北坡村的，这里有人烧秸秆', 'QS01 王家村'],
    ['马加寨有人养鸡太臭', 'QS15 马寨村'],
    ['北溪镇王家村有人占道', 'BX02 王家村'],
  ])('decides where the words leave it open: %s: %s', (text, place) => expect(atCounty(text, { prior })).toBe(place))

  it('decides between two villages of one name', () => {
    const two = { ...QS, villages: [village('QS1', '南坡村', '公墓'), village('QS2', '北坡村', '公墓')] }
    const on = { town: 'QS', place: { code: 'QS2', name: '北坡村' } }
    expect(told('公墓旁边着火', [two], { prior: on })).toBe('QS2 北坡村公墓旁边')
  })
})

describe('in a county', () => {
  it.each([
    ['王家村有人占道', undefined, '? 王家村'],
    ['王家村有人占道', 'QS', 'QS01 王家村'],
    ['王家村村口有人占道', undefined, '? 王家村村口'],
    ['王家村村口有人占道', 'BX', 'BX02 王家村村口'],
    ['王家老槐树底下有人占道', undefined, 'QS01 王家村老槐树'],
    ['高店村有人占道', 'QS', 'BX03 高店村'],
    ['高点村有人占道', 'BX', 'BX03 高店村'],
    ['高点村有人占道', 'QS', '? 北溪镇高店村'],
    ['高点村有人占道', undefined, '? 北溪镇高店村'],
    ['北溪镇高点村有人占道', 'QS', 'BX03 高店村'],
    ['柳树营有人烧荒', 'BX', 'QS07 柳树营'],
  ])('a name is taken for what is written, and asked for where it is only heard: %s (%s) %s', (text, prefer, place) =>
    expect(atCounty(text, { prefer })).toBe(place),
  )
})

describe('words that say where to neighbours only', () => {
  it.each([
    '村口',
    '就在村口',
    '小学对面',
    '我家门口',
    '在我们村',
    '这里',
    '那边',
    '就在桥头。',
    '对面',
    '门口',
    '村口那里',
    '在家',
    '村委会旁边',
    '国道边',
  ])('%s', (text) => expect(isRelative(text)).toBe(true))
  it.each(['王家村', '老供销社那儿', '张家湾村口', '老槐树底下', '你们自己不会看吗', ''])('not %j', (text) =>
    expect(isRelative(text)).toBe(false),
  )
})
