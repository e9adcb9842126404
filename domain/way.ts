import { SYSTEMS } from './open/kinds.ts'
import type { Decision, NewEvent } from './decision.ts'
import type { Chat, Inbound } from './inbound.ts'

/** By which way a person did something; `group` = in a group chat, whoever listens there. */
export const WAYS = ['aibot', 'group', 'app', 'kf', 'web', ...SYSTEMS] as const
export type Way = (typeof WAYS)[number]

/** The way a message came. */
export function wayOf({ channel, chat, content }: Pick<Inbound, 'channel' | 'chat' | 'content'>): Way {
  return content.kind === 'order' ? content.system : wayOfChat({ ...chat, via: channel })
}

/** The same of what was said in a chat some time ago. */
export function wayOfChat({ type, via = 'aibot' }: Chat): Way {
  if (via === 'open') return 'open311'
  return via === 'aibot' && type === 'group' ? 'group' : via
}

/** The decision with every event of a person saying by which way he did it; what the system did by itself has none. */
export function through(way: Way, decision: Decision): Decision {
  const { events, more } = decision
  return {
    ...decision,
    ...(events ? { events: events.map((event) => marked(event, way)) } : {}),
    ...(more ? { more: more.map((each) => through(way, each)) } : {}),
  }
}

const marked = (event: NewEvent, way: Way): NewEvent =>
  event.by === 'system' ? event : { ...event, data: { ...event.data, via: way } }

/** The way an event says; null in those of the system, and in those of older versions. */
export const wayIn = ({ via }: NewEvent['data']): Way | null => WAYS.find((each) => each === via) ?? null
