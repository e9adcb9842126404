/** Words that introduce a number: 「签收工单 0007」. */
export const NUMBER_WORD = /^(?:工单号?|案件编号|案件号?|案号|编号|单号|任务号?|no\.?)/
/** What closes a number: 「第0007号工单」. */
export const NUMBER_END = /^号?(?:工单|案件|单子|单|件)?(?=$|[^\p{L}\p{N}])/u
/** A number before one of these counts things; it names no case. 「办结 3车垃圾」「反馈 300米」 */
export const MEASURE =
  /^(?:多|余|几|来|个|人|名(?!称|字)|位|户|家|车|辆|台|条|处|吨|斤|公斤|千克|方|米|平|公里|亩|次|遍|天|日|月|年|点|时(?!间)|小时|分钟|分|秒|元|块|万|千|百|袋|桶|只|头|棵|张|份|起|组|队|村|楼|栋|单元|室|排|路|成|倍|kg|km|m)/

/** A short number with its mark: 「#7」「第7」. Groups: mark, digits. */
export const SHORT_NUMBER = /^[ :]*([#第]?) ?(\d{1,6})(?!\d)/
/** A short number before a verb: 「第0007号 签收」. Group: digits. */
export const NUMBER_BEFORE = /^(?:#|第)? ?(\d{1,6})(?!\d)(?:号(?:工单|案件|单)?)?/
/** A short number that ends a text: 「城管中队 0007」. Group: digits. */
export const NUMBER_LAST = /[\s,、:](?:#|第)? ?(\d{3,6})号?$/
/** 「7号」 is a case, 「7号楼」 is not (NUMBER_END tells). */
export const CASE_MARK = '号'
/** Voice messages bring the number in characters; three or more in a row are no quantity. Group: characters. */
export const SPOKEN_NUMBER = /^第?([零〇一二三四五六七八九幺]{3,6})(?=号|$|[^\p{L}\p{N}])/u
const SPOKEN = ['零〇', '一幺', '二', '三', '四', '五', '六', '七', '八', '九']
export const spokenDigit = (c: string): number => SPOKEN.findIndex((ways) => ways.includes(c))
/** Up to six characters and a number: it looks like a command. Group: the characters. */
export const WORD_AND_NUMBER = /^(\D{0,6}?)[\s:#第]*(?:(?<=[\s#第])\d{1,6}|0\d{1,5}|\d{4,6})号?[\s。.!?]*$/u
/** 「派出所 0001 有人阻挠」: a short case number that stands alone in a text. */
export const NUMBER_WITHIN = /(?:^|[\s,，])#?0\d{3}号?(?=$|[\s,，])/u
/** A bare figure that is set apart: 「2 车坏了」. Group: the digits. */
export const LEADING_NUMBER = /^\s*(\d{1,4})(?:号|[\s,，:：、])\s*/u
