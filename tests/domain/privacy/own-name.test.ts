import { describe, expect, it } from 'vitest'
import { toldOf, withoutName } from '../../../domain/privacy/told.ts'

describe('how to call somebody', () => {
  it.each(['邮箱zhang.san@example.com', '身份证410105199003071234', '微信号：wx_hello2020', '豫A12345的车'])(
    'is by no number that is none of a phone: %s',
    (text) => expect(toldOf(text).phone).toBeNull(),
  )

  it('is by what he said first', () => {
    expect(toldOf('我叫李大明，电话13812345678，我是王翠花，电话13912345678')).toEqual({
      name: '李大明',
      phone: '13812345678',
    })
  })
})

describe('a name of two signs', () => {
  it('is struck out as a longer one is', () => {
    expect(withoutName('我是李四，村口占道')('和李四一起看过')).toBe('和[姓名]一起看过')
  })
})
