import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_INDICATORS } from '../../../domain/assess/indicator.ts'
import { formulaOf, MEASURE_KEYS } from '../../../domain/assess/measures.ts'
import { speaksOfFines } from '../../../domain/assess/wording-fines.ts'

const PROMISES = [
  ...[
    '罚款总额',
    '罚款金额',
    '罚 没 收入',
    '罚 款 件 数',
    '人均罚单',
    '收罚单',
    '没收违法所得',
    '案值',
    '罚没收入完成率',
  ],
  ...[
    '罚缴率',
    '罚缴到位情况',
    '非税收入',
    '执法收入',
    '罰款金額',
    '罰單數',
    '罚钱多少',
    '罚得多',
    '缴款到位率',
    '罚·款',
  ],
  ...[
    '立案数',
    '办案数',
    '立案率',
    '处罚率',
    '结案数',
    '查处件数',
    '执法办案量',
    '辦案數量',
    '人均办案',
    '多处罚多得分',
  ],
  ...['简易程序案件量', '处罚案件数', '行政处罚案件数', '处罚决定书数', '处罚决定数量', '处罚力度', '办案任务完成率'],
  ...['本镇罚款任务考核办法', '按罚款金额分档', '罚款不足的扣分', '不看质量，看罚款', '不按时缴纳罚款的扣分'],
  ...['Fine money', 'penalties', 'ｆｉｎｅ', 'fines/cases', 'penalties_count/cases'],
]

const PLAIN = [
  ...['按时办结率', '一般事项响应率', '结案及时率', '办案质量', '案件质量', '执法数据公开率', '案件平均办理天数'],
  ...[
    '处罚文书一次合格率',
    '处罚文书送达及时率',
    '法制审核一次通过率',
    '行政处罚案件法制审核通过率',
    '处罚信息公示及时率',
  ],
  ...['首违不罚清单执行率', '免罚告知率', '罚缴分离', '《行政处罚法》第五十八条', '依照罚则', '回访满意人数占比'],
  ...[
    '法制审核通过率（罚没案件除外）',
    '不看罚了多少',
    '罚款金额不计',
    '罚款多少不作指标',
    '不含罚没案件',
    '罚没款另计',
  ],
  ...['只看文书质量，不看罚款多少', '罚款、没收的违法所得，不得同考核挂钩', '和罚款无关', '立案数不考核，只看时效'],
  ...['defined', 'passed_at_once/reviewed', 'finished_in_time/finish_due'],
]

describe('fines are no indicator', () => {
  it.each(PROMISES)('「%s」 promises money or a number of penalties', (words) =>
    expect(speaksOfFines(words)).toBe(true),
  )

  it.each(PLAIN)('「%s」 does not', (words) => expect(speaksOfFines(words)).toBe(false))

  it('whatever stands around it: what promises goes on promising, and what is plain makes nothing else of it', () => {
    const promise = fc.constantFrom(...PROMISES)
    const plain = fc.constantFrom(...PLAIN)
    fc.assert(
      fc.property(
        promise,
        plain,
        (one, other) => speaksOfFines(`${other}；${one}`) && speaksOfFines(`${one}；${other}`),
      ),
    )
    fc.assert(fc.property(plain, plain, (one, other) => !speaksOfFines(`${one}；${other}`)))
  })

  it('nothing that comes with the program speaks of them', () => {
    const texts = DEFAULT_INDICATORS.flatMap(({ name, source, legal }) => [name, source, legal])
    expect([...texts, ...MEASURE_KEYS.map(formulaOf)].filter(speaksOfFines)).toEqual([])
  })
})
