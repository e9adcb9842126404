import { describe, expect, it } from 'vitest'
import { shieldIn, wishIn } from '../../domain/privacy/shieldIn.ts'

describe('a wish not to be known, in everybody’s own words', () => {
  it.each([
    '保个密',
    '麻烦保下密',
    '宝密啊',
    '给我保点密',
    '别外传',
    '这个事不要外传',
    '不要往外说',
    '千万别把我供出来',
    '不能让他知道啊',
    '别叫村长晓得了啊',
    '可不敢让老张晓得是我说的',
    '隐藏我的身份',
    '请隐去我的姓名',
    '怕他晓得了找我算账',
    '我怕他们知道了收拾我',
    '不要把我的电话给对方',
    '别把我名字告诉他们',
    '请保护好我的隐私',
    '注意保护举报人',
    '麻烦保护一下我的个人信息',
    '你们别出卖我',
    '帮我瞒着点',
    '俺怕报复',
    '怕被打击报复',
  ])('confidential: %s', (text) => expect(shieldIn(text)).toBe('confidential'))

  it.each([
    '不留姓名',
    '我不方便说我是谁',
    '我就不说我是谁了',
    '别登我名字',
    '别登记我的信息',
    '实名就算了',
    '我不想实名',
    '逆名举报',
    '不署名',
  ])('anonymous: %s', (text) => expect(shieldIn(text)).toBe('anonymous'))

  it.each(['保个密', '麻烦保下密', '别外传', '这个事不要外传', '不能让他知道啊', '别登我名字', '我就不说我是谁了'])(
    'and nothing besides: %s',
    (text) => expect(wishIn(text)?.rest).toBe(''),
  )

  it.each([
    '不用保密，我实名举报',
    '不需要保密',
    '取消保密',
    '厂里保密不让拍',
    '他们公司保密',
    '隔壁老王怕报复不敢说',
    '他怕报复不敢出来',
    '邻居们怕打击报复',
    '没人保护举报人',
    '你们怎么不保护我的隐私',
    '他们帮我瞒了三亩地',
    '村里帮我瞒报',
    '我实名举报',
    '他不留姓名就走了',
    '不让他知道路怎么走',
    '别把我电话给挂了',
    '他把我的电话给了中介',
    '厂里把设备卖了',
    '把我家的树卖了',
    '有人登我的账号',
    '你们说我是谁',
  ])('none: %s', (text) => expect(shieldIn(text)).toBe('none'))
})
