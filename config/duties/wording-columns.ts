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
  proof: ['proof', '办结凭证', '办结要求', '办结凭证要求'],
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
/** Modes as the sheets of a list are called. */
export const MODE_WORDS: readonly (readonly [word: string, mode: string])[] = [
  ['基本履职', 'own'],
  ['配合履职', 'joint'],
  ['上级部门收回', 'transfer'],
  ['上级收回', 'transfer'],
  ['收回', 'transfer'],
  ['赋权', 'own'],
  ['协同', 'joint'],
  ['移送', 'transfer'],
]
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

const PROOFS: Readonly<Record<string, string>> = {
  前后照片: 'pair',
  办前办后照片: 'pair',
  整改前后照片: 'pair',
  照片: 'pair',
}

/** What Chinese values mean in duties.csv. */
export const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mode: MODES,
  level: LEVELS,
  review: FLAGS,
  proof: PROOFS,
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
/** How a cell says that it is as the one above. */
export const SAME_AS_ABOVE = /^(?:同上[。.]?|同前|〃|″|"|''|同上一?[行栏项])$/u
/** 「对占道经营的处罚」: the matter itself. What is no penalty keeps its words: 「对举报的奖励」. */
export const PENALTY_FOR = /^对(?!.*的处罚.+的处罚$)(.{2,}?)(?:的?(?:违法)?行为)?的?(?:行政)?处罚$/u
/** A row that sums up the others. */
export const TOTAL = /^(?:合\s*计|总\s*计|共\s*计|小\s*计|总数)\s*[:：]?/u
/** How all sheets of a workbook are asked for. */
export const ALL_SHEETS = /^(?:all|全部|所有)$/iu
/** The beginning of a row that is no item. */
export const REMARK =
  /^(?:注\s*[:：\d]|备注|附注|说明|填表|填报|制表|审核人|联系人|合计|总计|共计|小计|共\s*\d+\s*项|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])/u

/** 2026-01-05, 2026/1/5, 2026.1.5, 2026年1月5日; a time behind it does not matter. */
export const DAY = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[\sT]+\d{1,2}:\d{2}.*)?$/u
/** A code for an item whose table has none. */
export const MADE_CODE = (number: number): string => `SX${String(number).padStart(3, '0')}`

/** How the values of duties.csv are said to a person. */
export const NAMED: Readonly<{ between: string; values: Readonly<Record<string, Readonly<Record<string, string>>>> }> =
  {
    between: '、',
    values: {
      mode: { own: '赋权', joint: '协同', transfer: '移送', refer: '告知其他渠道' },
      level: { emergency: '特急', urgent: '紧急', normal: '一般' },
      review: { '1': '需要', '0': '不需要' },
      proof: { pair: '办前办后照片' },
    },
  }
