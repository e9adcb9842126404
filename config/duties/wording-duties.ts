import type { Words } from '../fault.ts'

/** Headings as departments write them, for each column of duties.csv; where a table has two of them, the one that stands first here counts. */
export const HEADINGS: Readonly<Record<string, readonly string[]>> = {
  code: ['code', '编码', '事项编码', '权力编码', '职权编码', '权责编码', '项目编码', '事项编号', '编号'],
  name: [
    'name',
    '事项名称',
    '权责事项',
    '职责事项',
    '执法事项',
    '权力事项',
    '权力名称',
    '行政权力名称',
    '职权名称',
    '具体事项',
    '名称',
    '事项',
  ],
  category: ['category', '类别', '分类', '领域', '所属领域', '事项类别', '事项类型', '职权类型', '权力类型'],
  keywords: ['keywords', '关键词', '关键字', '口语说法', '常见说法', '群众说法', '俗称'],
  mode: ['mode', '模式', '办理模式', '承接方式', '履职方式'],
  lead: [
    'lead',
    '主办',
    '主办单位',
    '主办站所',
    '主办部门',
    '牵头单位',
    '牵头站所',
    '牵头部门',
    '主责单位',
    '主责部门',
    '承办单位',
    '责任单位',
    '责任部门',
    '实施主体',
  ],
  assist: [
    'assist',
    '协办',
    '协办单位',
    '协办站所',
    '协办部门',
    '配合单位',
    '配合站所',
    '配合部门',
    '协同单位',
    '协同部门',
    '协助单位',
  ],
  approve: ['approve', '审批', '审批单位', '许可单位'],
  supervise: ['supervise', '监管', '监管单位', '日常监管'],
  punish: ['punish', '处罚', '处罚单位', '处罚权', '执法单位'],
  level: ['level', '级别', '等级', '紧急程度'],
  review: ['review', '法制审核', '是否法制审核', '审核'],
  legal_basis: ['legal_basis', '法律依据', '依据', '设定依据', '法定依据', '实施依据', '执法依据', '法律法规依据'],
  valid_from: ['valid_from', '生效日期', '起始日期', '生效', '开始日期'],
  valid_until: ['valid_until', '失效日期', '截止日期', '失效', '结束日期'],
  mentor: ['mentor', '指导单位', '业务指导单位', '带教单位'],
  mentor_until: ['mentor_until', '指导截止', '指导截止日期', '过渡期截止', '带教截止'],
}

/** Row numbers: codes only where a table has none. */
export const SERIAL = ['序号', '行号', '序', 'no', 'no.']
/** Headings of such tables that say nothing Shaozi asks for. */
export const OTHER_HEADINGS = ['备注', '说明', '行使层级', '实施层级', '行使主体', '联系人', '联系电话']

const MODES: Readonly<Record<string, string>> = {
  赋权: 'own',
  自主: 'own',
  自行承担: 'own',
  基本履职: 'own',
  协同: 'joint',
  联合: 'joint',
  配合履职: 'joint',
  配合: 'joint',
  联合执法: 'joint',
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
  true: '1',
  yes: '1',
  y: '1',
  是: '1',
  需要: '1',
  有: '1',
  '√': '1',
  false: '0',
  no: '0',
  n: '0',
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
/** What may stand between the columns of a text file. */
export const COLUMN_MARKS = [',', ';', '\t', '，', '；']
/** What stands between several stations, and between keywords. */
export const BETWEEN = /[|｜、，,;；。/／\n]+/u
/** The same in a sentence: only where both sides are units. */
export const AND = /\s+|以及|和|及|与/u
/** 「县市场监管局派驻青石镇市场监管所」: the unit stands after it. */
export const LENT_TO = /派驻|下设|下属/u
/** How a cell says that nothing belongs there. */
export const NOTHING = /^(?:|无|没有|暂无|[-—–－]+|[/／]|长期(?:有效)?|永久)$/u
/** 「1.对露天焚烧…的处罚」 */
export const NUMBERED = /^(?:[（(]\d{1,3}[)）]|\d{1,3}\s*[.．、](?!\d)|[①-⑳])\s*/u
/** The beginning of a row that is no item. */
export const REMARK =
  /^(?:注\s*[:：\d]|备注|附注|说明|填表|填报|制表|审核人|联系人|合计|总计|共计|小计|共\s*\d+\s*项|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])/u

/** 2026-01-05, 2026/1/5, 2026.1.5, 2026年1月5日; a time behind it does not matter. */
export const DAY = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[\sT]+\d{1,2}:\d{2}.*)?$/u

const some = (words: readonly string[], most = 20): string =>
  words.slice(0, most).join('、') + (words.length > most ? `……（共 ${words.length} 个）` : '')

export const wordingDuties = {
  help: {
    import: '导入',
    importDuties:
      '从 Excel（.xlsx）或 CSV 导入权责清单；有一行不对就整份不导入，并列出每一处问题（--skip-faulty 可以不要这些行）',
    exportDuties: '把现在的权责清单导出成 Excel 或 CSV',
    export: '导出',
    duties: '权责清单的历史版本',
    versions: '列出历史版本',
    rollback: '退回到一个历史版本',
    town: '乡镇代码（有多个乡镇时要写）',
    dryRun: '只检查，不改动',
    skipFaulty: '写错的行不要，其余的照样导入',
    yes: '很多事项会没有了，也照样导入',
    sheet: '工作簿里用哪一张表（写工作表的名字）',
    out: '写到哪个文件（.xlsx 或 .csv）',
    mindmap: '把一个事项画成导图（PNG）',
  },
  cannotImport: '没有导入，现在的清单没有改动：',
  cannotExport: '没有导出成：',
  cannotRollBack: '没有退回，现在的清单没有改动：',
  cannotList: '没有列成：',
  cannotDraw: '没有画成：',
  rowFault: (file: string | null, row: number | null, column: string, problem: string, mend: string) =>
    `  · ${file ?? ''}${row === null ? (file ? ' ' : '') : `第 ${row} 行`}${column ? `[${column}] ` : ''}${problem}\n    怎么办：${mend}`,
  skipHint: '写错的行不要、其余的照样导入，加 --skip-faulty。',
  rollBackHint: (file: string) =>
    `旧清单和现在的站所对不上：先在 town.yaml 里改好站所；或把 ${file} 改好，用 import duties 导入。`,
  skipped: (rows: readonly number[]) => `没有导入写错的行：第 ${some(rows.map(String))} 行。`,
  notes: '请核对：',
  note: (said: string) => `  · ${said}`,
  warning: (column: string, problem: string, mend: string) => `[${column}] ${problem}；${mend}`,
  atRows: (rows: readonly number[], said: string) =>
    `${rows.length > 0 ? `第 ${some(rows.map(String), 10)} 行：` : ''}${said}`,
  moreNotes: (count: number) => `……还有 ${count} 条，加 --json 看全部`,
  readFrom: (sheet: string) => `读的是工作表“${sheet}”`,
  serialAsCode: (heading: string) => `表里没有编码列，用“${heading}”当编码；以后序号变了，事项就对不上了`,
  unusedColumns: (headings: readonly string[]) => `没有用到的列：${some(headings)}`,
  keptColumns: (columns: readonly string[]) => `表里没有这些列，原有事项照现在的清单保留：${some(columns)}`,
  noColumns: (columns: readonly string[]) => `表里没有这些列，空着：${some(columns)}`,
  headerAgain: '又是表头，没有导入',
  remark: (words: string) => `只有“${words.slice(0, 30)}”，不是事项，没有导入`,
  codeTidied: (written: string, code: string) => `编码“${written}”写作 ${code}`,
  unitGuessed: (written: string, units: readonly string[]) => `“${written}”当作 ${units.join('、')}`,
  summary: (town: string, added: number, changed: number, removed: number, same: number) =>
    `${town}：新增 ${added} 项，修改 ${changed} 项，删去 ${removed} 项，不变 ${same} 项。`,
  vanished: (items: readonly string[]) => `新清单里没有了：${some(items, 30)}`,
  tooMuchVanishes: (removed: number, all: number): Words => ({
    problem: `现在的 ${all} 项里有 ${removed} 项会没有了，太多`,
    mend: '核对是不是导错了文件、编码是不是变了；确实要这样，加 --yes 再导入',
  }),
  imported: (town: string, version: string) =>
    `已导入${town}，版本 ${version}；下一条消息起生效。旧的清单已存为历史版本。`,
  unchanged: (town: string) => `${town}现在的清单就是这样，没有改动。`,
  townOf: (name: string, code: string) => `${name}（${code}）`,
  dryRun: '检查通过，没有改动（--dry-run）。',
  listOf: (town: string) => `${town}权责清单`,
  exported: (town: string, file: string, count: number) => `已导出${town} ${count} 项到 ${file}`,
  rolledBack: (town: string, version: string) => `${town}已退回到版本 ${version}；下一条消息起生效。`,
  present: (id: string) => `${id}（现在的清单）`,
  version: (id: string, items: number, put: string) => `${id}  ${items} 项  ${put}`,
  put: (at: string, by: string, how: 'import' | 'rollback', source: string) =>
    `${at} 由 ${by} ${how === 'import' ? `从 ${source} 导入` : `退回到 ${source}`}`,
  putByHand: '手工改的，或是装好时就有的',
  replacedAt: (at: string) => `，${at} 换下`,
  noVersions: '没有更早的版本。',
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
    mend: '表头至少要有：编码、事项名称、主办单位（中文或 duties.csv 的英文列名都行），最好还有关键词',
  }),
  headerLacks: (row: number, columns: readonly string[]): Words => ({
    problem: `第 ${row} 行像是表头，但没有这些列：${columns.join('、')}`,
    mend: '补上这些列，或把列名改成这里写的',
  }),
  noCodes: (): Words => ({
    problem: '表里没有编码列，也没有序号',
    mend: '加一列“编码”，每个事项一个，不重复，例如 CG001',
  }),
  headingTwice: (heading: string): Words => ({
    problem: `表头里有两列都叫“${heading}”`,
    mend: '删掉或改名其中一列',
  }),
  noItems: (): Words => ({ problem: '表里一个事项也没有', mend: '表头下面一行写一个事项' }),
  noSheet: (sheet: string, sheets: readonly string[]): Words => ({
    problem: `没有工作表“${sheet}”`,
    mend: `有这些：${sheets.join('、')}`,
  }),
  severalSheets: (sheets: readonly string[]): Words => ({
    problem: `有几张工作表都像权责清单：${sheets.join('、')}`,
    mend: '加上 --sheet 工作表的名字，说明用哪一张',
  }),
  whichTown: (towns: readonly string[]): Words => ({
    problem: '有多个乡镇，不知道是哪一个',
    mend: `加上 --town 乡镇代码，可以写：${towns.join('、')}`,
  }),
  unknownTown: (code: string, towns: readonly string[]): Words => ({
    problem: `没有乡镇“${code}”`,
    mend: `--town 可以写：${towns.join('、')}`,
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
