import type { Door } from '../../domain/inbound.ts'
import type { Recipient } from '../../domain/recipient.ts'
import type { Town } from '../../domain/town.ts'
import { addressOf } from '../aibot/address.ts'
import { groupWith } from '../door/group.ts'
import type { Use } from './ledger.ts'

/** What one message that went out at a door used up. */
export function usesOf(
  to: Recipient,
  door: Door | null,
  { towns, agentId }: Readonly<{ towns: readonly Town[]; agentId: number | null }>,
): Use[] {
  const one = (quota: Use['quota'], key: string): Use => ({ quota, key, count: 1 })
  const person = to.kind === 'person' ? to.userid : to.kind === 'chat' && to.chat.type === 'single' ? to.chat.id : null
  if (door === 'app' && person !== null) return [one('app-member', person), one('app-day', String(agentId))]
  if (door === 'webhook') {
    const key = groupWith({ to }, 'webhookKey', towns)?.webhookKey
    return key ? [one('robot', key)] : []
  }
  const address = door === 'aibot' || door === null ? addressOf(to, towns) : null
  return address ? [one('aibot-chat', address.chatid)] : []
}
