import { describe, expect, it } from 'vitest'
import { stationsCalled } from '../../../domain/people/called.ts'
import { station, town } from '../township.ts'

const HERE = town('QS', '青石镇', {
  stations: [
    { ...station('cg'), name: '城管中队' },
    { ...station('cg2'), name: '城管二中队' },
    { ...station('hb'), name: '生态环境所' },
    { ...station('sj', 'department'), name: '市场监管所' },
    { ...station('yj'), name: '应急管理办' },
    { ...station('aj'), name: '安监站' },
    { ...station('hw'), name: '环卫所', aliases: ['清洁队', '扫街的'] },
    { ...station('ly'), name: '林业站' },
    { ...station('pc', 'police'), name: '青石派出所' },
    { ...station('dd', 'brigade'), name: '综合行政执法大队' },
  ],
})
const called = (word: string, where = HERE): string =>
  stationsCalled(word, where)
    .map(({ id }) => id)
    .join(' ')

describe('which unit a word means', () => {
  it.each([
    ['its id', 'hw', 'hw'],
    ['its name', '环卫所', 'hw'],
    ['its name, although others are called so, too', '城管中队', 'cg'],
    ['one of its aliases', '扫街的', 'hw'],
    ['its name behind that of the township', '青石镇城管中队', 'cg'],
    ['an alias behind the name of the township', '青石镇清洁队', 'hw'],
    ['what people call it behind the name of the township', '青石镇环保所', 'hb'],
    ['what people call it', '环保所', 'hb'],
    ['what it was called before', '工商所', 'sj'],
    ['its people', '环卫人员', 'hw'],
    ['two characters of its name', '环卫', 'hw'],
    ['the number of the police', '110', 'pc'],
    ['a word that is nothing but a tail', '民警', 'pc'],
    ['what its kind does', '执法队', 'dd'],
    ['a word for all units of that name', '城管队员', 'cg cg2'],
    ['a word for units of different names', '应急', 'yj aj'],
  ])('%s: %s', (_what, word, ids) => {
    expect(called(word)).toBe(ids)
  })

  it.each([
    ['one character of a name', '林'],
    ['only a tail', '所'],
    ['part of a name that means no unit', '市场'],
    ['part of a name that could be everywhere', '环境'],
    ['a unit the township does not have', '财政所'],
    ['an authority outside the township', '公安局'],
    ['the name of the township at the end', '城管中队青石镇'],
  ])('none: %s: %s', (_what, word) => {
    expect(stationsCalled(word, HERE)).toEqual([])
  })

  it('is none where the township has no unit of that kind', () => {
    const without = { ...HERE, stations: HERE.stations.filter(({ kind }) => kind !== 'police') }
    expect(stationsCalled('110', without)).toEqual([])
  })

  it('is all of a kind where there are several', () => {
    const two = { ...HERE, stations: [...HERE.stations, { ...station('pc2', 'police'), name: '河东派出所' }] }
    expect(called('警察', two)).toBe('pc pc2')
  })
})
