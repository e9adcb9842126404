import { beforeAll, describe, expect, it } from 'vitest'
import { bed, leadOf, type Bed } from '../../bench/triage/figures.ts'
import { dangerOf } from '../../domain/understand/danger.ts'

describe('danger, heard by words and by what was learnt', () => {
  let on: Bed
  beforeAll(async () => {
    on = await bed()
  }, 180_000)

  it.each([
    '化工厂爆炸',
    '饭店煤气泄漏 油烟也大',
    '渣土车车祸',
    '路面塌方',
    '有人溺水 水库 偷排污水',
    '卖的饼吃了食物中毒',
  ])('is never quieted where a word says it: %s', (text) => expect(dangerOf(text, on.town)).not.toBeNull())

  it.each([
    [
      '不',
      '他',
      '快点',
      '你们快来',
      '还在',
      '看见了',
      '今天又看见了',
      '再见',
      '再见了',
      '人呢',
      '急急急',
      '我在吃火锅',
    ],
    ['人手不够，都出警了', '人手不够', '人都派出去了，来不了', '警力都在安保'],
    ['石门', '北坡', '水库', '李家沟水库', '北坡果园', '赵洼小学'],
    [
      '广场舞吵得我头要炸了',
      '一辆车着火似的冲过去超速',
      '李家沟在烧麦秸，呛得慌',
      '还有张庄砖厂冒黑烟咋没人管',
      '救命恩人呐你们',
    ],
  ])('is not heard in pieces of talk, in places and in figures of speech', (...texts) =>
    expect(texts.filter((text) => dangerOf(text, on.town) !== null)).toEqual([]),
  )

  it.each([
    ['小孩掉粪池了', 'yingji'],
    ['俺家灶火房燎着了，快来人', 'yingji'],
    ['火越着越大快到松树林了', 'yingji'],
    ['烧烤摊起火了', 'yingji'],
    ['打药中暑了，人迷糊了', 'yingji'],
    ['电梯里关着三个人，出不来', 'yingji'],
    ['张庄有两家打起来了', 'paichu'],
    ['离婚了前夫天天来家里砸门打我', 'paichu'],
  ])('is led by those who help: %s', (text, lead) => expect(leadOf(on, text).lead).toBe(lead))
})
