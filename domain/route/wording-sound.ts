/** How these characters sound in names of places, where the usual reading is another. */
export const SOUNDS_IN_NAMES: Readonly<Record<string, string>> = {
  单: 'shan',
  曾: 'zeng',
  仇: 'qiu',
  解: 'xie',
  任: 'ren',
  尉: 'yu',
  乐: 'lao',
  六: 'lu',
  堡: 'bu',
  铺: 'pu',
  洞: 'dong',
  盖: 'ge',
  朴: 'piao',
  查: 'zha',
  华: 'hua',
  区: 'ou',
  翟: 'zhai',
  瞿: 'qu',
  缪: 'miao',
  员: 'yun',
  葛: 'ge',
  哈: 'ha',
  晟: 'cheng',
  燕: 'yan',
  召: 'shao',
  行: 'hang',
  重: 'chong',
  长: 'chang',
}

/** Sounds that are one to many ears and in many dialects; the first of a pair becomes the second. */
export const HEARD_ALIKE: readonly (readonly [RegExp, string])[] = [
  [/^zh/, 'z'],
  [/^ch/, 'c'],
  [/^sh/, 's'],
  [/^l/, 'n'],
  [/^h(?=u)/, 'f'],
  [/^r/, 'n'],
  [/ng$/, 'n'],
  [/^wa$/, 'wan'],
  [/uan$/, 'wan'],
]

/** What must stand before or after a name that is only heard, unless it ends like a village. */
export const PLACE_NEAR_BEFORE = /(?:^|[在到去从住往离是走过逛经,.;!?])$/u
export const PLACE_NEAR_AFTER =
  /^(?:$|村|庄|屯|小学|中学|学校|幼儿园|村口|路口|桥头|桥|河|水库|市场|大集|集上|砖厂|工厂|养殖场|[东西南北](?:头|边|面|村|坡)|那边|这边|附近|旁边|门口|后山|地里|这|那|有人)/u
/** Two names that only sound alike must not differ in these: they tell villages apart. */
export const TELLS_APART = /[东西南北大小前后上下新老一二三四五六七八九十]/u
/** Names of this kind are words, too: heard for another word they would be found everywhere (采石场 is no 菜市场), unless one character alone is wrong (清石街). */
export const COMMON_PLACE = /[场校院站厂店园路街河桥口]$/u
