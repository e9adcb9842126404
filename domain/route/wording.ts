/** Written directly before a word, these deny it. 「没着火」 */
export const DENIALS = ['没有', '没', '不是', '并非', '未'] as const
/** These end in a denial but deny nothing: 「有没有着火」 and 「是不是着火」 ask, 「淹没」 is a verb. */
export const NO_DENIALS = ['有没有', '有没', '是不是', '淹没', '沉没', '埋没', '吞没', '出没', '要不是'] as const

export const VILLAGE = '村'
/** The usual ones. */
export const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟万段雷钱汤尹黎易常武乔贺赖龚文'
/** What a village's name ends in and people leave out. */
export const VILLAGE_END = /(?:行政村|自然村|村委会|社区|村|庄|屯)$/
export const TOWN_END = /(?:镇|乡|街道|街道办事处|街道办)$/
/** A name right after one of these is likely part of another one: 小王庄 is not 王庄, but 路东王庄 is. */
export const OTHER_NAME = /[大小新老东西南北]$/
export const SIDE_OF = /[路村河桥街沟渠山坝门镇县市区城](?:东|西|南|北)$/

/** A village's name without its ending counts only where a place is expected… */
export const PLACE_BEFORE = /(?:^|在|到|去|从|住|往|[^\p{L}\p{N}])$/u
/** …and is followed by what follows places. 「石桥有人…」, not 「王家的狗」 */
export const PLACE_AFTER =
  /^(?:$|[^\p{L}\p{N}]|这边|那边|这里|那里|这儿|那儿|附近|村|小学|中学|学校|幼儿园|卫生室|路口|桥头|大桥|集市|大集|集|市场|菜市场|广场|河边|河道|水库|[一二三四五六七八九十\d]+(?:组|队)|[东西南北]头)/u
export const PEOPLE_AFTER = /^(?:有人|有个|有几|有|又有)/
/** 王家, 李家: as often a family as a village */
export const FAMILY = /家$/

/** Nouns that place something inside a village; longest first is not needed, the pattern is tried in this order. */
const SPOTS = [
  '村委会',
  '村民委员会',
  '村委',
  '村部',
  '大队部',
  '党群服务中心',
  '文化大院',
  '文化广场',
  '村口',
  '村头',
  '村[东西南北][头边侧口面]?',
  '村(?:中心|中间|中|里|内|外|后|前|边|尾)',
  '卫生室',
  '卫生院',
  '诊所',
  '医院',
  '幼儿园',
  '小学',
  '中学',
  '学校',
  '敬老院',
  '养老院',
  '农贸市场',
  '集贸市场',
  '菜市场',
  '市场',
  '大集',
  '集市',
  '超市',
  '商店',
  '小卖部',
  '饭店',
  '饭馆',
  '工厂',
  '厂区',
  '砖厂',
  '养殖场',
  '养猪场',
  '养鸡场',
  '合作社',
  '工地',
  '加油站',
  '充电站',
  '公交站',
  '车站',
  '停车场',
  '广场',
  '公园',
  '戏台',
  '祠堂',
  '文庙',
  '寺庙',
  '教堂',
  '墓地',
  '垃圾站',
  '垃圾池',
  '垃圾点',
  '公厕',
  '十字路口',
  '丁字路口',
  '三岔路口',
  '路口',
  '桥(?:头|下|上|洞)?',
  '大桥',
  '[gsx]?\\d{2,4}(?:国道|省道|县道|乡道|线)',
  '国道',
  '省道',
  '县道',
  '乡道',
  '高速',
  '公路',
  '马路',
  '大路',
  '主路',
  '小路',
  '[东西南北前后中]?街(?:道|口|上|里|边)',
  '[东西南北前后中]?路(?:边|口|上|旁|段|中间)',
  '[东西南北前后]?胡同',
  '巷(?:子|口)',
  '水库',
  '河(?:道|边|里|堤|岸|沟)',
  '水渠',
  '沟(?:里|边)',
  '池塘',
  '鱼塘',
  '水塘',
  '塘(?:里|边)',
  '坝(?:上|下)',
  '后山',
  '前山',
  '山(?:上|脚下?|坡|下|后)',
  '地头',
  '田(?:里|边|头)',
  '农田',
  '耕地',
  '果园',
  '大棚',
  '林地',
  '[东西南北前后]头',
  '[东西南北][边侧面口]',
  '(?:第)?[一二三四五六七八九十\\d]+(?:组|队|号楼|号院|号|巷|排|栋|单元|街|路|社)',
]
const SIDES =
  '正?对面|对过|旁边|附近|周边|周围|门口|门前|后面|前面|里面|上面|下面|后边|前边|西边|东边|南边|北边|边上|边|旁|东侧|西侧|南侧|北侧|以[东西南北]'

/** What leads from a village's name to where in it: 「王家村有人在桥头…」 */
export const LEADS_WITHIN = /^(?:的|,|有人在|在)?/
/** One step from there: 「村口」「小学对面」「旁边」 */
export const WITHIN = new RegExp(`^(?:(?:${SPOTS.join('|')})(?:的?(?:${SIDES}))?|${SIDES})`)
/** 「村口那里。」 */
export const FILLING = /(?:(?<=\p{Script=Han}{2})[那这里儿边块]+)?\p{P}*$/u
/** 「旁边」 of something that was named before, not of the village. */
export const ONLY_SIDE = new RegExp(`^(?:${SIDES})+$`)
/** 「王家村口」: the ending of the name and of 村口 are one. */
export const VILLAGE_MOUTH = /^(?:口(?![碑味粮号])|委会|[东西南北]头|头(?=[有的,。]|$))/
/** Words that place something for the speaker only. */
export const RELATIVE =
  /^(?:就|是|都)?(?:在|是)?(?:(?:(?:我|俺|咱|他|她|人)们?)?(?:自己)?家|(?:我们?|俺们?|咱们?|本|这个?|那个?)村|这|那)(?:村)?(?:这|那)?(?:里|儿|边|块|附近|旁边|周围|门口|门前|门外|屋后|后面|前面|对面|楼下|口|头)*$/u
/** Where a clause begins, or what leads to a place. */
export const CLAUSE_BEGIN = /^(?:在|就在|我们|俺们|咱)?|[,，.。;；!！?？](?:在|就在)?|在/gu
