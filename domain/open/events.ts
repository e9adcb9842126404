/** What a system that is called may be told of, by what the log of events calls it. Everything else is the house's own affair. */
export const HOOK_EVENTS = {
  opened: 'opened',
  dispatched: 'dispatched',
  signed: 'signed',
  arrived: 'arrived',
  returned: 'returned',
  raised: 'raised',
  escalated: 'escalated',
  suspended: 'suspended',
  resumed: 'resumed',
  finished: 'finished',
  reopened: 'reopened',
  'merged-into': 'merged',
  closed: 'closed',
  withdrawn: 'withdrawn',
} as const satisfies Readonly<Record<string, string>>

export type HookEvent = (typeof HOOK_EVENTS)[keyof typeof HOOK_EVENTS]
export const HOOK_EVENT_NAMES: readonly HookEvent[] = Object.values(HOOK_EVENTS)

const KNOWN: ReadonlyMap<string, HookEvent> = new Map(Object.entries(HOOK_EVENTS))

/** The name outside of what happened; null where it is nobody's outside. */
export const hookEventOf = (type: string): HookEvent | null => KNOWN.get(type) ?? null
