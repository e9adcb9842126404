import type { HandedIn } from './kinds.ts'

const PREFIX = 'open:'

/** Whom the other system named; both may be missing. */
export type Contact = Readonly<{ name: string; phone: string }>

/**
 * What whoever told another system is called at our door: it is sealed there like any name of the platform, and shown by a
 * look behind the mask only. Somebody without a phone is one person per order.
 */
export function senderOf({ system, no }: Pick<HandedIn, 'system' | 'no'>, contact: Contact | null = null): string {
  const who = [contact?.name, contact?.phone].filter(Boolean).join(' ')
  return `${PREFIX}${system} ${contact?.phone ? who : [who, no].filter(Boolean).join(' ')}`
}

/** Nobody a door of WeCom reaches: his system looks for itself how it stands. */
export const isSender = (id: string): boolean => id.startsWith(PREFIX)
