import type { Context, TimerRow } from '../../context.ts'
import type { Decision } from '../../domain/decision.ts'
import type { World } from '../../domain/world.ts'
import type { EVIDENCE_COMMANDS } from '../../domain/evidence/wording-commands.ts'
import { PACKAGE_TIMER } from '../../domain/evidence/export.ts'
import { isRecord } from '../../domain/evidence/record.ts'
import { RECORD_TIMER, remindRecord } from '../../domain/evidence/recordTimer.ts'
import { inHand } from '../cases.ts'
import type { Slice } from '../slice.ts'
import { onConfirm, onReturnRecord } from './confirm.ts'
import { onExport, packageGone } from './export.ts'
import { onEvidence } from './list.ts'
import { onMark } from './mark.ts'
import { onRecord, onRecordMore } from './record.ts'

export const evidence: Slice<keyof typeof EVIDENCE_COMMANDS> = {
  commands: {
    'mark-before': onMark('before'),
    'mark-after': onMark('after'),
    record: onRecord,
    'record-more': onRecordMore,
    'record-confirm': onConfirm,
    'record-return': onReturnRecord,
    evidence: onEvidence,
    'evidence-export': onExport,
  },
  timers: { [RECORD_TIMER]: recordWaits, [PACKAGE_TIMER]: packageGone },
}

async function recordWaits(ctx: Context, { subject, kind, step }: TimerRow, world: World): Promise<Decision> {
  const entry = await ctx.store.entry(subject)
  const task = entry?.taskId ? await ctx.store.task(entry.taskId) : null
  if (!entry || !isRecord(entry) || !task) return { timers: [{ subject, kind, dueAt: null, step: 0 }] }
  return remindRecord(await inHand(ctx, task), entry, step, world)
}
