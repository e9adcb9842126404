import type { AssessSaid } from '../../domain/assess/said.ts'
import type { Cards } from './part.ts'
import type { Body } from './words.ts'
import { APPEAL_STATES, dayText, monthName } from './assessNames.ts'

/** The card of an objection: who decides taps. */
export const assessCards: Pick<Cards, AssessSaid['kind']> = {
  appeal(body) {
    const { no, cardId, month, unit, indicator, caseNo, by, reason, state, decidedBy, why, frozen } = body
    const asks = body.for === 'decides' && state === 'asked'
    return {
      id: cardId,
      source: appealHead(body),
      red: false,
      title: no,
      desc: resultOf(body),
      body: reason,
      quote: why ? { title: `${decidedBy ?? ''}的意见`, text: why } : null,
      rows: [
        { name: '月份', value: monthName(month) },
        { name: '单位', value: unit },
        { name: '指标', value: indicator },
        { name: '工单', value: caseNo ?? '整项' },
        { name: '申诉人', value: by },
        { name: '定稿', value: state === 'asked' ? dayText(frozen) : '' },
      ],
      buttons: [
        ...(asks
          ? [
              { key: `appeal-agree:${no}`, text: '同意' },
              { key: `appeal-refuse:${no}`, text: '不同意' },
            ]
          : []),
        // a card must keep a button
        { key: `appeals:${no}`, text: '申诉清单' },
      ],
    }
  },
}

/** What it means for the figures. */
function resultOf({ state, caseNo }: Body<'appeal'>): string {
  if (state === 'agreed') return caseNo ? '同意，这一件不计' : '同意，整项不计'
  return state === 'refused' ? '不同意，照计' : APPEAL_STATES[state]
}

export function appealHead({ state, news, for: reads }: Pick<Body<'appeal'>, 'state' | 'news' | 'for'>): string {
  if (state === 'lapsed') return '申诉没有决定'
  if (state !== 'asked') return `考核申诉·${APPEAL_STATES[state]}`
  if (news === 'late') return '考核申诉等审核'
  return reads === 'decides' ? '考核申诉' : '申诉已交审核'
}
