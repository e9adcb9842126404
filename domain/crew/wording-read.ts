/** Days as they are said, and how far off they are. The longer word first. */
export const NEAR_DAYS: readonly (readonly [RegExp, number])[] = [
  [/^今天|^今日|^今晚/u, 0],
  [/^昨天|^昨日|^昨晚/u, -1],
  [/^大前天/u, -3],
  [/^前天|^前日/u, -2],
  [/^大后天/u, 3],
  [/^明天|^明日|^明晚/u, 1],
  [/^后天|^后日/u, 2],
]
/** Groups: year, month, day. */
export const WHOLE_DAY = /^(20\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?/u
/** Groups: month, day. */
export const MONTH_DAY = /^(\d{1,2})(?:月|[-/])(\d{1,2})[日号]?(?!\d|[:.])/u
/** What stands between the first and the last day. */
export const UNTIL = /^\s*(?:到|至|~|-|—|–)\s*/u
/** The last day by its number alone: 12月3日至5日. */
export const LAST_DAY = /^(\d{1,2})[日号]/u
/** 3天 after the first day. Group: how many. */
export const FOR_DAYS = /^[\s,，]*(?:共|请)?(\d{1,3}|[一二两三四五六七八九十]{1,3})\s*天/u
/** What leads to a reason. */
export const BECAUSE = /^[\s，,。；;：:、]*(?:理由|原因|说明)?(?:是)?[\s：:]*(?:因为|由于)?/u
/** What leads to a colleague's name. */
export const WITH = /^(?:和|跟|与|同|找)/u
export const GIVE_TO = /^(?:交给|给)\s*/u
