import type { Channel, OutboxRow, Sent } from '../../domain/notice.ts'
import type { Town } from '../../domain/town.ts'
import { enclosedIn, uploadedForRobot, type Enclose, type Enclosed } from '../door/enclosed.ts'
import { groupWith } from '../door/group.ts'
import { DoorFault, passing, reasonOf, refused } from '../door/outcome.ts'
import type { BotLog } from '../log.ts'
import { makeParts } from '../memory/parts.ts'
import type { QuotaLedger } from '../quota/ledger.ts'
import type { Answer, WecomApi } from '../wecom/answer.ts'
import { robotFile, robotImage, type RobotMessage } from './messages.ts'
import { robotMessages } from './say.ts'
import { sendToRobot, type RobotAnswer } from './send.ts'

export type WebhookOptions = Readonly<{
  api: Pick<WecomApi, 'open' | 'state' | 'uploadForRobot'>
  towns: readonly Town[]
  log: BotLog
  ledger: QuotaLedger
  /** a page for leaders to open */
  publicUrl?: string | null
  /** the picture or the file of a notice that has one */
  enclose?: Enclose
}>

/** Group robots as a channel: into groups that have one. Nobody can answer there, and what may have arrived is not said again. */
export function webhookChannel({ api, towns, log, ledger, publicUrl = null, enclose }: WebhookOptions): Channel {
  const memory = makeParts()

  async function send(rows: readonly OutboxRow[], now: Date): Promise<Sent> {
    const [row] = rows
    if (!row) throw new DoorFault('nothing to send')
    const group = groupWith(row, 'webhookKey', towns)
    if (!group?.webhookKey) return refused('no-channel', 'no group with a robot')
    const enclosed = await enclosedIn(rows, enclose)
    const sent = enclosed && (await sendEnclosed(row, enclosed, group.webhookKey, now))
    if (sent) return sent
    const messages = robotMessages({ rows, groupId: group.id, towns, publicUrl, now })
    const urgent = rows.some((one) => one.urgent)
    for (const [i, message] of messages.entries()) {
      if (i < memory.partsSent(row.id)) continue
      const answer = await sendToRobot({ api, ledger }, group.webhookKey, message, urgent, now)
      if (answer.kind !== 'ok') return verdict(answer, i > 0, now)
      if (messages.length > 1) memory.setParts(row.id, i + 1)
    }
    memory.setParts(row.id, 0)
    return { outcome: 'sent', how: 'push' }
  }

  /** Null: it cannot go like this, the same is said in words. */
  async function sendEnclosed(row: OutboxRow, enclosed: Enclosed, key: string, now: Date): Promise<Sent | null> {
    const made = await robotOf(enclosed, key)
    const answer = 'kind' in made ? made : await sendToRobot({ api, ledger }, key, made, row.urgent, now)
    if (answer.kind === 'ok') return { outcome: 'sent', how: 'push' }
    const sent = answer.kind === 'bad' ? null : verdict(answer, false, now)
    if (sent && sent.outcome !== 'refused') return sent
    log.warn({ kind: enclosed.as }, 'the platform took no file; it goes as text')
    return null
  }

  async function robotOf(enclosed: Enclosed, key: string): Promise<RobotMessage | Exclude<Answer, { kind: 'ok' }>> {
    if (enclosed.as === 'image') return robotImage(enclosed.data)
    const id = await uploadedForRobot(api, key, enclosed)
    return typeof id === 'string' ? robotFile(id) : id
  }

  function verdict(failure: Exclude<RobotAnswer, { kind: 'ok' }>, begun: boolean, now: Date): Sent {
    switch (failure.kind) {
      case 'full':
        return { outcome: 'wait', until: failure.until, reason: 'our own limit for this robot' }
      case 'bad':
        log.error({ faults: failure.faults }, 'a message breaks the rules for robots')
        return refused('refused', 'it breaks the rules for robots')
      case 'unclear':
        return { outcome: 'unclear', reason: failure.reason }
      default:
        return (
          passing(failure, now, begun) ??
          refused('refused', failure.kind === 'answered' ? reasonOf(failure.code) : 'refused')
        )
    }
  }

  return { send, state: () => ({ name: 'webhook', ...api.state() }) }
}
