import { describe, expect, it } from 'vitest'
import { loadTowns } from '../../config/township/load.ts'
import { findPlace } from '../../domain/route/place.ts'
import { spotIn } from '../../domain/route/spot.ts'
import { villageTails } from '../../domain/route/tail.ts'
import { proposedName } from '../../domain/route/learn.ts'

const loaded = await loadTowns('config/town')
const towns = loaded.ok ? loaded.towns : []
const found = (text: string) => findPlace(text, towns, { prefer: 'QS' })?.place

describe('a village that is only heard', () => {
  it.each([
    ['王加村口有人烧秸秆', 'QS01'],
    ['汪家村有人占道', 'QS01'],
    ['网家村小学门口', 'QS01'],
    ['里家沟水库边倒垃圾', 'QS02'],
    ['李加沟有人采砂', 'QS02'],
    ['张装村有人盖房', 'QS03'],
    ['柳数营东边大坑', 'QS07'],
    ['柳树应有人烧荒', 'QS07'],
    ['南合村河边倒渣土', 'QS10'],
    ['兰河村有人洗沙', 'QS10'],
    ['马斋村养鸡场太臭', 'QS15'],
    ['赵家哇学校门口', 'QS12'],
    ['孟破村水站坏了', 'QS16'],
    ['下度村码头', 'QS11'],
    ['走东官市场那条路过不去', 'QS05'],
    ['十门村三组在盖房', 'QS09'],
    ['章庄收废品那家烧电线', 'QS03'],
    ['清石街那家歌厅太吵', 'QS04'],
  ])('%s: %s', (text, code) => expect(found(text)?.code).toBe(code))

  it.each([
    '采石场工人站在悬崖边',
    '有人在路上摆摊',
    '村里到处是垃圾',
    '晚上吵得睡不着觉',
    '他家的狗咬人',
    '新买的秤不准',
    '东西坏了不给退',
    '工地上灰尘很大',
    '没有健康证就卖饭',
    '北边那条路全是坑',
    '南边来的大货车',
    '老板跑了',
    '门口堵死了',
    '石头滚下来了',
    '下雨就淹',
    '孟子像倒了',
    '马上要塌了',
    '赵家的猪跑出来了',
    '张贴小广告',
    '柳树被砍了',
  ])('is none in %s', (text) => expect(found(text) ?? null).toBeNull())
})

describe('a place that is no village', () => {
  it.each([
    ['老供销社门口有人摆摊', 'QS01'],
    ['东关大桥上堵了', 'QS05'],
    ['中心校门口卖零食', 'QS05'],
  ])('is in its village: %s', (text, code) => expect(found(text)?.code).toBe(code))

  it.each([
    ['农贸市场门口堆垃圾', '青石农贸市场门口'],
    ['工业园暗管夜里排', '青石工业园'],
    ['王家村农贸市场有人吵架', '王家村农贸市场'],
  ])('is known without the name of the township: %s', (text, name) => expect(found(text)?.name).toBe(name))

  it('is asked for where villages may have several', () => {
    const [town] = towns
    expect(found('水站旁边那个卖油的')).toBeUndefined()
    expect(town && villageTails('水站旁边那个卖油的', town)).toEqual(['孟坡水站'])
    expect(town && villageTails('小学门口有人摆摊', town)).toEqual(['王家小学', '镇中心小学', '赵洼小学'])
    expect(town && villageTails('有人占道摆摊', town)).toEqual([])
  })

  it('does not reach over a blank', () => {
    expect(found('没出事是命大 安置小区')?.code).toBe('QS13')
    expect(found('大北坡有人烧荒') ?? null).toBeNull()
  })

  it('may be a road through several', () => {
    expect(found('107国道边上有人倒渣土')).toMatchObject({ code: null, name: expect.stringContaining('107国道') })
  })
})

describe('a spot without its village', () => {
  it.each([
    ['村口有人占道', '村口'],
    ['在小学对面卖炸串', '小学对面'],
    ['我们村委会门口堆垃圾', '村委会门口'],
    ['有人倒垃圾，就在桥头', '桥头'],
    ['有人占道摆摊', ''],
  ])('%s: %s', (text, spot) => expect(spotIn(text)).toBe(spot))
})

describe('a name nobody has listed', () => {
  const [village] = towns[0]?.villages ?? []
  it.each([
    ['有人在老王庄占道摆摊', '老王庄'],
    ['塔儿湾有人烧秸秆', '塔儿湾'],
    ['去三岔口倒的渣土', '三岔口'],
    ['村口有人占道', null],
    ['我们村有人烧秸秆', null],
    ['王家村有人占道', null],
    ['在饭店吃坏了肚子', null],
    ['门口堵了', null],
    ['在李四家店买的假货', null],
    ['有人在张建国鱼塘下药', null],
  ])('%s: %s', (text, name) => expect(village && proposedName({ text, place: null }, village, towns)).toBe(name))

  it.each([
    ['在老粮站那儿', '老粮站'],
    ['就在塔儿湾', '塔儿湾'],
    ['我们那个老戏楼旁边', '老戏楼'],
    ['大槐树底下', '大槐树'],
    ['三官庙', '三官庙'],
    ['这里', null],
    ['就在村口', null],
    ['我家门口', null],
    ['小学对面', null],
    ['桥头', null],
    ['村委会旁边', null],
    ['李四家门口', null],
    ['刘大爷家店', null],
    ['张建国超市', null],
    ['王主任厂', null],
    ['打我电话13800000000', null],
    ['老供销社那儿', null],
    ['你们自己不会看吗', null],
  ])('in an answer: %s: %s', (name, alias) => {
    const told = { text: '有人占道摆摊', place: { code: null, name } }
    expect(village && proposedName(told, village, towns)).toBe(alias)
  })

  it('is not looked for in a place that was known', () => {
    const told = { text: '有人占道摆摊', place: { code: 'QS02', name: '李家沟老粮站' } }
    expect(village && proposedName(told, village, towns)).toBeNull()
  })
})
