import { describe, expect, it } from 'vitest'
import { givesUp, placeAnswer } from '../../../domain/understand/aside.ts'

describe('whoever was asked something may leave it at that', () => {
  it.each([
    '取消',
    '算了',
    '算了吧',
    '撤回',
    '不报了',
    '别人家的事我先不报了',
    '我不举报了，怕得罪人',
    '算了，谢谢',
    '不用了',
    '我不说了',
    '没事了',
    '发错了',
    '那就算了',
    '当我没说',
    '不想反映了，太麻烦',
    '算了算了',
    '我撤了',
    '取消这个',
  ])('%s', (said) => expect(givesUp(said)).toBe(true))

  it.each([
    '王家村',
    '不知道',
    '不清楚',
    '不是',
    '没有',
    '不',
    '不想说名字',
    '不想说在哪',
    '我不管',
    '取消点那边',
    '算了一下有三家',
    '没解决',
    '你们不用管别的，快来人',
    '算了，王家村',
    '不报警吗',
    '村里不让报了',
    '别管是谁，桥头就有',
    '没事干的人天天打牌',
    '',
  ])('not %j', (said) => expect(givesUp(said)).toBe(false))
})

describe('what answers 「在哪里」', () => {
  it.each([
    '老供销社那儿',
    '老供销社',
    '张家湾村口',
    '龙王庙',
    '我家后面那块地',
    '卫生院后头',
    '从国道下来往南走二百米加油站旁边那条巷子',
    '李大壮家门口',
    '鱼市',
    '五号大棚',
    '我也说不清，反正在砖厂对面',
    '你们镇政府后面那条路',
    '电影院',
    '老槐树底下',
    '国营商店？',
  ])('a place: %s', (said) => expect(placeAnswer(said)).toBe('place'))

  it.each([
    '我想问下你们几点下班',
    '不想说在哪',
    '我说了你又不知道',
    '那我问谁',
    '我就要反映',
    '你们快来',
    '你们到底来不来',
    '为什么要问这个',
    '啥意思',
    '怎么还不来人',
    '不告诉你',
    '快点',
    '你们管吗',
    '不知道',
    '你们必须给我管',
  ])('no place: %s', (said) => expect(placeAnswer(said)).toBe('talk'))

  it.each(['吵死了，天天到下半夜', '包工头欠我工钱', '臭死了', '已经好几天了', '有人打人', '一直这样'])(
    'more of what is wrong: %s',
    (said) => expect(placeAnswer(said)).toBe('more'),
  )
})
