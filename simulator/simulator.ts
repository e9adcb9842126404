import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { SimState } from './api.ts'
import { clickCard } from './chat/click.ts'
import { enterChat, giveFeedback } from './chat/enter.ts'
import { sayFiles, sayMixed, sayText, sayVoice } from './chat/say.ts'
import { makeEvents } from './http/events.ts'
import { makePage } from './http/page.ts'
import { serve } from './http/serve.ts'
import type { SimulatorOptions } from './options.ts'
import { forget, makePlatform } from './assemble.ts'
import type { Simulator } from './port.ts'
import type { Platform } from './platform.ts'
import { openHub, type Hub } from './socket/hub.ts'
import { send } from './socket/line.ts'
import { makeTrouble, type Trouble } from './trouble.ts'

export type { SimulatorOptions } from './options.ts'

/** Starts our WeCom. Rejects with the system's error (EADDRINUSE …) when it cannot listen. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const platform = makePlatform(options)
  const server = createServer()
  const hub = openHub(platform, server)
  server.listen(platform.settings.port, platform.settings.host)
  await once(server, 'listening')
  const address = addressOf(server, platform.settings.host)
  platform.links.setOrigin(`http://${address}`)
  return assemble(options, platform, server, hub, address)
}

function addressOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo
  if (host === '0.0.0.0' || host === '::') return `127.0.0.1:${port}`
  return `${host.includes(':') ? `[${host}]` : host}:${port}`
}

function assemble(options: SimulatorOptions, platform: Platform, server: Server, hub: Hub, address: string): Simulator {
  const { bus, clock, bubbles, people, ledger } = platform
  const faults = makeTrouble(platform, hub)
  const events = makeEvents(bus)
  let startingOver: Promise<void> | null = null
  const simulator: Simulator = {
    url: `http://${address}/`,
    wsUrl: `ws://${address}`,
    get connected() {
      return platform.line.live !== null
    },
    get bubbles() {
      return bubbles.all()
    },
    chat: (id) => bubbles.in(id),
    state: () => stateOf(platform),
    say: async (userid, text, where = {}) => sayText(platform, userid, text, where),
    sendMedia: async (userid, files, where = {}) => sayFiles(platform, userid, files, where),
    sendVoice: async (userid, transcript, where = {}) => sayVoice(platform, userid, transcript, where),
    sendMixed: async (userid, text, files, where = {}) => sayMixed(platform, userid, text, files, where),
    click: async (userid, bubbleId, key, given = {}) => clickCard(platform, userid, bubbleId, key, given),
    enter: async (userid) => enterChat(platform, userid),
    feedback: async (userid, bubbleId, judged) => giveFeedback(platform, userid, bubbleId, judged),
    acquaint: (chats) => chats.forEach((chat) => people.spoke(chat)),
    sendRaw: (frame) => sendRaw(platform, frame),
    now: () => clock.now(),
    async advance(ms) {
      const now = await clock.advance(ms)
      bus.emit({ type: 'clock', now: now.toISOString() })
      return now
    },
    on: bus.on,
    next: bus.next,
    faults,
    ledger,
    handle: (request, response, prefix) => serve(parts, request, response, prefix),
    reset: () => (startingOver ??= startOver(options, platform, faults).finally(() => (startingOver = null))),
    get startingOver() {
      return startingOver !== null
    },
    close: async () => {
      bus.close()
      faults.clear()
      events.close()
      hub.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  const parts = { platform, simulator, events, page: makePage(options.clientDir) }
  server.on('request', (request, response) => serve(parts, request, response, ''))
  return simulator
}

function stateOf({ clock, settings, line, bubbles }: Platform): SimState {
  return {
    now: clock.now().toISOString(),
    botName: settings.bot.name,
    connected: line.live !== null,
    phones: settings.phones,
    open: settings.open,
    groups: settings.groups,
    bubbles: bubbles.all(),
  }
}

function sendRaw({ line }: Platform, frame: Readonly<Record<string, unknown>> | string): boolean {
  if (!line.live) return false
  if (typeof frame !== 'string') return send(line.live, { headers: { req_id: '' }, ...frame })
  line.live.socket.send(frame)
  return true
}

/** What the old bot still has to say must not come into the new chats, so its line is cut first. */
async function startOver({ onReset }: SimulatorOptions, platform: Platform, faults: Trouble): Promise<void> {
  platform.held.exchanges = null
  faults.clear()
  if (onReset) faults.outage(true)
  forget(platform)
  platform.clock.reset?.()
  faults.outage(false)
  await onReset?.()
  platform.bus.emit({ type: 'reset' })
  platform.bus.emit({ type: 'clock', now: platform.clock.now().toISOString() })
}
