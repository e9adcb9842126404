import sharp from 'sharp'
import type { DocumentInput, DocumentKind, Picture } from '../../domain/legal/documentShape.ts'
import { readTemplates } from '../../documents/templates.ts'

export const templates = await readTemplates(['config/documents'])

/** A case as there are many; people, places and numbers are invented. */
export const ordinary = (kind: DocumentKind, more: Partial<DocumentInput> = {}): DocumentInput => ({
  kind,
  organ: { name: '青石县城市管理局', agent: '青石镇人民政府' },
  docNo: '青执罚决字〔2026〕第0003号',
  fileNo: '青执立字〔2026〕第0001号',
  caseNo: 'QS261123-0007',
  item: '擅自在集镇主干道倾倒建筑垃圾',
  source: '群众反映',
  party: {
    kind: 'entity',
    name: '青石县恒远建材有限公司',
    idLabel: '统一社会信用代码',
    id: '91410185MA00000000',
    representative: '王大山',
    address: '青石镇王家村兴隆路12号',
    phone: '13800000000',
  },
  place: '青石镇王家村村口小桥东侧',
  from: new Date('2026-11-23T01:05:00Z'),
  to: new Date('2026-11-23T02:30:00Z'),
  facts:
    '2026年11月23日9时05分，执法人员在青石镇王家村村口小桥东侧检查时发现，当事人用自卸货车（车牌号豫A00000）将装修产生的砖块、水泥块等建筑垃圾倾倒在道路东侧绿化带内，现场堆放面积约12平方米，未采取任何覆盖措施。\n经现场询问，当事人承认上述建筑垃圾系其承接的装修工程产生，因运往消纳场路途较远而就近倾倒。',
  evidence: [
    { name: '现场检查笔录', sha256: 'a'.repeat(64), at: new Date('2026-11-23T02:30:00Z'), by: '李明' },
    { name: '现场照片两张', sha256: '0123456789abcdef'.repeat(4), at: new Date('2026-11-23T01:20:00Z'), by: '赵强' },
  ],
  violated: [
    { article: '《城市建筑垃圾管理规定》第十五条', text: '任何单位和个人不得随意倾倒、抛撒或者堆放建筑垃圾。' },
  ],
  basis: [
    {
      article: '《城市建筑垃圾管理规定》第二十六条',
      text: '单位和个人随意倾倒、抛撒或者堆放建筑垃圾的，由城市人民政府市容环境卫生主管部门责令限期改正，给予警告，并可以对单位处5000元以上5万元以下罚款，对个人处200元以下罚款。',
    },
  ],
  discretion: '当事人系首次违法，能够配合调查并主动清运，参照裁量基准，按从轻档次处罚。',
  decision: '责令于2026年11月26日前将倾倒的建筑垃圾清运完毕。\n警告，并处罚款。',
  amount: 5000,
  rights: {
    statementDays: 5,
    hearingDays: 5,
    reviewOrgan: '青石县人民政府',
    court: '青石县人民法院',
  },
  payment: {
    bank: '青石县农村商业银行青石支行',
    days: 15,
    surcharge: '到期不缴纳的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超过罚款的数额。',
  },
  officers: [
    { name: '李明', licence: '16010001' },
    { name: '赵强', licence: '16010002' },
  ],
  review: { result: '事实清楚，证据充分，程序合法，同意。', reviewer: '周静', at: new Date('2026-11-25T06:00:00Z') },
  service: {
    documents: [{ name: '行政处罚决定书', docNo: '青执罚决字〔2026〕第0003号' }],
    receiver: '青石县恒远建材有限公司',
    way: '直接送达',
    place: '青石镇王家村兴隆路12号',
    at: new Date('2026-11-27T02:00:00Z'),
  },
  closing: { filedOn: '2026-11-23', execution: '当事人已按期清运，罚款已缴纳（票据号0000001）。' },
  day: '2026-11-26',
  pictures: [],
  ...more,
})

/** The same with nothing known that may be unknown. */
export const blank = (kind: DocumentKind): DocumentInput => ({
  ...ordinary(kind),
  ...{ docNo: null, fileNo: null, caseNo: null, item: null, source: null, place: null, from: null, to: null },
  ...{ facts: null, evidence: [], violated: [], basis: [], discretion: null, decision: null, amount: null },
  party: { kind: 'person', name: null, idLabel: null, id: null, representative: null, address: null, phone: null },
  organ: { name: '青石镇人民政府', agent: null },
  rights: { statementDays: null, hearingDays: null, reviewOrgan: null, court: null },
  ...{ payment: null, officers: [], review: null, service: null, closing: null, day: null, pictures: [] },
})

export const LONG_NAME =
  '青石县东西南北中发白农村社区居民委员会第二分会恒远绿色新型建筑装饰材料股份有限公司青石镇分公司'

/** Five thousand characters in several paragraphs. */
export const LONG_FACTS = Array.from({ length: 20 }, (_, index) =>
  `第${index + 1}段：执法人员现场检查发现，当事人将建筑垃圾倾倒在道路东侧绿化带内，未采取任何覆盖措施，影响村民通行。`
    .repeat(6)
    .slice(0, 250),
).join('\n')

export async function photo(caption: string, width = 1600, height = 1200): Promise<Picture> {
  const bytes = await sharp({ create: { width, height, channels: 3, background: '#7799bb' } })
    .jpeg()
    .toBuffer()
  return { caption, bytes, mime: 'image/jpeg' }
}
