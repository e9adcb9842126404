import { describe, expect, it } from 'vitest'
import { parse } from '../../domain/command/parse.ts'
import { PARTS } from '../../bot/wording/parts.ts'
import { examplesFor } from '../../simulator/client/src/wording-examples.ts'

const STAFF = [
  '城管中队 值班员',
  '城管中队 负责人',
  '综合行政执法大队 值班员',
  '综合指挥室',
  '镇领导',
  '法制审核',
  '司法所（监督）',
]
const REPORT = '王家村村口有人占道摆摊，还乱倒垃圾'

describe('the prepared sentences of a phone', () => {
  it.each(STAFF)('%s: each is an order the bot knows', (label) => {
    for (const group of [false, true]) {
      const texts = examplesFor(label, group, 'QS261123-0007').map(({ text }) => text)
      expect(new Set(texts).size, 'none stands there twice').toBe(texts.length)
      const strange = texts.filter((text) => text !== REPORT && parse(text, null, 'staff').kind !== 'command')
      expect(strange).toEqual([])
    }
  })

  it('ask for help about topics that exist', () => {
    const topics = STAFF.flatMap((label) => examplesFor(label, false, null).map(({ text }) => text))
      .filter((text) => text.startsWith('帮助 '))
      .map((text) => text.slice(3))
    expect(topics.filter((topic) => !Object.keys(PARTS).some((name) => topic.includes(name)))).toEqual([])
  })

  it('speak of whistles, legal work and duty where those are done', () => {
    const of = (label: string) => examplesFor(label, false, 'QS261123-0007').map(({ text }) => text.split(' ')[0])
    expect(of('综合指挥室')).toEqual(expect.arrayContaining(['吹哨', '点名', '收哨', '指派', '裁定']))
    expect(of('生态环境所 值班员')).toEqual(
      expect.arrayContaining(['报到', '办前', '办后', '立案', '送审', '请假', '用车', '请求派出所协助']),
    )
    expect(of('法制审核')).toEqual(expect.arrayContaining(['审核清单', '通过', '驳回']))
    expect(of('司法所（监督）')).toEqual(expect.arrayContaining(['监督', '监督清单', '取证']))
  })
})
