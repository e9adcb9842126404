import { describe, expect, it } from 'vitest'
import { rightPlace } from '../../../domain/understand/correction.ts'

describe('whoever puts the place right', () => {
  it.each([
    ['地点错了，是石门', '石门'],
    ['不对，是李家沟', '李家沟'],
    ['说错了，是北坡村村口', '北坡村村口'],
    ['位置不对，应该在张庄桥头', '张庄桥头'],
    ['错了，李家沟', '李家沟'],
    ['不好意思，写错了，在石门', '石门'],
    ['更正一下，是石门', '石门'],
    ['地点错了', ''],
  ])('%s: %j', (said, place) => expect(rightPlace(said)).toBe(place))

  it.each([
    '李家沟',
    '李家沟也有',
    '是石门',
    '不是我干的',
    '没解决',
    '错的是他们',
    '地方上没人管',
    '不对称的路灯挡住了整条街的车大家都没办法走路了',
    '位置在石门',
  ])('not %s', (said) => expect(rightPlace(said) ?? '').toSatisfy((words: string) => !/^(?:李家沟|石门)/u.test(words)))
})
