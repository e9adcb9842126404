import { literal } from '../text/literal.ts'

/** Nothing done, or kept from being done: of a unit it is a complaint like any other, of somebody by name an accusation. */
const NEGLECT =
  '不管(?!是|怎|什|谁|用|三|哪)|不理(?!解)|没管|(?<!再)不处理(?!就|的)|没看见|没看到一样|看不见一样|(?:来|看|转)(?:了|过)?(?:一下|一眼|一圈|看)?就(?:走|跑|溜)|(?:根本|从来|压根)(?:就)?没(?:来|到|管)|糊弄|敷衍|应付|走过场|(?<!电)压着|拖着|卡着|不派(?:单|人)|不给(?:办|派|处理|登记)|不出警|爱答不理|不接电话|踢皮球'
const NO_RECEIPT =
  '(?:罚|收|扣|拉走|拖走|没收|拿走)[^,，。!！?？;；]{0,10}不(?:给|开|打)(?:我|俺|个|张)*(?:收|罚|欠)?(?:条|票|单|据|发票|手续)'
const HARM = `(?:打|骂|推|掀|砸|抢|踢|吼|凶|欺负)(?:了|翻|走|伤|过)?(?:我|俺|人家|老百姓|老人|人(?!行)|摊)|${NO_RECEIPT}`
const ROUGH = `${HARM}|态度(?:恶劣|差|不好|很?坏|太|蛮横|粗暴|冷)|说话(?:难听|带脏字)|耍横|粗暴`
const NEIGHBOURS = '邻居|老乡|本家|亲家|朋友|发小|干亲|拜把子|战友|连襟|合伙'
const TIES = `是[^,，。!！?？;；]{0,6}(?:${NEIGHBOURS})|^(?:他|她)?(?:自己|本人|自个)|^(?:他|她)?家(?:里)?(?:的|在|开|养|盖|占|建|搭|就|也|自己|把|往)`

/** What stands behind the name of a person, and would not accuse a whole unit. */
export const OF_A_PERSON = new RegExp(`${NEGLECT}|${ROUGH}|${TIES}`, 'u')
/** A neighbour or friend whose name follows: 「我邻居韩冰」 */
export const TIED_PERSON = new RegExp(`(?:${NEIGHBOURS})(?:就|也)?(?:是|叫)?$`, 'u')

/** Right behind the bare name of a unit: what its people did to somebody, and the case it sits on. */
export const DONE_BY_UNIT = `(?:(?:把|将)(?:我|俺|人家|老百姓)[^,，。!！?？;；]{0,10}?)(?:掀|砸|抢|扔了|打了|打伤|推倒)|(?:把(?:我|俺|人家)[^,，。!！?？;；]{0,10}?)?(?:${HARM})|(?:压|拖|卡)着[^,，。!！?？;；]{0,4}不(?:派|办|报|管|处理|动|查)`

/** What people call units, by what stands in their names. */
export const NICKNAMES: readonly (readonly [of: RegExp, names: readonly string[]])[] = [
  [/生态环境|环保/u, ['环保所', '环保局', '环保站', '环保']],
  [/市场监管/u, ['市场所', '市监所', '工商所', '工商']],
  [/自然资源|国土/u, ['国土所', '土地所', '国土']],
  [/应急|安监/u, ['应急站', '应急办', '安监站', '安监']],
]

/** Those who dispatch. */
export const COMMAND_ROOM_NAMES = ['指挥室', '指挥中心', '派单员', '派单的'] as const
/** The head of the township, without a surname. */
export const LEADER_TITLES = ['镇长', '镇领导', '镇书记', '党委书记'] as const

/** How people name an officer by his surname alone; villages called 小王庄 are none. */
export const bySurname = (surname: string): RegExp =>
  new RegExp(`(?:[小老]${literal(surname)}|姓${literal(surname)}的?)(?![庄村家沟营寨湾屯店集桥铺坡河])`, 'gu')
