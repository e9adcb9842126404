import type { CommandTable } from '../command/table.ts'

export const DIGEST_COMMANDS = {
  digest: { words: ['简报', '早报', '晚报', '今日简报'], shape: 'query' },
  overdues: { words: ['超期清单', '超时清单', '逾期清单'], shape: 'query' },
  hints: { words: ['苗头', '未诉先办', '重复问题', '多发地点'], shape: 'query' },
  ranking: { words: ['红黑榜'], shape: 'query' },
  'week-report': { words: ['周报'], shape: 'query' },
  'month-report': { words: ['月报'], shape: 'query' },
  'hear-less': { words: ['少发一点', '少发点', '少提醒'], shape: 'query' },
  'hear-more': { words: ['多发一点', '多发点', '多提醒'], shape: 'query' },
  'hear-only': { words: ['只听'], shape: 'order' },
  'my-alerts': { words: ['我的提醒', '提醒设置'], shape: 'query' },
} as const satisfies CommandTable
