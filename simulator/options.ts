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
  corp?: CorpOptions
  /** default: none, and message/send is refused */
  app?: AppOptions
  kf?: KfOptions
  /** group robots; `chatid` = a group of `groups` */
  robots?: readonly RobotOptions[]
  /** 账号上限: the app sends at most 200 times this many messages a day (default 200) */
  accountsCap?: number
  /** how long a callback may take, in real milliseconds (default 5000) */
  callbackMs?: number
}>

export type Department = Readonly<{ id: number; name: string; parentid: number; members: readonly string[] }>
export type CorpOptions = Readonly<{
  id: string
  /** whether changes of the contacts are called back (default true) */
  contactsCallback?: boolean
  /** beside the root (id 1); who is in none of them belongs to the root */
  departments?: readonly Department[]
}>
export type AppOptions = Readonly<{
  agentId: number
  secret: string
  name: string
  /** the visible range; default everybody of the corp */
  members?: readonly string[]
  /** domains (with port) the web login may come back to; default any */
  trustedDomains?: readonly string[]
}>
export type KfOptions = Readonly<{
  accounts: readonly Readonly<{ openKfid: string; name: string }>[]
  /** of customer service used on its own; default: the app's secret is used */
  secret?: string
}>
export type RobotOptions = Readonly<{ key: string; chatid: string }>

type Given = Required<Omit<SimulatorOptions, 'journal' | 'clock' | 'onReset' | 'clientDir' | 'corp' | 'app' | 'kf'>>
export type Settings = Given &
  Readonly<{ corp: Required<CorpOptions>; app: Required<AppOptions> | null; kf: KfOptions | null }>

/** The options with their defaults. */
export function settingsOf(options: SimulatorOptions): Settings {
  return {
    host: options.host ?? '127.0.0.1',
    port: options.port ?? 0,
    bot: options.bot,
    phones: options.phones,
    groups: options.groups,
    idStyle: options.idStyle ?? 'plain',
    pushNeedsContact: options.pushNeedsContact ?? true,
    groupsNeedContact: options.groupsNeedContact ?? false,
    streamMinutes: options.streamMinutes ?? 6,
    streamWithCard: options.streamWithCard ?? false,
    silenceMs: options.silenceMs ?? 90_000,
    corp: { id: 'wwSIMULATOR', contactsCallback: true, departments: [], ...options.corp },
    app: options.app ? { members: membersOf(options), trustedDomains: [], ...options.app } : null,
    kf: options.kf ?? null,
    robots: options.robots ?? [],
    accountsCap: options.accountsCap ?? 200,
    callbackMs: options.callbackMs ?? 5000,
  }
}

/** Everybody of the corp: those with a phone that is no WeChat phone, and the members of the groups. */
export function membersOf({ phones, groups }: Pick<SimulatorOptions, 'phones' | 'groups'>): string[] {
  const outside = new Set(phones.filter(({ wechat }) => wechat).map(({ userid }) => userid))
  const all = new Set([...phones.map(({ userid }) => userid), ...groups.flatMap(({ members }) => members)])
  return [...all].filter((userid) => !outside.has(userid))
}
