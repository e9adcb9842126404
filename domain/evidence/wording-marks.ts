/** What people write beside a picture. */
export const SAYS_BEFORE = /(?:办|整改|处理|处置|清理|办理)之?前/u
export const SAYS_AFTER = /(?:办|整改|处理|处置|清理|办理)(?:之|完)?后/u
/** 「已清理干净」, 「整改到位」 */
export const SAYS_DONE =
  /(?:整改|清理|清除|清运|处理|处置|办|拆|恢复|修|搬|劝离|扑灭|平整)(?:完毕|完成|完了|完|好了|好|到位|干净|掉了)|已经?(?:全部)?(?:整改|清理|清除|清走|拆除|恢复|搬走|劝离|扑灭)|完工/u
/** 「还没处理完」, 「正在拆」 */
export const NOT_YET = /没|未|不|还在|正在|准备|打算|计划|开始|明天|后天|限期/u
/** 「办后 0007 改」: the last ones were marked wrongly. */
export const CORRECTS = /^(?:改|更正|记错|标错|错)/u
