import { createHash } from 'node:crypto'
import type { Store } from '../context.ts'
import type { Chat, Inbound } from '../domain/inbound.ts'
import type { Destination, OutboxRow, Recipient } from '../domain/notice.ts'
import { isVeiled, type Vault } from './vault.ts'

/** Members of the staff go by their own names: they are in the township's files. */
export type IsStaff = (userid: string) => boolean

/** What comes in: from here on a villager has another name. */
export type VeiledReceiving = Pick<Store, 'receive' | 'receivePage'>

/** A store that is given real names and keeps none of them. */
export function veiled(store: VeiledReceiving, vault: Vault, isStaff: IsStaff): VeiledReceiving {
  const veil = (inbound: Inbound) => veilInbound(inbound, vault, isStaff)
  return {
    receive: async (inbound, now) => store.receive(await veil(inbound), now),
    receivePage: async (inbounds, mark, now) => store.receivePage(await Promise.all(inbounds.map(veil)), mark, now),
  }
}

async function veilInbound(inbound: Inbound, vault: Vault, isStaff: IsStaff): Promise<Inbound> {
  const { from, chat } = inbound
  if (from === '' || isStaff(from)) return inbound
  const name = await vault.nameFor(from)
  return {
    ...inbound,
    from: name,
    chat: chat.type === 'single' && chat.id === from ? { ...chat, id: name } : chat,
    dedupeKey: inbound.dedupeKey.includes(from) ? digest(inbound.dedupeKey) : inbound.dedupeKey,
  }
}

/** The same callback has the same key, and nobody reads from it who called. */
const digest = (key: string): string => `h:${createHash('sha256').update(key).digest('base64url')}`

/** Doors that are given our names and use real ones. Who was forgotten can be told nothing any more. */
export function unveiled(doors: Destination, vault: Vault): Destination {
  return {
    states: doors.states,
    async send(rows, now) {
      const [row] = rows
      if (!row || !rows.some(({ to, fallback }) => isHidden(to) || isHidden(fallback))) return doors.send(rows, now)
      const real = await Promise.all(rows.map((each) => unveilRow(each, vault)))
      const known = real.flatMap((each) => each ?? [])
      if (known.length < rows.length) return { outcome: 'refused', why: 'no-channel', reason: 'he was forgotten' }
      return doors.send(known, now)
    },
  }
}

const isHidden = (to: Recipient | null): boolean =>
  (to?.kind === 'person' && isVeiled(to.userid)) || (to?.kind === 'chat' && isVeiled(to.chat.id))

async function unveilRow(row: OutboxRow, vault: Vault): Promise<OutboxRow | null> {
  const [to, fallback] = await Promise.all([unveilTo(row.to, vault), row.fallback && unveilTo(row.fallback, vault)])
  return to && { ...row, to, fallback }
}

async function unveilTo(to: Recipient, vault: Vault): Promise<Recipient | null> {
  if (!isHidden(to) || to.kind === 'group') return to
  if (to.kind === 'person') {
    const userid = await vault.whoIs(to.userid)
    return userid === null ? null : { ...to, userid }
  }
  const chat = await unveilChat(to.chat, vault)
  return chat && { ...to, chat }
}

async function unveilChat(chat: Chat, vault: Vault): Promise<Chat | null> {
  const id = await vault.whoIs(chat.id)
  return id === null ? null : { ...chat, id }
}

/** What the doors ask of the store, by real names. */
export type DoorStore = Pick<Store, 'hasWritten' | 'customer' | 'countSent' | 'sentSince'>

export function doorStore(store: DoorStore, vault: Vault, isStaff: IsStaff): DoorStore {
  const own = async (id: string): Promise<string> =>
    isStaff(id) || isVeiled(id) ? id : ((await vault.known(id)) ?? id)
  return {
    hasWritten: async (id) => store.hasWritten(await own(id)),
    async customer(id) {
      const found = await store.customer(await own(id))
      if (!found) return null
      const external = (await vault.whoIs(found.external)) ?? found.external
      return { ...found, external, person: found.person === found.external ? external : found.person }
    },
    async countSent(id, sent) {
      const at = id.indexOf('/')
      await store.countSent(`${id.slice(0, at + 1)}${await own(id.slice(at + 1))}`, sent)
    },
    async sentSince(at) {
      const sent = await store.sentSince(at)
      return Promise.all(sent.map(async (one) => ({ ...one, to: (await unveilTo(one.to, vault)) ?? one.to })))
    },
  }
}
