/** Things that exist on paper or on a phone only. */
const PAPER =
  /台[账帐]|零报告|日报表|[周月季年旬]报(?!案|警|复|废)|报表|统计表|汇总表|明细表|登记表|调查表|花名册|问卷|答题|打卡|简报|总结材料|工作总结|迎检|痕迹材料|工作方案|调度表|信息稿|日调度|周调度|点赞|转发/u
/** Asked for again and again. */
const AGAIN =
  /(?:每(?:个)?(?:[天日周月季年旬]|星期|季度|半年)|按[日周月季]|逐[日周月]|定期|天天)[^，,。；;]{0,12}?(?:报(?!案|警|复|废)|统计|汇总|上传|填|发送|调度)/u
/** To write down, to count and to send. */
const WRITES =
  /报送|填报|呈报|(?<!群众|村民|网民|网友|网格员|热线|平台|有人|1234?5)上报|(?<!据)统计|汇总|录入|(?<!群众|村民|网民|网友|有人)上传|造册|建档(?!立卡)/u
/** To tell how a matter ended is part of dealing with it. */
const OUTCOME =
  /(?:处理|办理|整改|整治|核查|查处|处置|调查|落实|清理)(?:的)?(?:结果|情况)|(?:报|反馈)[^，,。；;]{0,4}结果|结果[^，,。；;]{0,6}报/u
/** Says what the papers are about, and orders nothing. */
const SUBJECT = /^(?:就|关于|针对|围绕|对于|涉及|有关|按照|根据|结合)/u
const CLAUSES = /[，,。；;！!？?\n]+|并(?!案|排|且)|同时|然后/u

/** A demand for lists, figures and pictures, whatever they are about. */
export function isPaperwork(words: string): boolean {
  if (PAPER.test(words) || AGAIN.test(words)) return true
  return WRITES.test(words) && !OUTCOME.test(words)
}

/** What is to be done on the spot: the clauses that ask for no papers, nor only say what papers are about. */
export function workIn(text: string): string {
  const clauses = text.split(CLAUSES).flatMap((clause) => clause.trim() || [])
  if (!clauses.some(isPaperwork)) return text
  return clauses.filter((clause) => !isPaperwork(clause) && !SUBJECT.test(clause)).join('，')
}
