import type { ReviewRefusal, ReviewSaid } from '../../domain/review/said.ts'
import { reviewCard, signoffCard } from '../render/review.ts'
import { askText, dueText, listText, mendText, movedText, resultText, submittedText } from './review-told.ts'
import { reviewRefusals } from './review-refusals.ts'
import { cardText, sheetText } from './review-sheet.ts'
import { askedText, goneText, joinedText, signedText, signoffDueText, signoffText } from './signoff.ts'
import type { HelpLine, Part } from './part.ts'

const OFFICER: readonly HelpLine[] = [
  ['送审 0007', '调查终结后送法制审核（先自动检查）'],
  ['会签 0007', '过渡期请指导单位会签（告知、决定前）'],
  ['会签记录 0007 文号 意见', '指导单位不在系统里，记下答复'],
]
const MENTOR: readonly HelpLine[] = [
  ['同意会签 0007', '指导单位同意'],
  ['不同意会签 0007 理由', '指导单位不同意'],
]
const REVIEWER: readonly HelpLine[] = [
  ['审核清单', '各镇等着审核的，先到期的在前'],
  ['审核 0007', '看清单、提醒和前几次的意见'],
  ['通过 0007 意见', '审核通过'],
  ['驳回 0007 证据 程序 缺什么', '写明要点和要改什么'],
  ['转审 0007 姓名', '转给别的审核人员'],
  ['接审 0007', '把别人手上的接过来审'],
  ['回避 0007 理由', '和案子有关，转给别人'],
  ['案卷 0007', '看案卷全文'],
]

export const review: Part<ReviewSaid['kind'], ReviewRefusal> = {
  words: {
    'review-card': cardText,
    'review-sheet': sheetText,
    'review-submitted': submittedText,
    'review-mend': mendText,
    'review-result': resultText,
    'review-moved': movedText,
    'review-due': dueText,
    'review-list': listText,
    'review-ask': askText,
    'mentor-joined': joinedText,
    'signoff-card': signoffText,
    'signoff-asked': askedText,
    'signoff-result': signedText,
    'signoff-due': signoffDueText,
    'signoff-moved': goneText,
  },
  cards: { 'review-card': reviewCard, 'signoff-card': signoffCard },
  refusals: reviewRefusals,
  help: { officer: [...OFFICER, ...MENTOR], head: [...OFFICER, ...MENTOR], reviewer: REVIEWER },
}
