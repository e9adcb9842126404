import type { Mark, Sort } from './kinds.ts'

/** What sort of whistle the first word says: 「吹哨 攻坚 …」. */
export const SORT_WORDS: Readonly<Record<Sort, RegExp>> = {
  emergency: /^应急哨?(?=[\s、，,：:])[\s、，,：:]*/u,
  daily: /^日常哨?(?=[\s、，,：:])[\s、，,：:]*/u,
  hard: /^攻坚哨?(?=[\s、，,：:])[\s、，,：:]*/u,
}
/** 应急 by itself is what people call a unit. */
export const SORT_FOR_SURE = /^(?:应急哨|日常|攻坚)/u
/** A fight, of which whoever calls units in need not say that it is bad; what is over, or is practised, is none. */
export const FIGHT =
  /^(?!.*(?:演练|演习|宣传|预防|培训|调解|善后|已经?散|昨|上周|纠纷隐患)).*(?:斗殴|打架|械斗|群殴|互殴|殴打|打起来|打人)/su
/** Who commands, where it is not the caller: 「由张伟指挥」「指挥：张伟」. Groups: name, name. */
export const COMMANDED_BY =
  /(?:[，,。\s]|^)(?:由([\p{Script=Han}]{2,4})(?:任|当|做|来)?(?:总|现场)?指挥|(?:总|现场)?指挥[:：\s]([\p{Script=Han}]{2,4}))(?=$|[\s，,。])/u
export const MARK_WORDS: Readonly<Record<Mark, RegExp>> = {
  good: /(?:^|[\s，,：:])(?:很好|好|优秀|满意|good)$/u,
  fair: /(?:^|[\s，,：:])(?:一般|中|合格|fair)$/u,
  poor: /(?:^|[\s，,：:])(?:很差|差|不好|不满意|poor)$/u,
}
/** 「可选」: the case may be finished without it. */
export const OPTIONAL = /[\s，,。（(]*(?:可选|选办)(?:任务)?[)）]?$/u
export const MUST = /[\s，,。（(]*必办(?:任务)?[)）]?$/u
/** 「3天内」「两天之内」「12小时内」. Groups: number, unit. */
export const WITHIN =
  /[\s，,。（(]*(?:限|在|于)?(\d{1,2}|[一二两三四五六七八九十])\s*个?(天|日|工作日|小时)(?:之?内|以内)?(?:完成|办完)?[)）]?$/u
export const HOURS_WORD = '小时'
const NUMERALS = '零一二三四五六七八九十'
export const numberIn = (said: string): number =>
  said === '两' ? 2 : /^\d+$/u.test(said) ? Number(said) : NUMERALS.indexOf(said)

/** 「到了」: whoever was called somewhere is there. */
export const COME = /^(?:我们?|人)?(?:已经|已|都)?(?:到了|到位了?|到达|到达了|到现场了?|到地方了)$/u
/** 「报到 马上到」: he is on his way and not there. */
export const ON_THE_WAY =
  /马上|路上|正在赶|在赶|赶过来|赶过去|这就|就来|出发|快到|还没到|没到|堵车|稍等|(?:分钟|小时|一会儿?)(?:后|以后|之后|就?到)/u
