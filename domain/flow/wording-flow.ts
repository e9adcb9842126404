import type { PermitFound } from './kinds.ts'

/** A mark of secrecy (保守国家秘密法); 商业秘密 and the like are none, nor is speaking of the law itself. */
export const SECRET = /绝密|机密|(?<!商业|个人|保守国家|保守|宣传国家|泄露|通信|侦查|不是|的)秘密(?!行动|通道)/u
export const SPEAKS_OF_LAW = /保守国家秘密法|保密法|保密宣传/gu

/** Everybody: 转发 全体 … */
export const ALL_UNITS =
  /^(?:给|到|至)?(?:全体|全镇|所有|各|全部)(?:各)?(?:站所|单位|部门|人员|成员)?(?=$|[\s,，:：、])/u
export const BRIGADE_TOO = /^(?:大队和全部站所|大队和全体)(?=$|[\s,，:：、])/u
export const ONLY_BRIGADE = /^(?:只给大队|只给执法大队)(?=$|[\s,，:：、])/u
export const NOBODY = /^(?:不转发?了?|不用转?发?|算了|取消)$/u

/** How a shop or a company ends; a short name without it is somebody's own. */
export const BUSINESS =
  /店|馆|厂|场|公司|部|铺|社|园|院|吧|城|中心|合作|企业|超市|药房|诊所|学校|幼儿园|所|站|行|坊|庄|楼|阁|轩|屋|业|局|处|网|厅|堂|队|村|矿|基地|酒家|面馆|小吃|烧烤|饭|餐/u
/** What says nothing about which shop it is. */
export const FIRM_TAIL = /(?:有限)?(?:责任)?公司$|个体工商户$|[（(][^（()）]*[)）]$/u
export const ABOUT_IT =
  /^(?:的|有没有|是不是有|有无|是否有)+|(?:有没有|的)?(?:许可证?|营业执照|执照|证照|证)?(?:吗|没有|么|是否有效|还有效吗)?$/u
export const SOMEBODY = '某'

/** 核实: the unit is asked although the list knows it. */
export const ASK_ANYWAY = /(?:^|\s)(?:请?核实|请?核对|再问一?下?)$/u

export const FOUND_WORDS: readonly Readonly<{ said: RegExp; found: PermitFound }>[] = [
  { said: /(?:没有?|未|还没有?)(?:到期|过期|失效|注销|被?吊销)/u, found: 'valid' },
  { said: /过期|失效|到期未|已注销|吊销/u, found: 'expired' },
  { said: /没有|无(?:此|该|许可|证|记录)|^无|未办|未取得|查无|不存在/u, found: 'none' },
  { said: /有效|在有效期|^有/u, found: 'valid' },
]

export const FOUND_FIRST: readonly Readonly<{ said: RegExp; found: PermitFound }>[] = [
  { said: /^(?:更正[:：,，\s]*)?已?过期/u, found: 'expired' },
  {
    said: /^(?:更正[:：,，\s]*)?(?:其实|实际上?)?(?:没有?(?:办理?过?|取得)?(?:经营|食品|生产|卫生|营业)*(?:许可证?|执照|证照?|登记|备案|记录)?|无[证照]|无许可证?|未办理?|查无)(?:的|了)?(?=$|[,，。；;\s])/u,
    found: 'none',
  },
  { said: /^(?:更正[:：,，\s]*)?有效/u, found: 'valid' },
]

/** What stands in the log of a case about an answer. */
export const FOUND_NOTE: Readonly<Record<PermitFound, string>> = {
  valid: '许可有效',
  none: '没有许可',
  expired: '许可已过期',
  said: '已答复',
}
export const LISTED_NOTE = (valid: number, expired: number): string =>
  `许可名单里查到有效 ${valid} 条，过期 ${expired} 条`
export const PUNCTUATION = '：'
/** Between an answer and what was added to it. */
export const ADDED = '；'
