import { z } from 'zod'
import { PageRefusal } from '../api/route.ts'
import type { ListOutcome } from '../lists.ts'
import { LISTS } from '../wording/lists.ts'

export const diffShape = z.array(
  z.object({
    code: z.string(),
    name: z.string(),
    kind: z.enum(['added', 'changed', 'removed']),
    fields: z.array(z.object({ column: z.string(), from: z.string(), to: z.string() })),
  }),
)

/** What came of a change to the list, or would come of it. */
export const outcomeShape = z.object({
  ok: z.boolean(),
  faults: z.array(
    z.object({
      sheet: z.string().optional(),
      row: z.number().nullable(),
      column: z.string(),
      problem: z.string(),
      mend: z.string(),
    }),
  ),
  notes: z.array(z.string()),
  skipped: z.array(z.string()),
  diff: diffShape,
  lossy: z.boolean(),
  version: z.string().nullable(),
})

/** Throws PageRefusal where there is no list, or it is not the one that was looked at. */
export function outcomeOf(done: ListOutcome | null): ListOutcome {
  if (!done) throw new PageRefusal(409, LISTS.unread)
  if (done.stale) throw new PageRefusal(409, LISTS.stale)
  return done
}
