import { SURNAMES } from './wording.ts'

/** What follows a name and makes another word of its last character: 石门槛, 李家庄园, 东关门了. */
export const RUNS_ON: Readonly<Record<string, RegExp>> = {
  门: /^(?:槛|框|板|窗|牌|锁|诊|帘|缝|铃)/,
  庄: /^(?:园|稼|严|重)/,
  坡: /^(?:度|道)/,
  街: /^(?:坊|舞)/,
  关: /^(?:系|于|心|键|闭|停|张|掉|灯|机|不|着|了|门(?![口前外边旁]))/,
  区: /^(?:别|分)/,
  口: /^(?:味|碑|粮|号|罩|气|头)/,
  营: /^(?:业|养|销|收|利)/,
  集: /^(?:合|团|体|资|中)/,
  沟: /^通(?=[不了过])/,
  屯: /^粮/,
}
/** 新村, 大村: with what follows a word of its own, 新村民 and 新村支书. */
export const COMMON_VILLAGE = /^[新老大小全本]村$/u
export const RUNS_ON_COMMON = /^(?:民|务|官|长|医|规|支书|干部|主任)/

/** Before a name: it is where somebody comes from, and perhaps not where it happened. */
export const FROM_BEFORE =
  /(?:来自|[家居]住(?:在|于)?|家(?:是|在|就在)|(?:^|[,.;。；]|我|俺|本人)们?住(?:在)?|老家(?:是|在)?|户口(?:是|在)?|籍贯(?:是)?|(?:我|俺|咱|本人)(?:们|家|妈|爸|娘|爹|爷|奶|哥|弟|姐|妹|媳妇|老婆|老公|丈夫|对象|儿子|女儿|孩子|亲戚|朋友)?(?:就|也|都)?(?:是|系)|[嫁搬]到)$/
/** After a name: 「我在王家村住」. */
export const LIVES_AFTER = /^住(?![户宅院房])/
/** Before 「王家村的，」: somebody says who he is. */
export const I_BEFORE = /(?:我|俺|咱|本人)们?$/
export const OF_AFTER = /^(?:的|人|村民|民)(?=$|[,.;!?。；！？])/
/** After a name: people, cars and firms of the village; they may be anywhere. */
export const PEOPLE_OF =
  /^(?:民|的?(?:村民|居民|群众|老百姓|人(?![行工防])|那?(?:辆|些|个)?(?:渣土|拉土|拉沙|大货|货|三轮)?车(?![站间库棚位祸])))/
/** 「王家村的李某在…」, 「王家村有人到…」 */
export const SOMEBODY_OF = new RegExp(
  `^(?:有人|[${SURNAMES}][\\p{Script=Han}]{1,2}|的(?![^,.;]{0,5}[厂场站店水路房楼])[^,.;。；有]{1,4}?)(?:在|跑到|来到?|去|到)`,
  'u',
)
export const FIRM_OF =
  /^(?:大?饭店|饭馆|酒店|酒楼|餐馆|餐厅|面馆|菜馆|农家乐|烧烤|羊汤|豆腐坊|超市|商行|建材|有限公司|公司|集团|合作社|修理厂|施工队|建筑队|车队)/
/** 「从石门拉到北坡」: what was carried away is not there any more. */
export const CARRIED_BEFORE = /从$/
export const CARRIED_AFTER = /^[^,.;。；]{0,4}?(?:拉|运|送|跑|搬|开|载|装|偷|弄|来|[倒扔排流挪转](?=[到往进去至]))/

/** 「不是王家村，是北坡村」 */
export const DENIED_BEFORE = /(?<!是|要|光|只|在)不(?:是|在)(?:说|在|指|去)?$|(?:并非|没在)$/
/** 「这不是王家村的垃圾吗」 says that it is. */
export const ASKS_BACK = /^[^,.;。；]*吗/
