import type { CommandTable } from '../command/table.ts'

export const EVIDENCE_COMMANDS = {
  'mark-before': { words: ['办前', '办前照片', '整改前', '整改前照片'], shape: 'order', act: true },
  'mark-after': { words: ['办后', '办后照片', '整改后', '整改后照片'], shape: 'order', act: true },
  record: { words: ['笔录', '现场笔录', '检查笔录', '现场检查笔录'], shape: 'order', act: true },
  'record-more': { words: ['补充笔录'], shape: 'order', act: true },
  'record-confirm': { words: ['确认笔录'], shape: 'order', act: true },
  'record-return': { words: ['退回笔录'], shape: 'order', act: true },
  evidence: { words: ['证据', '证据清单'], shape: 'act', act: true },
  'evidence-export': { words: ['取证', '导出证据'], shape: 'order', act: true },
} as const satisfies CommandTable
