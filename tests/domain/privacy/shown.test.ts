import { describe, expect, it } from 'vitest'
import { listed, mask, maskBut, maskFor, tellsOfSelf } from '../../../domain/privacy/mask.ts'
import { town } from '../township.ts'

describe('what was hidden', () => {
  it.each([
    ['打我13812345678', '打我[电话]', ['phone']],
    ['我叫李大明，村口占道', '我叫[姓名]，村口占道', ['name']],
    ['我家住王家村三组12号', '我家住王家村[门牌]', ['address']],
    ['我家住王家村，3组12号', '我家住王家村，[门牌]', ['address']],
    ['邮箱zhang.san@example.com', '邮箱[邮箱]', ['email']],
    ['身份证410105199003071234', '身份证[证件号]', ['id']],
    ['微信号：wx_hello2020', '微信号：[账号]', ['account']],
    ['豫A12345的车', '[车牌]的车', ['plate']],
    ['我叫李大明，电话13812345678或13912345678', '我叫[姓名]，电话[电话]或[电话]', ['phone', 'name']],
  ])('is said by its kind, once: %s', (text, shown, found) => expect(mask(text)).toEqual({ text: shown, found }))
})

describe('who writes', () => {
  it.each(['王家村有人占道摆摊', '老板刘能天天占道', '打我13812345678'])('is not told by %s', (text) =>
    expect(tellsOfSelf(text)).toBe(false),
  )
})

describe('the words of a case', () => {
  const words = '我在厂里上班，村口占道，电话13812345678'

  it('are shown without numbers and names', () => {
    expect(maskFor('none')(words)).toBe('我在厂里上班，村口占道，电话[电话]')
  })

  it.each(['anonymous', 'confidential'] as const)(
    'and without what he says of himself who asked for it: %s',
    (shield) => expect(maskFor(shield)(words)).toBe('[此处隐去]，村口占道，电话[电话]'),
  )
})

describe('a number the township tells people to call', () => {
  const channel = (phone: string) => ({ id: phone, name: '供电所', phone, keywords: [] })

  it('is one of its list, where one stands there', () => {
    const channels = [channel('0371-67891234'), channel(''), channel('13800000001')]
    expect(listed(town('QS', '青石镇', { channels }))).toEqual(['0371-67891234', '13800000001'])
  })

  it('is none where it has no list', () => {
    expect(listed(town('QS', '青石镇'))).toEqual([])
  })

  it('stays wherever it is written, each as it is', () => {
    const known = ['0371-67891234', '13800000001', '13800000002']
    expect(maskBut('停电打13800000002，停水打0371-67891234，还是13800000002，别打13812345678', known)).toBe(
      '停电打13800000002，停水打0371-67891234，还是13800000002，别打[电话]',
    )
  })
})
