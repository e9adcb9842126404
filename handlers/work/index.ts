import type { WORK_COMMANDS } from '../../domain/work/wording-commands.ts'
import type { Slice } from '../slice.ts'
import { onBlock, onBlockCounts, onUnblock } from './block.ts'
import { deciding } from './decide.ts'
import { onDue } from './due.ts'
import { onExtend } from './extend.ts'
import { morning } from './morning.ts'
import { onOutsideReply, onSendOut } from './outside.ts'
import { onResume, onSuspend } from './suspend.ts'

/** 办理: what a unit does with a case over days. */
export const work: Slice<keyof typeof WORK_COMMANDS> = {
  commands: {
    extend: onExtend,
    'extend-agree': deciding('extension', true),
    'extend-refuse': deciding('extension', false),
    suspend: onSuspend,
    'suspend-agree': deciding('suspension', true),
    'suspend-refuse': deciding('suspension', false),
    resume: onResume,
    'send-out': onSendOut,
    'outside-reply': onOutsideReply,
    block: onBlock,
    unblock: onUnblock,
    'block-counts': onBlockCounts,
  },
  timers: { extension: onDue, suspension: onDue, outside: onDue },
  daily: [morning],
}
