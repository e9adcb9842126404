import type { Words } from './fault.ts'

const NATURES: Readonly<Record<string, string>> = {
  find: 'find（属地排查）',
  fix: 'fix（办理）',
  high: 'high（越高越好）',
  low: 'low（越低越好）',
}
const called = (nature: string): string => NATURES[nature] ?? nature

/** What the faults of assessment.csv are called, and how to mend them. */
export const wordingAssessment = {
  ownSource: '本镇规定',

  fines: (text: string): Words => ({
    problem: `“${text}”说的是罚款、没收的钱或处罚数量，不能用来考核`,
    mend: '《行政处罚法》第七十四条：罚款、没收的违法所得或者没收非法财物拍卖的款项，不得同考核、考评直接或者变相挂钩。改掉这句话，或删掉这一行；只是说明罚款不算的，写成“罚款不计”；要考执法质量，可以用 passed_at_once/reviewed（法制审核一次通过）',
  }),
  unknownFormula: (text: string, near: string | null): Words => ({
    problem: `算不出“${text}”`,
    mend: `${near === null ? '' : `是不是想写 ${near}？`}写成“分子/分母”，docs/assessment.zh-CN.md 列出了全部能算的`,
  }),
  badWeight: (text: string): Words => ({
    problem: `权重“${text}”不可用`,
    mend: '写 0 到 100 的数字，例如 12；写 0 就只看不计分',
  }),
  otherNature: (formula: string, written: string, is: string): Words => ({
    problem: `${formula} 写成了 ${called(written)}`,
    mend: `它本来就是 ${called(is)}，改成这个，或空着不写`,
  }),
  twice: (code: string, line: number | null): Words => ({
    problem: `指标 ${code} 和第 ${line ?? '?'} 行在同一段日子里都有效`,
    mend: '给前一行写上 valid_until，后一行写上 valid_from，不要重叠；或者换一个编号',
  }),
  sum: (duty: 'find' | 'fix', sum: number): Words => ({
    problem: `${called(duty)}的指标，权重加起来是 ${sum}，不是 100`,
    mend: '分数会按比例折成 100 分；如果是写漏了，改 weight',
  }),
}
