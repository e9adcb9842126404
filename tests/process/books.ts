import { join } from 'node:path'
import { rowsIn } from '../invariants/books.ts'
import type { Place } from './place.ts'

type Told = Readonly<{ caseNo: string; lead: string; stage: string; holder: string | null; userid: string }>
type Counted = Readonly<{ caseNo: string; type: string; times: number }>
type Waiting = Readonly<{ status: string; dueAt: Date; recipient: string; reason: string | null }>

/** What the database holds, looked at from outside and read-only, also while the program runs or lies dead. */
export type Books = Readonly<{
  /** how many messages with these words were committed; of whom, where he is of the staff: a villager has another name in there */
  taken(userid: string, text: string): Promise<number>
  /** every report, with the case it became part of */
  cases(): Promise<readonly Told[]>
  /** how often each kind of event was recorded for each case */
  events(): Promise<readonly Counted[]>
  inbox(status: 'pending' | 'parked'): Promise<number>
  outbox(status: 'pending' | 'parked'): Promise<readonly Waiting[]>
  integrity(): Promise<unknown>
}>

/** Of the SQLite file of a place, or of the PostgreSQL that its environment names. */
export function books({ dataDir, env }: Pick<Place, 'dataDir' | 'env'>): Books {
  const named = env['DATABASE_URL'] ?? ''
  const shared = named.startsWith('postgres')
  const url = shared ? named : `file:${join(dataDir, 'shaozi.db')}`
  const ask = async <Row>(query: string, ...values: readonly string[]) =>
    (await rowsIn(url, query, ...values)) as unknown as readonly Row[]
  const count = async (query: string, ...values: readonly string[]) =>
    Number((await ask<{ n: number }>(query, ...values))[0]?.n ?? 0)
  const holds = shared ? 'strpos(payload::text, ?) > 0' : 'instr(payload, ?) > 0'
  return {
    taken: (userid, text) =>
      userid.startsWith('v-')
        ? count(`SELECT count(*) AS n FROM inbox WHERE ${holds}`, text)
        : count(`SELECT count(*) AS n FROM inbox WHERE userid = ? AND ${holds}`, userid, text),
    cases: () =>
      ask(`SELECT t."caseNo", t.lead, t.stage, t.holder, r.userid FROM task t JOIN report r ON r."taskId" = t.id`),
    events: async () =>
      (await ask<Counted>(`SELECT "caseNo", type, count(*) AS times FROM event GROUP BY "caseNo", type`)).map(
        (row) => ({ ...row, times: Number(row.times) }),
      ),
    inbox: (status) => count(`SELECT count(*) AS n FROM inbox WHERE status = ?`, status),
    outbox: async (status) =>
      (await ask<Waiting>(`SELECT status, "dueAt", recipient, reason FROM outbox WHERE status = ?`, status)).map(
        (row) => ({ ...row, dueAt: new Date(row.dueAt) }),
      ),
    integrity: async () => (await ask<Record<string, unknown>>('PRAGMA integrity_check'))[0]?.['integrity_check'],
  }
}
