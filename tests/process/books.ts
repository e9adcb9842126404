import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Place } from './place.ts'

type Told = Readonly<{ caseNo: string; lead: string; stage: string; holder: string | null; userid: string }>
type Counted = Readonly<{ caseNo: string; type: string; times: number }>
type Waiting = Readonly<{ status: string; dueAt: number; recipient: string; reason: string | null }>

/** What the database holds, looked at from outside and read-only, also while the program runs or lies dead. */
export type Books = Readonly<{
  /** how many messages with these words were committed; of whom, where he is of the staff: a villager has another name in there */
  taken(userid: string, text: string): number
  /** every report, with the case it became part of */
  cases(): Told[]
  /** how often each kind of event was recorded for each case */
  events(): Counted[]
  inbox(status: 'pending' | 'parked'): number
  outbox(status: 'pending' | 'parked'): Waiting[]
  integrity(): unknown
}>

export function books({ dataDir }: Place): Books {
  const file = join(dataDir, 'shaozi.db')
  const all = <Row>(sql: string, ...values: readonly string[]): Row[] => {
    const db = new Database(file, { readonly: true, timeout: 10_000 })
    try {
      return db.prepare<unknown[], Row>(sql).all(...values)
    } finally {
      db.close()
    }
  }
  const count = (sql: string, ...values: readonly string[]) => all<{ n: number }>(sql, ...values)[0]?.n ?? 0
  return {
    taken: (userid, text) =>
      userid.startsWith('v-')
        ? count(`SELECT count(*) AS n FROM inbox WHERE instr(payload, ?) > 0`, text)
        : count(`SELECT count(*) AS n FROM inbox WHERE userid = ? AND instr(payload, ?) > 0`, userid, text),
    cases: () =>
      all(`SELECT t.caseNo, t.lead, t.stage, t.holder, r.userid FROM task t JOIN report r ON r.taskId = t.id`),
    events: () => all(`SELECT caseNo, type, count(*) AS times FROM event GROUP BY caseNo, type`),
    inbox: (status) => count(`SELECT count(*) AS n FROM inbox WHERE status = ?`, status),
    outbox: (status) => all(`SELECT status, dueAt, recipient, reason FROM outbox WHERE status = ?`, status),
    integrity: () => all<Record<string, unknown>>('PRAGMA integrity_check')[0]?.['integrity_check'],
  }
}
