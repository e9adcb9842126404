import type { WSClient } from '@wecom/aibot-node-sdk'
import type { Channel, OutboxRow, Sent } from '../../domain/notice.ts'
import type { Town } from '../../domain/town.ts'
import { enclosedIn, type Enclose, type Enclosed } from '../door/enclosed.ts'
import type { BotLog } from '../log.ts'
import type { QuotaLedger } from '../quota/ledger.ts'
import { checkCard } from '../render/check.ts'
import { render, type Rendered } from '../render/render.ts'
import { split } from '../text/split.ts'
import { SPLIT_MARKS } from '../wording/common.ts'
import { addressOf, type Address } from './address.ts'
import { pushCard, pushEnclosed, pushText, type Post } from './bodies.ts'
import { failureOf, meaningOf, STREAM_EXPIRED, type Failure } from './codes.ts'
import type { Link } from './link.ts'
import { makeMemory } from './memory.ts'
import { AibotFault, describe, notConnected, passing, reasonOf, refused } from './outcome.ts'
import { answerOf, type Answer } from './way.ts'

export type ChannelOptions = Readonly<{
  link: Link
  towns: readonly Town[]
  log: BotLog
  ledger: QuotaLedger
  hasWritten(userid: string): Promise<boolean>
  /** the picture or the file of a notice that has one */
  enclose?: Enclose
}>

type Result = Readonly<{ kind: 'ok' }> | Failure
/** One send under way. */
type Job = Readonly<{
  rows: readonly OutboxRow[]
  row: OutboxRow
  address: Address
  client: WSClient
  said: Rendered
  parts: readonly string[]
  now: Date
}>

/** The AI bot as a channel: answers a callback while it may, pushes otherwise. */
export function aibotChannel({ link, towns, log, ledger, hasWritten, enclose }: ChannelOptions): Channel {
  const memory = makeMemory()

  async function send(rows: readonly OutboxRow[], now: Date): Promise<Sent> {
    const [row] = rows
    if (!row) throw new AibotFault('nothing to send')
    const address = addressOf(row.to, towns)
    if (!address) return refused('no-channel', 'not a chat of the AI bot')
    if (memory.shunned(address.chatid, now) && !(await knows(address)))
      return refused('never-wrote', 'refused a moment ago')
    const client = link.client()
    if (!client) return notConnected(link, now)
    const said = presentable(render(rows, towns))
    const parts = split(said.text, SPLIT_MARKS)
    const slot = ledger.take('aibot-chat', address.chatid, said.card ? 1 : parts.length, rows.some(cannotWait), now)
    if (!slot.ok) return { outcome: 'wait', until: slot.until, reason: 'our own limit for this chat' }
    return deliver({ rows, row, address, client, said, parts, now })
  }

  async function deliver(job: Job): Promise<Sent> {
    const enclosed = await enclosedIn(job.rows, enclose)
    return (enclosed && (await sendEnclosed(job, enclosed))) ?? deliverWords(job)
  }

  /** Null: it cannot go like this, the same is said in words. */
  async function sendEnclosed({ row, address, client, now }: Job, enclosed: Enclosed): Promise<Sent | null> {
    const slot = ledger.take('aibot-upload', 'aibot', 1, row.urgent, now)
    if (!slot.ok) return { outcome: 'wait', until: slot.until, reason: 'our own limit for uploads' }
    const result = await attempt(pushEnclosed(address, enclosed), client)
    if (result.kind === 'ok') return { outcome: 'sent', how: 'push' }
    const pause = rest(address, result, now)
    if (pause) return pause
    log.warn({ kind: enclosed.as }, 'the platform took no file; it goes as text')
    return null
  }

  async function deliverWords(job: Job): Promise<Sent> {
    const { rows, said, parts, now } = job
    const answer = answerOf(rows, said, parts[0] ?? '', memory, now)
    const answered = answer ? await tryAnswer(job, answer) : null
    if (answered) return answered
    return said.card && job.row.body.kind !== 'card-update' ? sendCard(job) : sendText(job, 0)
  }

  /** Null: this callback cannot be answered, push instead. */
  async function tryAnswer(job: Job, { reqId, post }: Answer): Promise<Sent | null> {
    const result = await attempt(post, job.client)
    if (result.kind === 'ok' || deliveredBefore(result, job.row)) return restAfterAnswer(job)
    const pause = rest(job.address, result, job.now)
    if (pause) return pause
    memory.spoil(reqId)
    return null
  }

  /** A long answer goes on as pushes: one callback takes one message. */
  async function restAfterAnswer(job: Job): Promise<Sent> {
    if (job.said.card || job.parts.length === 1) return { outcome: 'sent', how: 'reply' }
    const sent = await sendText(job, 1)
    return sent.outcome === 'sent' ? { outcome: 'sent', how: 'reply' } : sent
  }

  async function sendCard(job: Job): Promise<Sent> {
    if (!job.said.card) return sendText(job, 0)
    const result = await attempt(pushCard(job.address, job.said.card), job.client)
    if (result.kind === 'ok') return { outcome: 'sent', how: 'push' }
    if (result.kind !== 'answered' || meaningOf(result.code)?.verdict !== 'no-card') return verdict(job, result)
    log.warn({ code: result.code }, 'the platform refused a card; it goes as text')
    return sendText(job, 0)
  }

  async function sendText(job: Job, from: number): Promise<Sent> {
    const { row, address, client, parts } = job
    for (const [i, part] of parts.entries()) {
      if (i < Math.max(from, memory.partsSent(row.id))) continue
      const result = await attempt(pushText(address, part), client)
      if (result.kind !== 'ok') return verdict(job, result)
      if (parts.length > 1) memory.setParts(row.id, i + 1)
    }
    memory.setParts(row.id, 0)
    return { outcome: 'sent', how: 'push' }
  }

  /** What a failed push means. */
  async function verdict({ address, now }: Job, failure: Failure): Promise<Sent> {
    const pause = rest(address, failure, now)
    if (pause) return pause
    if (failure.kind !== 'answered') throw new AibotFault('no clear answer')
    const known = meaningOf(failure.code)
    const reason = reasonOf(failure.code)
    if (known?.verdict !== 'nobody' && !(await knows(address))) {
      memory.shun(address.chatid, now)
      return refused('never-wrote', reason)
    }
    if (known) return refused('refused', reason)
    throw new AibotFault(`the platform answered ${reason}`)
  }

  /** Too much for a chat is too much for whatever else waits for it, and for no other chat. */
  function rest({ chatid }: Address, failure: Failure, now: Date): Sent | null {
    const pause = passing(link, failure, now)
    const tooMuch = failure.kind === 'answered' && meaningOf(failure.code)?.verdict === 'later'
    if (tooMuch && pause?.outcome === 'wait') ledger.shut('aibot-chat', chatid, pause.until)
    return pause
  }

  /** A group is known by being configured; a person by having written. */
  async function knows({ person }: Address): Promise<boolean> {
    return person === null || (await hasWritten(person))
  }

  /** A card the platform would refuse goes as the text it also has. */
  function presentable(said: Rendered): Rendered {
    const faults = said.card ? checkCard(said.card) : []
    if (faults.length === 0) return said
    log.error({ faults }, 'a card breaks the rules of the platform; it goes as text')
    return { ...said, card: null }
  }

  return { send, state: () => describe(link) }
}

/** A card can only be replaced within seconds of the click. */
const cannotWait = ({ urgent, body }: OutboxRow): boolean => urgent || body.kind === 'card-update'

async function attempt(post: Post, client: WSClient): Promise<Result> {
  try {
    await post(client)
    return { kind: 'ok' }
  } catch (reason) {
    return failureOf(reason)
  }
}

/** The stream of this row is finished already: an earlier try did arrive, only its answer was lost. */
function deliveredBefore(result: Failure, row: OutboxRow): boolean {
  return result.kind === 'answered' && result.code === STREAM_EXPIRED && row.attempts > 0
}
