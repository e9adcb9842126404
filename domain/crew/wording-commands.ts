import type { CommandTable } from '../command/table.ts'

export const CREW_COMMANDS = {
  leave: { words: ['请假', '申请请假'], shape: 'order' },
  'leave-agree': { words: ['同意请假', '批准请假'], shape: 'order' },
  'leave-refuse': { words: ['不同意请假', '不批准请假', '不批请假'], shape: 'order' },
  'leave-cancel': { words: ['取消请假', '销假'], shape: 'order' },
  swap: { words: ['换班', '调班'], shape: 'order' },
  'swap-agree': { words: ['同意换班', '同意调班'], shape: 'order' },
  'swap-refuse': { words: ['不同意换班', '不同意调班'], shape: 'order' },
  handover: { words: ['交班'], shape: 'order' },
  'handover-take': { words: ['接班'], shape: 'order' },
  'book-vehicle': { words: ['用车', '借车', '预约用车'], shape: 'order' },
  'book-room': { words: ['借询问室', '用询问室', '预约询问室'], shape: 'order' },
  book: { words: ['借', '借用'], shape: 'order' },
  'give-back': { words: ['归还', '还车'], shape: 'order' },
  'book-cancel': { words: ['取消预约', '取消用车'], shape: 'order' },
  bookings: { words: ['预约', '预约表'], shape: 'query' },
  assets: { words: ['装备', '装备清单'], shape: 'query' },
  licences: { words: ['证件', '证件清单', '执法证'], shape: 'query' },
} as const satisfies CommandTable
