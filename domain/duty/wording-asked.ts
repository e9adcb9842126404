const POLITE = /^(?:请问(?:一下)?|我?想?问(?:一下|问)?|麻烦问(?:一下)?|谁管|[\s:：,，“”"])+/u
/** 「…归哪个部门管」, 「…找谁」, 「…谁处罚」 */
const WHOSE =
  /(?:的事|这种事|这事|的话)?(?:应该|到底|一般|现在)?(?:归|由|属于?|该|是|要|找|跟)*(?:谁|哪个|哪|什么)(?:个?(?:单位|部门|站所|所|科室))?(?:有权)?(?:来)?(?:管(?:理)?|负责|审批|批|处罚|罚|办(?:理)?|处理|监管|说)?(?:的|啊|呀|呢|吗)?$/u
const MARKS = /[\s?？。.!！“”"]+$/u
/** 「谁有权罚占道摆摊」 */
const WHO_FIRST = /^(?:谁|哪个(?:单位|部门))(?:有权|来|能|可以)?(?:管|负责|审批|批|处罚|罚|办理?|处理)/u

/** The matter of a question, without the question: 「请问占道归哪个部门管」 asks about 占道. */
export function matterOf(words: string): string {
  const said = words.trim().replace(MARKS, '').replace(POLITE, '')
  const matter = said.replace(WHOSE, '').replace(WHO_FIRST, '').replace(POLITE, '').trim()
  return matter === '' ? said : matter
}
