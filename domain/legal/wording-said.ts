import type { Discretion, Proposal } from './kinds.ts'

/** A short name that ends like this is no person's; 「李志行」 is. */
export const SHORT_ENTITY = /(?:公司|店|铺|超市|作坊)$/u
/** Names that end like this are no person's (法人、其他组织、个体工商户的字号). */
export const ENTITY =
  /(?:公司|集团|企业|[工农林牧渔]场|厂|店|铺|行|部|馆|社|院|校|所|站|中心|酒楼|饭庄|超市|市场|作坊|合作社|养殖场|采石场|砂场|个体户|经营部|加工点)$/u
export const REPRESENTED = /^(?:法定代表人|负责人|经营者|法人)[:：]?/u
export const UNKNOWN_MORE =
  /^(?:联系电话|电话|手机号?|地址|住址|住所|家住|住|证号|身份证号?码?|统一社会信用代码)[:：]?/u
/** What is asked of nobody here; it is no part of an address. */
export const OF_NO_USE = /^(?:性别|年龄)?[:：]?(?:男|女|\d{1,3}(?:周?岁)|汉族)性?$/u

/** From the heaviest down; the first that is found says what it is, the others are in its words. */
export const SORTS: readonly (readonly [Proposal['sort'], RegExp])[] = [
  ['revocation', /吊销|撤销许可/u],
  ['suspension', /停产|停业|责令关闭|责令停止|限制从业|限制开展/u],
  ['confiscation', /没收/u],
  ['fine', /罚款|罚\s*\d/u],
  ['warning', /警告|通报批评/u],
  ['other', /暂扣|降低资质|其他/u],
]
/** 行政拘留 is for the police alone (§10, §18). */
export const DETENTION = /拘留/u
/** 「500-1000」 is no amount. */
const AMOUNT = String.raw`(?:人民币)?\s*[:：]?\s*(\d[\d,，]*(?:\.\d{1,2})?)(?![\d.]|\s*元?\s*[-~—至到]\s*\d)\s*(万)?`
export const FINE_OF = new RegExp(`(?:罚款|罚)${AMOUNT}`, 'u')
/** 「处500元罚款」; 「处200元以下罚款」 quotes the law. */
export const FINE_AFTER = new RegExp(`(?:处以?|^)\\s*${AMOUNT}\\s*(?:元|块|圆)(?!以|至)`, 'u')
export const VALUE_OF = new RegExp(`没收[^\\d，,。；;罚]{0,16}${AMOUNT}`, 'u')
export const PAID_OF = new RegExp(`^${AMOUNT}\\s*(?:元|块)?`, 'u')

export const DISCRETIONS: readonly (readonly [Discretion, RegExp])[] = [
  ['waive', /^(?:首违不罚|不予处罚|轻微不罚|免罚)/u],
  ['mitigate', /^减轻(?:处罚)?/u],
  ['lighter', /^从轻(?:处罚)?/u],
  ['heavier', /^从重(?:处罚)?/u],
  ['ordinary', /^(?:一般|按一般|通常)(?:处罚|裁量)?/u],
]

export const WAIVES = /^(?:放弃|不要求|不申请|无异议|没有意见|没意见|(?:没有?|无)[。\s]*$)/u
export const SIMPLE = /(?:^|[\s，,])(?:简易程序|简易|当场)(?=$|[\s，,])/u
export const SIMPLE_WORD = '简易'
/** It must begin with it: 「没有危害」 is none. */
export const HARM = /^(?:有|造成)?(?:危害|生命|健康|金融)/u
export const UNTIL_MARK = /^(?:期限|限期|限|到|至|前)?[:：]?/u
/** What leads to a term that is printed as a day of its own. */
export const TERM_BEFORE = /[\s，,、；;：:]*(?:期限|限期|限|于|在)?[\s，,、；;：:]*$/u
export const DAYS_OF = /^(\d{1,3})\s*(?:天|日|个自然日)/u
/** Days that are told in words. */
export const TODAY_WORDS: Readonly<Record<string, number>> = { 今天: 0, 今日: 0, 昨天: -1, 昨日: -1, 前天: -2, 明天: 1 }
export const FULL_DAY = /^(20\d{2})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?/u
export const SHORT_DAY = /^(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]/u

/** The number of a document, as it stands on paper: 青执罚告字〔2026〕第0003号. */
export const DOC_NO = /[^\s，,。；;：:]{0,14}[〔［[(（【]\s*20\d{2}\s*[〕］\])）】]\s*第?\s*\d{1,6}\s*号/u
/** How something may be served (行政处罚法 §61, 民事诉讼法 §§88-95). */
export const SERVED_HOW =
  /直接|留置|委托|邮寄|快递|特快专递|挂号|转交|公告|电子|传真|短信|邮件|微信|当面|当场|本人|家属|代收|签收|交付|交给|送到/u

/** A fine that was not paid is no reason to keep the file, where a court ended it or it was waived; to have applied is no end. */
export const ENFORCED =
  /^(?!.*(?:没有?|未|拟|准备|等|待|正在|将|不)[^，,。；;]{0,8}(?:执行|终结|减|免)).*(?:执行(?:完毕?|到位|终结|结束)|终结(?:本次)?执行|(?:批准|同意|准予|决定|裁定).{0,12}(?:减|免)|已经?(?:减|免))/u

/** What stands for the name of the party where it is not said. */
export const PARTY = '当事人'

/** Words in the facts that make one think of a crime (§27): the officer is asked to consider it. */
export const CRIME =
  /轻伤|重伤|死亡|致人|伤残|受伤|伤害|数额(?:巨大|特别巨大|较大)|情节(?:严重|特别严重)|后果严重|重大损失|涉嫌犯罪|非法经营|生产销售(?:有毒|假药|伪劣)|有毒有害|危险废物|非法占用农用地|基本农田.{0,8}亩|盗伐|滥伐.{0,8}立方|非法采矿|爆炸物|聚众|暴力/u

/** A party where others read along: 王某某. */
export const MASKED_PARTY = (name: string): string => `${[...name][0] ?? ''}某某`

/** Why the case's own time stands still. */
export const FILED = '立案查处'
