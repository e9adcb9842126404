import { SURNAMES } from '../privacy/wording-names.ts'

/** What takes the place of the name a permit was asked for. */
export const SOME_NAME = '（名称）'

export const permitQuestion = (matter: string | null): string => `${matter ?? '这类'}许可问哪个单位？`
export const permitAnswer = (unit: string, words: string): string =>
  words ? `问${unit}。${unit}答复：${words}` : `问${unit}。`
export const rulingQuestion = (place: string | null, item: string): string => `${place ?? ''}${item}由哪个单位办？`
export const rulingAnswer = (unit: string, reason: string): string =>
  reason ? `${unit}。理由：${reason}` : `${unit}。`

/** 「占道经营归谁管？城管中队」「问：… 答：…」 */
export const PAIR = [
  /^(?:问[:：]\s*)?(?<question>.{2,}?)[\s,，。；;]*答[:：]\s*(?<answer>\S.*)$/su,
  /^(?:问[:：]\s*)?(?<question>.{2,}?[?？])\s*(?<answer>\S.*)$/su,
] as const
/** The first word is the question, the rest its answer. */
export const SPACED = /^(?<question>\S{2,})\s+(?<answer>\S.*)$/su
export const SURE = /^(?:确认|确定|确认知识|可以存|存)[。!！\s]*$/u
export const NOT_SURE = /^(?:不存|不存了|算了|取消|不用存|不要存)[。!！\s]*$/u

/** 「问张建国[电话]」: a number that was hidden stood behind somebody's name. */
export const NAME_BEFORE_NUMBER = new RegExp(
  `(?<=^|[\\s,，。;；:：、问找叫是系人由])[${SURNAMES}]\\p{Script=Han}{1,2}(?=的?(?:电话|手机)?号?[:：]?\\[电话\\])`,
  'gu',
)
