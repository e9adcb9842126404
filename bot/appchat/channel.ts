import type { Channel, OutboxRow, Sent } from '../../domain/notice.ts'
import type { Group, Town } from '../../domain/town.ts'
import { enclosedIn, uploaded, type Enclose, type Enclosed } from '../door/enclosed.ts'
import { called, groupWith, membersOf } from '../door/group.ts'
import { DoorFault, passing, reasonOf, refused, type Failure } from '../door/outcome.ts'
import type { BotLog } from '../log.ts'
import { makeParts } from '../memory/parts.ts'
import type { QuotaLedger } from '../quota/ledger.ts'
import { LOOKS } from '../render/look.ts'
import { wordsOf } from '../render/render.ts'
import { fit } from '../text/clean.ts'
import { split } from '../text/split.ts'
import type { Answer, WecomApi } from '../wecom/answer.ts'
import { SPLIT_MARKS } from '../wording/common.ts'

export type AppchatOptions = Readonly<{
  api: WecomApi
  towns: readonly Town[]
  log: BotLog
  ledger: QuotaLedger
  /** the picture or the file of a notice that has one */
  enclose?: Enclose
}>

type Job = Readonly<{
  row: OutboxRow
  group: Group
  chatid: string
  mentions: readonly string[]
  parts: readonly string[]
  now: Date
}>

/** The platform knows no such chat. */
const NO_CHAT: readonly number[] = [86001, 86003]
/** What a chat of ours must be like. */
const CHATID = /^[0-9A-Za-z]{1,32}$/
const NAME = 50
const FEWEST = 2

/** Group chats the app made itself as a channel. Nobody can answer there, and what may have arrived is not said again. */
export function appchatChannel({ api, towns, log, ledger, enclose }: AppchatOptions): Channel {
  const memory = makeParts()

  async function send(rows: readonly OutboxRow[], now: Date): Promise<Sent> {
    const [row] = rows
    if (!row) throw new DoorFault('nothing to send')
    const group = groupWith(row, 'appchatId', towns)
    if (!group?.appchatId) return refused('no-channel', 'no group with a chat of the app')
    const parts = split(wordsOf(rows, towns, LOOKS.appchat), SPLIT_MARKS, LOOKS.appchat.bytes)
    const mentions = rows.length > 1 ? [] : called(group.id, row.body, towns, now)
    const job: Job = { row, group, chatid: group.appchatId, mentions, parts, now }
    const count = parts.length - memory.partsSent(row.id)
    const uses = membersOf(group.id, towns).map((key) => ({ quota: 'appchat-member' as const, key, count }))
    const slot = ledger.takeAll(
      uses,
      rows.some(({ urgent }) => urgent),
      now,
    )
    if (!slot.ok) return { outcome: 'wait', until: slot.until, reason: 'our own limit for a member of this group' }
    const enclosed = await enclosedIn(rows, enclose)
    return (enclosed && (await sendEnclosed(job, enclosed))) ?? say(job, true)
  }

  /** Null: it cannot go like this, the same is said in words. */
  async function sendEnclosed(job: Job, enclosed: Enclosed): Promise<Sent | null> {
    const id = await uploaded(api, enclosed)
    if (typeof id !== 'string') return verdict(id, job, false)
    const body = { chatid: job.chatid, msgtype: enclosed.as, [enclosed.as]: { media_id: id }, safe: 0 }
    const answer = await api.call('appchat/send', { body })
    if (answer.kind === 'ok') return { outcome: 'sent', how: 'push' }
    return answer.kind === 'answered' ? null : verdict(answer, job, false)
  }

  /** `mayMake`: a chat that is not there is made, once. */
  async function say(job: Job, mayMake: boolean): Promise<Sent> {
    const { row, parts } = job
    for (const [i, part] of parts.entries()) {
      if (i < memory.partsSent(row.id)) continue
      const answer = await post(job, part, i === 0)
      if (answer.kind === 'answered' && NO_CHAT.includes(answer.code) && mayMake) return make(job)
      if (answer.kind !== 'ok') return verdict(answer, job, i > 0)
      if (parts.length > 1) memory.setParts(row.id, i + 1)
    }
    memory.setParts(row.id, 0)
    return { outcome: 'sent', how: 'push' }
  }

  function post({ chatid, mentions }: Job, content: string, first: boolean): Promise<Answer> {
    const calls = first && mentions.length > 0 ? { mentioned_list: mentions } : {}
    return api.call('appchat/send', { body: { chatid, msgtype: 'text', text: { content, ...calls }, safe: 0 } })
  }

  async function make(job: Job): Promise<Sent> {
    const { group, chatid, now } = job
    const userlist = membersOf(group.id, towns)
    if (!CHATID.test(chatid)) return refused('refused', 'appchat_id must be up to 32 letters and digits')
    if (userlist.length < FEWEST) return refused('refused', 'a new chat needs two members')
    const answer = await api.call('appchat/create', { body: { name: fit(group.name, NAME), userlist, chatid } })
    // a chat that was made after all is found there by the next try
    if (answer.kind !== 'ok') return passing(answer, now) ?? refused('refused', said(answer))
    log.info({}, 'appchat: a chat was made that did not exist yet')
    return say(job, false)
  }

  return { send, state: () => ({ name: 'appchat', ...api.state() }) }
}

function verdict(failure: Failure, { now }: Job, begun: boolean): Sent {
  if (failure.kind === 'unclear') return { outcome: 'unclear', reason: failure.reason }
  return passing(failure, now, begun) ?? refused('refused', said(failure))
}

const said = (failure: Failure): string => (failure.kind === 'answered' ? reasonOf(failure.code) : failure.reason)
