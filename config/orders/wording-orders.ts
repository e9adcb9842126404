import { PUBLIC_STAGE_NAMES } from '../../domain/wording-names.ts'
import type { Words } from '../fault.ts'

const say = (problem: string, mend: string): Words => ({ problem, mend })

/** 「2026-12-03 17:00」「2026年12月3日17时」「2026/12/3」 */
export const MOMENT =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?[T\s]*(?:(\d{1,2})\s*[:：时点]\s*(?:(\d{1,2})\s*分?)?(?:[:：]\d{1,2})?)?$/u

/** A day without a time of day ends with its last minute. */
export const LAST_MINUTE = 23 * 60 + 59

export const wordingOrders = {
  help: {
    import: '从 12345 热线的工单表（.xlsx 或 .csv）导入工单，每条变成一件；有一行不对就整份不导入',
    map: '列名对照文件，例如 config/town/orders-12345.yaml',
    dryRun: '只检查，不导入',
    export: '导出 12345 工单的办理情况（.xlsx 或 .csv），发回热线',
    since: '从哪一天收到的起，例如 2026-11-01',
    out: '写到哪个文件，.xlsx 或 .csv',
  },
  cannotImport: '没有导入，一条工单也没有收：',
  cannotExport: '没有导出：',
  noHeader: (headings: readonly string[]) =>
    say(
      `前 15 行里没有找到对照文件写的列名：${headings.join('、')}`,
      '核对工单表的表头，或改对照文件 columns 里的列名',
    ),
  noColumn: (heading: string) => say(`表里没有“${heading}”这一列`, '核对工单表的表头，或改对照文件里的列名'),
  noRows: () => say('表里一条工单也没有', '表头下面一行写一条工单'),
  empty: (heading: string) => say(`没有写${heading}`, `写上${heading}；这一行不要就整行删掉`),
  badNo: () => say('这不像工单编号', '最多 64 个字，中间没有空格'),
  tooLong: (most: number) => say(`内容超过 ${most} 字`, '把附件里的内容去掉，只留诉求'),
  badPhone: () => say('这不像电话号码（号码不在这里显示）', '写 5 到 20 位数字，可以有短横线；没有就空着'),
  badMoment: (text: string) => say(`“${text}”不是时间`, '写成 2026-12-03 17:00；只写日期就是那一天结束前'),
  done: (town: string, fresh: number, known: number) =>
    `${town}：收下 ${fresh} 条工单${known > 0 ? `；${known} 条以前收过，没有再收` : ''}。`,
  soon: '正在运行的哨子几秒钟内把它们变成案件并派单；没有运行的话，下次启动时处理。',
  dryRun: (town: string, count: number, twice: number) =>
    `${town}：${count} 条工单都读得懂${twice > 0 ? `（另有 ${twice} 行编号重复，只算一次）` : ''}。只检查，没有导入。`,
  twice: (count: number) => `表里有 ${count} 行编号重复，只收一次。`,
  strangeOut: (file: string) => say(`不认识 ${file} 的格式`, '文件名以 .xlsx 或 .csv 结尾'),
  badSince: (text: string) => say(`“${text}”不是日期`, '写成 2026-11-01 这样的日期'),
  cannotWrite: (file: string) => say(`写不了 ${file}`, '换一个能写的位置，或先关掉打开它的程序'),
  exported: (file: string, count: number) => `已写到 ${file}：${count} 条工单的办理情况。`,
  access: (since: string, count: number) => `12345 工单办理情况，${since} 起，${count} 条`,
  headings: [
    '工单编号',
    '案件编号',
    '状态',
    '承办单位',
    '办理结果',
    '收到时间',
    '派单时间',
    '签收时间',
    '办结时间',
    '要求答复时间',
    '是否解决',
    '是否满意',
  ],
  yes: '是',
  no: '否',
  stages: PUBLIC_STAGE_NAMES,
} as const
