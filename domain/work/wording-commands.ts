import type { CommandTable } from '../command/table.ts'

export const WORK_COMMANDS = {
  extend: { words: ['延期', '申请延期'], shape: 'term', act: true },
  'extend-agree': { words: ['同意延期', '批准延期'], shape: 'order', act: true },
  'extend-refuse': { words: ['不同意延期', '不批准延期', '不批延期'], shape: 'order', act: true },
  suspend: { words: ['挂账', '再挂', '申请挂账', '再挂账'], shape: 'order', act: true },
  'suspend-agree': { words: ['同意挂账', '批准挂账', '同意再挂'], shape: 'order', act: true },
  'suspend-refuse': { words: ['不同意挂账', '不批准挂账', '不批挂账', '不同意再挂'], shape: 'order', act: true },
  resume: { words: ['恢复', '恢复办理'], shape: 'act', act: true },
  'send-out': { words: ['转出'], shape: 'order', act: true },
  'outside-reply': { words: ['外单位回复', '外单位答复'], shape: 'order', act: true },
  block: { words: ['受阻'], shape: 'order', act: true },
  unblock: { words: ['解除受阻', '受阻解除'], shape: 'order', act: true },
  'block-counts': { words: ['受阻统计'], shape: 'query' },
} as const satisfies CommandTable
