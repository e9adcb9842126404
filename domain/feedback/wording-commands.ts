import type { CommandTable } from '../command/table.ts'

export const FEEDBACK_COMMANDS = {
  supervise: { words: ['监督', '监督意见'], shape: 'order', act: true },
  rectify: { words: ['整改', '回复整改', '整改回复'], shape: 'order', act: true },
  accept: { words: ['认可', '整改认可'], shape: 'act', act: true },
  'rectify-again': { words: ['再改', '重新整改', '继续整改'], shape: 'order', act: true },
  opinions: { words: ['监督清单', '监督意见清单', '整改清单'], shape: 'query' },
  exclude: { words: ['申请剔除'], shape: 'order', act: true },
  'exclude-agree': { words: ['同意剔除'], shape: 'act', act: true },
  'exclude-refuse': { words: ['不同意剔除', '不予剔除'], shape: 'order', act: true },
  exclusions: { words: ['剔除清单'], shape: 'query' },
  revisit: { words: ['回访'], shape: 'order', act: true },
  revisits: { words: ['回访清单', '回访名单'], shape: 'query' },
  mute: { words: ['静音', '禁言'], shape: 'order', act: true },
  unmute: { words: ['解除静音', '取消静音', '解除禁言'], shape: 'act', act: true },
  mutes: { words: ['静音名单', '静音清单'], shape: 'query' },
  'revisit-say': { words: ['回访答复'], shape: 'order', who: 'anybody' },
} as const satisfies CommandTable
