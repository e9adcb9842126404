import { setTimeout as pause } from 'node:timers/promises'
import type { Context, Due, Settlement } from '../context.ts'
import type { OutboxRow } from '../domain/notice.ts'
import { patience } from './backoff.ts'
import { faultOf } from './fault.ts'

const WAITS = [100, 500, 2_000, 5_000]
/** Outcomes of so many ms go to the database together: each commit waits for the disk, and nobody waits for an outcome. */
const GATHER = 5

/**
 * Records how rows ended. While the database does not take it this goes on trying, and the rows stay in flight:
 * what was sent must not be sent again because it could not be written down. Rows that stay pending are woken for.
 */
export function settler(ctx: Context, wake: (due: readonly Due[]) => void) {
  const gather = gatherer((settled) => record(ctx, settled))

  return async (rows: readonly OutboxRow[], settled: readonly Settlement[]): Promise<void> => {
    if (settled.length === 0) return
    await gather(settled)
    const again = settled.filter((one) => one.status === 'pending')
    if (again.length > 0) wake(again.flatMap((one) => laterOf(rows, one)))
  }
}

function gatherer(write: (settled: readonly Settlement[]) => Promise<void>) {
  let gathered: Settlement[] = []
  let written: Promise<void> | null = null

  function flush(): Promise<void> {
    const settled = gathered
    gathered = []
    written = null
    return write(settled)
  }

  return (settled: readonly Settlement[]): Promise<void> => {
    gathered.push(...settled)
    written ??= pause(GATHER).then(flush)
    return written
  }
}

async function record(ctx: Context, settled: readonly Settlement[]): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await ctx.store.settle(settled)
    } catch (error) {
      ctx.log.error(
        { ids: settled.map((row) => row.id), fault: faultOf(error) },
        'the outcome of a send could not be recorded, it is tried again',
      )
      await pause(patience(WAITS, tries), undefined, { ref: false })
    }
  }
}

function laterOf(rows: readonly OutboxRow[], { id, dueAt }: Settlement): Due[] {
  const row = rows.find((one) => one.id === id)
  return row && dueAt ? [{ kind: 'outbox', id, queue: row.queue, urgent: row.urgent, dueAt }] : []
}
