import { literal } from '../text/literal.ts'
import { DONE_BY_UNIT, OF_A_PERSON } from './wording-conduct.ts'
import { MISCONDUCT } from './wording-intent.ts'

const KIN =
  '亲戚|亲属|家属|家里人|(?:表|堂|亲)?(?:哥|弟|姐|妹)(?:哥|弟|姐|妹)?|小舅子|大舅子|姐夫|妹夫|叔|舅舅?|侄子|外甥|儿子|女婿|老婆|老公|同学|战友'
const GIFTS = '钱|好处|礼|红包|烟|酒|购物卡|茶叶|(?:人|人家|别人|老板|摊主)的?东西'
/** Gain, favour and silence: said of somebody of the township it is an accusation, whatever else is said. */
const BOUGHT = [
  `收(?!费|集|拾|走|到|容).{0,6}?(?:${GIFTS})`,
  `收(?:了|过)[^,，。!！?？;；]{1,14}的(?:钱|好处|礼)`,
  `(?:拿|得|吃)(?:了|过)?.{0,3}(?:好处|红包|回扣)`,
  '好处费|受贿|贿赂|索要|要好处|吃拿卡要|回扣|贪污|挪用|截留|冒领|分(?:了)?(?:红|钱)|入股|有股份',
  '包庇|袒护|偏袒|偏向|徇私|保护伞|通风报信|提前通知|走漏风声|走后门|开后门',
  '(?<!没有|没)勾结|串通|一伙|一家人|穿一条裤子|(?<!没|没有)有(?:关系|交情|一腿)|关系(?:好|硬|不一般)|打(?:过|了|好)?招呼',
  '不作为|乱作为|选择性执法|睁一只眼|装作没看见',
].join('|')

/** What somebody of the township may be accused of; it stands after his name, in the same clause. */
export const ACCUSES = new RegExp(
  `${BOUGHT}|(?:送|塞)(?:了|过)?.{0,4}(?:${GIFTS})|^(?:的|他|她|他们|她们)?(?:家的?)?(?:${KIN})|(?:是|有).{0,6}(?:${KIN})|和.{1,6}是亲|乱收费|乱罚|不管事|打人|骂人|打了(?!个?电话)|骂了|推搡|动手|态度恶劣|态度差|态度不好|刁难|推诿|扯皮|泄露|报复|威胁|恐吓|公款|公车私用|喝酒|违规|暴力`,
  'u',
)

/** What is no small talk, whoever is meant: gain, favour, and whose kin it is. */
export const GRAVE = new RegExp(`${BOUGHT}|^(?:的|他|她)?(?:家的?)?(?:${KIN})`, 'u')

/** The same right behind the bare name of a unit: 「城管收了钱」 */
export const ACCUSES_UNIT = new RegExp(
  `^(?:就|也|都|又|还|肯定|明显|一直|总|天天|里面|是|早)*(?:(?:和|跟|与).{1,8})?(?:${BOUGHT}|打人|骂人|乱罚|乱收费|打了(?!个?电话)|骂了|${DONE_BY_UNIT})`,
  'u',
)

/** No such word, no accusation. */
export const MAY_ACCUSE = new RegExp(
  `${ACCUSES.source}|${DONE_BY_UNIT}|${OF_A_PERSON.source}|邻居|老乡|朋友|举报|投诉|控告|告发|检举|${KIN}|给|打点|买通|收买`,
  'u',
)
/** 「队长的亲戚」 */
export const KIN_OF_TITLE = new RegExp(`长的?(?:${KIN})`, 'u')

export const COMPLAINT = /举报|投诉|控告|告发|检举/u

/** Said before a name, these accuse whatever follows. */
export const COMPLAINS = /(?:举报|投诉|控告|告发|检举)(?:一下)?[^,，。!！?？;；]{0,12}$/u

/** A tie that leads to a name: 「老板的哥在城管中队」「塞钱给张伟」 */
export const TIED_TO = new RegExp(
  `(?:(?:${KIN})(?:就|也|都)?(?:是|在)(?:镇上|镇里)?|(?:塞|送)(?:了|过)?.{0,4}(?:${GIFTS})给(?:了|过)?|打点(?:了|过)?|买通(?:了)?|收买(?:了)?)$`,
  'u',
)
/** … unless the name only says where. */
export const NEAR_IT = /^(?:中队|大队|队|所|站|局)?(?:门口|旁边|旁|对面|附近|后面|边上|隔壁|前面|那边|斜对面|路口)/u

/** What stands after the name of a unit when its people are meant, and not the place. */
export const PEOPLE_OF =
  /^(?:中队|大队|队|所|站|局)?(?:里|里面)?(?:的)?(?:那个|有个|某个)?(?:姓\p{Script=Han}的?|[小老](?![板百区学头人伯店吃])\p{Script=Han}|人(?!行)|那帮人|几个人|有人|队长|副队长|中队长|大队长|所长|副所长|站长|副站长|局长|主任|领导|负责人|干部|民警|警察|协管员|协管|辅警|队员|工作人员|执法人员|执法队员|办事员|同志)/u

/** The clause after a name; a comma right behind the name does not end it. */
export const CLAUSE = /^[,，:：]?[^,，。!！?？;；]{0,30}/u
export const CLAUSE_END = /[,，。!！?？;；\n]/u

/** What the name of a unit ends in, and people leave out. */
export const UNIT_END = /(?:执法)?(?:中队|大队|管理站|监管所|监督所|管理所|所|站|局|队)$/u
/** What everybody calls units of a kind. */
export const CALLED = { brigade: ['执法大队', '执法队'], police: ['派出所'], resident: [], department: [] } as const

/** Titles behind a surname, and what the name of the unit must end in; `leader` and `police` are told by what they are. */
export const TITLES: readonly Readonly<{ title: string; of: string }>[] = [
  { title: '(?:副)?(?:中|大)?队长|(?:中|大)?队(?!里|伍|员|友|长)', of: '队' },
  { title: '(?:副)?所长|所(?!里|有|以|谓|在|说|长)', of: '所' },
  { title: '(?:副)?站长|站(?!里|在|着|点|长|起)', of: '站' },
  { title: '(?:副)?局长', of: '局' },
  { title: '(?:副)?镇长|(?:副)?书记', of: 'leader' },
  { title: '警官|警察|民警', of: 'police' },
  { title: '主任|科长|股长|领导|干部|同志', of: 'any' },
]

/** A title alone, with at most a surname nobody there has; other people's captains are left out: 保安队长, 生产队长. */
export const bareTitle = (end: string): RegExp =>
  new RegExp(
    `(?:^|[\\p{P}\\s]|[你他她我]们|咱|的|和|跟|与|给|是|个|说|找|举报|投诉|哥|弟)(?:[^小分村组产安业保排班站所队副\\p{P}])?副?(?:中|大)?${literal(end)}长`,
    'u',
  )

const THEIR =
  '你们(?:的人|来的人|派来的人|单位|执法的?人?)?|(?<![里地村外])(?:派|过)?来的(?:人|那个人|那几个人)|处理的人|办事的人|管事的人|承办人|经办人|执法人员|工作人员'
/** People of a unit whose name ends in 队, 所 or 站 who are said to have behaved badly: 「来的人根本没到现场就写办好了」 */
export const misconductOf = (end: string): RegExp =>
  new RegExp(
    `(?:你们(?:的|来的|派来的|单位的)人|(?<![里地村外])(?:派|过)?来的人|处理的人|办事的人|经办的?人|执法(?:的|人员|队员)|工作人员|穿制服的?|值班的|(?<![小分村组产安业保排班])${literal(end)}(?:长|员|里(?:的人)?))[^,，。!！?？;；]{0,14}?(?:${MISCONDUCT.source})`,
    'u',
  )

/** Words that accuse whoever has the case, without a name. */
export const ACCUSE_WHO_HAS_IT: readonly RegExp[] = [
  new RegExp(`(?:${THEIR})[^,，。!！?？;；]{0,8}?(?:${BOUGHT}|打人|骂人|打了|骂了|态度(?:恶劣|差|不好)|刁难)`, 'u'),
  new RegExp(
    `(?:和|跟|与)(?:他们|她们|你们)[^,，。!！?？;；]{0,4}(?:一伙|串通|勾结|(?<!没)有关系|亲戚|打(?:过|了)?招呼)|他们(?:都|就)?是一伙`,
    'u',
  ),
  /他们(?:肯定|就是|都)?(?:包庇|袒护|偏袒|通风报信|不作为|吃拿卡要)|有人通风报信|包庇他们/u,
  new RegExp(`老板[^,，。!！?？;；]{0,4}(?:是|跟|和)(?:他们?|她|你们|领导)[^,，。!！?？;；]{0,4}(?:${KIN})`, 'u'),
  new RegExp(
    `(?:收|拿)(?:了|过)[^,，。!！?？;；]{0,6}(?:${GIFTS})[^。!！?？;；]{0,4}(?:就|都|才|所以)?(?:不管|不查|不来|不处理|没人管|装)`,
    'u',
  ),
]
/** 「王队长」「王的队长」 */
export const withTitle = (surname: string, title: string): RegExp =>
  new RegExp(`${literal(surname)}的?(?:${title})`, 'gu')
