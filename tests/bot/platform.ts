import { EventEmitter, once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'

export type Frame = Readonly<{
  cmd: string
  headers: Readonly<{ req_id: string }>
  body: Readonly<Record<string, unknown>>
}>
/** What the platform does with one frame: an errcode, silence, a late answer after the next frame, or a broken line. */
export type Reaction = number | 'silence' | 'hang-up' | 'late'

export const BOT = { id: 'aib-1', secret: 'right-secret' }

/** The platform's side of the long connection, as strict as the documents, with faults on demand. */
export class Platform {
  readonly frames: Frame[] = []
  readonly faults: string[] = []
  /** what to do with a login */
  login: Reaction = 0
  /** what to do with the next frames; empty means yes */
  readonly reactions: Reaction[] = []
  heartbeats = true
  sockets = 0
  readonly #server: WebSocketServer
  readonly #events = new EventEmitter()
  readonly #taken = new Set<Frame>()
  #late: Frame | null = null
  #live: WebSocket | null = null

  private constructor(server: WebSocketServer) {
    this.#server = server
    this.#events.setMaxListeners(0)
    server.on('connection', (socket) => this.#greet(socket))
  }

  static async start(port = 0): Promise<Platform> {
    const server = new WebSocketServer({ port, host: '127.0.0.1' })
    await once(server, 'listening')
    return new Platform(server)
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  get url(): string {
    return `ws://127.0.0.1:${this.port}`
  }

  get open(): number {
    return this.#server.clients.size
  }

  /** The next frame of this kind not looked at yet, waiting for it if need be. */
  async frame(cmd: string): Promise<Frame> {
    for (;;) {
      const found = this.frames.find((f) => f.cmd === cmd && !this.#taken.has(f))
      if (found) {
        this.#taken.add(found)
        return found
      }
      await once(this.#events, 'frame')
    }
  }

  unread(cmd: string): number {
    return this.frames.filter((f) => f.cmd === cmd && !this.#taken.has(f)).length
  }

  push(cmd: 'aibot_msg_callback' | 'aibot_event_callback', body: object, reqId = 'R-1'): void {
    this.#send({ cmd, headers: { req_id: reqId }, body })
  }

  kick(): void {
    this.push('aibot_event_callback', { msgtype: 'event', event: { eventtype: 'disconnected_event' } })
  }

  hangUp(): void {
    this.#live?.terminate()
  }

  async close(): Promise<void> {
    for (const socket of this.#server.clients) socket.terminate()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #greet(socket: WebSocket): void {
    this.sockets += 1
    socket.on('message', (data: Buffer) => this.#take(socket, JSON.parse(data.toString('utf8')) as Frame))
  }

  #take(socket: WebSocket, frame: Frame): void {
    this.frames.push(frame)
    if (frame.cmd === 'aibot_subscribe') this.#subscribe(socket, frame)
    else if (frame.cmd === 'ping') this.#ping(socket, frame)
    else this.#react(socket, frame)
    this.#events.emit('frame')
  }

  #ping(socket: WebSocket, frame: Frame): void {
    if (this.heartbeats) this.#ack(socket, frame, 0)
  }

  #subscribe(socket: WebSocket, frame: Frame): void {
    const right = frame.body['bot_id'] === BOT.id && frame.body['secret'] === BOT.secret
    if (right && this.login === 0) this.#live = socket
    if (this.login === 'silence') return
    if (this.login === 'hang-up') return socket.terminate()
    this.#ack(socket, frame, right ? Number(this.login) : 853000)
  }

  #react(socket: WebSocket, frame: Frame): void {
    const reaction = this.reactions.shift() ?? 0
    this.#check(frame)
    if (this.#late) this.#ack(socket, this.#late, 0)
    this.#late = reaction === 'late' ? frame : null
    if (reaction === 'hang-up') return socket.terminate()
    if (typeof reaction === 'number') this.#ack(socket, frame, reaction)
  }

  /** What the real platform refuses; each fault fails the test. */
  #check({ cmd, body }: Frame): void {
    const type = body['msgtype']
    const content = (body['markdown'] ?? body['stream'] ?? {}) as { content?: string; id?: string; finish?: boolean }
    if (Buffer.byteLength(content.content ?? '') > 20_480) this.faults.push('content too long')
    if (cmd === 'aibot_send_msg' && !['markdown', 'template_card'].includes(String(type)))
      this.faults.push(`${String(type)} pushed`)
    if (cmd === 'aibot_send_msg' && (typeof body['chatid'] !== 'string' || ![1, 2].includes(Number(body['chat_type']))))
      this.faults.push('no address')
    if (cmd === 'aibot_respond_msg' && !['stream', 'template_card'].includes(String(type)))
      this.faults.push(`${String(type)} as reply`)
    if (type === 'stream' && (!content.id || content.finish !== true)) this.faults.push('an unfinished stream')
  }

  #ack(socket: WebSocket, frame: Frame, errcode: number): void {
    const errmsg = errcode === 0 ? 'ok' : `no way, hint: [1], from ip: 10.0.0.1, secret text`
    socket.send(JSON.stringify({ headers: { req_id: frame.headers.req_id }, errcode, errmsg }))
  }

  #send(frame: object): void {
    this.#live?.send(JSON.stringify(frame))
  }
}
