import type { BlockReason } from './kinds.ts'

const NUMBER = '(\\d{1,3}|[一二两三四五六七八九十]{1,3})'

/** 「2天 下雨」「申请三个工作日，…」 Group: the number. */
export const DAYS = new RegExp(`^(?:申请|延期?|再|给|要)*\\s*${NUMBER}\\s*个?\\s*(?:工作日|天|日)(?:的?时间)?`, 'u')
/** What leads to a reason. */
export const BECAUSE = /^[\s，,。；;：:、]*(?:理由|原因)?(?:是)?[\s：:]*(?:因为|由于)?/u

/** The day a case is looked at again, at the end of what is said: 「…，12月20日恢复」「… 20天后」. */
const LEAD = '(?:(?:^|[\\s，,。；;、（(]+)(?:\\s|等|挂账|挂|到|至|预计|计划|争取|大约|大概)*|(?:到|至)(?=\\d))'
const TAIL = '(?:前|左右|以前|之前)?(?:再)?(?:恢复|复核|再看|再办|办理|看)?[)）。.\\s]*$'
/** Groups: year, month, day. */
export const FULL_DATE = new RegExp(`${LEAD}(20\\d{2})[-/.年](\\d{1,2})[-/.月](\\d{1,2})[日号]?${TAIL}`, 'u')
/** Groups: month, day. */
export const MONTH_DAY = new RegExp(`${LEAD}(\\d{1,2})(?:月|[-/])(\\d{1,2})[日号]?${TAIL}`, 'u')
/** Group: how many days. */
export const IN_DAYS = new RegExp(`${LEAD}${NUMBER}\\s*天(?:以后|之后|后)?${TAIL}`, 'u')

/** What a unit may lack, as it is written. */
export const LACKS: Readonly<Record<BlockReason, RegExp>> = {
  equipment: /^缺(?:少)?(?:装备|设备|器材|工具|仪器)/u,
  vehicle: /^(?:缺(?:少)?|没有?)(?:车辆?|执法车)/u,
  people: /^(?:缺(?:少)?|没有?)(?:人手?|人员|队员)/u,
  money: /^缺(?:少)?(?:经费|钱|资金)/u,
  other: /^其他|^其它/u,
}

/** A number to call: of a mobile or of an office. */
export const PHONE = /^(?:\d{3,4}-\d{7,8}(?:-\d{1,5})?|1\d{10}|\d{7,8}|0\d{3}-\d{4,8})$/u
/** One person's own: it is kept like his name. */
export const MOBILE = /^1\d{10}$/u
/** 「联系人 张三」: what only names the next word. */
export const LABEL = /^(?:联系人|电话|联系电话|理由|原因)[：:]?/u
/** How people call an official they know. */
export const NAME = /^[\p{Script=Han}·]{2,8}$/u
