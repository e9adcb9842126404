import { expect } from 'vitest'
import { openReadOnly } from '../../store/open.ts'
import { openBooks, type Books } from './books.ts'
import { wronglyLogged, type Logs } from './logs.ts'
import { brokenRules } from './never.ts'
import { wronglyTold, type Phones } from './phones.ts'
import { wrongStages } from './stages.ts'

/** Everything that can be seen of the program from outside. */
export type Seen = Readonly<{
  /** as DATABASE_URL */
  database: string
  now: Date
  phones?: Phones
  logs?: Logs
  /** keys of what the platform had reason to believe was taken */
  accepted?: readonly string[]
}>

/** INV: what must hold at every moment of rest, whatever went wrong before. Answers what does not. */
export async function violations({ database, now, phones, logs, accepted = [] }: Seen): Promise<readonly string[]> {
  const books = await openBooks(database)
  try {
    return [
      ...(await lost(books, accepted)),
      ...(await brokenRules(books, now)),
      ...(await wrongStages(books)),
      ...(await withoutEffect(books)),
      ...(await brokenChains(database)),
      ...(phones ? await wronglyTold(books, phones) : []),
      ...(logs ? wronglyLogged(logs) : []),
    ]
  } finally {
    await books.close()
  }
}

export async function expectInvariants(seen: Seen): Promise<void> {
  expect(await violations(seen)).toEqual([])
}

async function lost({ rows }: Books, accepted: readonly string[]): Promise<readonly string[]> {
  if (accepted.length === 0) return []
  const known = new Set((await rows(`SELECT "dedupeKey" FROM "inbox"`)).map(({ dedupeKey }) => dedupeKey))
  return accepted.filter((id) => !known.has(id)).map((id) => `message ${id} was taken and is nowhere`)
}

/** Every message that was worked on was answered, or became part of a case, in the transaction that settled it. */
async function withoutEffect({ rows }: Books): Promise<readonly string[]> {
  const done = await rows(
    `SELECT i."id", i."note", i."payload" FROM "inbox" i WHERE i."status" = 'done'
       AND i."settledAt" NOT IN (SELECT "createdAt" FROM "outbox")
       AND i."settledAt" NOT IN (SELECT "at" FROM "event")`,
  )
  return done
    .filter(({ payload }) => SPOKEN.test(String(payload)))
    .map(({ id, note }) => `message ${id} (${note}) came to nothing`)
}

/** To look in, or to judge an answer, is not to say something. */
const SPOKEN = /"kind":\s*"(?:text|voice|media|click|location)"/

async function brokenChains(database: string): Promise<readonly string[]> {
  const looking = await openReadOnly(database)
  try {
    const { faults, accesses } = await looking.verify()
    return [...faults, ...accesses.faults].map((fault) => `the chain of the log: ${JSON.stringify(fault)}`)
  } finally {
    await looking.close()
  }
}
