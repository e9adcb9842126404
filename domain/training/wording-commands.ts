import type { CommandTable } from '../command/table.ts'

export const TRAINING_COMMANDS = {
  quiz: { words: ['每日一题', '来一题', '今日一题'], shape: 'query' },
  'quiz-answer': { words: ['答题'], shape: 'order' },
  mistakes: { words: ['错题', '我的错题', '错题本'], shape: 'query' },
  'my-study': { words: ['我的学习'], shape: 'query' },
  'study-state': { words: ['学习情况', '学习统计'], shape: 'query' },
  'study-off': { words: ['停学习', '停止学习'], shape: 'alone' },
  'study-on': { words: ['开学习', '恢复学习'], shape: 'alone' },
  knowledge: { words: ['知识', '查知识'], shape: 'order' },
  'knowledge-keep': { words: ['存知识'], shape: 'order' },
  'knowledge-text': { words: ['改知识', '知识内容'], shape: 'order' },
  'knowledge-confirm': { words: ['确认知识'], shape: 'act' },
  'knowledge-drop': { words: ['不存知识'], shape: 'act' },
  'knowledge-approve': { words: ['批准知识', '同意知识'], shape: 'act' },
  'knowledge-refuse': { words: ['不批知识', '不同意知识'], shape: 'order' },
  'knowledge-delete': { words: ['删知识', '删除知识'], shape: 'act' },
  'class-open': { words: ['培训签到'], shape: 'order' },
  'class-join': { words: ['参加培训'], shape: 'act' },
  'class-list': { words: ['培训名单'], shape: 'query' },
} as const satisfies CommandTable
