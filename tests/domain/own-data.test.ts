import { describe, expect, it } from 'vitest'
import { askedOf } from '../../domain/understand/asked.ts'

describe('what somebody asks about what is kept of him', () => {
  it.each([
    ['删了我的信息', 'erase'],
    ['删掉我的资料', 'erase'],
    ['请把我的信息都删掉', 'erase'],
    ['帮我清除我的聊天记录', 'erase'],
    ['我要注销我的个人信息', 'erase'],
    ['算了不删了', 'erase-not'],
    ['不删了', 'erase-not'],
    ['还是别删了', 'erase-not'],
    ['取消保密', 'unshield'],
    ['不用保密了', 'unshield'],
    ['不用给我匿名了', 'unshield'],
    ['谁看过我的信息', 'who-looked'],
    ['有谁看过我的电话吗', 'who-looked'],
    ['谁举报我', 'who-reported'],
    ['到底是谁举报的我家', 'who-reported'],
  ] as const)('%s: %s', (text, asked) => expect(askedOf(text)).toBe(asked))

  it.each([
    '他们把监控删了',
    '村里删了我的低保',
    '我的信息被泄露了',
    '谁看见我的羊了',
    '谁举报的都不管',
    '不用保密，王家村有人占道摆摊',
    '不用了',
    '树不要砍了',
    '村里人删我的微信',
    '有人举报我没人管',
  ])('not in %s', (text) => expect(askedOf(text)).toBeNull())
})
