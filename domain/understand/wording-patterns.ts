/** Numbers as villagers say them. */
export const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  仨: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  半: 0.5,
  几: 3,
  好几: 4,
  多: 3,
  数: 3,
}
export const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 廿: 20, 卅: 30 }
export const NUMBER = '(?:\\d{1,4}|好几|几|半|数|[零〇一二两俩三仨四五六七八九十百千廿卅]{1,5})'

/** How long a unit of time is, in days. */
export const UNITS: Readonly<Record<string, number>> = {
  小时: 1 / 24,
  钟头: 1 / 24,
  天: 1,
  日: 1,
  夜: 1,
  晚上: 1,
  宿: 1,
  周: 7,
  星期: 7,
  礼拜: 7,
  个月: 30,
  月: 30,
  年: 365,
  年头: 365,
}
/** 「三天了」「都半个月了」「有两年多了」: it goes on since. */
export const LASTS = new RegExp(
  `(?:都|已经?|有|快|连着?|连续|持续|整整|一连)?(${NUMBER})(?:来|多)?个?(小时|钟头|天|日|夜|晚上|宿|周|星期|礼拜|月|年头|年)(?:多|来)?(?:了|没|都|一直|还)`,
  'u',
)
/** Said without a number: how many days at least. */
export const SINCE: readonly (readonly [RegExp, number])[] = [
  [/(?:这|近|最近|这阵)(?:两|几|些)天|两三天|三两天/u, 2],
  [/(?:这|近|最近|上)(?:个)?(?:星期|礼拜|周)/u, 7],
  [/(?:这|近|最近)(?:段|阵)(?:时间|子)?|好些天|好多天|好几天|十来天|多少天/u, 7],
  [/上个?月|(?:这|近)个?月|月初|好几个月/u, 20],
  [
    /从?(?:开春|入夏|入秋|入冬|过年|过完年|正月(?:初[一二三四五六七八九十]|十五)?|腊月|清明|端午|中秋|国庆|五一|麦收)(?:以后|以来|后|起|开始|到现在|就)/u,
    30,
  ],
  [/(?:去|前)年|好几年|多年|常年|长年|几年了|一年到头/u, 365],
]
/** It comes again and again. */
export const REPEATS =
  /天天|每(?:天|晚|夜|日|周|个?星期|到)|一到(?:晚上|夜里|下雨|周末|逢集|饭点)|老是|总是|经常|三天两头|隔三差五|反反复复|又(?:来|摆|倒|烧|开始|在)|一直|没完没了|屡次|多次|好几回|不止一次/u
/** How far it reaches. */
export const PEOPLE = new RegExp(`(${NUMBER})(?:来|多|好几)?(?:个|口)?(人|户|家|口子|亩|村民|孩子|学生|老人)`, 'u')
export const WIDE =
  /一大片|整条(?:街|路|沟|河)|全村|半个村|整个村|满村|一条街|半条街|到处都是|上百|成百|几百|成片|大面积|十里八乡/u

export const SHOWN = {
  lasts: (days: number): string =>
    days < 1
      ? '持续几小时'
      : days < 30
        ? `持续约 ${Math.round(days)} 天`
        : days < 365
          ? `持续约 ${Math.round(days / 30)} 个月`
          : '持续一年以上',
  repeats: '反复发生',
  people: (count: number, unit: string): string => `涉及约 ${Math.round(count)}${unit}`,
  wide: '范围大',
} as const

/** So many of them are many. */
export const MANY: Readonly<Record<string, number>> = { 户: 10, 家: 10, 人: 30, 村民: 30 }
