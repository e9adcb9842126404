import { describe, expect, it } from 'vitest'
import { told } from '../../domain/understand/courtesy.ts'
import type { Hearing } from '../../domain/understand/hearing.ts'
import { intentOf } from '../../domain/understand/intent.ts'

const PLAIN = { item: false, danger: false, files: false }
/** To this ear whoever is polite only greets or thanks. */
const POLITE: Hearing = {
  danger: () => 0,
  kind: () => null,
  business: () => ({ label: 'own', p: 0 }),
  intent: (text) => (/谢|辛苦|好/u.test(text) ? { label: 'thanks', p: 0.9 } : { label: 'answer', p: 0 }),
}

describe('a report in polite words is a report', () => {
  it.each([
    '你好，王家村路灯坏了，谢谢',
    '你好王家村路灯坏了谢谢',
    '你好，我想反映一下，我是下渡村的，我们这里呢，就是那个码头啊，晚上总有船过来抽沙子，声音大得很，谢谢',
    '谢谢你们上次把路灯修好，这次是石门那边有人采石',
    '您好，麻烦问一下，张庄桥头的井盖没了，麻烦你们来看看，辛苦了',
    '领导好，李家沟那边老有人半夜放炮，睡不着，谢谢领导',
    '师傅你好，我想反映个事，赵家洼有人挖沙，谢谢',
    '各位领导辛苦了，我们村河里全是死鱼',
    '谢谢，但是垃圾还在',
    '你好，我们家门前的路被人挖断了，麻烦处理一下，感谢',
    '你好，狗咬人，谢谢',
    '早上好，水渠堵了，希望尽快处理，谢谢啦',
  ])('%s', (text) => {
    expect(intentOf(text, PLAIN, POLITE)).toBe('report')
    expect(intentOf(text, { ...PLAIN, item: true }, POLITE)).toBe('report')
  })
})

describe('thanks and no more stay thanks', () => {
  it.each([
    '路灯亮了 俺闺女敢走夜路了 谢谢',
    '臭水沟清了，现在开窗户都没味儿了，全村人托我说声谢谢',
    '感谢感谢，你们这回办得中',
    '谢谢啊，垃圾清得干干净净',
    '非常感谢各位领导',
    '你们辛苦了，谢谢',
    '第一次用，你们好',
  ])('%s', (text) => expect(intentOf(text, PLAIN, POLITE)).toBe('thanks'))
})

describe('what is told apart from manners', () => {
  it.each([
    ['你好，王家村路灯坏了，谢谢', '王家村路灯坏了'],
    ['麻烦问下', ''],
    ['我想反映个事', ''],
    ['领导好，打扰了', ''],
    ['谢谢你们啦', ''],
    ['好多垃圾没人收', '好多垃圾没人收'],
    ['反映的事咋样了', '反映的事咋样了'],
    ['你们好几天没来了', '你们好几天没来了'],
    ['麻烦在路上', '麻烦在路上'],
    ['有人没交钱就跑了', '有人没交钱就跑了'],
  ])('%s: %s', (text, left) => expect(told(text)).toBe(left))
})
