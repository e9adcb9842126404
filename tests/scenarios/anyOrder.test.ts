import { describe, it } from 'vitest'
import type { House } from './house.ts'
import { ORDERS_OF_CASES, ORDERS_OF_FILES } from './random/words.ts'
import { anyStep } from './random/steps.ts'
import { tellStories, type Start } from './random/story.ts'
import { county } from './reviewStory.ts'
import { signed } from './story.ts'

/** The unit that has the case, those beside it, the command room, the leaders, the supervisor and two reporters. */
const MAIN = ['u-zhangwei', 'u-wangfang', 'u-liqiang', 'u-zhouting', 'v-lihua']
const OTHERS = [
  'v-zhaomin',
  'u-shenhao',
  'u-luxin',
  'u-dujuan',
  'u-yuhai',
  'u-guodong',
  'u-hepeng',
  'u-chenzhen',
  'u-songming',
  'u-baixue',
  'u-fangzheng',
  'u-sunmei',
]

const towns = county()

/** … two cases, and what somebody said then. */
const start = (name: string, ...said: readonly (readonly [who: string, words: string])[]): Start => ({
  name,
  towns,
  async begins(house: House) {
    await signed(house)
    await house.person('v-zhaomin').says('李家沟有人占道摆摊')
    for (const [who, words] of said) await house.person(who).says(words)
  },
})

const STARTS: readonly Start[] = [
  start('signed'),
  start('a whistle on the case', ['u-zhouting', '吹哨 0001 派出所 摊主不配合']),
  start('an emergency whistle', ['u-zhouting', '应急吹哨 王家村 派出所、城管中队 打架']),
  start('an extension is asked for', ['u-zhangwei', '延期 0001 2天 连日下雨，路不通']),
  start('a suspension is asked for', ['u-zhangwei', '挂账 0001 等苗木 12月4日恢复']),
  start('suspended', ['u-zhangwei', '挂账 0001 等苗木 12月4日恢复'], ['u-liqiang', '同意挂账 0001']),
  start('a child', ['u-zhangwei', '子任务 0001 生态环境所 清运垃圾']),
  start('a request', ['u-zhangwei', '请求派出所协助 0001 摊主推搡执法人员']),
  start('an opinion', ['u-songming', '监督 0001 处理得太慢，请整改']),
  start('a record', [
    'u-zhangwei',
    '笔录 0001 时间：现在 地点：王家村村口 当事人：王二 情况：摆了五张桌子 签字：当事人签字 同行：王芳',
  ]),
  start('finished', ['u-zhangwei', '办结 0001 摊位已劝离']),
  start('unsolved', ['u-zhangwei', '办结 0001 摊位已劝离'], ['v-lihua', '没解决']),
  start('returned', ['u-zhangwei', '退回 0001 不归我管']),
  start('merged', ['u-zhouting', '合并 0002 0001 确认']),
  start('filed', ['u-zhangwei', '立案 0001 王芳']),
]

describe('any order of orders, by anybody', () => {
  it('loses nothing, leaves nothing hanging, and breaks no chain', { timeout: 560_000 }, async () => {
    const step = anyStep({
      main: MAIN,
      others: OTHERS,
      orders: ORDERS_OF_CASES,
      otherOrders: ORDERS_OF_FILES,
      waits: ['20m', '3h', '1d', '4d'],
    })
    await tellStories(STARTS, step, Number(process.env['STORIES'] ?? 25))
  })
})
