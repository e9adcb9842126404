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

/** What may stand before a part, and behind its name. */
export const BEFORE_PART = /^[\s,，;；。、]+/u
export const BEHIND_PART = '\\s*[:：]\\s*'
export const BETWEEN_PARTS = '(?:^|[\\s,，;；。、])'

/** The inspection is now. */
export const IS_NOW = /^(?:现在|刚才|刚刚|此刻|今天现在|就现在)[。.!！]*$/u
