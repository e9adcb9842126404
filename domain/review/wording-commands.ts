import type { CommandTable } from '../command/table.ts'

export const REVIEW_COMMANDS = {
  'review-submit': { words: ['送审', '提交审核', '申请审核'], shape: 'order', act: true },
  'review-pass': { words: ['通过', '审核通过'], shape: 'act', act: true },
  'review-reject': { words: ['驳回', '审核驳回', '审核退回'], shape: 'order', act: true },
  'review-hand': { words: ['转审'], shape: 'order', act: true },
  'review-aside': { words: ['回避', '申请回避'], shape: 'about', act: true },
  'review-take': { words: ['接审'], shape: 'order', act: true },
  'review-list': { words: ['审核清单', '待审清单', '待审核'], shape: 'query' },
  'review-show': { words: ['审核'], shape: 'about' },
  'signoff-ask': { words: ['会签'], shape: 'order', act: true },
  'signoff-agree': { words: ['同意会签', '会签同意'], shape: 'order', act: true },
  'signoff-refuse': { words: ['不同意会签', '会签不同意'], shape: 'order', act: true },
  'signoff-record': { words: ['会签记录', '记录会签'], shape: 'order', act: true },
} as const satisfies CommandTable
