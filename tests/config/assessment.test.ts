import { describe, expect, it } from 'vitest'
import { loadTowns } from '../../config/township/load.ts'
import { DEFAULT_INDICATORS } from '../../domain/assess/indicator.ts'
import { MEASURE_KEYS } from '../../domain/assess/measures.ts'
import { append, TODAY, township } from './folder.ts'

const HEAD = 'code,name,formula,weight,kind,direction,source,legal,valid_from,valid_until'
const load = async (text: string | null | ((written: string) => string)) =>
  loadTowns(await township({ 'assessment.csv': text }), TODAY)

describe('assessment.csv', () => {
  it('of the sample scores everything that can be counted, without a complaint', async () => {
    const loaded = await load(append(''))
    const own = loaded.ok ? loaded.towns[0]?.assessment : []
    expect(own?.map(({ measure }) => measure)).toEqual(MEASURE_KEYS)
    expect(loaded.warnings.filter(({ file }) => file.endsWith('assessment.csv'))).toEqual([])
  })

  it('may be missing: then the list of the program counts, whose weights are 100 for each duty', async () => {
    const loaded = await load(null)
    expect(loaded.ok && loaded.towns[0]?.assessment).toBe(undefined)
    const written = DEFAULT_INDICATORS.map(({ weight }) => weight)
    expect(written.reduce((sum, weight) => sum + weight, 0)).toBe(200)
  })

  it.each([
    ['K99,罚款总额,finished_in_time/finish_due,10', 'name', '不能用来考核', '第七十四条'],
    ['K99,人均罚 款,finished_in_time/finish_due,10', 'name', '不能用来考核', '第七十四条'],
    ['K99,处罚案件数,finished_in_time/finish_due,10', 'name', '不能用来考核', '第七十四条'],
    ['K99,没收物品数量,finished_in_time/finish_due,10', 'name', '不能用来考核', '第七十四条'],
    ['K99,执法力度,fine_money/cases,10', 'formula', '不能用来考核', '第七十四条'],
    ['K99,执法力度,罚款/办结,10', 'formula', '不能用来考核', '第七十四条'],
    ['K99,执法力度,penalties/cases,10', 'formula', '不能用来考核', '第七十四条'],
    ['K99,罚缴率,finished_in_time/finish_due,10', 'name', '不能用来考核', '罚款不计'],
    ['K99,办结,finished_in_time/finish_due,10,,,本镇罚款任务考核办法', 'source', '不能用来考核', '第七十四条'],
    ['K99,办结,finished_in_time/finish_due,10,,,,按罚款金额分档', 'legal', '不能用来考核', '第七十四条'],
    ['K99,办结,finished_in_tme/finish_due,10', 'formula', '算不出', 'finished_in_time/finish_due'],
    ['K99,办结,finish_due/finished_in_time,10', 'formula', '算不出', '分子/分母'],
    ['K99,办结,finished_in_time/finish_due,一百', 'weight', '一百', '数字'],
    ['K99,办结,finished_in_time/finish_due,', 'weight', 'weight', 'weight'],
    ['K99,办结,finished_in_time/finish_due,10,find', 'kind', 'find（属地排查）', 'fix（办理）'],
    ['K99,退回,returned/received,10,fix,high', 'direction', 'high（越高越好）', 'low（越低越好）'],
    ['K05,办结,finished_in_time/finish_due,10', 'code', 'K05', 'valid_until'],
    ['K99,办结,finished_in_time/finish_due,10,,,,,2027-01-01,2026-01-01', 'valid_until', '2026-01-01', ''],
  ])('names the line, the field and the mend: %s', async (line, field, problem, mend) => {
    const loaded = await load(append(line))
    const fault = loaded.ok ? undefined : loaded.faults.find((each) => each.file.endsWith('assessment.csv'))
    expect(fault).toMatchObject({
      line: 20,
      field,
      problem: expect.stringContaining(problem),
      mend: expect.stringContaining(mend),
    })
  })

  it('takes what says that fines do not count', async () => {
    const line = 'K99,法制审核通过率（罚没案件除外）,passed_at_once/reviewed,0,,,本镇规定,不看罚了多少'
    const loaded = await load(append(line))
    expect(loaded.ok && loaded.towns[0]?.assessment?.at(-1)).toMatchObject({ code: 'K99', measure: 'review' })
  })

  it('warns where the weights of a duty are not 100', async () => {
    const loaded = await load(`${HEAD}\nK01,按时办结率,finished_in_time/finish_due,90\n`)
    expect(loaded.warnings.map(({ field, problem }) => `${field} ${problem}`)).toContainEqual(
      expect.stringContaining('weight fix（办理）的指标，权重加起来是 90'),
    )
  })

  it('has versions: of a month that counts which is in force on its last day', async () => {
    const loaded = await load(
      `${HEAD}\nK01,按时办结率,finished_in_time/finish_due,100,,,老办法,,,2026-11-29\nK01,按时办结率,finished_in_time/finish_due,100,,,新办法,,2026-11-30,\n`,
    )
    expect(loaded.ok && loaded.towns[0]?.assessment?.map(({ source }) => source)).toEqual(['老办法', '新办法'])
  })
})
