import type { Town } from '../../domain/town.ts'
import { openBooks, type Books } from '../invariants/books.ts'
import { chatOf } from '../invariants/phones.ts'
import type { Told } from './phones/protocol.ts'

const NEAR_MS = 60_000
/** An answer that did not come may have been an answer that got lost: then the same is said once more, not oftener. */
const MOST_TIMES = 2

/** What phones were told in weeks: what counts as sent was seen, and nothing was said oftener than it was decided. */
export async function wronglyHeard(url: string, told: readonly Told[], towns: readonly Town[]): Promise<string[]> {
  const books = await openBooks(url)
  try {
    return [...(await unheard(books, told, towns)), ...(await tooOften(books, told, towns))]
  } finally {
    await books.close()
  }
}

const say = (what: string, of: readonly unknown[]): string[] =>
  of.length > 0 ? [`${what}: ${of.length}, for example ${of.slice(0, 3).map(String).join(' · ')}`] : []

/** Where many alerts are one message, the last of them are only counted. */
const MORE = /…还有 \d+ 件/

/** What counts as sent about a case was seen by its reader: on his phone stands its number. */
async function unheard({ rows }: Books, told: readonly Told[], towns: readonly Town[]): Promise<string[]> {
  const seen = new Set(told.flatMap(({ chat, numbers }) => numbers.map((no) => `${chat} ${no}`)))
  const merged = told.filter(({ text }) => MORE.test(text))
  const sent = await rows(
    `SELECT o."key", o."recipient", o."settledAt", t."caseNo" FROM "outbox" o JOIN "task" t ON t."id" = o."taskId" WHERE o."status" = 'sent'`,
  )
  const unseen = sent.filter((row) => {
    const chat = chatOf(String(row['recipient']), towns)
    if (chat === null || seen.has(`${chat} ${String(row['caseNo'])}`)) return false
    const at = Number(row['settledAt'])
    return !merged.some((one) => one.chat === chat && Math.abs(one.at - at) < NEAR_MS)
  })
  return say(
    'sent and on no phone',
    unseen.map(({ key }) => key),
  )
}

/** The same words about a case in the same chat: as often as they were decided, or twice that where acks were lost. */
async function tooOften({ rows }: Books, told: readonly Told[], towns: readonly Town[]): Promise<string[]> {
  const times = new Map<string, Readonly<{ told: Told; count: number }>>()
  for (const one of told) {
    if (one.changed || one.numbers.length === 0) continue
    const key = `${one.chat}: ${one.text}`
    times.set(key, { told: one, count: (times.get(key)?.count ?? 0) + 1 })
  }
  const often = [...times].filter(([, { count }]) => count > MOST_TIMES)
  if (often.length === 0) return []
  const decided = (await rows(`SELECT "recipient", "body" FROM "outbox"`)).map(({ recipient, body }) => ({
    chat: chatOf(String(recipient), towns),
    body: String(body),
  }))
  const wrong = often.filter(
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
    wrong.map(([words, { count }]) => `${count} × ${words.slice(0, 160)}`),
  )
}
