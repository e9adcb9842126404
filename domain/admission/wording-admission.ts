import { fold } from '../text/fold.ts'
import { formatAdmissionNo } from './admission.ts'
import { isPaperwork } from './wording-paperwork.ts'

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

/** No name of a department goes on behind these. */
const VERB = '要求|交办|下[达派发]|布置|摊派|通知|转[来发]|发来|报送|上报|填报|统计'
const KIND = '局|委|办|厅|部(?!门)|中心|院|支队|大队'
const DEPARTMENT = `上级(?:部门|单位)?|[省市县区](?:里|(?:委|政府)?(?:(?!${VERB})\\p{Script=Han}){0,10}?(?:${KIND}))`
const PASSES_DOWN = /(?:转来|发来)?(?:交办|下派|下达|下发|布置|摊派|要求办理|要求)/u.source
/** 「…任务」, or a mark that sets the task apart from who gives it. */
const SET_APART = /(?:的?(?:任务|事项|工作)\s*[:：,，]?|\s*[:：,，]|\s)/u.source
/** 「的事办完了」, 「，已落实」: how it went, no task. */
const HOW_IT_WENT =
  /(?:已经?|都|的事)|.*(?:完了?|过了?|好了|办结|落实了?|完成了?|报了|交了|报上去了|怎么(?:样|办|报|填|弄)|吗)[。!！?？]?$/u
    .source
const LED_BY = /^(?:(?:今天|刚才?|刚刚|昨天|今早)\s*)?(?:根据|按照?|接到?|收到)?\s*/u.source

/** 「市水利局交办：…」 from a member of the staff: a department pushes a task down. */
const PUSHED = new RegExp(`${LED_BY}(${DEPARTMENT})${PASSES_DOWN}${SET_APART}\\s*(?!${HOW_IT_WENT})(.{2,})$`, 'su')

const LETTER = /(?:的|下发|印发|发来|来)?(?:紧急)?(?:通知|文件|函|来文|文)(?:[^，,：:\s]{0,6})?\s*[:：,，]?\s*/u.source
const ASKS = /(?:要求|需要|要|让|叫|请|安排|催)?\s*/u.source
const US = /(?:我们|咱们?|我镇|本镇|我乡|镇里|乡里|镇上|各(?:乡镇|镇乡?|乡|村|站所|单位))?\s*/u.source
/** 「市文旅局要求我们…」, 「接市住建局通知，要求镇里…」: only a demand for papers is one for the township. */
const DEMANDED = new RegExp(
  `${LED_BY}(${DEPARTMENT})(?:${LETTER}${ASKS}|(?:要求|需要|要|让|叫|安排|催))${US}(?!${HOW_IT_WENT})(.{2,})$`,
  'su',
)

/** Who asks, and for what. */
export type Pushed = Readonly<{ department: string; text: string }>

/** What a department passes down in the words of whoever passes it on. */
export function readPushedDown(said: string): Pushed | null {
  const asked = partsOf(PUSHED.exec(said))
  if (asked) return asked
  const demanded = partsOf(DEMANDED.exec(said))
  return demanded && isPaperwork(demanded.text) ? demanded : null
}

const GLUED = new RegExp(`^(${DEPARTMENT})(?:${PASSES_DOWN})?[\\s:：,，]*(.{2,})$`, 'su')
const SPACED = /^([^\s:：]{2,40})[\s:：]+(.{2,})$/su

/** What stands behind 准入: the department and what it asks for, with a space between them or without. */
export function readAsked(rest: string): Pushed | null {
  return partsOf(SPACED.exec(rest.trim())) ?? partsOf(GLUED.exec(rest.trim()))
}

function partsOf(found: RegExpExecArray | null): Pushed | null {
  const [, department = '', text = ''] = found ?? []
  return text === '' ? null : { department, text }
}

const NAMED = new RegExp(`^(?:${DEPARTMENT})`, 'u')
/** 「准入市教育局…」, not 「准入门槛…」. */
export const beginsWithDepartment = (words: string): boolean => NAMED.test(words)
