import { ask, objectOf } from './ask.ts'

/** What of Shaozi runs on this machine already. */
export type Own = Readonly<{ running: boolean; aibotUp: boolean }>

const NOBODY: Own = { running: false, aibotUp: false }

/**
 * Asks HOST:PORT whether Shaozi is there, and whether its AI bot is logged in: a second login would throw the first one out.
 * A demo plays with a WeCom of its own and counts as nobody.
 */
export async function askOwn(host: string, port: number): Promise<Own> {
  const base = `http://${reachable(host)}:${port}`
  const [alive, ready] = await Promise.all(['/healthz', '/readyz'].map((path) => ask(base + path)))
  const said = alive?.kind === 'heard' ? objectOf(alive.text) : null
  if (said?.['alive'] !== true || said['demo'] === true) return NOBODY
  return { running: true, aibotUp: ready?.kind === 'heard' && aibotUp(objectOf(ready.text)) }
}

function aibotUp(ready: Readonly<Record<string, unknown>> | null): boolean {
  const channels: unknown = ready?.['channels']
  return Array.isArray(channels) && channels.some((channel) => isUp(channel))
}

const isUp = (channel: unknown): boolean =>
  typeof channel === 'object' &&
  channel !== null &&
  'name' in channel &&
  channel.name === 'aibot' &&
  'up' in channel &&
  channel.up === true

/** Where one listens on every address, oneself is asked on one's own. */
function reachable(host: string): string {
  const here = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  return here.includes(':') ? `[${here}]` : here
}
