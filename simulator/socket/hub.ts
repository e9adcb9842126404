import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { spend } from '../faults.ts'
import type { Platform } from '../platform.ts'
import { answer, chatOf } from './answer.ts'
import { readFrame, type InFrame, type OutFrame } from './frames.ts'
import { send, type Connection } from './line.ts'

/** Ten pictures of 10 MB in base64 are the most one frame may hold. */
const FRAME_BYTES = 144 * 1024 * 1024

export type Hub = Readonly<{
  connections: ReadonlySet<Connection>
  close(): void
}>

/** The WebSocket side: any path of the server takes connections of the bot. */
export function openHub(platform: Platform, server: Server): Hub {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: FRAME_BYTES,
    perMessageDeflate: false,
    autoPong: false,
  })
  const connections = new Set<Connection>()
  let last = 0

  server.on('upgrade', (request: IncomingMessage, raw: Duplex, head: Buffer) => {
    raw.on('error', () => raw.destroy())
    if (platform.faults.outage) raw.destroy()
    else sockets.handleUpgrade(request, raw, head, (socket) => attend(socket))
  })

  function attend(socket: WebSocket): void {
    const connection: Connection = { id: ++last, socket, subscribed: false, frozen: false }
    connections.add(connection)
    const silence = setTimeout(() => socket.terminate(), platform.settings.silenceMs)
    silence.unref()
    socket.on('ping', (data: Buffer) => {
      silence.refresh()
      if (!connection.frozen) socket.pong(data)
    })
    socket.on('message', (data) => {
      silence.refresh()
      if (!connection.frozen) hear(platform, connection, String(data))
    })
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      clearTimeout(silence)
      connections.delete(connection)
      leave(platform, connection)
    })
  }

  return {
    connections,
    close: () => connections.forEach(({ socket }) => socket.terminate()),
  }
}

function leave({ line, bus }: Platform, connection: Connection): void {
  connection.subscribed = false
  if (line.live !== connection) return
  line.live = null
  bus.emit({ type: 'link', connected: false })
}

function hear(platform: Platform, connection: Connection, text: string): void {
  const frame = readFrame(text)
  if (!frame) return note(platform, { cmd: '(unreadable)', reqId: '', body: {} }, null, true)
  if (spend(platform.faults.lostFrames, frame.cmd)) return note(platform, frame, null, true)
  const wasLive = platform.line.live
  const ack = answer(platform, connection, frame)
  note(platform, frame, ack.errcode ?? null, false)
  if (!spend(platform.faults.lostAcks, frame.cmd)) acknowledge(platform, connection, ack)
  if (platform.line.live !== wasLive) platform.bus.emit({ type: 'link', connected: platform.line.live !== null })
}

function acknowledge({ faults }: Platform, connection: Connection, ack: OutFrame): void {
  if (faults.delayAcksMs === 0) send(connection, ack)
  else setTimeout(() => send(connection, ack), faults.delayAcksMs).unref()
}

function note(platform: Platform, frame: InFrame, errcode: number | null, lost: boolean): void {
  const { cmd, reqId } = frame
  const common = { at: platform.clock.now(), direction: 'in', msgid: null } as const
  platform.ledger.record({ ...common, cmd, reqId, chat: chatOf(platform, frame), errcode, lost })
}
