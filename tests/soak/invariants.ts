import { loadTowns } from '../../config/township/load.ts'
import { openReadOnly } from '../../store/open.ts'
import { instant, json, rowsOf, type Row } from './rows.ts'
import type { Told } from './phones/protocol.ts'

/** What was seen outside: what every phone was told, what the platform had reason to believe was taken, and what time it is. */
export type Phones = Readonly<{ told: readonly Told[]; accepted: readonly string[]; now: Date }>

const OPEN = `'triage', 'dispatched', 'signed', 'arrived', 'disputed'`
const LATE_MS = 60_000
/** An answer that did not come may have been an answer that got lost: then the same is said once more, not oftener. */
const MOST_TIMES = 2

/** What of the promises of docs/architecture.md does not hold in this database and before these phones, one line each. */
export async function invariants(url: string, phones: Phones): Promise<string[]> {
  const rows = (query: string) => rowsOf(url, query)
  const found = await Promise.all([
    inbox(rows, phones),
    outbox(rows, phones),
    cases(rows),
    chain(url),
    heard(rows, phones),
    oftener(rows, phones),
  ])
  return found.flat()
}

type Ask = (query: string) => Promise<readonly Row[]>
const say = (what: string, of: readonly unknown[]): string[] =>
  of.length > 0 ? [`${what}: ${of.length}, for example ${of.slice(0, 3).map(String).join(' · ')}`] : []

/** Every accepted message has a row, and every row ends in an effect or a parked reason. */
async function inbox(rows: Ask, { accepted, now }: Phones): Promise<string[]> {
  const all = await rows(`SELECT "id", "dedupeKey", "status", "attempts", "note", "receivedAt" FROM "inbox"`)
  const known = new Set(all.map(({ dedupeKey }) => dedupeKey))
  const lost = accepted.filter((id) => !known.has(id))
  const left = all.filter(
    ({ status, attempts, receivedAt }) =>
      status === 'pending' && Number(attempts) === 0 && instant(receivedAt) < now.getTime() - LATE_MS,
  )
  const silent = all.filter(({ status, note }) => status === 'parked' && !note)
  return [
    ...say('accepted and not in the inbox', lost),
    ...say(
      'in the inbox and not looked at',
      left.map(({ id }) => id),
    ),
    ...say(
      'parked without a reason',
      silent.map(({ id }) => id),
    ),
  ]
}

/** Each row to be said is sent, scheduled, waiting for its reader, or parked or skipped with a reason. */
async function outbox(rows: Ask, { now }: Phones): Promise<string[]> {
  const late = await rows(
    `SELECT "key", "status", "dueAt", "reason" FROM "outbox" WHERE "status" NOT IN ('sent', 'skipped')`,
  )
  const overdue = late.filter(({ status, dueAt }) => status === 'pending' && instant(dueAt) < now.getTime() - LATE_MS)
  const silent = late.filter(({ status, reason }) => status === 'parked' && !reason)
  return [
    ...say(
      'due to be said and not said',
      overdue.map(({ key, reason }) => `${String(key)} (${String(reason)})`),
    ),
    ...say(
      'parked without a reason',
      silent.map(({ key }) => key),
    ),
  ]
}

/** Each open case has a live timer, its own or of what it waits for. */
async function cases(rows: Ask): Promise<string[]> {
  const idle = await rows(`SELECT "caseNo", "stage" FROM "task" WHERE "stage" IN (${OPEN}) AND "mergedInto" IS NULL
    AND "id" NOT IN (SELECT "subject" FROM "timer")
    AND "id" NOT IN (SELECT e."taskId" FROM "entry" e JOIN "timer" t ON t."subject" = e."id" WHERE e."taskId" IS NOT NULL)`)
  return say(
    'open and waiting for nothing',
    idle.map(({ caseNo, stage }) => `${String(caseNo)} ${String(stage)}`),
  )
}

async function chain(url: string): Promise<string[]> {
  const store = await openReadOnly(url)
  try {
    return say(
      'the chain of events is broken',
      (await store.verify()).faults.map((fault) => JSON.stringify(fault)),
    )
  } finally {
    await store.close()
  }
}

/** A chat by its name in the rows; the villagers have another one there. */
async function chatsOf() {
  const loaded = await loadTowns('config/town')
  const towns = loaded.ok ? loaded.towns : []
  const groups = new Map(towns.flatMap(({ groups: all }) => all.map(({ id, aibotChatid }) => [id, aibotChatid])))
  const staff = new Set(towns.flatMap(({ people }) => people.map(({ userid }) => userid)))
  return (to: unknown): string | null => {
    const { kind, userid, id, chat } = to as { kind: string; userid?: string; id?: string; chat?: { id: string } }
    if (kind === 'group') return groups.get(id ?? '') ?? null
    const name = kind === 'person' ? userid : chat?.id
    return name !== undefined && staff.has(name) ? name : null
  }
}

/** Where many alerts are one message, the last of them are only counted. */
const MORE = /…还有 \d+ 件/

/** What counts as sent about a case was seen by its reader: on his phone stands its number. */
async function heard(rows: Ask, { told }: Phones): Promise<string[]> {
  const chatOf = await chatsOf()
  const seen = new Set(told.flatMap(({ chat, numbers }) => numbers.map((no) => `${chat} ${no}`)))
  const merged = told.filter(({ text }) => MORE.test(text))
  const sent = await rows(
    `SELECT o."key", o."to", o."settledAt", t."caseNo" FROM "outbox" o JOIN "task" t ON t."id" = o."taskId" WHERE o."status" = 'sent'`,
  )
  const unseen = sent.filter((row) => {
    const chat = chatOf(json(row['to']))
    if (chat === null || seen.has(`${chat} ${String(row['caseNo'])}`)) return false
    const at = instant(row['settledAt'])
    return !merged.some((one) => one.chat === chat && Math.abs(one.at - at) < LATE_MS)
  })
  return say(
    'sent and on no phone',
    unseen.map(({ key }) => key),
  )
}

/** The same words about a case in the same chat: as often as they were decided, or twice that where acks were lost. */
async function oftener(rows: Ask, { told }: Phones): Promise<string[]> {
  const times = new Map<string, Readonly<{ told: Told; count: number }>>()
  for (const one of told) {
    if (one.changed || one.numbers.length === 0) continue
    const key = `${one.chat}: ${one.text}`
    times.set(key, { told: one, count: (times.get(key)?.count ?? 0) + 1 })
  }
  const often = [...times].filter(([, { count }]) => count > MOST_TIMES)
  if (often.length === 0) return []
  const chatOf = await chatsOf()
  const decided = (await rows(`SELECT "to", "body" FROM "outbox"`)).map((row) => ({
    chat: chatOf(json(row['to'])),
    body: JSON.stringify(json(row['body'])),
  }))
  const tooOften = often.filter(
    ([
      ,
      {
        told: { chat, numbers },
        count,
      },
    ]) => {
      const about = decided.filter((one) => (one.chat ?? chat) === chat && numbers.some((no) => one.body.includes(no)))
      return count > MOST_TIMES * about.length
    },
  )
  return say(
    'said oftener than it was decided',
    tooOften.map(([words, { count }]) => `${count} × ${words.slice(0, 160)}`),
  )
}
