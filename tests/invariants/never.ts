import { DAY } from '../../domain/calendar/zone.ts'
import { CHILD_REPEATS } from '../../domain/joint/limits.ts'
import type { Books } from './books.ts'

const list = (stages: readonly string[]): string => stages.map((stage) => `'${stage}'`).join(', ')
export const OPEN = list(['triage', 'dispatched', 'signed', 'arrived', 'disputed'])
const OVER = list(['closed', 'withdrawn'])
const CLOCKS = list(['sign', 'arrive', 'finish', 'quiet', 'rule'])

/** What has come to one of these waits for nobody; some of it keeps when it was due. */
const ENDED = list([
  'ended',
  'agreed',
  'refused',
  'lapsed',
  'done',
  'dropped',
  'passed',
  'rejected',
  'withdrawn',
  'approved',
  'over',
  'closed',
])

/** Whatever is due is done within this; the rest is lateness nobody explains. */
const SLACK = 60_000

/** `ago(ms)` = an instant before the one that is looked at, as it is written in a query */
type Look = Readonly<{ ago(ms: number): string }>

/** What no row may be at a moment of rest: the invariants of docs/architecture.md, as a query finds what breaks them. */
export const NEVER: Readonly<Record<string, (at: Look) => string>> = {
  'a message was not dealt with': () =>
    `SELECT "id", "status", "attempts" FROM "inbox" WHERE "status" = 'pending' OR ("status" = 'parked' AND "note" IS NULL)`,
  'a message was worked on and nothing came of it': () =>
    `SELECT "id", "note" FROM "inbox" WHERE "status" = 'done' AND "note" IS NULL`,
  'what was to be said was not said': ({ ago }) =>
    `SELECT "key" FROM "outbox" WHERE "status" = 'pending' AND "dueAt" < ${ago(SLACK)}`,
  'what was not said has no reason': () =>
    `SELECT "key", "status" FROM "outbox" WHERE "reason" IS NULL AND "status" IN ('parked', 'skipped')`,
  'a row ended in a way nobody knows': () =>
    `SELECT "key", "status" FROM "outbox" WHERE "status" NOT IN ('pending', 'waiting', 'sent', 'parked', 'skipped')`,
  'an open case waits for nothing': () =>
    `SELECT "caseNo", "stage" FROM "task" WHERE "stage" IN (${OPEN}) AND "mergedInto" IS NULL
       AND "id" NOT IN (SELECT "subject" FROM "timer")
       AND "id" NOT IN (SELECT e."taskId" FROM "entry" e JOIN "timer" t ON t."subject" = e."id" WHERE e."taskId" IS NOT NULL)`,
  'a clock of a case that is over runs': () =>
    `SELECT k."caseNo", k."stage", t."kind" FROM "timer" t JOIN "task" k ON k."id" = t."subject"
       WHERE (k."stage" IN (${OVER}) OR k."stage" = 'finished') AND t."kind" IN (${CLOCKS})`,
  // a request nobody answers is told twice, a child task until three days late; then they wait with their case, which has clocks of its own
  'something is due in the book and has no timer': ({ ago }) =>
    `SELECT "no", "state" FROM "entry" WHERE "dueAt" IS NOT NULL AND "state" NOT IN (${ENDED}) AND "id" NOT IN (SELECT "subject" FROM "timer")
       AND NOT ("kind" = 'request' AND "dueAt" < ${ago(0)}) AND NOT ("kind" = 'child' AND "dueAt" <= ${ago(CHILD_REPEATS * DAY)})`,
  'a timer was left behind': ({ ago }) => `SELECT "subject", "kind" FROM "timer" WHERE "dueAt" < ${ago(SLACK)}`,
  'a message was received twice': () => `SELECT "dedupeKey" FROM "inbox" GROUP BY "dedupeKey" HAVING COUNT(*) > 1`,
  'a message stands twice': () => `SELECT "key" FROM "outbox" GROUP BY "key" HAVING COUNT(*) > 1`,
  'a case number was given twice': () => `SELECT "caseNo" FROM "task" GROUP BY "caseNo" HAVING COUNT(*) > 1`,
  'a case came from nobody': () =>
    `SELECT "caseNo" FROM "task" WHERE "id" NOT IN (SELECT "taskId" FROM "event" WHERE "taskId" IS NOT NULL)`,
  'a case is over and its file is open': () =>
    `SELECT k."caseNo", k."stage", e."no" FROM "task" k JOIN "entry" e ON e."taskId" = k."id"
       WHERE e."kind" = 'file' AND e."state" IN ('open', 'decided') AND k."stage" IN ('finished', ${OVER})`,
  'a case is over and something of it is still asked': () =>
    `SELECT k."caseNo", k."stage", e."no", e."state" FROM "task" k JOIN "entry" e ON e."taskId" = k."id"
       WHERE k."stage" IN (${OVER}) AND ((e."kind" IN ('extension', 'suspension', 'request') AND e."state" = 'asked')
         OR (e."kind" IN ('review', 'signoff') AND e."state" = 'open') OR (e."kind" = 'child' AND e."state" IN ('given', 'taken')))`,
  'a case has two open files': () =>
    `SELECT "taskId" FROM "entry" WHERE "kind" = 'file' AND "state" IN ('open', 'decided') GROUP BY "taskId" HAVING COUNT(*) > 1`,
  'a file has two open reviews': () =>
    `SELECT "taskId" FROM "entry" WHERE "kind" = 'review' AND "state" = 'open' GROUP BY "taskId" HAVING COUNT(*) > 1`,
  'a case is signed by nobody, or dispatched to somebody who has it': () =>
    `SELECT "caseNo", "stage", "holder" FROM "task"
       WHERE ("stage" = 'signed' AND "holder" IS NULL) OR ("stage" = 'dispatched' AND "holder" IS NOT NULL)`,
}

/** Every rule that is broken, with the rows that break it. */
export async function brokenRules({ rows, instant }: Books, now: Date): Promise<readonly string[]> {
  const look: Look = { ago: (ms) => instant(now.getTime() - ms) }
  const broken: string[] = []
  for (const [what, query] of Object.entries(NEVER)) {
    const found = await rows(query(look))
    if (found.length > 0) broken.push(`${what}: ${JSON.stringify(found.slice(0, 5))}`)
  }
  return broken
}
