import type { Body } from './words.ts'

export const OPINION_STATES: Readonly<Record<string, string>> = {
  open: '待整改',
  answered: '待监督人员认可',
  accepted: '已认可',
}
export const EXCLUSION_STATES: Readonly<Record<string, string>> = {
  asked: '待审核',
  agreed: '同意剔除',
  refused: '不同意剔除',
}

/** What happened, for whom it is. */
export function opinionHead({ news, for: reads }: Pick<Body<'opinion'>, 'news' | 'for'>): string {
  if (news === 'asked') return reads === 'decides' ? '监督意见已发出' : '监督意见'
  if (news === 'again') return reads === 'decides' ? '已要求再改' : '监督意见·再改'
  if (news === 'answered') return reads === 'unit' ? '整改情况已交' : '整改情况'
  if (news === 'accepted') return '整改已认可'
  return news === 'late' ? '监督意见超期' : '整改多次没到位'
}

export function exclusionHead({ state, news, for: reads }: Pick<Body<'exclusion'>, 'state' | 'news' | 'for'>): string {
  if (state !== 'asked') return EXCLUSION_STATES[state] ?? ''
  if (news === 'late') return '剔除申请等审核'
  return reads === 'decides' ? '申请剔除评价' : '剔除申请已交审核'
}
