import type { FeedbackSaid } from '../../domain/feedback/said.ts'
import type { Button, CardPlan } from '../render/card.ts'
import type { Cards } from './part.ts'
import type { Body } from './words.ts'
import { EXCLUSION_STATES, exclusionHead, opinionHead, OPINION_STATES } from './feedbackNames.ts'
import { when } from './names.ts'

const detail = (caseNo: string): Button => ({ key: `detail:${caseNo}`, text: '详情' })

/** Cards of supervision, exclusion and the call about a closed case. */
export const feedbackCards: Pick<Cards, FeedbackSaid['kind']> = {
  opinion: opinionCard,
  exclusion: exclusionCard,
  'revisit-ask': revisitCard,
}

function opinionCard(body: Body<'opinion'>): CardPlan {
  const { no, cardId, facts, unit, by, defect, again, answer, answeredBy, round, dueAt, state } = body
  return {
    id: cardId,
    source: opinionHead(body),
    red: body.news === 'late' || body.news === 'stuck',
    title: no,
    desc: `${OPINION_STATES[state] ?? ''}·第${round}次`,
    body: defect,
    quote: answer
      ? { title: `${answeredBy ?? unit}答复`, text: answer }
      : again
        ? { title: '再改的理由', text: again }
        : null,
    rows: [
      { name: '工单', value: facts.caseNo },
      { name: '案卷', value: body.about ?? '' },
      { name: '单位', value: unit },
      { name: '监督人员', value: by },
      {
        name: state === 'answered' ? '请答复' : '整改期限',
        value: dueAt && state !== 'accepted' ? `${when(dueAt)}前` : '',
      },
      { name: '再改理由', value: answer ? (again ?? '') : '' },
    ],
    buttons: [...opinionButtons(body), detail(facts.caseNo)],
  }
}

function opinionButtons({ no, state, round, for: reads }: Body<'opinion'>): Button[] {
  if (reads === 'unit' && state === 'open') return [{ key: `rectify:${no}`, text: '回复整改' }]
  if (reads !== 'decides' || state !== 'answered') return []
  return [
    // a card of an earlier round accepts nothing of this one
    { key: `accept:${no}:${round}`, text: '认可' },
    { key: `rectify-again:${no}`, text: '再改' },
  ]
}

function exclusionCard(body: Body<'exclusion'>): CardPlan {
  const { no, cardId, facts, state, for: reads, unit, by, reason, decidedBy, why } = body
  const asks = reads === 'decides' && state === 'asked'
  const buttons = asks
    ? [
        { key: `exclude-agree:${no}`, text: '同意剔除' },
        { key: `exclude-refuse:${no}`, text: '不同意' },
      ]
    : []
  return {
    id: cardId,
    source: exclusionHead(body),
    red: false,
    title: no,
    desc: EXCLUSION_STATES[state] ?? '',
    body: reason,
    quote: why ? { title: `${decidedBy ?? ''}的意见`, text: why } : null,
    rows: [
      { name: '工单', value: facts.caseNo },
      { name: '单位', value: unit },
      { name: '申请人', value: by },
      { name: '决定人', value: decidedBy ?? '' },
      { name: '反映', value: facts.text },
    ],
    buttons: [...buttons, detail(facts.caseNo)],
  }
}

/** What may be answered: as it is typed, and as it stands on a button. */
export const REVISIT_ANSWERS: readonly Readonly<{ typed: string; button: string }>[] = [
  { typed: '解决 满意', button: '解决了，满意' },
  { typed: '解决 不满意', button: '解决了，不满意' },
  { typed: '没解决', button: '没解决' },
]

function revisitCard({ no, cardId, facts, said }: Body<'revisit-ask'>): CardPlan {
  const buttons = REVISIT_ANSWERS.map(({ typed, button }) => ({ key: `revisit-say:${no}:${typed}`, text: button }))
  const answered = [{ key: `revisit-say:${no}:`, text: `已答：${said ?? ''}` }]
  return {
    id: cardId,
    source: '镇里回访',
    red: false,
    title: said === null ? '这件事解决了吗？您满意吗？' : '谢谢您的回复',
    desc: facts.caseNo,
    body: facts.result ?? facts.text,
    rows: [
      { name: '地点', value: facts.place ?? '' },
      { name: '主办', value: facts.lead ?? '' },
    ],
    // an answered card must keep a button: it says what was answered
    buttons: said === null ? buttons : answered,
  }
}
