import type { Words } from '../fault.ts'

/** Headings as departments write them, for each column of permits.csv. */
export const PERMIT_HEADINGS: Readonly<Record<string, readonly string[]>> = {
  holder: [
    'holder',
    '持证人',
    '被许可人',
    '许可对象',
    '行政相对人名称',
    '行政相对人',
    '经营者名称',
    '单位名称',
    '企业名称',
    '市场主体名称',
    '字号名称',
    '店名',
    '申请人',
    '名称',
    '姓名',
  ],
  kind: [
    'kind',
    '许可证名称',
    '许可证书名称',
    '证照名称',
    '证件名称',
    '许可事项',
    '许可类别',
    '许可类型',
    '证照类型',
    '许可',
  ],
  number: ['number', '许可证编号', '许可编号', '证书编号', '证照编号', '许可证号', '证号', '编号'],
  valid_from: ['valid_from', '有效期起', '有效期自', '发证日期', '许可日期', '生效日期', '起始日期'],
  valid_until: ['valid_until', '有效期止', '有效期至', '有效期截止', '到期日期', '截止日期', '失效日期'],
  span: ['有效期', '有效期限', '许可期限'],
  address: ['address', '经营场所', '生产经营场所', '经营地址', '住所', '地址', '地点'],
  unit: ['unit', '发证机关', '发证单位', '许可机关', '许可单位', '审批单位', '审批机关'],
}
/** 「2024-03-01至2029-02-28」 */
export const SPAN = /^(.+?)\s*(?:至|到|~|～|—+|－)\s*(.+)$/u
/** No end. */
export const FOREVER = /^(?:长期(?:有效)?|永久|无固定期限|\/|-+)$/u
export const DAY = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?/u

const some = (count: number, holders: readonly string[]): string =>
  `${holders.join('、')}${count > holders.length ? ' 等' : ''}`
/** An authority that is not the township's says of where it is. */
export const OUTSIDE = /^(?:国家|.{0,8}?(?:[省县区州旗盟]|市(?!场)))/u
const say = (problem: string, mend: string): Words => ({ problem, mend })

export const wordingPermits = {
  help: {
    import:
      '从 Excel（.xlsx）或 CSV 导入许可名单；同一单位同一种许可以前的名单被换掉，别的不动；有一行不对就整份不导入',
    kind: '表里没有许可证名称这一列时，写是什么许可证',
    unit: '表里没有发证单位这一列时，写是哪个单位发的',
    yes: '旧名单里有、新名单里没有的，确认去掉',
  },
  cannotImport: '没有导入，现在的许可名单没有改动：',
  noHeader: () =>
    say(
      '前 15 行里没有找到表头',
      '表头至少要有：持证人（或店名、单位名称）；最好还有许可证名称、编号、有效期、地址、发证单位',
    ),
  noKind: () => say('表里没有“许可证名称”这一列', '加上这一列，或用 --kind 写明，例如 --kind 食品经营许可证'),
  noUnit: () => say('表里没有“发证单位”这一列', '加上这一列，或用 --unit 写明，例如 --unit 市场监管所'),
  noRows: () => say('表里一条许可也没有', '表头下面一行写一条许可'),
  emptyCell: (what: string) => say(`没有写${what}`, `写上${what}；这一行不要就整行删掉`),
  notADay: (written: string) => say(`“${written}”不是日期`, '写成 2026-05-31 这样的日期；长期有效的写 长期，或空着'),
  endsFirst: (from: string, until: string) => say(`到期的日子 ${until} 早于发证的日子 ${from}`, '核对这两个日期'),
  done: (town: string, count: number, units: readonly string[], kept: number) =>
    `${town}：导入 ${count} 条许可（${units.join('、')}），别的 ${kept} 条没有动。`,
  inForce: '正在运行的哨子从下一条消息起就用新名单。',
  dryRun: (losing: boolean) => `只检查，没有改动。${losing ? '真要去掉，导入时加 --yes。' : ''}`,
  wouldGo: (count: number, holders: readonly string[]) =>
    say(
      `旧名单里有 ${count} 条在新名单里没有，导入后就查不到了：${some(count, holders)}`,
      '确认是注销、过期的，加 --yes 再导入一次；是漏了的，补进表里；要先看看，加 --dry-run',
    ),
  gone: (count: number, holders: readonly string[]) => `新名单里没有、去掉的 ${count} 条：${some(count, holders)}。`,
  outside: (units: readonly string[]) => `镇外的发证单位：${units.join('、')}（本镇的站所里没有，按原样写）。`,
  unknownUnit: (written: string, near: string | null, known: readonly string[]) =>
    say(
      `本镇没有“${written}”这个单位`,
      `${near ? `是不是“${near}”？` : ''}写站所的名称：${known.join('、')}；镇外部门发的，写带省、市、县的全称`,
    ),
  severalUnits: (written: string, known: readonly string[]) =>
    say(`“${written}”可能是几个单位`, `写全名：${known.join('、')}`),
} as const
