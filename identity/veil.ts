import { createHash } from 'node:crypto'
import type { NewIdentity, Store } from '../context.ts'
import { parts } from '../domain/decision.ts'
import { KnownAlready } from '../domain/lostRace.ts'
import type { Chat, Inbound } from '../domain/inbound.ts'
import type { Destination, OutboxRow } from '../domain/notice.ts'
import type { Recipient } from '../domain/recipient.ts'
import { isSealed } from '../domain/people/sealed.ts'
import type { Vault } from './vault.ts'

/** Members of the staff go by their own names: they are in the township's files. */
export type IsStaff = (userid: string) => boolean

/** What comes in, and what may forget somebody. */
export type Veiled = Pick<Store, 'receive' | 'receivePage' | 'commit'>

/** A store that is given real names and keeps none of them. */
export function veiled(store: Veiled, vault: Vault, isStaff: IsStaff): Veiled {
  async function taken<T>(
    inbounds: readonly Inbound[],
    keep: (hidden: readonly Inbound[], fresh: readonly NewIdentity[]) => Promise<T>,
  ): Promise<T> {
    const hidden = await Promise.all(inbounds.map((inbound) => hide(inbound, vault, isStaff)))
    const fresh = [...new Map(hidden.flatMap(({ fresh: one }) => (one ? [[one.id, one] as const] : []))).values()]
    try {
      const found = await keep(
        hidden.map(({ inbound }) => inbound),
        fresh,
      )
      for (const one of fresh) vault.added(one, one.id)
      return found
    } catch (error) {
      for (const one of fresh) vault.added(one, null)
      // another process wrote him down a moment before: he has a name by now
      if (error instanceof KnownAlready) return taken(inbounds, keep)
      throw error
    }
  }

  return {
    receive: (inbound, now) => taken([inbound], ([hidden], fresh) => store.receive(hidden ?? inbound, now, fresh)),
    receivePage: (inbounds, mark, now) =>
      taken(inbounds, (hidden, fresh) => store.receivePage(hidden, mark, now, fresh)),
    async commit(decision, now) {
      await store.commit(decision, now)
      for (const name of parts(decision).flatMap(({ toldPrivacy = [] }) => toldPrivacy)) vault.told(name)
      if (parts(decision).some(({ erase = [] }) => erase.length > 0)) vault.forget()
    },
  }
}

type Hidden = Readonly<{ inbound: Inbound; fresh: NewIdentity | null }>

async function hide(inbound: Inbound, vault: Vault, isStaff: IsStaff): Promise<Hidden> {
  const { from, chat } = inbound
  if (from === '') return { inbound, fresh: null }
  const dedupeKey = inbound.dedupeKey.includes(from) ? digest(inbound.dedupeKey) : inbound.dedupeKey
  if (isStaff(from)) return { inbound: { ...inbound, dedupeKey }, fresh: null }
  const { name, fresh } = await vault.nameFor(from)
  const hidden = {
    ...inbound,
    from: name,
    chat: chat.type === 'single' && chat.id === from ? { ...chat, id: name } : chat,
    dedupeKey,
  }
  return { inbound: hidden, fresh }
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
      if (known.length < rows.length) return { outcome: 'refused', why: 'forgotten', reason: 'he was forgotten' }
      return doors.send(known, now)
    },
  }
}

const isHidden = (to: Recipient | null): boolean =>
  (to?.kind === 'person' && isSealed(to.userid)) || (to?.kind === 'chat' && isSealed(to.chat.id))

async function unveilRow(row: OutboxRow, vault: Vault): Promise<OutboxRow | null> {
  const [to, fallback] = await Promise.all([unveilTo(row.to, vault), row.fallback && unveilTo(row.fallback, vault)])
  return to && { ...row, to, fallback }
}

async function unveilTo(to: Recipient, vault: Vault): Promise<Recipient | null> {
  if (!isHidden(to) || to.kind === 'group' || to.kind === 'hook') return to
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
    isStaff(id) || isSealed(id) ? id : ((await vault.known(id)) ?? id)
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
