import type { CommandTable } from '../command/table.ts'

export const ASSESS_COMMANDS = {
  assess: { words: ['考核', '考核情况', '考核结果', '考核得分', '考核分数'], shape: 'monthly' },
  indicators: { words: ['考核指标', '考核办法'], shape: 'query' },
  appeal: { words: ['申诉考核', '考核申诉'], shape: 'order' },
  'appeal-agree': { words: ['同意申诉'], shape: 'order' },
  'appeal-refuse': { words: ['不同意申诉', '驳回申诉'], shape: 'order' },
  appeals: { words: ['申诉清单', '考核申诉清单'], shape: 'query' },
} as const satisfies CommandTable
