import { z } from 'zod'
import { COMING, type NewAttachment } from '../../domain/decision.ts'
import type { CaseInHand } from '../../domain/case/draft.ts'
import { marksOf } from '../../domain/evidence/pictures.ts'
import { isReporter } from '../../domain/people/audience.ts'
import { isShown } from './picture.ts'
import { sender } from './people.ts'

/** A file of a case; its bytes are asked for by this id. */
export const fileShape = z.object({
  id: z.string(),
  at: z.string(),
  by: z.string(),
  /** may be shown in the page */
  picture: z.boolean(),
  /** what it shows; of a reporter it was `sent` along */
  mark: z.enum(['before', 'after', 'sent']).nullable(),
  state: z.enum(['here', 'coming', 'gone']),
  bytes: z.number(),
})
export type FileLine = z.infer<typeof fileShape>

/** Files of a case, oldest first, and what they were taken to show. */
export function filesOf(hand: CaseInHand, files: readonly NewAttachment[]): readonly FileLine[] {
  const { marks } = marksOf(hand)
  return files.map(({ id, at, by, mime, sha256, fault, bytes }) => ({
    id,
    at: at.toISOString(),
    by: sender(hand.task, hand.town, by),
    picture: sha256 !== null && isShown(mime),
    mark: marks[id]?.mark ?? (isReporter(hand.task, by) ? 'sent' : null),
    state: sha256 === null ? (fault === COMING ? 'coming' : 'gone') : 'here',
    bytes,
  }))
}
