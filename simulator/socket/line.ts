import type { WebSocket } from 'ws'
import type { OutFrame } from './frames.ts'

/** One socket of a bot. */
export type Connection = {
  readonly id: number
  readonly socket: WebSocket
  subscribed: boolean
  /** half-open: TCP stands, nothing is heard or said any more */
  frozen: boolean
}

/** The one connection callbacks go to. */
export type Line = { live: Connection | null }

/** False when nobody can hear it. */
export function send(connection: Connection, frame: OutFrame): boolean {
  const { socket, frozen } = connection
  if (frozen || socket.readyState !== socket.OPEN) return false
  socket.send(JSON.stringify(frame))
  return true
}
