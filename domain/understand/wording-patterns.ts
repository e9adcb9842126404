import { NUMBER } from './wording-number.ts'

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
const TIME = '(小时|钟头|天|日|夜|晚上|宿|周|星期|礼拜|月|年头|年)'
/** 「三天了」「都半个月了」「一个半月没人管」「三个多月了」: it goes on since; 「停水三天」 says so by what lasts. */
export const LASTS = new RegExp(
  `(${NUMBER})(?:来|多)?个?(半)?(?:来|多)?${TIME}(?:多|来)?(?:[一二三两]夜)?(?:了(?!结|断|账)|没|都|一直|还|前(?:就|开始))`,
  'gu',
)
export const LASTS_BY_VERB = new RegExp(
  `(?:停水|停电|停|堵|臭|吵|淹|断|坏|漏|持续|连续|长达|整整|连着|一连|折腾)(?:了)?(?:都|有|将近|快)?(${NUMBER})(?:来|多)?个?(半)?(?:来|多)?${TIME}`,
  'gu',
)
/** What stands right before a time that is not the matter's own. */
export const NOT_ITS_OWN =
  /(?:住|活|干|当|种|嫁|开|卖|租|贷|过期|结婚|上学|念书|租期|合同|工龄|党龄|教龄|当兵|打工|认识|限期?|限你们?|不到|[在到]?(?:村里|村上|这里|这儿|这村|俺村|我们村|厂里|镇上))(?:了|已经|都|有|快|我|俺|也)*$/u
/** Said without a number and without a date: how many days at least. */
export const ABOUT: readonly (readonly [RegExp, number])[] = [
  [/(?:这|近|最近|这阵)(?:两|几|些)天|两三天|三两天/u, 2],
  [/(?:这|近|最近)(?:个)?(?:星期|礼拜|周)/u, 7],
  [/(?:这|近|最近)(?:段|阵)(?:时间|子)?|好些天|好多天|好几天|多少天/u, 7],
  [/一整(?:天|夜|宿)/u, 1],
  [/一(?:上午|下午|晌午)(?:了|没|都|还)/u, 0.25],
  [/(?:这|近)个?月|好几个月/u, 20],
  [/长期/u, 30],
  [/好几年|多年|常年|长年|几年了|一年到头|一年四季/u, 365],
]
/** 「从昨天开始」「国庆以后」: what makes a day the beginning of something. */
export const FROM = '(?:打|从|自从?)'
export const ON =
  '(?:前后?|的时候|那(?:天|阵|会儿?)?)?(?:以后|以来|之后|过后|节?后|起|开始|到现在|到今(?:天)?|至今|一直|就|都没|还没)'
/** Without one of these no day is named. */
export const DATED =
  /[月日号昨节春夏秋冬麦周]|[前去上今]年|过(?:完|了)?年|年[后三初]|[前头]?[前几]天|星期|礼拜|五一|国庆|十一|清明|除夕|元宵|元旦|重阳|暑假|开学|供暖|20\d\d年/u
/** Days before today. */
export const DAYS_AGO: readonly (readonly [string, number])[] = [
  ['大前天', 3],
  ['前天', 2],
  ['(?:前两|前几|头两|头几)天', 3],
  ['昨(?:天|晚|夜|儿|个)?(?:晚上|夜里|黑)?', 1],
]
/** Days of the year: `lunar` by the farmers' calendar; 0 = the first of that month of this year or the last. */
export const FEASTS: readonly Readonly<{ said: string; month: number; day: number; lunar?: true }>[] = [
  { said: '(?:年三十|除夕|大年三十)', month: 12, day: 29, lunar: true },
  { said: '正月十五|元宵', month: 1, day: 15, lunar: true },
  {
    said: '过(?:完|了)?年|春节|大年初[一二三四五六七]|正月(?:初[一二三四五六七八九十])?|年后',
    month: 1,
    day: 1,
    lunar: true,
  },
  { said: '端午', month: 5, day: 5, lunar: true },
  { said: '中秋|八月十五', month: 8, day: 15, lunar: true },
  { said: '重阳', month: 9, day: 9, lunar: true },
  { said: '进?腊月', month: 12, day: 1, lunar: true },
  { said: '元旦|(?:今年)?年初', month: 1, day: 1 },
  { said: '开春|打春|立春|(?:今年)?春天', month: 3, day: 1 },
  { said: '清明', month: 4, day: 5 },
  { said: '五一', month: 5, day: 1 },
  { said: '入夏|(?:今年)?夏天|麦收|收麦|割麦|暑假', month: 6, day: 10 },
  { said: '入秋|秋收|(?:今年)?秋天|开学', month: 9, day: 10 },
  { said: '国庆|十一(?!月)', month: 10, day: 1 },
  { said: '入冬|(?:今年)?冬天|供暖', month: 11, day: 7 },
]
export const MONTH_DAY = `(${NUMBER})月(?:份|(${NUMBER})[日号])?`
export const DAY_OF_MONTH = `(${NUMBER})[日号]`
export const LAST_MONTH = '上个?月'
export const THIS_MONTH = '月初'
export const LAST_WEEK = '上(?:个)?(?:星期|礼拜|周)([一二三四五六日天])?'
export const WEEKDAY = '(?:周|星期|礼拜)([一二三四五六日天])'
export const LAST_YEAR = '(?:去年|上年)(?:[春夏秋冬]天|下半年|上半年|年底)?'
export const YEAR_BEFORE = '(?:前年|大前年)'
export const YEAR = '(20\\d\\d)年'

/** It comes again and again. */
export const REPEATS =
  /天天|日日|夜夜|成天|(?<!一)整天|整宿|整夜整夜|每(?:天|晚|夜|日|周|个?星期|到|逢|次)|逢(?:集|雨|[一二三四五六七八九])|一到(?:晚上|夜里|下雨|周末|逢集|饭点)|一下雨就|老是|总是|老(?:有|放|来|倒|烧|叫|吵|堵|占|摆)|总(?:有|来|爱)|经常|三天两头|隔三[差岔]五|隔(?:两|三|几)天就|反反复复|又(?:来|摆|倒|烧|开始|在)|又[^,，。]{1,3}了|一直|没完没了|屡次|多次|不止一次|一年四季|一年到头|好几[次回遍]/u
/** 「反映好几次了」「第三次反映」: how often it was told before. */
export const TOLD = new RegExp(
  `(?:反映|投诉|举报|上报|报|说|打电话|找)(?:过|了)?(?:有)?(${NUMBER})(?:多)?[次回遍]|第(${NUMBER})[次回遍](?:反映|投诉|举报|报|说|找)`,
  'u',
)
/** How far it reaches. */
export const PEOPLE = new RegExp(`(${NUMBER})(?:来|多|好几)?(?:个|口)?(人|户|家|口子|亩|村民|孩子|学生|老人|栋)`, 'u')
export const WIDE =
  /一大?片(?:地|田|都|全)|一大片|整条(?:街|路|沟|河)|全(?:村|镇|小区)|半个村|整个(?:村|小区|庄)|满(?:村|街|庄)|一条街|半条街|到处都?是|遍地|整栋|上百|成百|几百|成片|大面积|十里八乡/u

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
  told: (times: number): string => `已反映 ${times} 次`,
} as const

/** So many of them are many. */
export const MANY: Readonly<Record<string, number>> = { 户: 10, 家: 10, 人: 30, 村民: 30 }
/** The days of a week from Monday on, by what they are called. */
export const WEEKDAYS: readonly (readonly string[])[] = [['一'], ['二'], ['三'], ['四'], ['五'], ['六'], ['日', '天']]
