export type MediaFault = 'none' | 'late' | 'missing' | 'forbidden' | 'slow' | 'garbage' | 'cut'

type Countdown = { left: number; readonly cmd: string | null }

/** What goes wrong on demand, as far as it is a state; what is done to connections is in socket/hub.ts. */
export type FaultState = {
  /** every callback is delivered this many times with the same msgid */
  duplicate: number
  /** real milliseconds before each ack */
  delayAcksMs: number
  media: MediaFault
  /** messages above the rate are acked and not shown, instead of refused */
  silentDrop: boolean
  /** a connection replaced by a newer one is told so but stays open */
  leaveKickedOpen: boolean
  /** no connection is taken */
  outage: boolean
  readonly lostFrames: Countdown[]
  readonly lostAcks: Countdown[]
  readonly rejections: (Countdown & { readonly code: number })[]
}

const calm = {
  duplicate: 1,
  delayAcksMs: 0,
  media: 'none',
  silentDrop: false,
  leaveKickedOpen: false,
  outage: false,
} as const

export function calmState(): FaultState {
  return { ...calm, lostFrames: [], lostAcks: [], rejections: [] }
}

/** Nothing goes wrong any more. */
export function calmDown(state: FaultState): void {
  Object.assign(state, calm)
  for (const list of [state.lostFrames, state.lostAcks, state.rejections]) list.length = 0
}

/** Logging in and heartbeats go on as they are, unless they are named. */
const SPARED: readonly string[] = ['ping', 'aibot_subscribe']

/** Uses up one of the first entry that is meant for this cmd; null when there is none. */
export function spend<C extends Countdown>(list: readonly C[], cmd: string): C | null {
  const found = list.find(
    (entry) => entry.left > 0 && (entry.cmd === cmd || (entry.cmd === null && !SPARED.includes(cmd))),
  )
  if (found) found.left -= 1
  return found ?? null
}
