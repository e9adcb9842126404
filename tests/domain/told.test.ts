import { describe, expect, it } from 'vitest'
import { toldOf, withoutName } from '../../domain/privacy/told.ts'

describe('what somebody said of himself', () => {
  it.each([
    ['我叫李大明，电话13812345678', { name: '李大明', phone: '13812345678' }],
    ['村口占道，联系我138 1234 5678', { name: null, phone: '138 1234 5678' }],
    ['我是王翠花，村口占道', { name: '王翠花', phone: null }],
    ['老板王大壮占道', { name: null, phone: null }],
    ['', { name: null, phone: null }],
  ])('%s', (text, told) => {
    expect(toldOf(text)).toEqual(told)
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
