import { describe, expect, it } from 'vitest'
import { asksWho, isReason } from '../../domain/privacy/asksWho.ts'
import { solvedAnswer } from '../../domain/command/answers.ts'
import { mask } from '../../domain/privacy/mask.ts'

describe('a question to who asked not to be known', () => {
  it.each([
    '麻烦把您的姓名电话身份证发来登记',
    '您叫什么名字',
    '方便留个联系方式吗？',
    '请问您贵姓',
    '您是哪家的',
    '你住在哪里，我们上门',
    '留一下手机号',
    '摊主几点出来？您的电话是多少',
    '请提供身份证',
    '怎么称呼您',
    '在哪个单位上班，工作单位是什么',
  ])('asks who he is: %s', (text) => expect(asksWho(text)).toBe(true))

  it.each([
    '摊子一般几点出来？',
    '摊主电话知道吗',
    '老板叫什么名字',
    '店名叫什么',
    '车牌号看清了吗',
    '他住在哪一栋',
    '那个人叫什么',
    '在路的哪一边',
    '倒垃圾的是哪家的',
    '对方是谁',
    '有照片吗',
    '招牌上的电话是多少',
  ])('asks about the matter: %s', (text) => expect(asksWho(text)).toBe(false))
})

describe('a reason to look behind the mask', () => {
  it.each(['案件需要核实情况', '要约他到现场', '当事人要求当面说明', '涉嫌诬告，需要核对'])('%s', (text) =>
    expect(isReason(text, 4)).toBe(true),
  )
  it.each([
    '呵呵呵呵',
    '哈哈哈哈哈',
    '1111',
    '。。。。',
    'asdf',
    '我想看看',
    '看一看吧',
    '随便看看',
    '测试测试',
    '没有理由',
    '好奇而已',
  ])('is not: %s', (text) => expect(isReason(text, 4)).toBe(false))
  it.each(['李大明本人来电要求回电13812345678', '李大明来访'])('tells nobody’s name: %s', (text) =>
    expect(mask(text).text).not.toMatch(/李大明|138/),
  )
})

describe('the answer to whether it is solved', () => {
  it.each([
    ['好了，谢谢', 'solved'],
    ['已经解决了，谢谢你们', 'solved'],
    ['修好了谢谢领导', 'solved'],
    ['清走了，辛苦了', 'solved'],
    ['没有呢，麻烦你们了', 'unsolved'],
    ['谢谢', null],
    ['早上五点，谢谢', null],
  ])('%s: %s', (text, verdict) => expect(solvedAnswer(text)).toBe(verdict))
})
