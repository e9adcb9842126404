import type { Chat } from '../inbound.ts'
import type { Task } from '../task.ts'

/** By which way the first report of a case came. */
export const SOURCES = ['single', 'group', 'app', 'kf', 'open'] as const
export type Source = (typeof SOURCES)[number]

/** Null where nobody is tied to the case any more. The store finds it by the same rule. */
export function sourceOf({ reporters }: Pick<Task, 'reporters'>): Source | null {
  const chat = reporters[0]?.chat
  return chat ? sourceOfChat(chat) : null
}

function sourceOfChat({ type, via }: Chat): Source {
  return via === 'app' || via === 'kf' || via === 'open' ? via : type
}
