import type { TrainingSaid } from '../../domain/training/said.ts'
import type { Button, CardPlan } from '../render/card.ts'
import type { Cards } from './part.ts'
import type { Body } from './words.ts'
import { oneLine } from '../text/clean.ts'
import { dayName } from './common.ts'
import { when } from './names.ts'
import { askedText, letter, optionText, sourceText } from './trainingNames.ts'

/** Cards of the daily question, of knowledge and of a class. */
export const trainingCards: Pick<Cards, TrainingSaid['kind']> = {
  quiz: quizCard,
  knowledge: knowledgeCard,
  class: classCard,
}

export const quizDay = ({ day }: Pick<Body<'quiz'>, 'day'>): string => dayName(`${day}T04:00:00.000Z`)

function quizCard(body: Body<'quiz'>): CardPlan {
  const { no, cardId, question, right, chosen, again } = body
  const asked = askedText(question)
  return {
    id: cardId,
    source: '每日一题',
    red: right !== null && chosen !== right,
    title: right === null ? oneLine(asked, 26) || no : verdict(body),
    desc: `${quizDay(body)}${again ? '·错题再答' : ''}`,
    body: asked,
    quote: right === null ? null : { title: '答案在', text: sourceText(question) },
    rows: question.options.map((option, n) => ({ name: nameOf(n, body), value: optionText(question.ask, option) })),
    buttons:
      right === null
        ? question.options.map((_, n) => ({ key: `quiz-answer:${no}:${letter(n)}`, text: letter(n) }))
        : // an answered card must keep a button: it changes nothing any more
          [{ key: `quiz-answer:${no}:`, text: `您答了 ${letter(chosen ?? 0)}` }],
  }
}

const nameOf = (n: number, { right, chosen }: Body<'quiz'>): string =>
  `${letter(n)}${n === right ? ' ✅' : n === chosen ? ' ❌' : ''}`

export function verdict({ right, chosen, late }: Body<'quiz'>): string {
  const said = chosen === right ? '答对了' : `答错了，应选 ${letter(right ?? 0)}`
  return `${said}${late ? '（过了当天）' : ''}`
}

const STATES: Readonly<Record<Body<'knowledge'>['state'], string>> = {
  draft: '请您确认',
  proposed: '待审核',
  approved: '已存',
  refused: '没有采用',
  dropped: '没有存',
  deleted: '已删除',
}

export const knowledgeState = ({ state }: Pick<Body<'knowledge'>, 'state'>): string => STATES[state]

/** What its writer has to look for, and how he changes it. */
const CHECK_IT = '不能有姓名、电话和能认出是谁的话。'
export const IN_OTHER_WORDS = '改好的内容（“问题？答案”，只写答案也行）'

const cardHint = (body: Body<'knowledge'>): string =>
  body.state === 'draft' ? `${CHECK_IT}要改，直接回复${IN_OTHER_WORDS}。` : nextText(body)

const NEXT: Readonly<Record<Body<'knowledge'>['state'], string>> = {
  draft: CHECK_IT,
  proposed: '已报镇指挥室审核，有结果会告诉您。',
  approved: '以后查“谁管”“知识”会看到这一条。',
  refused: '没有采用，可以改一改重新存。',
  dropped: '没有存。',
  deleted: '以后查不到了。',
}
const CHECK_AGAIN = '请核对里面没有姓名、电话。'
const NOBODY_DECIDED = '一直没有审核，先不存。需要的话请重新提出。'

export function nextText({ state, view }: Pick<Body<'knowledge'>, 'state' | 'view'>): string {
  if (state === 'proposed' && view === 'room') return CHECK_AGAIN
  return state === 'dropped' && view === 'news' ? NOBODY_DECIDED : NEXT[state]
}

function knowledgeCard(body: Body<'knowledge'>): CardPlan | null {
  if (body.view === 'news') return null
  const { no, cardId, question, answer, by, decidedBy, why } = body
  return {
    id: cardId,
    source: '知识',
    red: false,
    title: oneLine(question, 26) || no,
    desc: `${knowledgeState(body)}·${no}`,
    body: [...question].length > 26 ? `${question} 答：${answer}` : answer,
    quote: why ? { title: '意见', text: why } : { title: '请看', text: cardHint(body) },
    rows: [
      { name: '提出人', value: by },
      { name: '审核人', value: decidedBy ?? '' },
    ],
    buttons: knowledgeButtons(body),
  }
}

function knowledgeButtons({ no, seal, state, view }: Body<'knowledge'>): Button[] {
  if (state === 'draft')
    return [
      { key: `knowledge-confirm:${no}:${seal}`, text: '确认' },
      { key: `knowledge-drop:${no}`, text: '不存' },
    ]
  if (state === 'proposed' && view === 'room')
    return [
      { key: `knowledge-approve:${no}`, text: '批准' },
      { key: `knowledge-refuse:${no}`, text: '不批' },
    ]
  // a card must keep a button: it says how things stand
  return [{ key: `${view === 'room' ? 'knowledge-approve' : 'knowledge-confirm'}:${no}`, text: STATES[state] }]
}

function classCard({ no, cardId, topic, by, at, state, count }: Body<'class'>): CardPlan {
  return {
    id: cardId,
    source: '培训签到',
    red: false,
    title: oneLine(topic, 26) || no,
    desc: `${no}·已签到 ${count} 人`,
    body: state === 'open' ? '参加的人各点一次，当天有效。' : '签到已经结束。',
    rows: [
      { name: '组织人', value: by },
      { name: '时间', value: when(at) },
      { name: '已签到', value: `${count} 人` },
    ],
    buttons: [{ key: `class-join:${no}`, text: state === 'open' ? '我参加了' : '已结束' }],
  }
}
