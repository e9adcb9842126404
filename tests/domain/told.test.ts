import { describe, expect, it } from 'vitest'
import { toldOf, tracesIn, withoutName } from '../../domain/privacy/told.ts'

describe('what somebody said of himself', () => {
  it.each([
    ['我叫李大明，电话13812345678', { name: '李大明', phone: '13812345678' }],
    ['村口占道，联系我138 1234 5678', { name: null, phone: '138 1234 5678' }],
    ['我是王翠花，村口占道', { name: '王翠花', phone: null }],
    ['老板王大壮占道', { name: null, phone: null }],
    ['我叫李大明，举报老板刘能，他电话13912345678', { name: '李大明', phone: null }],
    ['老板刘能占道，电话13912345678', { name: null, phone: null }],
    ['老板刘能占道，联系电话13812345678', { name: null, phone: '13812345678' }],
    ['他电话13912345678。我叫李大明，电话13812345678', { name: '李大明', phone: '13812345678' }],
    ['我是李家村村民李大明，电话13812345678', { name: '李大明', phone: '13812345678' }],
    ['我是饭店老板，电话13812345678', { name: null, phone: '13812345678' }],
    ['店主不讲理，打我13812345678', { name: null, phone: '13812345678' }],
    ['我家座机0371-67891234，手机13812345678', { name: null, phone: '0371-67891234' }],
    ['', { name: null, phone: null }],
  ])('%s', (text, told) => {
    expect(toldOf(text)).toEqual(told)
  })
})

describe('what is struck out of the words of others when he wants to be forgotten', () => {
  it.each([
    ['我叫李大明，电话13812345678', ['李大明', '13812345678']],
    ['老板刘能占道，电话13912345678', ['13912345678']],
    ['我家座机0371-67891234，手机13812345678', ['13812345678', '0371-67891234']],
    ['我的手机尾号0001', []],
    ['村口占道', []],
  ])('%s: %j', (text, traces) => {
    expect(tracesIn(text)).toEqual(traces)
  })
})

describe('the name a reporter gave', () => {
  it('is struck out wherever the house repeats it, bare as it stands', () => {
    const strike = withoutName('我叫李大明，村口占道')
    expect(strike('和李大明一起看过，李大明说满意')).toBe('和[姓名]一起看过，[姓名]说满意')
    expect(strike('老板王大壮已搬走')).toBe('老板王大壮已搬走')
  })

  it('is nobody’s where he gave none', () => {
    expect(withoutName('老板王大壮占道')('和王大壮谈过')).toBe('和王大壮谈过')
  })
})
