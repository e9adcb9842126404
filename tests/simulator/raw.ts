import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { Simulator } from '../../simulator/port.ts'
import { BOT } from './town.ts'

export type Frame = Readonly<{
  cmd?: string
  headers: Readonly<{ req_id: string }>
  body?: Readonly<Record<string, unknown>>
  errcode?: number
  errmsg?: string
}>
type Body = Readonly<Record<string, unknown>>

export type Raw = Readonly<{
  socket: WebSocket
  /** sends a frame and waits for its ack; `reqId` answers a callback */
  ask(cmd: string, body?: Body, reqId?: string): Promise<Frame>
  /** the same, of the answer only the code */
  code(cmd: string, body?: Body, reqId?: string): Promise<number>
  /** the first frame that fits, of those that came and those to come */
  frame(fits: (frame: Frame) => boolean): Promise<Frame>
  frames: readonly Frame[]
  /** resolves with the close code */
  closed: Promise<number>
}>

/** A bot that may say anything at all, unlike the SDK. */
export async function dial(simulator: Simulator, path = '/'): Promise<Raw> {
  const socket = new WebSocket(simulator.wsUrl + path)
  const frames: Frame[] = []
  const waiting = new Set<() => void>()
  socket.on('message', (data) => {
    frames.push(JSON.parse(String(data)) as Frame)
    for (const look of waiting) look()
  })
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  onTestFinished(() => socket.terminate())
  await once(socket, 'open')

  const frame = (fits: (frame: Frame) => boolean) =>
    new Promise<Frame>((resolve) => {
      const look = () => {
        const found = frames.find(fits)
        if (found) resolve(found)
        if (found) waiting.delete(look)
      }
      waiting.add(look)
      look()
    })
  let asked = 0
  const ask = (cmd: string, body?: Body, reqId = `${cmd}_${++asked}`) => {
    const before = frames.length
    socket.send(JSON.stringify({ cmd, headers: { req_id: reqId }, ...(body ? { body } : {}) }))
    return frame((one) => one.cmd === undefined && one.headers.req_id === reqId && frames.indexOf(one) >= before)
  }
  return { socket, ask, code: async (...args) => (await ask(...args)).errcode ?? NaN, frame, frames, closed }
}

/** The same, logged in. */
export async function bot(simulator: Simulator): Promise<Raw> {
  const raw = await dial(simulator)
  await raw.ask('aibot_subscribe', { bot_id: BOT.id, secret: BOT.secret })
  return raw
}

/** The req_id under which a message or event (by its msgid) was delivered first. */
export async function reqIdOf(raw: Raw, { msgid }: Readonly<{ msgid: string | null }>): Promise<string> {
  return (await raw.frame((frame) => frame.body?.['msgid'] === msgid)).headers.req_id
}
