import { VERBS, type Verb } from '../../../domain/command/parsed.ts'

/** What people may write behind an order so that it can go through; an order that is not named here takes anything. */
const FITTING: Readonly<Partial<Record<Verb, readonly string[]>>> = {
  assign: ['综合行政执法大队', '城管中队', '生态环境所'],
  rule: ['城管中队 路边占道的归城管', '综合行政执法大队 由大队办'],
  transfer: ['综合行政执法大队', '市交通局 占的是公路'],
  whistle: ['派出所 摊主不配合', '王家村 派出所、生态环境所 聚众斗殴'],
  'whistle-emergency': ['王家村 派出所、城管中队 打架'],
  'whistle-daily': ['王家村 生态环境所 联合检查'],
  'whistle-hard': ['王家村 派出所、自然资源所 拆违，由郭栋指挥'],
  'whistle-score': ['好', '差', '派出所 一般'],
  'cannot-come': ['警力都在安保'],
  request: ['生态环境所 要检测'],
  'request-police': ['摊主推搡执法人员'],
  'request-refuse': ['警力都在安保'],
  child: ['生态环境所 清运垃圾', '派出所 维持秩序 可选', '城管中队 贴告示'],
  'child-done': ['1 已清运', '已清运'],
  extend: ['2天 连日下雨，路不通', '1天 等吊车'],
  'extend-refuse': ['人手够'],
  suspend: ['等苗木 12月4日恢复', '等法院判决 12月20日恢复'],
  'suspend-refuse': ['先劝离'],
  'send-out': ['市交通局 占的是公路'],
  'outside-reply': ['下周来拆'],
  block: ['缺车辆 执法车在修', '缺人手'],
  merge: ['0001 0002 确认', '0002 0001 确认'],
  return: ['不归我管'],
  finish: ['摊位已劝离，垃圾已清走'],
  feedback: ['在劝'],
  supervise: ['处理得太慢，请整改'],
  rectify: ['已补拍照片，已说明'],
  'rectify-again': ['照片看不清'],
  exclude: ['要求和政策不符'],
  'exclude-refuse': ['要求合理'],
  revisit: ['解决了，满意', '没解决', '没接'],
  handover: ['给王芳 下午三点去复查', '给李强'],
  leave: ['明天 家里有事', '12月1日至3日 看病'],
  swap: ['明天 王芳'],
  'book-vehicle': ['14:00 2小时 送材料', '15:00 1小时'],
  'book-room': ['15:00 1小时'],
  permit: ['刘家豆腐坊 市场监管所'],
  'permit-answer': ['没有，也没来申请过', '有效'],
  paper: ['全体 关于防汛的通知', '城管中队 关于检查的通知'],
  record: ['时间：现在 地点：王家村村口 当事人：王二 情况：摆了五张桌子 签字：当事人签字 同行：王芳'],
  'record-more': ['时间：现在 情况：已经搬走 签字：当事人签字 同行：李强'],
  'record-return': ['情况不对'],
  'evidence-export': ['复议用'],
  'file-open': ['王芳', '李强', ''],
  'file-refuse': ['当场改正，没有危害后果'],
  'file-document': ['立案审批表', '处罚决定书', '告知书'],
  'file-officers': ['王芳', '张伟、李强', '沈浩'],
  'file-party': ['王大山 青石镇王家村', '李小河 青石镇王家村', '青石镇大山商贸有限公司'],
  'file-dated': ['2026-11-20', '2023-01-05'],
  'file-facts': ['在村口占道摆摊', '还查明占用了盲道'],
  'file-more-facts': ['还占用了盲道'],
  'file-hold': ['三轮车一辆', '秤一台'],
  'file-hold-end': ['退还', '解除'],
  'file-order': ['三日内改正'],
  'file-discretion': ['一般 已劝阻两次', '不罚 首违，已改正', '从轻 主动改正'],
  'file-propose': ['依据第三十六条 罚款 500', '罚款 200', '罚款 6000', '警告'],
  'file-defend': ['放弃', '认为罚得重'],
  'file-hearing-ask': ['', '放弃'],
  'file-hearing-notify': ['2026-12-10 镇政府', '2026-12-20'],
  'file-hearing-hold': ['已举行', '维持'],
  'file-decide': ['', '罚款 500', '罚款 200'],
  'file-serve': ['当面', '留置'],
  'file-pay': ['500元', '200', '100'],
  'file-dismiss': ['证据不足'],
  'file-spare': ['轻微，已改正'],
  'file-transfer': ['涉嫌犯罪'],
  'file-extend': ['30天 《海关法》第一百条 海发1号', '30天 案情复杂'],
  'review-reject': ['事实：不清', '裁量 理由要写具体'],
  'review-hand': ['韩雪', '丁一', '白雪'],
  'review-aside': ['和当事人是亲戚'],
  'signoff-refuse': ['裁量理由要写具体'],
  'signoff-record': ['省城函12号 同意', '省城函13号 不同意'],
  'knowledge-keep': ['摆摊几点收？晚上十点'],
  'quiz-answer': ['A', 'B'],
  'class-open': ['露天焚烧怎么查'],
}

const ANYTHING = ['', '同意', '好', '城管中队', '2天 还在等材料', '理由：证据还不够', '罚款 200', '2026-12-10'] as const

export const restsOf = (verb: Verb): readonly string[] => [...(FITTING[verb] ?? ['']), '']

export { ANYTHING }

/** A person who has himself forgotten ends the story, and what is learnt by night has tests of its own. */
const LEFT_OUT: readonly Verb[] = ['erase', 'erase-sure', 'classifier']

export const ORDERS: readonly Verb[] = VERBS.filter((verb) => !LEFT_OUT.includes(verb))
const OF_FILES = /^(?:file|review|signoff)-/u
export const ORDERS_OF_FILES: readonly Verb[] = ORDERS.filter((verb) => OF_FILES.test(verb))
export const ORDERS_OF_CASES: readonly Verb[] = ORDERS.filter((verb) => !OF_FILES.test(verb))
