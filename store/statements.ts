import { ACCESS_HEAD } from './chain.ts'
import type { Dialect } from './dialect.ts'
import type { Columns } from './tables.ts'
import { tables } from './tables.ts'

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ')

function insert(dialect: Dialect, table: keyof typeof tables, tail = ''): string {
  const names = quoted(Object.keys(tables[table]))
  return `INSERT INTO "${table}" (${names}) SELECT ${names} FROM ${dialect.source(tables[table])} WHERE true ${tail}`
}

function update(dialect: Dialect, table: string, columns: Columns, set: string, where: string): string {
  return `UPDATE "${table}" SET ${set} FROM ${dialect.source(columns)} WHERE ${where}`
}

const overwrite = (key: string, names: readonly string[]) =>
  `ON CONFLICT (${key}) DO UPDATE SET ${names.map((name) => `"${name}" = excluded."${name}"`).join(', ')}`

/** A newer message opens the 48 hours anew; a QR code is remembered until another is scanned. */
const wroteAgain = [
  '"sent" = CASE WHEN "customer"."wroteAt" IS NULL OR excluded."wroteAt" > "customer"."wroteAt" THEN 0 ELSE "customer"."sent" END',
  '"wroteAt" = CASE WHEN "customer"."wroteAt" IS NULL OR excluded."wroteAt" > "customer"."wroteAt" THEN excluded."wroteAt" ELSE "customer"."wroteAt" END',
  '"village" = COALESCE(excluded."village", "customer"."village")',
  '"villageAt" = COALESCE(excluded."villageAt", "customer"."villageAt")',
].join(', ')

/** Written so that no index on status fits: SQLite would walk all that is pending for each row, 15 times slower than by id. */
const stillPending = (table: string) => `COALESCE("${table}"."status", '') = 'pending'`

const settledInbox = { id: 'text', status: 'text', note: 'text', settledAt: 'time' } as const satisfies Columns
const failedInbox = { id: 'text', reason: 'text', park: 'bool', at: 'time' } as const satisfies Columns
const settledOutbox = {
  id: 'text',
  status: 'text',
  dueAt: 'time',
  tries: 'int',
  reason: 'text',
  tried: 'json',
  at: 'time',
} as const satisfies Columns
const timerKey = { subject: 'text', kind: 'text' } as const satisfies Columns
const fetched = {
  id: 'text',
  sha256: 'text',
  mime: 'text',
  bytes: 'int',
  name: 'text',
  fault: 'text',
  gps: 'text',
  thumb: 'text',
} as const satisfies Columns
const attached = { id: 'text', taskId: 'text' } as const satisfies Columns
const sealedSender = { id: 'text', was: 'text', now: 'text' } as const satisfies Columns
const wrote = { id: 'text', at: 'time' } as const satisfies Columns
const counted = { id: 'text', sent: 'int', most: 'int' } as const satisfies Columns
const unreport = { taskId: 'text', userid: 'text', id: 'text' } as const satisfies Columns
const bound = { external: 'text', person: 'text', reporter: 'text' } as const satisfies Columns
const reworded = { id: 'text', text: 'text' } as const satisfies Columns
const instant = { at: 'time' } as const satisfies Columns

/** Columns of the parameters that are not plain rows of a table. */
const toldPrivacy = { id: 'text', at: 'time' } as const satisfies Columns

export const shapes = {
  toldPrivacy,
  settledInbox,
  failedInbox,
  settledOutbox,
  timerKey,
  attached,
  sealedSender,
  fetched,
  wrote,
  counted,
  bound,
  unreport,
  reworded,
  instant,
}

/** Every statement of the commit queue. Those with RETURNING tell which rows were really written. */
export function statements(dialect: Dialect) {
  const taskColumns = Object.keys(tables.task).filter((name) => name !== 'id' && name !== 'version')
  const taskSet = `"version" = "task"."version" + 1, ${taskColumns.map((name) => `"${name}" = j."${name}"`).join(', ')}`
  const entrySet = `"version" = "entry"."version" + 1, ${['taskId', 'state', 'owner', 'dueAt', 'data'].map((name) => `"${name}" = j."${name}"`).join(', ')}`
  return {
    newTasks: insert(dialect, 'task', 'ON CONFLICT DO NOTHING RETURNING "id"'),
    taskChanges: update(
      dialect,
      'task',
      tables.task,
      taskSet,
      '"task"."id" = j."id" AND "task"."version" = j."version" RETURNING "task"."id" AS "id"',
    ),
    newEntries: insert(dialect, 'entry', 'ON CONFLICT DO NOTHING RETURNING "id"'),
    entryChanges: update(
      dialect,
      'entry',
      tables.entry,
      entrySet,
      '"entry"."id" = j."id" AND "entry"."version" = j."version" RETURNING "entry"."id" AS "id"',
    ),
    reports: insert(dialect, 'report'),
    unreport: `DELETE FROM "report" WHERE "id" IN (SELECT r."id" FROM ${dialect.source(unreport)} JOIN "report" AS r ON r."taskId" = j."taskId" AND r."userid" = j."userid" WHERE COALESCE(j."id", r."id") = r."id")`,
    reworded: update(dialect, 'report', reworded, '"text" = j."text"', '"report"."id" = j."id"'),
    attachments: insert(dialect, 'attachment'),
    attach: update(dialect, 'attachment', attached, '"taskId" = j."taskId"', '"attachment"."id" = j."id"'),
    sealSenders: update(
      dialect,
      'attachment',
      sealedSender,
      '"by" = j."now"',
      '"attachment"."id" = j."id" AND "attachment"."by" = j."was"',
    ),
    fetched: update(
      dialect,
      'attachment',
      fetched,
      ['sha256', 'mime', 'bytes', 'name', 'fault', 'gps', 'thumb'].map((name) => `"${name}" = j."${name}"`).join(', '),
      '"attachment"."id" = j."id"',
    ),
    events: insert(dialect, 'event'),
    notices: insert(dialect, 'outbox', 'ON CONFLICT ("key") DO NOTHING RETURNING "id", "seq"'),
    timers: insert(dialect, 'timer', overwrite('"subject", "kind"', ['id', 'dueAt', 'step'])),
    clearTimers: `DELETE FROM "timer" WHERE ("subject", "kind") IN (SELECT "subject", "kind" FROM ${dialect.source(timerKey)})`,
    conversations: insert(
      dialect,
      'conversation',
      overwrite('"key"', ['userid', 'chatType', 'chatId', 'question', 'askedAt']),
    ),
    endConversations: `DELETE FROM "conversation" WHERE "key" IN ${dialect.list}`,
    received: insert(dialect, 'inbox', 'ON CONFLICT ("dedupeKey") DO NOTHING RETURNING "id"'),
    receivedBefore: `SELECT "id", "dedupeKey", "payload", "receivedAt", "attempts" FROM "inbox" WHERE "dedupeKey" IN ${dialect.list}`,
    contacts: insert(dialect, 'contact', overwrite('"userid"', ['lastWroteAt'])),
    customers: insert(dialect, 'customer', `ON CONFLICT ("id") DO UPDATE SET ${wroteAgain}`),
    /** what waited for this person to write is due now */
    wakeWaiting: `UPDATE "outbox" SET "status" = 'pending', "dueAt" = k."at", "settledAt" = NULL FROM (SELECT c."external", c."person", j."at" FROM ${dialect.source(wrote)} JOIN "customer" c ON c."id" = j."id") AS k WHERE "outbox"."status" = 'waiting' AND "outbox"."recipient" IN ('p-' || k."external", 'p-' || k."person") RETURNING "outbox"."id" AS "id", "outbox"."queue" AS "queue", "outbox"."urgent" AS "urgent", "outbox"."dueAt" AS "dueAt"`,
    countSent: update(
      dialect,
      'customer',
      counted,
      '"sent" = CASE WHEN j."most" > 0 THEN j."most" ELSE "customer"."sent" + j."sent" END',
      '"customer"."id" = j."id"',
    ),
    bindCustomer: update(dialect, 'customer', bound, '"person" = j."person"', '"customer"."external" = j."external"'),
    bindReports: update(dialect, 'report', bound, '"userid" = j."reporter"', '"report"."userid" = j."external"'),
    /** what was learnt stays as it was said; it can only be taken back */
    lessons: insert(dialect, 'lesson', overwrite('"id"', ['takenBy', 'takenAt'])),
    /** what an admin decided is not undone by another proposal */
    aliases: insert(
      dialect,
      'alias',
      `ON CONFLICT ("town", "alias") DO UPDATE SET ${['village', 'status', 'caseNo', 'by', 'at'].map((name) => `"${name}" = excluded."${name}"`).join(', ')} WHERE excluded."status" <> 'proposed' OR "alias"."status" = 'proposed'`,
    ),
    /** what was decided once stays decided */
    admissions: insert(
      dialect,
      'admission',
      `${overwrite('"id"', ['status', 'approval', 'decidedBy', 'decidedAt', 'caseNo'])} WHERE "admission"."status" = 'held'`,
    ),
    identities: insert(dialect, 'identity', 'ON CONFLICT DO NOTHING'),
    newIdentities: insert(dialect, 'identity', 'ON CONFLICT DO NOTHING RETURNING "id"'),
    identityIds: `SELECT "id" FROM "identity" WHERE "id" IN ${dialect.list}`,
    resealed: update(
      dialect,
      'identity',
      tables.identity,
      '"keyId" = j."keyId", "sealed" = j."sealed"',
      '"identity"."id" = j."id" AND "identity"."erasedAt" IS NULL',
    ),
    toldPrivacy: update(
      dialect,
      'identity',
      toldPrivacy,
      '"noticedAt" = j."at"',
      '"identity"."id" = j."id" AND "identity"."noticedAt" IS NULL',
    ),
    access: insert(dialect, 'access_log'),
    keptAccesses: `SELECT "id" FROM "access_log" WHERE "id" IN ${dialect.list}`,
    oldAccesses: `SELECT "id", "kind", "by", "second", "caseNo", "reason", "at" FROM "access_log" WHERE "seq" IS NULL`,
    accessHead: `SELECT "value" FROM "meta" WHERE "key" = '${ACCESS_HEAD}'`,
    notes: insert(dialect, 'note', overwrite('"key"', ['value', 'until'])),
    renewNotes: update(
      dialect,
      'note',
      tables.note,
      '"value" = j."value", "until" = j."until"',
      '"note"."key" = j."key"',
    ),
    claimNotes: insert(dialect, 'note', 'ON CONFLICT DO NOTHING RETURNING "key"'),
    takeNotes: `DELETE FROM "note" WHERE "key" IN ${dialect.list} RETURNING "key", "value", "until"`,
    forgetNotes: `DELETE FROM "note" WHERE "until" <= (SELECT "at" FROM ${dialect.source(instant)})`,
    settleInbox: update(
      dialect,
      'inbox',
      settledInbox,
      '"status" = j."status", "note" = j."note", "settledAt" = j."settledAt"',
      `"inbox"."id" = j."id" AND ${stillPending('inbox')} RETURNING "inbox"."id" AS "id"`,
    ),
    reopenInbox: `UPDATE "inbox" SET "status" = 'pending', "note" = NULL, "settledAt" = NULL WHERE "id" IN ${dialect.list}`,
    failInbox: update(
      dialect,
      'inbox',
      failedInbox,
      `"attempts" = "inbox"."attempts" + 1, "note" = j."reason", "status" = CASE WHEN j."park" THEN 'parked' ELSE 'pending' END, "settledAt" = CASE WHEN j."park" THEN j."at" END`,
      `"inbox"."id" = j."id" AND ${stillPending('inbox')}`,
    ),
    settleOutbox: update(
      dialect,
      'outbox',
      settledOutbox,
      `"status" = j."status", "dueAt" = COALESCE(j."dueAt", "outbox"."dueAt"), "attempts" = "outbox"."attempts" + j."tries", "reason" = j."reason", "tried" = COALESCE(j."tried", "outbox"."tried"), "settledAt" = CASE WHEN j."status" <> 'pending' THEN j."at" END`,
      `"outbox"."id" = j."id" AND ${stillPending('outbox')}`,
    ),
    policies: insert(dialect, 'policy', 'ON CONFLICT DO NOTHING'),
    meta: insert(dialect, 'meta', overwrite('"key"', ['value'])),
    head: `SELECT "value" FROM "meta" WHERE "key" = 'head'`,
    fence: `SELECT "fence" FROM "lease" WHERE "name" IN ${dialect.list}`,
  }
}

export type Statements = ReturnType<typeof statements>
