import type { Trouble } from '../trouble.ts'
import type { Post } from './shapes.ts'

/** Several faults may be asked for at once; `clear` comes first. */
export function applyFaults(trouble: Trouble, asked: Post<'fault'>): void {
  if (asked.clear) trouble.clear()
  if (asked.duplicate !== undefined) trouble.duplicate(asked.duplicate)
  if (asked.delayAcks !== undefined) trouble.delayAcks(asked.delayAcks)
  if (asked.loseFrames) trouble.loseFrames(asked.loseFrames.count, asked.loseFrames.cmd)
  if (asked.loseAcks) trouble.loseAcks(asked.loseAcks.count, asked.loseAcks.cmd)
  if (asked.reject) trouble.reject(asked.reject.count, asked.reject.code, asked.reject.cmd)
  if (asked.media) trouble.media(asked.media)
  if (asked.silentDrop !== undefined) trouble.silentDrop(asked.silentDrop)
  if (asked.botInGroup) trouble.botInGroup(asked.botInGroup.chatid, asked.botInGroup.isIn)
  if (asked.leaveKickedOpen !== undefined) trouble.leaveKickedOpen(asked.leaveKickedOpen)
  applyToCallbacks(trouble, asked)
  applyToConnections(trouble, asked)
}

function applyToCallbacks(trouble: Trouble, asked: Post<'fault'>): void {
  if (asked.hold) trouble.hold()
  if (asked.release) trouble.release(asked.release)
  if (asked.redeliver !== undefined) trouble.redeliver(asked.redeliver)
}

function applyToConnections(trouble: Trouble, asked: Post<'fault'>): void {
  if (asked.kick) trouble.kick({ leaveOpen: asked.kick === 'leave-open' })
  if (asked.halfOpen) trouble.halfOpen()
  if (asked.close) trouble.close()
  if (asked.terminate) trouble.terminate()
  if (asked.outage !== undefined) trouble.outage(asked.outage)
}
