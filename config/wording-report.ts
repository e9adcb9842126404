import type { Words } from './fault.ts'

const FORMS = '.xlsx、.docx、.png、.json'

/** What `shaozi report` says. */
export const cliReport = {
  help: {
    report: '一个月的考核：打印得分，或写成文件（xlsx、docx、png、json）',
    month: '哪个月，写成 2026-11',
    out: '写到哪个文件，按扩展名定格式',
    town: '哪个乡镇（编号开头的字母或名称；只有一个时不用写）',
  },
  cannot: '考核没有算出来。',
  badMonth: (text: string): Words => ({ problem: `“${text}”不是月份`, mend: '写成 2026-11 这样' }),
  future: (month: string): Words => ({ problem: `${month} 还没有到`, mend: '写这个月或以前的月份' }),
  strangeOut: (file: string): Words => ({ problem: `不知道“${file}”要写成什么格式`, mend: `扩展名用 ${FORMS}` }),
  exists: (file: string): Words => ({ problem: `文件 ${file} 已经有了`, mend: '换一个文件名，或先把它移走' }),
  cannotWrite: (file: string): Words => ({ problem: `写不了 ${file}`, mend: '检查文件夹在不在、有没有写的权限' }),
  made: (title: string, state: string, file: string | null) => `${title}（${state}）${file ? `，已写入 ${file}` : ''}`,
  line: (name: string, score: number | null, rank: number | null, among: number) =>
    `  ${name}：${score === null ? '不计分' : `${score} 分`}${rank === null ? '' : `，同类第 ${rank}/${among}`}`,
  fix: '办理',
  find: '属地排查',
  sealLost: (no: string) => `考核 ${no} 已定稿，日志里却没有定稿的内容`,
  sealBroken: (no: string) => `考核 ${no} 定稿后被改过：内容和校验码对不上`,
  sealsOk: (count: number) => (count === 0 ? '' : `\n定稿的考核完好：${count} 份`),
  sealed: (sha256: string) => `  定稿校验码 SHA-256：${sha256}`,
} as const
