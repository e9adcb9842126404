import { about } from '../wording/common.ts'
import { EVIDENCE_CARD as words } from '../wording/evidence/card.ts'
import type { Body } from '../wording/words.ts'
import type { CardPlan } from './card.ts'

const detail = (caseNo: string) => ({ key: `detail:${caseNo}`, text: words.detail })

/** 办前还是办后？ */
export function picturesCard({ facts, cardId, count }: Body<'pictures-card'>): CardPlan {
  const { caseNo } = facts
  const asks = count.unclear > 0
  const choose = [
    { key: `mark-before:${caseNo}`, text: words.before },
    { key: `mark-after:${caseNo}`, text: words.after },
  ]
  return {
    id: cardId,
    source: words.pictures,
    red: false,
    title: asks ? words.which : words.told,
    desc: caseNo,
    body: about(facts),
    rows: [
      { name: words.unclear, value: asks ? words.count(count.unclear) : '' },
      { name: words.before, value: words.count(count.before) },
      { name: words.after, value: words.count(count.after) },
    ],
    buttons: asks ? choose : [detail(caseNo)],
  }
}

/** To the second officer. The whole of it was sent as words before. */
export function recordCard({ facts, cardId, record, digest }: Body<'record-card'>): CardPlan {
  const { no, state } = record
  const decide = [
    { key: `record-confirm:${no}:${digest}`, text: words.confirm },
    { key: `record-return:${no}`, text: words.sendBack },
  ]
  return {
    id: cardId,
    source: words.record,
    red: false,
    title: `${words.states[state]} ${no}`,
    desc: facts.caseNo,
    body: record.seen ?? '',
    rows: [
      { name: words.when, value: record.when ?? '' },
      { name: words.place, value: record.place ?? '' },
      { name: words.whom, value: record.whom ?? '' },
      { name: words.signature, value: record.signature ?? '' },
      { name: words.officers, value: [record.by, record.second ?? ''].filter(Boolean).join(words.and) },
      { name: words.pictures, value: record.pictures > 0 ? words.count(record.pictures) : '' },
    ],
    buttons: state === 'asked' ? decide : [detail(facts.caseNo)],
  }
}
