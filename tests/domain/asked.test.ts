import { expect, it } from 'vitest'
import { matterOf } from '../../domain/duty/wording-asked.ts'

it.each([
  ['请问占道归哪个部门管', '占道'],
  ['占地盖房子找谁', '占地盖房子'],
  ['：烧秸杆', '烧秸杆'],
  ['违法占地谁审批', '违法占地'],
  ['露天焚烧谁处罚？', '露天焚烧'],
  ['谁有权罚占道摆摊', '占道摆摊'],
  ['噪声扰民应该由谁来管呀', '噪声扰民'],
  ['养猪场臭属于哪个单位负责的', '养猪场臭'],
  ['我想问一下井盖没了归谁管', '井盖没了'],
  ['违建是哪个科室管的', '违建'],
])('%j asks about %s', (words, matter) => {
  expect(matterOf(words)).toBe(matter)
})

it.each(['占道经营', '乱倒垃圾', 'CG001', '小作坊', '广告牌子歪了', '没人管的垃圾', '处罚', '管道漏水', '谁'])(
  '%j is the matter itself',
  (words) => {
    expect(matterOf(words)).toBe(words)
  },
)
