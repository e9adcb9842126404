import type { JointRefusal, JointSaid } from '../../../domain/joint/said.ts'
import type { PartBodies } from '../parts.ts'

export const joint: PartBodies<JointSaid, JointRefusal> = {
  bodies: (note) => ({ 'whistle-card': [{ kind: 'whistle-card', no: 'QS-SH2026-0001', cardId: 'c_1', note }] }),
  reasons: ['whistle-none'],
}
