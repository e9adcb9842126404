import type { DocumentKind } from '../domain/legal/documentShape.ts'

/**
 * The text of the templates that are committed. Townships edit the .docx files, not this: it only makes the first ones.
 * A paragraph: `^` centred, `>` to the right, `-` without indent, `*` bold, else a paragraph of the text.
 */
export type Line = string
export type Cell = Readonly<{ lines: readonly Line[]; span?: number }>
/** `tall` in millimetres: room to write in; `flows` may be broken over two pages. */
export type Row = Readonly<{ cells: readonly Cell[]; tall?: number; flows?: true; head?: true }>
export type Block = Line | Readonly<{ widths: readonly number[]; rows: readonly Row[] }>
export type Template = Readonly<{
  /** the organ stands above the title */
  title: string
  number: string
  blocks: readonly Block[]
  /** signed at the foot of every page */
  foot: readonly string[]
  /** several pages are stamped over their edges */
  seam: boolean
  /** a table on one page, a record written on the spot, or a letter: they differ in size */
  layout: 'form' | 'record' | 'letter'
}>

const label = (text: string): Cell => ({ lines: [`^${text}`] })
const value = (text: string, span = 1): Cell => ({ lines: [`-${text}`], span })
const wide = (name: string, text: string): Row => ({ cells: [label(name), value(text, 3)] })
const two = (one: string, first: string, other: string, second: string): Row => ({
  cells: [label(one), value(first), label(other), value(second)],
})
const long = (name: string, ...lines: Line[]): Row => ({
  cells: [label(name), { lines: lines.map((line) => `-${line}`), span: 3 }],
  flows: true,
})
const opinion = (name: string, lines: readonly Line[], signed: string): Row => ({
  cells: [label(name), { lines: [...lines, '', `>${signed}：＿＿＿＿　＿＿＿＿　＿＿＿年＿＿月＿＿日`], span: 3 }],
  tall: 20,
})
const GRID = [1700, 2722, 1700, 2722]

const agent: Row = { cells: [label('{#有委托}受委托单位'), value('{受委托单位}{/有委托}', 3)] }
const party: readonly Row[] = [
  wide('当事人', '{当事人}'),
  two('{证件名称}', '{证件号码}', '法定代表人（负责人）', '{负责人}'),
  two('住址（住所）', '{住址}', '联系电话', '{电话}'),
]
const partyLines: readonly Line[] = [
  '-当事人：{当事人}',
  '-{证件名称}：{证件号码}',
  '-法定代表人（负责人）：{负责人}',
  '-住址（住所）：{住址}',
  '-联系电话：{电话}',
]
const sealed: readonly Line[] = [
  '',
  '',
  '>{机关}（印章）　　',
  '>{日期}　　',
  '-{#有委托}受委托单位：{受委托单位}{/有委托}',
]
const evidence: readonly Block[] = ['{#有证据}以上事实，有下列证据证明：{/有证据}', '{#证据}{序号}．{证据名称}{/证据}']
const FINE =
  '{#有罚款}罚款缴纳：你（单位）应当自收到本决定书之日起{缴款天数}日内，将罚款缴至{银行}，或者通过电子支付系统缴纳。{加处罚款}{/有罚款}'
const pictures: readonly Block[] = ['{#有照片}*现场照片：{/有照片}', '^{#照片}{图}', '^{图说}{/照片}']

export const TEMPLATES: Readonly<Record<DocumentKind, Template>> = {
  'filing-approval': {
    title: '立案审批表',
    number: '{立案号}',
    blocks: [
      {
        widths: GRID,
        rows: [
          agent,
          wide('案由', '{案由}'),
          two('案件来源', '{案件来源}', '案发地点', '{地点}'),
          ...party,
          long('案情简介', '{事实}'),
          long('涉嫌违反的规定', '{违反条款}'),
          opinion('承办人意见', ['-{决定}', '-承办人：{执法人员}'], '承办人（签名）'),
          opinion('承办机构负责人意见', ['', ''], '签名'),
          opinion('行政机关负责人审批意见', ['', ''], '签名'),
        ],
      },
    ],
    foot: [],
    seam: false,
    layout: 'form',
  },
  'inspection-record': {
    title: '现场检查笔录',
    number: '工单号：{工单号}',
    blocks: [
      '-案由：{案由}',
      '-检查时间：{开始时间}至{结束时间}',
      '-检查地点：{地点}',
      ...partyLines,
      '-检查人员：{执法人员}',
      '-{#有委托}受委托单位：{受委托单位}{/有委托}',
      '检查人员已主动向当事人（在场人）出示行政执法证件，说明检查的事由，并告知：当事人有权陈述和申辩；认为检查人员与本案有直接利害关系或者有其他关系可能影响公正执法的，有权申请回避；应当如实回答询问，协助检查，不得拒绝或者阻挠。',
      '-是否申请回避：□否　□是，理由：＿＿＿＿＿＿＿＿＿＿',
      '*现场情况：',
      '{事实}',
      '{#有证据}*现场收集的证据：',
      {
        widths: [700, 4344, 2400, 1400],
        rows: [
          { cells: ['序号', '名称', '取得时间', '取得人'].map(label), head: true },
          {
            cells: [
              { lines: ['^{#证据}{序号}'] },
              { lines: ['-{证据名称}', '-校验值：{校验值}'] },
              { lines: ['-{取得时间}'] },
              { lines: ['-{取得人}{/证据}'] },
            ],
          },
        ],
      },
      '-{/有证据}',
      ...pictures,
      '以上笔录已交当事人（在场人）阅读（已向其宣读），请其核对。当事人（在场人）意见：',
      '-'.concat('＿'.repeat(31)),
      '-当事人（在场人）签名：＿＿＿＿＿＿＿　＿＿＿＿年＿＿月＿＿日',
      '-检查人员签名：＿＿＿＿＿　＿＿＿＿＿　＿＿＿＿年＿＿月＿＿日',
      '-记录人签名：＿＿＿＿＿＿　　见证人签名：＿＿＿＿＿＿',
    ],
    foot: ['当事人（在场人）：＿＿＿＿＿＿　检查人员：＿＿＿＿＿＿　＿＿＿＿＿＿'],
    seam: true,
    layout: 'record',
  },
  'correction-order': {
    title: '责令改正通知书',
    number: '{文号}',
    blocks: [
      ...partyLines,
      '经查，你（单位）涉嫌存在以下行为：',
      '{事实}',
      '上述行为违反了{违反条款}的规定。依据《中华人民共和国行政处罚法》第二十八条第一款、{处罚依据}的规定，现责令你（单位）改正：',
      '{决定}',
      '你（单位）如对本通知不服，可以自收到本通知书之日起六十日内向{复议机关}申请行政复议，也可以自收到本通知书之日起六个月内依法向{法院}提起行政诉讼。',
      '联系人（执法人员）：{执法人员}',
      '-当事人签收：＿＿＿＿＿＿＿＿　　＿＿＿＿年＿＿月＿＿日',
      ...sealed,
    ],
    foot: [],
    seam: true,
    layout: 'letter',
  },
  'penalty-notice': {
    title: '行政处罚事先告知书',
    number: '{文号}',
    blocks: [
      '-{当事人}：',
      '你（单位）涉嫌{案由}一案，已经本机关调查终结。根据《中华人民共和国行政处罚法》第四十四条的规定，现将拟作出行政处罚的内容及事实、理由、依据告知如下：',
      '*一、违法事实',
      '{事实}',
      ...evidence,
      '*二、处罚理由和依据',
      '上述行为违反了{违反条款}的规定，依据{处罚依据}的规定，应当给予行政处罚。',
      '{法条原文}',
      '{裁量说明}',
      '*三、拟作出的行政处罚',
      '{决定}',
      '{#有罚款}拟处罚款人民币{金额}元（大写：{金额大写}）。{/有罚款}',
      '*四、你（单位）依法享有的权利',
      '根据《中华人民共和国行政处罚法》第四十五条的规定，你（单位）有权进行陈述和申辩，请自收到本告知书之日起{陈述天数}日内向本机关提出；逾期未提出的，视为放弃。本机关不会因陈述、申辩给予更重的处罚。',
      '{#可听证}根据《中华人民共和国行政处罚法》第六十三条、第六十四条的规定，你（单位）有要求听证的权利。要求听证的，请自收到本告知书之日起{听证天数}日内提出；逾期未提出的，视为放弃。听证不收取费用。{/可听证}',
      '联系人（执法人员）：{执法人员}',
      ...sealed,
    ],
    foot: [],
    seam: true,
    layout: 'letter',
  },
  'penalty-decision': {
    title: '行政处罚决定书',
    number: '{文号}',
    blocks: [
      ...partyLines,
      '你（单位）{案由}一案（立案号：{立案号}），经本机关依法调查，现已查明：',
      '*一、违法事实和证据',
      '{事实}',
      ...evidence,
      '*二、处罚的依据和理由',
      '上述行为违反了{违反条款}的规定，依据{处罚依据}的规定，应当给予行政处罚。',
      '{法条原文}',
      '{裁量说明}',
      '本机关已依法告知你（单位）拟作出行政处罚的内容及事实、理由、依据，以及依法享有的陈述、申辩等权利。',
      '*三、处罚决定',
      '{决定}',
      '{#有罚款}罚款人民币{金额}元（大写：{金额大写}）。{/有罚款}',
      '*四、履行方式和期限',
      '你（单位）应当按照本决定第三项的要求，在规定的期限内履行。',
      FINE,
      '*五、救济途径和期限',
      '如不服本决定，可以自收到本决定书之日起六十日内向{复议机关}申请行政复议，也可以自收到本决定书之日起六个月内依法向{法院}提起行政诉讼。复议、诉讼期间，除法律另有规定外，本决定不停止执行。',
      '逾期不申请行政复议、不提起行政诉讼，又不履行本决定的，本机关将依法申请人民法院强制执行或者依照法律规定强制执行。',
      ...sealed,
    ],
    foot: [],
    seam: true,
    layout: 'letter',
  },
  'spot-decision': {
    title: '当场行政处罚决定书',
    number: '{文号}',
    blocks: [
      ...partyLines,
      '-违法时间：{开始时间}',
      '-违法地点：{地点}',
      '违法事实：{事实}',
      '上述行为违反了{违反条款}的规定。执法人员已向你（单位）出示执法证件，当场告知拟作出行政处罚的内容及事实、理由、依据，以及依法享有的陈述、申辩权利。',
      '-当事人陈述申辩：□不陈述申辩　□陈述申辩，内容：＿＿＿＿＿＿＿',
      '依据《中华人民共和国行政处罚法》第五十一条、{处罚依据}的规定，当场作出如下处罚：',
      '{决定}',
      '{#有罚款}罚款人民币{金额}元（大写：{金额大写}）。{/有罚款}',
      FINE,
      '如不服本决定，应当依照《中华人民共和国行政复议法》第二十三条的规定，自收到本决定书之日起六十日内先向{复议机关}申请行政复议；对行政复议决定不服的，可以再依法向{法院}提起行政诉讼。复议、诉讼期间，除法律另有规定外，本决定不停止执行。',
      '本决定书当场交付当事人。',
      '-执法人员：{执法人员}',
      '-执法人员签名：＿＿＿＿＿＿　＿＿＿＿＿＿',
      '-当事人签收：＿＿＿＿＿＿　＿＿＿＿年＿＿月＿＿日＿＿时＿＿分',
      ...sealed,
    ],
    foot: [],
    seam: true,
    layout: 'record',
  },
  'service-receipt': {
    title: '送达回证',
    number: '{文号}',
    blocks: [
      {
        widths: GRID,
        rows: [
          agent,
          wide('案由', '{案由}'),
          wide('受送达人', '{受送达人}'),
          { cells: [label('送达文书'), { lines: ['^文书名称'] }, { lines: ['^文书编号'], span: 2 }] },
          {
            cells: [
              { lines: [''] },
              { lines: ['-{#送达文书}{文书名称}'] },
              { lines: ['-{文书编号}{/送达文书}'], span: 2 },
            ],
          },
          wide('送达方式', '{送达方式}'),
          wide('送达地点', '{送达地点}'),
          wide('送达时间', '{送达时间}'),
          {
            cells: [label('受送达人签名或者盖章'), { lines: ['', '', '>＿＿＿＿年＿＿月＿＿日＿＿时＿＿分'], span: 3 }],
            tall: 26,
          },
          {
            cells: [
              label('代收人签名及与受送达人的关系'),
              { lines: ['', '', '>＿＿＿＿年＿＿月＿＿日＿＿时＿＿分'], span: 3 },
            ],
            tall: 26,
          },
          {
            cells: [label('送达人'), { lines: ['-{执法人员}', '', '>签名：＿＿＿＿＿＿　＿＿＿＿＿＿'], span: 3 }],
            tall: 22,
          },
          { cells: [label('见证人'), { lines: ['', '>签名：＿＿＿＿＿＿'], span: 3 }], tall: 18 },
          { cells: [label('备注（拒收事由、留置情况）'), { lines: [''], span: 3 }], tall: 26 },
        ],
      },
    ],
    foot: [],
    seam: false,
    layout: 'form',
  },
  'closing-approval': {
    title: '结案审批表',
    number: '{立案号}',
    blocks: [
      {
        widths: GRID,
        rows: [
          agent,
          wide('案由', '{案由}'),
          two('立案日期', '{立案日期}', '案件来源', '{案件来源}'),
          ...party,
          wide('处罚决定书文号', '{文号}'),
          long('违法事实', '{事实}'),
          long('处罚内容', '{决定}', '{#有罚款}罚款人民币{金额}元（大写：{金额大写}）。{/有罚款}'),
          long('执行情况', '{执行情况}'),
          opinion('承办人意见', ['-承办人：{执法人员}'], '承办人（签名）'),
          opinion('审核意见', ['-{审核结论}', '-审核人：{审核人}　{审核时间}'], '审核人（签名）'),
          opinion('行政机关负责人审批意见', ['', ''], '签名'),
        ],
      },
    ],
    foot: [],
    seam: false,
    layout: 'form',
  },
}

export const PICTURE = '{图}'
export const PAGE = {
  organ: '{机关}',
  seal: '{机关}（印章）',
  blank: '＿＿＿＿',
  caseNo: '工单号：{工单号}　　',
  before: '第',
  between: '页　共',
  after: '页',
  seam: '（骑缝章）',
} as const
export const FONTS = {
  text: '仿宋',
  title: '宋体',
  /** what other machines call them */
  others: { 仿宋: 'FangSong;仿宋_GB2312;FangSong_GB2312;STFangsong;华文仿宋', 宋体: 'SimSun;NSimSun;STSong;华文宋体' },
} as const
