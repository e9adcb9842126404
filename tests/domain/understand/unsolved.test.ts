import { describe, expect, it } from 'vitest'
import { stillSo } from '../../../domain/understand/unsolved.ts'

describe('what is said to 「解决了吗」', () => {
  it.each([
    '没解决，今天又看见了',
    '哪解决了，骗人的，今早还在',
    '没有啊，昨晚又来了',
    '根本没弄好，还是老样子',
    '门口还是堵着',
    '还在',
    '今早还在',
    '昨天晚上又来摆了',
    '谁说解决了',
    '哪里处理了啊',
    '骗人的',
    '没人来过',
    '又有人倒了',
    '还是那么臭，没变化',
    '没清干净',
    '不行，照样响到半夜',
    '没有',
    '你们走了他又摆上了',
  ])('%s: goes on', (said) => expect(stillSo(said)).toBe(true))

  it.each([
    '解决了',
    '好了，谢谢',
    '没有人再扔垃圾了',
    '没人来摆了',
    '还有一件事，桥头有人倒垃圾',
    '另外北坡村又有人烧秸秆',
    '不好意思才看见',
    '态度太差',
    '来得太慢',
    '还是挺满意的',
    '终于清走了',
    '王家村有人占道摆摊',
    '都好了',
    '没再看见了',
    '还不错',
  ])('not: %s', (said) => expect(stillSo(said)).toBe(false))
})
