/** What leads to a name: 「移送给派出所」 */
export const SAID_FOR = /^(?:给|到|至|请|向|让|叫|喊|找|联系|通知)+/u
/** What stands between two names. */
export const BETWEEN = /^(?:[\s、，,;；+＋/]|和|与|及|跟|同|以及|还有)+/u
/** Between names that are told. */
export const LISTED = '、'
/** Where a name ends in any case. */
export const ENDS = /[\s、，,。；;：:！!？?+＋/]/u
/** What is asked of a unit, or another one: the name ends before it. */
export const NAME_ENDS_BEFORE =
  /^(?:$|[\s、，,。；;：:！!？?+＋/]|和|与|及|跟|同|以及|还有|请|快?来|一[起同道块]|共同|联合|联动|配合|协[助同]|帮|去|到场|到现场|过来|参加|都|派人|出动|支援|处[理罚置]|查[处看封])/u
/** An authority that is none of the township's units, as its name ends. */
export const AUTHORITY =
  /^[\p{Script=Han}]{2,18}(?:局|委|委员会|法院|检察院|公安|支队|总队|大队|管理处|监察|仲裁|办公室|中心|公司|厅|部门)$/u
/** 「和」 inside the name of an authority. */
export const AND_WITHIN =
  /(?:自然资源|人力资源|住房|文化|文物|科技|工业|水利|农业|卫生|退役军人|发展)(?:和|与|及)[\p{Script=Han}]/u
export const AND = /和|与|及|跟/u
/** What reads like a unit, and a number to call: 司法所, 水电站, 119. */
export const LIKE_A_UNIT = /^(?:[\p{Script=Han}]{1,8}(?:所|站|中队|大队|队|办|科|警)|1\d\d|1[02]\d{3}|96\d{3})$/u
export const NO_UNIT =
  /(?:厕所|场所|住所|处所|车站|加油站|充电站|回收站|收购站|网站|施工队|车队|乐队|排队|组队|怎么办|咋办|来办|督办|主办|照办|催办|查办|交办|代办|能办|好办|难办|快办|马上办|立即办|抓紧办|依法办|联合办|配合办|一起办|出警|要办|没办|不办|去办|报警)$|^(?:我|我们|咱们?|本|他们?|你们?|该|这个?|那个?)/u
