import { reactive } from 'vue'
import type { Bubble, Phone, SimGroup, SimState } from '../../api.ts'
import { getState } from './api.ts'
import { markSeen } from './reading.ts'

const RETRY_MS = 2000

/** What the page knows of the simulator, kept current by its event stream. */
export const live = reactive({
  ready: false,
  /** the event stream is broken; the page tries again by itself */
  lost: false,
  /** whether the bot holds its connection */
  connected: false,
  botName: '',
  /** simulated time minus this computer's time, in milliseconds */
  offset: 0,
  phones: [] as readonly Phone[],
  /** whose phones lie open at first */
  open: [] as readonly string[],
  groups: [] as readonly SimGroup[],
  bubbles: new Map<string, Bubble>(),
  /** grows with every start over, so that drafts and open chats start over too */
  round: 0,
})

export const setNow = (now: string) => {
  live.offset = Date.parse(now) - Date.now()
}

/** whether the next state shows what happened before anybody looked */
let old = true

function replace(state: SimState): void {
  live.phones = state.phones
  live.open = state.open
  live.groups = state.groups
  live.botName = state.botName
  live.connected = state.connected
  live.bubbles = new Map(state.bubbles.map((bubble) => [bubble.id, bubble]))
  setNow(state.now)
  if (old) markSeen(state.bubbles)
  old = false
  live.ready = true
}

/** Events that come while the state is being fetched wait here: the fetched state may be older than they are. */
let waiting: (() => void)[] | null = null

const apply = (change: () => void) => (waiting ? waiting.push(change) : change())

async function load(): Promise<void> {
  const mine: (() => void)[] = []
  waiting = mine
  const state = await getState().catch(() => null)
  if (waiting !== mine) return // a later load has taken over
  waiting = null
  live.lost = state === null
  if (state === null) setTimeout(() => void load(), RETRY_MS)
  else replace(state)
  for (const change of mine) change()
}

const data = <T>(event: Event) => JSON.parse((event as MessageEvent<string>).data) as T

/** Follows the simulator for as long as the page is open; every (re)connection reloads the whole state. */
export function follow(): void {
  const source = new EventSource('api/events')
  source.addEventListener('open', () => void load())
  source.addEventListener('bubble', (event) => apply(() => keep(data<Bubble>(event))))
  source.addEventListener('clock', (event) => apply(() => setNow(data<{ now: string }>(event).now)))
  source.addEventListener('link', (event) =>
    apply(() => (live.connected = data<{ connected: boolean }>(event).connected)),
  )
  source.addEventListener('reset', () => startOver())
  source.addEventListener('error', () => {
    live.lost = true
    if (source.readyState === EventSource.CLOSED) setTimeout(follow, RETRY_MS)
  })
}

const keep = (bubble: Bubble) => live.bubbles.set(bubble.id, bubble)

function startOver(): void {
  live.bubbles = new Map()
  live.round += 1
  old = true
  void load()
}
