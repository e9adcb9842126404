import type { AccessKind } from '../../domain/decision.ts'
import type { Desk } from '../desk.ts'

type Noted = Readonly<{ kind: AccessKind; by: string; reason: string; second?: string | null; caseNo?: string | null }>

/** Writes a line of the log of accesses; it is never changed and never let go of. */
export async function noteAccess({ ctx }: Desk, noted: Noted, now: Date): Promise<void> {
  const line = { id: ctx.id(), second: null, caseNo: null, at: now, ...noted }
  await ctx.store.commit({ access: [line] }, now)
}
