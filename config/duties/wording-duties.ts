import type { Words } from '../fault.ts'

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
    sheet: '工作簿里用哪一张表（写工作表的名字；几张一起导入写 all）',
    out: '写到哪个文件（.xlsx 或 .csv）',
    mindmap: '把一个事项画成导图（PNG）',
  },
  cannotImport: '没有导入，现在的清单没有改动：',
  cannotExport: '没有导出成：',
  cannotRollBack: '没有退回，现在的清单没有改动：',
  cannotList: '没有列成：',
  cannotDraw: '没有画成：',
  rowFault: (
    { file, sheet = '', row }: Readonly<{ file: string | null; sheet?: string; row: number | null }>,
    column: string,
    problem: string,
    mend: string,
  ) =>
    `  · ${file ?? ''}${sheet && `工作表“${sheet}”`}${row === null ? (file ? ' ' : '') : `第 ${row} 行`}${column ? `[${column}] ` : ''}${problem}\n    怎么办：${mend}`,
  skipHint: '写错的行不要、其余的照样导入，加 --skip-faulty。',
  rollBackHint: (file: string) =>
    `旧清单和现在的站所对不上：先在 town.yaml 里改好站所；或把 ${file} 改好，用 import duties 导入。`,
  skipped: (rows: readonly string[]) => `没有导入写错的行：${some(rows)}。`,
  rowAt: (sheet: string, row: number) => `${sheet && `工作表“${sheet}”`}第 ${row} 行`,
  notes: '请核对：',
  note: (said: string) => `  · ${said}`,
  warning: (column: string, problem: string, mend: string) => `[${column}] ${problem}；${mend}`,
  atRows: (sheet: string, rows: readonly number[], said: string) =>
    `${sheet && `工作表“${sheet}”`}${rows.length > 0 ? `第 ${some(rows.map(String), 10)} 行` : ''}${sheet || rows.length > 0 ? '：' : ''}${said}`,
  moreNotes: (count: number) => `……还有 ${count} 条，加 --json 看全部`,
  readFrom: (sheets: readonly string[]) => `读的是工作表${sheets.map((sheet) => `“${sheet}”`).join('、')}`,
  modeBySheet: (sheet: string, mode: string) => `表里没有写办理模式，照工作表的名字“${sheet}”当作 ${mode}`,
  modeByPunish: (unit: string, mode: string) =>
    `没有写办理模式，处罚单位“${unit}”不是本镇的，先当作 ${mode}；只核查、移交的，请写上“移送”`,
  total: (words: string) => `“${words.slice(0, 30)}”这一行是合计，不是事项，没有导入`,
  nameCut: (written: string, name: string) => `“${written.slice(0, 40)}”的名称写作“${name}”`,
  serialAsCode: (heading: string) => `表里没有编码列，用“${heading}”当编码；以后序号变了，事项就对不上了`,
  codesMade: (kept: number, made: readonly string[]) =>
    '表里没有编码列' +
    (kept > 0 ? `，${kept} 项照名称用现在的编码` : '') +
    (made.length > 0 ? `，${made.length} 项编了新的：${some(made, 5)}` : '') +
    '；以后导入请用 export 导出的表，里面有编码',
  keywordsMade: (items: readonly Readonly<{ name: string; keywords: readonly string[] }>[]) =>
    `${items.length} 项没有关键词，已补上，群众这样说就能派到；不合适的在“关键词”列里改：${some(
      items.map(({ name, keywords }) => `${name}（${some(keywords, 4)}）`),
      15,
    )}`,
  keywordsLacking: (names: readonly string[]) =>
    `这些没有关键词，也补不出，请在“关键词”列里写上群众的说法：${some(names)}`,
  unusedColumns: (headings: readonly string[]) => `没有用到的列：${some(headings)}`,
  keptColumns: (columns: readonly string[]) => `表里没有这些列，原有事项照现在的清单保留：${some(columns)}`,
  noColumns: (columns: readonly string[]) => `表里没有这些列，空着：${some(columns)}`,
  headerAgain: '又是表头，没有导入',
  remark: (words: string) => `只有“${words.slice(0, 30)}”，不是事项，没有导入`,
  otherItem: (code: string, before: string) => `编码 ${code} 原来是“${before}”，现在当作另一个事项`,
  codeTidied: (written: string, code: string) => `编码“${written}”写作 ${code}`,
  unitGuessed: (written: string, units: readonly string[]) => `“${written}”当作 ${units.join('、')}`,
  summary: (town: string, added: number, changed: number, removed: number, same: number) =>
    `${town}：新增 ${added} 项，修改 ${changed} 项，删去 ${removed} 项，不变 ${same} 项。`,
  vanished: (items: readonly string[]) => `新清单里没有了（或编码给了别的事项）：${some(items, 30)}`,
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
  put: (at: string, by: string, how: 'import' | 'rollback' | 'edit', source: string) =>
    `${at} 由 ${by} ${{ import: `从 ${source} 导入`, rollback: `退回到 ${source}`, edit: `在工作台改了 ${source}` }[how]}`,
  putByHand: '手工改的，或是装好时就有的',
  replacedAt: (at: string) => `，${at} 换下`,
  noVersions: '没有更早的版本。',
  drawn: (file: string) => `已画好：${file}`,
  noFile: (file: string): Words => ({ problem: `打不开文件 ${file}`, mend: '检查路径写得对不对，有没有读的权限' }),
  cannotWrite: (file: string): Words => ({
    problem: `文件 ${file} 写不进去`,
    mend: '检查文件夹在不在、有没有写的权限，文件有没有在 Excel 里开着',
  }),
  locked: (): Words => ({
    problem: '乡镇的配置文件夹写不进去',
    mend: '请系统管理员检查文件夹的写权限和磁盘空间；现在的内容没有改动',
  }),
  strangeOut: (file: string): Words => ({
    problem: `不能导出成 ${file}`,
    mend: '文件名以 .xlsx 或 .csv 结尾，例如 权责清单.xlsx',
  }),
  badFormat: (file: string): Words => ({
    problem: `${file} 不是能读的 Excel（.xlsx）或 CSV 文件`,
    mend: '只收 .xlsx 和 .csv：用 Excel 或 WPS 打开，另存为 .xlsx 再导入（旧的 .xls 也要先另存）；PDF、Word 和图片里的表读不了，请向发文件的单位要电子表格',
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
  headingTwice: (heading: string): Words => ({
    problem: `表头里有两列都叫“${heading}”`,
    mend: '删掉或改名其中一列',
  }),
  quoteOpen: (row: number): Words => ({
    problem: `第 ${row} 行的引号没有配对`,
    mend: '内容里有英文引号时，整格用英文引号括起来，里面的引号写两遍；或者干脆去掉引号',
  }),
  noItems: (): Words => ({ problem: '表里一个事项也没有', mend: '表头下面一行写一个事项' }),
  noSheet: (sheet: string, sheets: readonly string[]): Words => ({
    problem: `没有工作表“${sheet}”`,
    mend: `有这些：${sheets.join('、')}`,
  }),
  severalSheets: (sheets: readonly string[]): Words => ({
    problem: `有几张工作表都像权责清单：${sheets.join('、')}`,
    mend: '几张合起来是一份清单，就加 --sheet all 一起导入；只用一张，加 --sheet 工作表的名字',
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
