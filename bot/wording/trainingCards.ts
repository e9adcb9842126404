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

function knowledgeCard(body: Body<'knowledge'>): CardPlan {
  const { no, cardId, question, answer, by, decidedBy, why } = body
  return {
    id: cardId,
    source: '知识',
    red: false,
    title: oneLine(question, 26) || no,
    desc: `${knowledgeState(body)}·${no}`,
    body: answer,
    quote: why ? { title: '意见', text: why } : null,
    rows: [
      { name: '问题', value: question },
      { name: '提出人', value: by },
      { name: '审核人', value: decidedBy ?? '' },
    ],
    buttons: knowledgeButtons(body),
  }
}

function knowledgeButtons({ no, state, view }: Body<'knowledge'>): Button[] {
  if (state === 'draft')
    return [
      { key: `knowledge-confirm:${no}`, text: '确认' },
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
