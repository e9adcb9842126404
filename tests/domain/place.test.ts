import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { findPlace } from '../../domain/route/place.ts'
import { town, village } from './township.ts'

const QS = town('QS', '青石镇', {
  villages: [
    village('QS1', '王家村', '老集市', '王家庄子', '王家老槐树'),
    village('QS2', '李家庄', '小李庄', '李家庄集贸市场'),
    village('QS3', '石桥村'),
    village('QS4', '幸福村'),
    village('QS5', '柳树营', '柳营', '柳营集'),
    village('QS6', '青龙社区', '龙湖花园'),
    village('QS7', '南坡村', '公墓'),
    village('QS8', '北坡村', '公墓'),
  ],
})
const BS = town('BS', '白石镇', { villages: [village('BS1', '王家村'), village('BS2', '刘屯')] })
const TOWNS = [QS, BS]

const found = (text: string, prefer?: string) => {
  const place = findPlace(text, TOWNS, { prefer })
  return place && `${place.place.code} ${place.place.name}`
}

describe('a place', () => {
  it.each([
    ['王家村村口有人占道摆摊', 'QS1 王家村村口'],
    ['王家村口有垃圾', 'QS1 王家村口'],
    ['在王家村小学对面有人烧秸秆', 'QS1 王家村小学对面'],
    ['王家村有人在桥头摆摊', 'QS1 王家村桥头'],
    ['王家村，村委会旁边有垃圾', 'QS1 王家村村委会旁边'],
    ['王 家 村 村东头', 'QS1 王家村村东头'],
    ['王家村3组有人私搭乱建', 'QS1 王家村3组'],
    ['王家村路灯坏了', 'QS1 王家村'],
    ['我是王家村的', 'QS1 王家村'],
    ['👍👍王家村国道边', 'QS1 王家村国道边'],
    ['晚上王家村有人烧垃圾', 'QS1 王家村'],
    ['刘屯路口沙子', 'BS2 刘屯路口'],
  ])('in %j is %s', (text, place) => {
    expect(found(text, 'QS')).toBe(place)
  })

  it.each([
    ['老集市门口占道', 'QS1 王家村老集市门口'],
    ['王家村老集市门口占道', 'QS1 王家村老集市门口'],
    ['王家庄子有人打牌', 'QS1 王家村王家庄子'],
    ['王家老槐树底下', 'QS1 王家村老槐树'],
    ['李家庄集贸市场有人摆摊', 'QS2 李家庄集贸市场'],
    ['柳营集上', 'QS5 柳树营柳营集'],
    ['柳营有人', 'QS5 柳树营'],
    ['龙湖花园3号楼噪音', 'QS6 青龙社区龙湖花园3号楼'],
  ])('may be an alias: %j is %s', (text, place) => {
    expect(found(text, 'QS')).toBe(place)
  })

  it.each([
    ['石桥有人乱倒垃圾', 'QS3 石桥村'],
    ['在幸福小学门口摆摊', 'QS4 幸福村小学门口'],
    ['王家', 'QS1 王家村'],
    ['青石镇王家桥头有人', 'QS1 王家村桥头'],
  ])('may lack its 村 where a place is meant: %j is %s', (text, place) => {
    expect(found(text, 'QS')).toBe(place)
  })

  it.each([
    '王家的狗咬人',
    '隔壁李家门口有狗',
    '幸福生活',
    '石桥下面',
    '村口有垃圾',
    '小王家村',
    '新石桥村',
    '',
    '   ',
  ])('is not in %j', (text) => {
    expect(found(text, 'QS')).toBeNull()
  })

  it('is the longest name, and the first among equals', () => {
    expect(found('王家村到李家庄集贸市场', 'QS')).toBe('QS2 李家庄集贸市场')
    expect(found('从李家庄到王家村的路', 'QS')).toBe('QS2 李家庄')
  })

  it('of several townships is the one named, then the writer’s, then open', () => {
    expect(found('白石镇王家村', 'QS')).toBe('BS1 王家村')
    expect(found('王家村', 'BS')).toBe('BS1 王家村')
    expect(findPlace('王家村', TOWNS, { prefer: 'BS' })?.ambiguous).toEqual([])
    expect(findPlace('王家村', TOWNS)?.ambiguous).toEqual([QS, BS])
    expect(findPlace('刘屯', TOWNS, { prefer: 'QS' })).toMatchObject({ town: BS, ambiguous: [] })
  })

  it('shared by two villages of a township has a name, but no village', () => {
    expect(findPlace('公墓旁边着火', [QS])?.place).toEqual({ code: null, name: '公墓旁边' })
  })

  it('is at most ten characters more than its village', () => {
    const place = found('王家村村委会小学超市对面桥头路口国道边', 'QS')
    expect(place).toBe('QS1 王家村村委会小学超市对面')
  })

  it('is found wherever a village is named in full', () => {
    const name = fc.constantFrom('王家村', '李家庄', '石桥村', '柳树营', '青龙社区', '南坡村')
    const around = fc.constantFrom('', '有人在', '，', '垃圾', '👍', '昨天', '的')
    fc.assert(
      fc.property(around, name, around, (before, written, after) => {
        expect(findPlace(before + written + after, [QS])?.place.name.startsWith(written)).toBe(true)
      }),
    )
  })

  it('is looked for in any text without a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(findPlace(text, TOWNS)?.place.name ?? null).not.toBe('')
      }),
    )
  })
})
