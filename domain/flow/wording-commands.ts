import type { CommandTable } from '../command/table.ts'

export const FLOW_COMMANDS = {
  paper: { words: ['转发', '转发文件'], shape: 'order' },
  'paper-to': { words: ['转发给'], shape: 'tell' },
  'paper-title': { words: ['文件名称', '文件标题'], shape: 'order' },
  'paper-read': { words: ['已读', '文件已读'], shape: 'act' },
  'paper-withdraw': { words: ['撤回文件', '收回文件'], shape: 'act' },
  papers: { words: ['文件', '查文件', '文件列表'], shape: 'order' },
  permit: { words: ['查许可', '查许可证', '查证照'], shape: 'order' },
  'permit-answer': { words: ['答复许可', '许可答复'], shape: 'order', none: true },
  penalties: { words: ['处罚通报'], shape: 'query' },
} as const satisfies CommandTable
