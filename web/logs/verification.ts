import { z } from 'zod'
import type { Verified } from '../../store/store.ts'
import type { Desk } from '../desk.ts'
import { LOGS } from '../wording/logs.ts'

/** How the chains of events and of accesses were found, and how far a look at it has come. */
export const verificationShape = z.object({
  running: z.boolean(),
  done: z.number(),
  all: z.number(),
  last: z
    .object({
      at: z.string(),
      ok: z.boolean(),
      events: z.number(),
      head: z.string(),
      /** null where it was looked at by a version that did not chain them */
      accesses: z.object({ rows: z.number(), before: z.number(), head: z.string() }).nullable().default(null),
      faults: z.array(z.string()),
    })
    .nullable(),
})
type Verification = z.infer<typeof verificationShape>
type Result = NonNullable<Verification['last']>

/** kept beside the log, so that it is known after a restart */
const LAST = 'verified'
const LEASE = 'verifying'
const LEASE_MS = 60 * 60_000

export type Verifier = Readonly<{
  state(desk: Desk): Promise<Verification>
  /** Begins to look; false where somebody does already. */
  begin(desk: Desk): Promise<boolean>
}>

const saidOf = ({ faults, accesses }: Verified): string[] => [
  ...faults.map(LOGS.fault),
  ...accesses.faults.map(LOGS.accessFault),
]

/** Recomputes the chains in the background, one at a time over all processes. */
export function makeVerifier(): Verifier {
  let running: Readonly<{ all: number }> | null = null
  let done = 0

  async function look(desk: Desk): Promise<void> {
    const { store, now, log } = desk.ctx
    const found = await store
      .verify((events) => (done = events))
      .catch((error: unknown) => {
        log.warn({ error: String(error) }, 'the chain of events could not be read to its end')
        return null
      })
    const result: Result = found
      ? { at: now().toISOString(), ...found, faults: saidOf(found) }
      : { at: now().toISOString(), ok: false, events: done, head: '', accesses: null, faults: [LOGS.cannotVerify] }
    await store.putNote({ key: LAST, value: JSON.stringify(result), until: null })
    await store.takeNote(LEASE)
  }

  return {
    async state(desk) {
      const note = await desk.ctx.store.note(LAST)
      const last = note ? (JSON.parse(note.value) as Result) : null
      return { running: running !== null, done, all: running?.all ?? 0, last }
    },
    async begin(desk) {
      const { store, now } = desk.ctx
      const until = new Date(now().getTime() + LEASE_MS)
      if (running || !(await store.claimNote({ key: LEASE, value: '', until }, now()))) return false
      running = { all: await store.newestEvent() }
      done = 0
      void look(desk)
        .catch((error: unknown) => desk.ctx.log.warn({ error: String(error) }, 'a look at the chain ended'))
        .finally(() => (running = null))
      return true
    },
  }
}
