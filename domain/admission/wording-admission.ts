import { fold } from '../text/fold.ts'
import { formatAdmissionNo } from './admission.ts'

const WRITTEN = /^[\s:,.]*([a-z]{2,4}) ?-? ?zr ?(\d{4}) ?- ?(\d{1,6})/u
const PRINTED = /^[\s:,.]*([a-z]{2,4}) ?准入 ?[〔([［【](\d{4})[〕)\]］】] ?第? ?(\d{1,6}) ?号?/u

/** The number a text begins with, as we write it or as it is printed, and what follows. */
export function readAdmissionNo(text: string): Readonly<{ no: string; rest: string }> | null {
  const folded = fold(text)
  const found = WRITTEN.exec(folded) ?? PRINTED.exec(folded)
  if (!found) return null
  const [whole, town = '', year = '', seq = ''] = found
  return {
    no: formatAdmissionNo(town.toUpperCase(), year, Number(seq)),
    rest: text.slice(whole.length).replace(/^[\s:：,，。]+/u, ''),
  }
}

/** The text of the case: whoever works on it sees by whose authority. */
export function admittedText(text: string, department: string, approval: string): string {
  return `${text}（${department}交办，准入批文：${approval}）`
}

const DEPARTMENT = /(?:上级(?:部门|单位)?|[省市县区](?:里|\p{Script=Han}{0,10}?(?:局|委|办|厅|部|中心|院|支队|大队)))/u
  .source
const PASSES_DOWN = /(?:转来|发来)?(?:交办|下派|下达|下发|布置|摊派|要求办理|要求)/u.source
/** 「…任务」, or a mark that sets the task apart from who gives it. */
const SET_APART = /(?:的?(?:任务|事项|工作)\s*[:：,，]?|\s*[:：,，]|\s)/u.source
/** 「的事办完了」, 「，已落实」: how it went, no task. */
const HOW_IT_WENT = /(?:已经?|都|的事)|.*(?:完了?|过了?|好了|办结|落实了?|完成了?|怎么(?:样|办)|吗)[。!！?？]?$/u.source

/** 「市水利局交办：…」 from a member of the staff: a department pushes a task down. */
export const PUSHED = new RegExp(
  `^(?:根据|按照?|接到?)?(${DEPARTMENT})${PASSES_DOWN}${SET_APART}\\s*(?!${HOW_IT_WENT})(.{2,})$`,
  'su',
)
