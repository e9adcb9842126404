import type { CommandTable } from '../command/table.ts'

export const JOINT_COMMANDS = {
  'whistle-emergency': { words: ['应急吹哨', '吹应急哨', '应急哨'], shape: 'order' },
  'whistle-daily': { words: ['日常吹哨', '吹日常哨', '日常哨'], shape: 'order' },
  'whistle-hard': { words: ['攻坚吹哨', '吹攻坚哨', '攻坚哨'], shape: 'order' },
  'roll-call': { words: ['点名'], shape: 'order' },
  'whistle-seen': { words: ['确认收到'], shape: 'order' },
  'check-in': { words: ['报到'], shape: 'order' },
  'cannot-come': { words: ['来不了', '到不了'], shape: 'order' },
  'whistle-end': { words: ['收哨', '撤哨'], shape: 'order' },
  'whistle-score': { words: ['评哨'], shape: 'order' },
  request: { words: ['请求协助', '申请协助'], shape: 'order' },
  'request-police': { words: ['请求派出所协助', '请求公安协助', '请派出所协助'], shape: 'order' },
  'request-agree': { words: ['同意协助'], shape: 'order' },
  'request-refuse': { words: ['不能协助', '不同意协助'], shape: 'order' },
  child: { words: ['子任务'], shape: 'order' },
  'child-take': { words: ['签收子任务'], shape: 'order' },
  'child-done': { words: ['完成', '完成子任务'], shape: 'order' },
  'child-drop': { words: ['取消子任务'], shape: 'order' },
} as const satisfies CommandTable
