import type { Words } from '../fault.ts'

/** Headings as departments write them, for each column of duties.csv. */
export const HEADINGS: Readonly<Record<string, readonly string[]>> = {
  code: ['code', '编码', '编号', '序号', '事项编码', '事项编号'],
  name: ['name', '事项名称', '名称', '事项', '职责事项', '权力名称', '行政权力名称'],
  category: ['category', '类别', '分类', '领域', '所属领域', '事项类别'],
  keywords: ['keywords', '关键词', '关键字', '口语说法', '常见说法'],
  mode: ['mode', '模式', '办理模式', '承接方式', '履职方式'],
  lead: ['lead', '主办', '主办单位', '牵头单位', '主责单位', '主办站所', '责任单位'],
  assist: ['assist', '协办', '协办单位', '配合单位', '协助单位'],
  approve: ['approve', '审批', '审批单位', '许可单位'],
  supervise: ['supervise', '监管', '监管单位', '日常监管'],
  punish: ['punish', '处罚', '处罚单位', '处罚权', '执法单位'],
  level: ['level', '级别', '等级', '紧急程度'],
  review: ['review', '法制审核', '是否法制审核', '审核'],
  legal_basis: ['legal_basis', '法律依据', '依据', '设定依据', '法定依据', '实施依据'],
  valid_from: ['valid_from', '生效日期', '起始日期', '生效', '开始日期'],
  valid_until: ['valid_until', '失效日期', '截止日期', '失效', '结束日期'],
  mentor: ['mentor', '指导单位', '业务指导单位', '带教单位'],
  mentor_until: ['mentor_until', '指导截止', '指导截止日期', '过渡期截止', '带教截止'],
}

const MODES: Readonly<Record<string, string>> = {
  赋权: 'own',
  自主: 'own',
  自行承担: 'own',
  基本履职: 'own',
  协同: 'joint',
  联合: 'joint',
  配合履职: 'joint',
  配合: 'joint',
  移送: 'transfer',
  上级收回: 'transfer',
  移交: 'transfer',
  告知: 'refer',
  告知其他渠道: 'refer',
}
const LEVELS: Readonly<Record<string, string>> = {
  特急: 'emergency',
  紧急: 'urgent',
  急: 'urgent',
  普通: 'normal',
  一般: 'normal',
}
const FLAGS: Readonly<Record<string, string>> = {
  是: '1',
  需要: '1',
  有: '1',
  '√': '1',
  否: '0',
  不需要: '0',
  无: '0',
  '×': '0',
}

/** What Chinese values mean in duties.csv. */
export const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mode: MODES,
  level: LEVELS,
  review: FLAGS,
}
/** What stands between several stations or keywords. */
export const BETWEEN = /[|｜、,，;；/\n]+/u

/** 2026-01-05, 2026/1/5, 2026.1.5, 2026年1月5日 */
export const DAY = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/u

export const wordingDuties = {
  help: {
    import: '导入',
    importDuties: '从 Excel（.xlsx）或 CSV 导入权责清单；有一行不对就整份不导入，并列出每一处问题',
    exportDuties: '把现在的权责清单导出成 Excel 或 CSV',
    export: '导出',
    duties: '权责清单的历史版本',
    versions: '列出历史版本',
    rollback: '退回到一个历史版本',
    town: '乡镇代码（有多个乡镇时要写）',
    dryRun: '只检查，不改动',
    out: '写到哪个文件（.xlsx 或 .csv）',
    mindmap: '把一个事项画成导图（PNG）',
  },
  cannotImport: '没有导入，现在的清单没有改动：',
  cannotExport: '没有导出成：',
  cannotRollBack: '没有退回成：',
  cannotDraw: '没有画成：',
  rowFault: (row: number | null, column: string, problem: string, mend: string) =>
    `  · ${row === null ? '' : `第 ${row} 行`}${column ? `[${column}] ` : ''}${problem}\n    怎么办：${mend}`,
  summary: (added: number, changed: number, removed: number, same: number) =>
    `新增 ${added} 项，修改 ${changed} 项，删去 ${removed} 项，不变 ${same} 项。`,
  imported: (version: string) => `已导入，版本 ${version}。重新启动哨子后生效；旧的清单已存为历史版本。`,
  dryRun: '检查通过，没有改动（--dry-run）。',
  listOf: (town: string) => `${town}权责清单`,
  exported: (file: string, count: number) => `已导出 ${count} 项到 ${file}`,
  rolledBack: (version: string) => `已退回到版本 ${version}。重新启动哨子后生效。`,
  version: (version: string, at: string, items: number) => `${version}  ${at}  ${items} 项`,
  noVersions: '还没有历史版本。',
  drawn: (file: string) => `已画好：${file}`,
  noFile: (file: string): Words => ({ problem: `打不开文件 ${file}`, mend: '检查路径写得对不对，有没有读的权限' }),
  badFormat: (file: string): Words => ({
    problem: `${file} 不是能读的 Excel（.xlsx）或 CSV 文件`,
    mend: '用 Excel 或 WPS 打开，另存为 .xlsx 再导入；旧的 .xls 要先另存',
  }),
  tooLarge: (): Words => ({
    problem: '文件太大',
    mend: '文件不超过 10 兆、表格不超过 20000 行；把无关的工作表和图片删掉',
  }),
  noHeader: (): Words => ({
    problem: '前 15 行里没有找到表头',
    mend: '表头至少要有：编码、事项名称、关键词、主办单位（中文或 duties.csv 的英文列名都行）',
  }),
  noTown: (codes: readonly string[]): Words => ({
    problem: '有多个乡镇，不知道导入哪一个',
    mend: `加上 --town 乡镇代码，可以写：${codes.join('、')}`,
  }),
  unknownVersion: (version: string): Words => ({
    problem: `没有版本 ${version}`,
    mend: '用 shaozi duties versions 看有哪些版本',
  }),
  unknownItem: (words: string): Words => ({
    problem: `清单里没有“${words}”`,
    mend: '写事项名称、编码，或名称里的几个字',
  }),
}
