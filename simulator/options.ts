import type { Phone, SimGroup } from './api.ts'
import type { SimClock } from './clock.ts'

export type SimulatorOptions = Readonly<{
  /** default 127.0.0.1 */
  host?: string
  /** default 0: any free port */
  port?: number
  bot: Readonly<{ id: string; secret: string; name: string }>
  /** everybody with a phone; members of the groups are known as well */
  phones: readonly Phone[]
  groups: readonly SimGroup[]
  /** whose phones lie open on the page at first (default: the first six) */
  open?: readonly string[]
  /** a file to keep the chats in, so that a restart shows them again */
  journal?: string
  /** default: the real time plus what it was put forward */
  clock?: SimClock
  /** called when the page starts over, before it is told so */
  onReset?(): Promise<void>
  /** what callbacks carry as userid: `encrypted` is what a bot sees whose creator is no super-admin */
  idStyle?: 'plain' | 'encrypted'
  /** pushes to a person who never wrote to the bot are refused (default true) */
  pushNeedsContact?: boolean
  /** pushes to a group in which nobody mentioned the bot are refused (default false: the groups were made with it) */
  groupsNeedContact?: boolean
  /** how long a streamed message may change (default 6, sources also say 10) */
  streamMinutes?: number
  /** whether `stream_with_template_card` is taken; the documents contradict each other (default false) */
  streamWithCard?: boolean
  /** a connection silent for so long, in real milliseconds, is closed (default 90 s; the true value is not published) */
  silenceMs?: number
  /** the built phones page */
  clientDir?: string
}>

export type Settings = Required<Omit<SimulatorOptions, 'journal' | 'clock' | 'onReset' | 'clientDir'>>

/** As many phones as lie side by side on the page. */
const OPEN = 6

/** The options with their defaults. */
export function settingsOf(options: SimulatorOptions): Settings {
  return {
    host: options.host ?? '127.0.0.1',
    port: options.port ?? 0,
    bot: options.bot,
    phones: options.phones,
    groups: options.groups,
    open: options.open ?? options.phones.slice(0, OPEN).map(({ userid }) => userid),
    idStyle: options.idStyle ?? 'plain',
    pushNeedsContact: options.pushNeedsContact ?? true,
    groupsNeedContact: options.groupsNeedContact ?? false,
    streamMinutes: options.streamMinutes ?? 6,
    streamWithCard: options.streamWithCard ?? false,
    silenceMs: options.silenceMs ?? 90_000,
  }
}
