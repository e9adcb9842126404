import Database from 'better-sqlite3'
import { startSimulator } from '../../../simulator/simulator.ts'
import type { Simulator } from '../../../simulator/port.ts'
import type { Bubble } from '../../../simulator/api.ts'
import { APP_SECRET, BOT, type Cast, type Order, type Report, type Told } from './protocol.ts'
import { startRest, type RestFault } from './rest.ts'

/** Run as a process of its own, so that the phones cost the program neither time nor memory: WeCom, and everybody's phone. */
const report = (one: Report): void => void process.send?.(one)

const strings = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(strings)
      : []

const keysOf = (card: Bubble['card']): string[] =>
  (card?.['button_list'] as readonly { key?: string }[] | undefined)?.flatMap(({ key }) => key ?? []) ?? []

/** what was said about cases; kept here, where it burdens nobody who is measured */
const about: Told[] = []

function tell(heard: Omit<Told, 'text' | 'numbers'>, words: string): void {
  const told = { ...heard, text: words, numbers: [...new Set(words.match(/QS\d{6}-\d{4,}/g) ?? [])] }
  if (told.numbers.length > 0) about.push(told)
  report({ kind: 'told', told })
}

function hears(simulator: Simulator): void {
  const seen = new Set<string>()
  simulator.on('bubble', ({ bubble }) => {
    if (bubble.from !== 'bot' || !bubble.finished) return
    const { id, chat, card, via } = bubble
    const changed = seen.has(id)
    seen.add(id)
    const words = card ? strings(card).join(' ') : bubble.content
    tell({ id, chat, at: Date.parse(bubble.at), keys: keysOf(card), push: via === 'push', changed }, words)
  })
  simulator.on('link', ({ connected }) => report({ kind: 'link', up: connected }))
}

async function begin({ phones, groups, acquainted, at }: Cast) {
  const bot = { ...BOT } as { id: string; secret: string; name: string }
  const clock = { at }
  const now = () => new Date(clock.at)
  const simulator = await startSimulator({ bot, phones, groups, clock: { now, advance: async () => now() } })
  simulator.acquaint(acquainted)
  hears(simulator)
  let said = 0
  const rest = await startRest(
    new Set(phones.map(({ userid }) => userid)),
    () => clock.at,
    (to, body) =>
      tell(
        { id: `a${(said += 1)}`, chat: to, at: clock.at, keys: [], push: true, changed: false },
        strings(body).join(' '),
      ),
  )
  rest.setSecret(APP_SECRET)
  return { simulator, rest, clock, bot }
}

/** Another program that writes and does not let go. */
function lockDatabase(file: string, ms: number): Promise<void> {
  const db = new Database(file, { timeout: 5000 })
  db.exec('BEGIN IMMEDIATE')
  return new Promise((resolve) =>
    setTimeout(() => {
      db.exec('ROLLBACK')
      db.close()
      resolve()
    }, ms),
  )
}

let world: Awaited<ReturnType<typeof begin>> | null = null
const here = () => {
  if (!world) throw new Error('nobody was told who is there')
  return world
}

const acts: Readonly<Record<string, (...args: never[]) => unknown>> = {
  async begin(cast: Cast) {
    world = await begin(cast)
    return { wsUrl: world.simulator.wsUrl, base: world.rest.base }
  },
  clock: (at: number) => void (here().clock.at = at),
  say: async (who: string, text: string, chatid?: string) =>
    (await here().simulator.say(who, text, chatid ? { chatid } : {})).msgid,
  send: async (who: string, text: string, name: string, data: Uint8Array) =>
    (await here().simulator.sendMixed(who, text, [{ name, data: Buffer.from(data) }])).msgid,
  // the card may have changed, or the button be gone: then he did not tap
  tap: async (who: string, bubble: string, key: string) =>
    here()
      .simulator.click(who, bubble, key)
      .then(({ msgid }) => msgid)
      .catch(() => null),
  again: (msgid: string) => here().simulator.faults.redeliver(msgid),
  fault: (name: 'terminate', ...args: never[]) => here().simulator.faults[name](...(args as [])),
  raw: (frame: string) => here().simulator.sendRaw(frame),
  fails: (fault: RestFault, times: number) => here().rest.fails(fault, times),
  calm() {
    here().simulator.faults.clear()
    here().rest.calm()
  },
  secret(bot: string, app: string) {
    here().bot.secret = bot
    here().rest.setSecret(app)
  },
  lock: lockDatabase,
  told: () => about,
}

process.on('message', ({ id, name, args }: Order) => {
  Promise.resolve()
    .then(() => acts[name]?.(...(args as never[])))
    .then((value) => report({ kind: 'done', id, value }))
    .catch((error: unknown) => report({ kind: 'failed', id, error: String(error) }))
})
process.on('disconnect', () => process.exit(0))
