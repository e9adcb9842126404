import type { Log } from '../../context.ts'
import type { Inbound } from '../../domain/inbound.ts'
import type { Town } from '../../domain/town.ts'
import type { Store } from '../../store/store.ts'

/** A system that may hand in; its key is known by its hash only. */
export type Key = Readonly<{ name: string; sha256: Buffer }>

/** What is served to other systems, and where what they hand in goes. */
export type OpenPort = Readonly<{
  towns(): readonly Town[]
  store: Pick<Store, 'register' | 'crowds' | 'entry' | 'task'>
  keys: readonly Key[]
  /** resolves once it is committed */
  receive(message: Inbound): Promise<void>
  now(): Date
  /** a new id */
  id(): string
  log: Log
  /** address under which others reach this system */
  publicUrl: string | null
}>
