import type { RecordPart } from './kinds.ts'

/** The names of the parts of a record as officers write them; the first is the one the bot teaches. */
export const PART_WORDS: Readonly<Record<RecordPart, readonly [string, ...string[]]>> = {
  when: ['时间', '检查时间'],
  place: ['地点', '检查地点'],
  whom: ['当事人', '被检查人', '检查对象', '被检查单位', '对象'],
  seen: ['情况', '检查情况', '现场情况', '现场检查情况'],
  signature: ['签字', '签名', '当事人签字', '当事人签名'],
  second: ['同行', '同行人员', '同行执法人员', '第二名执法人员', '另一名执法人员', '第二人'],
}

/** 「时间：」 */
export const leadOf = (part: RecordPart): string => `${PART_WORDS[part][0]}：`

/** The record as it is kept: a text that says all of it, in one way only. */
export const RECORD_TEXT = {
  title: (no: string): string => `现场检查笔录 ${no}`,
  caseNo: (caseNo: string): string => `工单：${caseNo}`,
  of: (no: string): string => `补充：${no}`,
  part: (part: RecordPart, text: string): string => `${PART_WORDS[part][0]}：${text}`,
  officer: (name: string, licence: string): string => `执法人员：${name}（${licence}）`,
  /** a text that looks like a web page is not kept as a text */
  angle: '＜',
  file: (id: string): string => `附件：${id}`,
} as const

/** What may stand before a part, and behind its name. */
export const BEFORE_PART = /^[\s,，;；。、]+/u
export const BEHIND_PART = '\\s*[:：]\\s*'
export const BETWEEN_PARTS = '(?:^|[\\s,，;；。、])'

/** The inspection is now. */
export const IS_NOW = /^(?:现在|刚才|刚刚|此刻|今天现在|就现在)[。.!！]*$/u
