import { WSClient, type WsFrame } from '@wecom/aibot-node-sdk'
import { onTestFinished } from 'vitest'
import { startSimulator, type SimulatorOptions } from '../../simulator/simulator.ts'
import type { Simulator } from '../../simulator/port.ts'

export const BOT = { id: 'aibTEST', secret: 'not-a-secret', name: '哨子' } as const
export const VILLAGER = 'v-lihua'
export const OFFICER = 'u-zhangwei'
export const HEAD = 'u-liqiang'
export const GROUP = 'wrCHENGGUAN'

const phone = (userid: string) => ({ userid, name: userid, label: userid })
const people = {
  bot: BOT,
  phones: [VILLAGER, OFFICER, HEAD].map(phone),
  groups: [{ chatid: GROUP, name: '城管中队', members: [OFFICER, HEAD] }],
}

/** Stands still until it is moved. */
export function still(at: string) {
  let now = Date.parse(at)
  return { now: () => new Date(now), advance: (ms: number) => Promise.resolve(new Date((now += ms))) }
}

/** A small town where it is Tuesday morning; ends with the test. */
export async function town(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  const simulator = await startSimulator({ ...people, clock: still('2026-11-24T10:00:00+08:00'), ...options })
  onTestFinished(() => simulator.close())
  return simulator
}

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }

/** The official SDK, logged in. */
export async function sdk(simulator: Simulator): Promise<WSClient> {
  const client = new WSClient({
    botId: BOT.id,
    secret: BOT.secret,
    wsUrl: simulator.wsUrl,
    maxReconnectAttempts: 0,
    logger: silent,
  })
  client.on('error', () => undefined)
  const subscribed = new Promise<void>((resolve) => client.once('authenticated', resolve))
  onTestFinished(() => client.disconnect())
  client.connect()
  await subscribed
  return client
}

/** The next callback of a kind (`message.text`, `event.enter_chat` …) that the SDK hands out. */
export const heard = (
  client: WSClient,
  name:
    | 'message'
    | 'event'
    | 'message.text'
    | 'message.image'
    | 'message.mixed'
    | 'message.voice'
    | 'event.template_card_event'
    | 'event.enter_chat'
    | 'event.disconnected_event'
    | 'event.feedback_event',
) => new Promise<WsFrame>((resolve) => client.once(name, (frame: WsFrame) => resolve(frame)))

/** The code the SDK rejects with: it rejects with the raw frame. */
export const rejection = (promise: Promise<unknown>) =>
  promise.then(
    () => 0,
    (reason: unknown) => (reason as { errcode?: number }).errcode ?? reason,
  )
