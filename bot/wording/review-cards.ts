/** What stands on the cards of reviews and sign-offs. */
export const REVIEW_CARD = {
  source: '法制审核',
  again: (round: number): string => (round > 1 ? `第${round}次送审` : ''),
  keys: {
    town: '乡镇',
    item: '事项',
    party: '当事人',
    proposal: '拟处罚',
    amount: '金额',
    due: '期限',
    decided: '结果',
  },
  warn: (warnings: readonly string[]): string => `⚠ 请留意：${warnings.join('；')}`,
  holds: (owner: string | null): string =>
    owner ? `现在在${owner}手上，可以接过来审。` : '还没有审核人员，可以接过来审。',
  check: (points: string): string => `请逐项看：${points}`,
  before: '上次驳回',
  points: '要点',
  buttons: { pass: '通过', reject: '驳回', show: '看清单', file: '看案卷', take: '接审' },
} as const

export const SIGNOFF_CARD = {
  source: '指导单位会签',
  keys: { item: '事项', party: '当事人', proposal: '拟处罚', amount: '金额', due: '期限', result: '结果' },
  buttons: { agree: '同意', refuse: '不同意', file: '看案卷' },
} as const
