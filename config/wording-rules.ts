import type { AnyRule, Bound, RuleKind } from '../domain/rules/kinds.ts'
import { sayTerm } from '../domain/rules/wording-rules.ts'
import type { Words } from './fault.ts'

/** How a value of each kind is written. */
const FORMS: Readonly<Record<RuleKind, string>> = {
  duration: '写成“数字+单位”：s 秒、m 分钟、h 小时、d 天，例如 30m、2h、1d',
  term: '写成“数字+单位”：d 天、wd 工作日、mo 个月、y 年，例如 90d、7wd、6mo、2y',
  count: '写次数，0 到 99 的整数，例如 1',
  share: '写成 10% 或 0.1 这样的比例，大于 0，不超过 100%',
  money: '写元数，只写整数，例如 200',
  list: '写提前的天数，用 | 隔开，例如 30|15|7|1',
  steps: '写几个时长，用 | 隔开，例如 4h|1d',
  time: '写成 08:30 这样的时间，24 小时制',
  flag: '写 on（要）或 off（不要）',
}

const ALLOWED: Readonly<Record<Bound, (legal: string) => string>> = {
  free: (legal) => `例如 ${legal}`,
  atMost: (legal) => `最多 ${legal}，可以更少，单位要一样`,
  atLeast: (legal) => `最少 ${legal}，可以更多，单位要一样`,
  fixed: (legal) => `就是 ${legal}，本镇不能改，把这一行删掉`,
  atMostUnlessLaw: (legal) =>
    `最多 ${legal}，单位要一样；确有法律、法规、规章另行规定的，在 basis 里写明名称和第几条，就可以更长`,
}

function sayLegal(rule: AnyRule, written: string): string {
  if (rule.kind === 'term') return `${sayTerm(rule.value)}（${written}）`
  return rule.kind === 'money' ? `${written} 元` : written
}

/** What the faults of rules.csv are called, and how to mend them. */
export const wordingRules = {
  ownBasis: '本镇规定',

  unknown: (key: string, near: string | null): Words => ({
    problem: `没有“${key}”这条规则`,
    mend: `${near === null ? '' : `是不是想写“${near}”？`}docs/rules.zh-CN.md 列出了全部规则`,
  }),
  badValue: (name: string, text: string, kind: RuleKind): Words => ({
    problem: `“${name}”的值“${text}”不可用`,
    mend: FORMS[kind],
  }),
  tooLax: (name: string, basis: string, text: string, rule: AnyRule, written: string): Words => ({
    problem: `“${name}”写成 ${text}，超出了法律允许的范围`,
    mend: `${basis}：${ALLOWED[rule.bound](sayLegal(rule, written))}`,
  }),
  sameStart: (key: string, line: number | null): Words => ({
    problem: `${key} 在第 ${line ?? '?'} 行已经有一行从同一天生效`,
    mend: '一天只能有一个值：删掉其中一行，或改 valid_from',
  }),
  overlaps: (key: string, line: number | null, until: string): Words => ({
    problem: `${key} 的这一行生效时，第 ${line ?? '?'} 行还没有失效（到 ${until}）`,
    mend: '把前一行的 valid_until 改到这一行生效的前一天，或者空着不写，到时自动由这一行接替',
  }),
}
