import type { Channel, OutboxRow, Sent } from '../../domain/notice.ts'
import type { Town } from '../../domain/town.ts'
import { enclosedIn, uploaded, type Enclose, type Enclosed } from '../door/enclosed.ts'
import { DoorFault, passing, reasonOf, refused, type Failure } from '../door/outcome.ts'
import type { BotLog } from '../log.ts'
import { makeClaims } from '../memory/claims.ts'
import { makeParts } from '../memory/parts.ts'
import type { QuotaLedger } from '../quota/ledger.ts'
import { checkCard } from '../render/check.ts'
import { CARD_LIMITS, LOOKS } from '../render/look.ts'
import { render, type Rendered } from '../render/render.ts'
import { split } from '../text/split.ts'
import type { Answer, WecomApi } from '../wecom/answer.ts'
import { classOf } from '../wecom/codes.ts'
import { SPLIT_MARKS } from '../wording/common.ts'
import { cardBody, enclosedBody, textBody, updateBody, type Envelope } from './bodies.ts'
import { memberOf } from './member.ts'

export type AppOptions = Readonly<{
  api: WecomApi
  agentId: number
  /** a callback is set up: what is clicked and written here is heard */
  interactive: boolean
  towns: readonly Town[]
  log: BotLog
  ledger: QuotaLedger
  /** is this somebody of the corp? */
  member(userid: string): boolean
  /** the picture or the file of a notice that has one */
  enclose?: Enclose
}>

/** One send under way. */
type Job = Readonly<{
  rows: readonly OutboxRow[]
  row: OutboxRow
  to: Envelope
  said: Rendered
  parts: readonly string[]
  now: Date
}>

/** The card of this id was sent before. */
const TASK_ID = 42014
/** Something about the message is wrong: of a card, that may be the card. */
const BAD_PARAMETER = 40058
/** This person does not exist, or the app must not see him. */
const NOBODY: readonly number[] = [40003, 60011, 60111, 81013]

/** The self-built app as a channel: to members, at any time. */
export function appChannel({ api, agentId, interactive, towns, log, ledger, member, enclose }: AppOptions): Channel {
  const claims = makeClaims()
  const memory = makeParts()
  const look = interactive ? LOOKS.app : LOOKS.appDeaf

  async function send(rows: readonly OutboxRow[], now: Date): Promise<Sent> {
    const [row] = rows
    if (!row) throw new DoorFault('nothing to send')
    const userid = memberOf(row.to, member)
    if (userid === null) return refused('no-channel', 'no member of the corp')
    const said = presentable(render(rows, towns, look))
    const parts = split(said.text, SPLIT_MARKS, look.bytes)
    const job: Job = { rows, row, to: { userid, agentId, again: row.attempts > 0 }, said, parts, now }
    const count = said.card ? 1 : parts.length - memory.partsSent(row.id)
    const slot = ledger.takeAll(
      [
        { quota: 'app-member', key: userid, count },
        { quota: 'app-day', key: String(agentId), count },
      ],
      rows.some(({ urgent }) => urgent),
      now,
    )
    if (!slot.ok) return { outcome: 'wait', until: slot.until, reason: 'our own limit for this member' }
    return deliver(job)
  }

  async function deliver(job: Job): Promise<Sent> {
    const { row, said } = job
    const enclosed = await enclosedIn(job.rows, enclose)
    const sent = enclosed && (await sendEnclosed(job, enclosed))
    if (sent) return sent
    if (row.body.kind !== 'card-update') return said.card ? sendCard(job) : sendText(job)
    return (await tryUpdate(job)) ?? sendText(job)
  }

  /** Null: it cannot go like this, the same is said in words. */
  async function sendEnclosed(job: Job, enclosed: Enclosed): Promise<Sent | null> {
    const mediaId = await uploaded(api, enclosed)
    const answer = typeof mediaId === 'string' ? await post(enclosedBody(job.to, enclosed.as, mediaId)) : mediaId
    if (answer.kind === 'ok') return received(answer, job) ?? { outcome: 'sent', how: 'push' }
    const waits = passing(answer, job.now)
    if (!waits) log.warn({ kind: enclosed.as }, 'the platform took no file; it goes as text')
    return waits
  }

  /** Null: this click cannot be answered (any more), say it in words. */
  async function tryUpdate({ row, to, said, now }: Job): Promise<Sent | null> {
    const { reply } = row
    if (!said.card || reply?.kind !== 'card' || reply.via !== 'app' || reply.until <= now) return null
    if (!claims.claim(reply.reqId, row.id)) return null
    const body = updateBody(to.userid, agentId, reply.reqId, said.card)
    const answer = await api.call('message/update_template_card', { body })
    if (answer.kind === 'ok') return { outcome: 'sent', how: 'reply' }
    const waits = passing(answer, now)
    if (waits) return waits
    claims.spoil(reply.reqId)
    // a code is good for one answer: refused on a second try, the first did arrive
    return to.again ? { outcome: 'sent', how: 'reply' } : null
  }

  async function sendCard(job: Job): Promise<Sent> {
    if (!job.said.card) return sendText(job)
    const answer = await post(cardBody(job.to, job.said.card))
    if (answer.kind === 'ok') return received(answer, job) ?? { outcome: 'sent', how: 'push' }
    if (answer.kind !== 'answered' || !dislikes(answer.code)) return verdict(answer, job, false)
    if (answer.code === TASK_ID && job.to.again) return { outcome: 'sent', how: 'push' }
    log.warn({ code: answer.code }, 'the platform refused a card; it goes as text')
    return sendText(job)
  }

  async function sendText(job: Job): Promise<Sent> {
    const { row, to, parts } = job
    for (const [i, part] of parts.entries()) {
      if (i < memory.partsSent(row.id)) continue
      const answer = await post(textBody(to, part))
      if (answer.kind !== 'ok') return verdict(answer, job, i > 0)
      const missed = received(answer, job)
      if (missed) return missed
      if (parts.length > 1) memory.setParts(row.id, i + 1)
    }
    memory.setParts(row.id, 0)
    return { outcome: 'sent', how: 'push' }
  }

  const post = (body: object): Promise<Answer> => api.call('message/send', { body })

  /** A card the platform would refuse goes as the text it also has. */
  function presentable(said: Rendered): Rendered {
    const faults = said.card ? checkCard(said.card, CARD_LIMITS.app) : []
    if (faults.length === 0) return said
    log.error({ faults }, 'a card breaks the rules of the platform; it goes as text')
    return { ...said, card: null }
  }

  return { send, state: () => ({ name: 'app', ...api.state() }) }
}

const dislikes = (code: number): boolean => classOf(code) === 'card' || code === BAD_PARAMETER

/** What a plain no means for this message. */
function verdict(failure: Failure, { now }: Job, begun: boolean): Sent {
  const code = failure.kind === 'answered' ? failure.code : null
  if (code !== null && NOBODY.includes(code)) return refused('refused', reasonOf(code))
  return passing(failure, now, begun) ?? refused('refused', code === null ? 'refused' : reasonOf(code))
}

/** A yes may still say that this person was left out; the platform spells userids its own way. */
function received({ body }: Extract<Answer, { kind: 'ok' }>, { to }: Job): Sent | null {
  const left = (['invaliduser', 'unlicenseduser'] as const).find((field) =>
    names(body[field]).includes(to.userid.toLowerCase()),
  )
  if (!left) return null
  return refused('refused', left === 'invaliduser' ? reasonOf(81013) : 'no licence for this interface')
}

const names = (list: unknown): string[] => (typeof list === 'string' ? list.toLowerCase().split('|') : [])
