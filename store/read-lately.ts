import type { InboxRow } from '../domain/decision.ts'
import type { Reading } from './database.ts'
import { inboxRowOf } from './rows-out.ts'

export type LateReads = Readonly<{
  /** what was received last, newest first, dealt with or not */
  lately(limit: number): Promise<readonly InboxRow[]>
}>

/** For those who look from outside; the program itself never goes back. */
export function lateReads({ models }: Reading): LateReads {
  return {
    lately: async (take) => (await models.inbox.findMany({ orderBy: { id: 'desc' }, take })).map(inboxRowOf),
  }
}
