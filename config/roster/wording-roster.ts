import type { Words } from '../fault.ts'

/** How a township's roster heads its columns. */
export const ROSTER_HEADINGS = {
  date: ['date', '日期', '值班日期', '时间'],
  station: ['station', '站所', '单位', '部门', '值班单位', '站所名称'],
  person: ['userid', '人员', '姓名', '值班人员', '值班人', '名字', '账号'],
  shift: ['shift', '班次', '备注', '说明'],
} as const

/** What stands between the names of one cell. */
export const BETWEEN_NAMES = /[、，,；;/|\s]+/u

const some = (words: readonly string[]): string => words.slice(0, 15).join('、')
const meant = (near: string | null, known: readonly string[]): string =>
  near ? `是不是“${near}”？改好再导入` : `可以写：${some(known)}`

export const wordingRoster = {
  help: {
    importRoster: '从 Excel（.xlsx）或 CSV 导入值班表；有一行不对就整份不导入。过去的日期和表里没有的日期、站所不动',
    dryRun: '只检查，不改动',
  },
  cannotImport: '没有导入，现在的值班表没有改动：',
  columns: { date: '日期', station: '站所', person: '人员', shift: '班次' },
  row: (row: number, column: string, { problem, mend }: Words): string =>
    `  · 第 ${row} 行[${column}] ${problem}\n    怎么办：${mend}`,
  noHeader: (): Words => ({
    problem: '前 15 行里没有找到表头',
    mend: '表头要有：日期、站所、人员（或姓名），班次可以不写',
  }),
  empty: (column: string): Words => ({ problem: `${column}没有写`, mend: '补上，或者删掉这一行' }),
  badDate: (text: string): Words => ({ problem: `“${text}”不是日期`, mend: '写成 2026-12-03 或 2026年12月3日' }),
  noSuchDay: (text: string): Words => ({
    problem: `“${text}”不是日期：没有这一天`,
    mend: '核对月份和日子，例如 12 月只到 31 日，闰年二月才有 29 日',
  }),
  elsewhere: (text: string, own: string | null, station: string, known: readonly string[]): Words => ({
    problem: `“${text}”${own === null ? '不属于任何站所' : `是${own}的`}，不是${station}的`,
    mend: `核对站所和姓名；${station}的有：${some(known)}；确实借调过来的，先在 town.yaml 里改他的 station`,
  }),
  unknownStation: (text: string, near: string | null, known: readonly string[]): Words => ({
    problem: `没有站所“${text}”`,
    mend: meant(near, known),
  }),
  severalStations: (text: string, known: readonly string[]): Words => ({
    problem: `“${text}”可能是几个站所`,
    mend: `写全名：${some(known)}`,
  }),
  unknownPerson: (text: string, near: string | null, known: readonly string[]): Words => ({
    problem: `town.yaml 里没有“${text}”这个人`,
    mend: meant(near, known),
  }),
  severalPeople: (text: string, ids: readonly string[]): Words => ({
    problem: `有几个人都叫“${text}”`,
    mend: `写企业微信账号：${some(ids)}`,
  }),
  noRows: (): Words => ({ problem: '表里没有今天以后的值班', mend: '表头下面一行写一天、一个站所' }),
  pastDay: (day: string) => ({
    problem: `${day} 已经过去了，过去的值班表不能改`,
    mend: '只改今天和以后的日子；刷新页面再保存',
  }),
  past: (count: number): string => `有 ${count} 行是过去的日期，没有改动过去的值班表。`,
  replaced: (count: number): string => `换掉现在值班表里的 ${count} 行。`,
  kept: (count: number): string => `其余 ${count} 行照旧。`,
  summary: (town: string, rows: number, first: string, last: string): string =>
    `${town}：${first} 到 ${last}，共 ${rows} 行。`,
  dryRun: '检查完了，没有问题；没有改动（--dry-run）。',
  done: '已导入，马上起作用，不用重启。',
} as const
