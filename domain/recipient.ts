import type { Chat } from './inbound.ts'

/** To whom something is said. */
export type Recipient =
  | Readonly<{ kind: 'person'; userid: string }>
  | Readonly<{ kind: 'group'; id: string }>
  | Readonly<{ kind: 'chat'; chat: Chat }>
  /** another system a township calls, by its id there */
  | Readonly<{ kind: 'hook'; town: string; id: string }>
