/** A road's number alone is one only before these: 「107边上」, not 「107号」 or 「107块钱」. */
export const ROAD_AFTER =
  /^(?:国道|公路|线|路(?!公交|车)|边|旁|上|下|那|这|沿|口|附近|两|跟|和|与|对面|东|西|南|北|往|大桥)/
/** …or after these, if nothing is counted. */
/** …or alone. */
export const ROAD_ALONE = { before: /^(?:|.*[,.;。；、!?])$/su, after: /^(?:$|[,.;。；、!?])/ } as const
export const ROAD_BEFORE = /[在从沿走顺过跨g]$/
export const COUNTED = /^(?:号|元|块|斤|次|天|人|户|个|家|辆|吨|米|公里|里|房|室|栋|页|分|条|度|平|亩|车|箱|年|月|日)/
