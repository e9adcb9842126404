/** Groups: part of the day, hour, minutes behind a colon, minutes behind 点. */
export const CLOCK =
  /^[\s,，]*(凌晨|早上|上午|中午|下午|晚上)?\s*([01]?\d|2[0-3])(?::([0-5]\d)|[点时](半|[0-5]?\d)?分?)/u
export const AFTERNOON = /^(?:下午|晚上)$/u
export const HALF = '半'
/** Groups: how much, and of what. 半天 is four hours. */
export const LASTS = /^[\s,，]*(半|\d{1,3}(?:\.5)?|[一二两三四五六七八九十]{1,3})\s*个?(小时|钟头|天|分钟)/u
export const TILL = /^[\s,，]*(?:到|至|~|-|—|–)\s*/u
export const UNIT_MS: Readonly<Record<string, number>> = {
  小时: 3_600_000,
  钟头: 3_600_000,
  天: 86_400_000,
  分钟: 60_000,
}
export const HALF_DAY_MS = 4 * 3_600_000
/** Group: the figure. */
export const KILOMETRES = /(\d{1,7})(?:\.\d)?\s*(?:公里|千米|km)?/iu
