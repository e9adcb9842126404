import type { Bubble } from './api.ts'
import type { LedgerFrame } from './ledger.ts'

export type SimEvent =
  | Readonly<{ type: 'bubble'; bubble: Bubble }>
  | Readonly<{ type: 'clock'; now: string }>
  | Readonly<{ type: 'link'; connected: boolean }>
  | Readonly<{ type: 'frame'; frame: LedgerFrame }>
  | Readonly<{ type: 'reset' }>
export type EventOf<T extends SimEvent['type']> = Extract<SimEvent, Readonly<{ type: T }>>

type Listener = (event: SimEvent) => void
type Within = Readonly<{ within?: number }>

export type Bus = Readonly<{
  emit(event: SimEvent): void
  /** calls the listener for every event of a kind; returns what ends it */
  on<T extends SimEvent['type']>(type: T, listener: (event: EventOf<T>) => void): () => void
  onAny(listener: Listener): () => void
  /** the next event that fits, from now on; rejects when none came `within` real milliseconds (default 10 s) */
  next<E extends SimEvent>(fits: (event: SimEvent) => event is E, options?: Within): Promise<E>
  next(fits: (event: SimEvent) => boolean, options?: Within): Promise<SimEvent>
  close(): void
}>

/** Tells whoever listens; what a listener throws reaches whoever emitted. */
export function makeBus(): Bus {
  const listeners = new Set<Listener>()
  const waiting = new Set<() => void>()

  const onAny = (listener: Listener) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }

  const next = (fits: (event: SimEvent) => boolean, { within = 10_000 }: Within = {}) => {
    const found = new Promise<SimEvent>((resolve, reject) => {
      const end = (finish: () => void) => {
        clearTimeout(timer)
        stop()
        waiting.delete(cancel)
        finish()
      }
      const cancel = () => end(() => reject(new Error('the simulator was closed while something was waited for')))
      const late = () => end(() => reject(new Error(`nothing that fits happened within ${within} ms`)))
      const timer = setTimeout(late, within)
      const stop = onAny((event) => (fits(event) ? end(() => resolve(event)) : undefined))
      waiting.add(cancel)
    })
    found.catch(() => undefined) // whoever awaits it hears of it; nobody else needs to
    return found
  }

  return {
    emit: (event) => [...listeners].forEach((listener) => listener(event)),
    on: (type, listener) => onAny((event) => (is(event, type) ? listener(event) : undefined)),
    onAny,
    next: next as Bus['next'],
    close: () => [...waiting].forEach((cancel) => cancel()),
  }
}

function is<T extends SimEvent['type']>(event: SimEvent, type: T): event is EventOf<T> {
  return event.type === type
}
