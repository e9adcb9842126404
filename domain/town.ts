import type { Indicator } from './assess/measures.ts'
import type { Hearing } from './understand/hearing.ts'
import type { Door } from './inbound.ts'
import type { Level } from './level.ts'
import type { HookEvent } from './open/events.ts'
import type { Policy } from './policy.ts'

/** Three administrators apart: `admin` sets the system up, `security` watches who may what, `auditor` reads the logs; none reads cases by it. */
export const ROLES = [
  'officer',
  'head',
  'dispatcher',
  'leader',
  'supervisor',
  'reviewer',
  'admin',
  'security',
  'auditor',
] as const
export type Role = (typeof ROLES)[number]
export type StationKind = 'brigade' | 'resident' | 'department' | 'police'
/** own 赋权 | joint 协同 | transfer 移送 | refer 告知其他渠道 */
export type DutyMode = 'own' | 'joint' | 'transfer' | 'refer'

export type Station = Readonly<{
  id: string
  name: string
  /** what departments and people call it besides */
  aliases?: readonly string[]
  kind: StationKind
  head: string | null
  /** userids; `roster.csv` overrides them by date */
  duty: readonly string[]
  /** id of a group, or null */
  group: string | null
}>

export type Person = Readonly<{
  userid: string
  name: string
  station: string | null
  roles: readonly Role[]
  licence: string | null
  /** YYYY-MM-DD */
  licenceUntil: string | null
  /** 法律职业资格证 of who reviews, 行政执法监督证 of who supervises; YYYY-MM-DD */
  certificate?: string | null
  certificateUntil?: string | null
  /** for being mentioned by a group robot */
  mobile?: string | null
}>

/** In which order the doors of WeCom are tried. */
export type DoorOrder = Readonly<{ people: readonly Door[]; groups: readonly Door[] }>

export const DOORS = {
  people: ['aibot', 'app', 'kf'],
  groups: ['aibot', 'webhook', 'appchat'],
} as const satisfies DoorOrder

/** A group chat, by any subset of its addresses. `appchatId` may be a new one: the app makes that chat at its first message. */
export type Group = Readonly<{
  id: string
  name: string
  aibotChatid: string | null
  webhookKey: string | null
  appchatId: string | null
}>

/** One line of the duty list 权责清单. */
export type Duty = Readonly<{
  code: string
  name: string
  category: string
  keywords: readonly string[]
  mode: DutyMode
  lead: string
  assist: readonly string[]
  approve: string | null
  supervise: string | null
  punish: string | null
  level: Level
  review: boolean
  /** what must be shown before it may be finished: a picture before and one after the work */
  proof?: 'pair' | null
  legalBasis: string
  /** YYYY-MM-DD, inclusive; null = no bound */
  validFrom: string | null
  validUntil: string | null
  mentor: string | null
  mentorUntil: string | null
}>

export type Village = Readonly<{
  code: string
  name: string
  aliases: readonly string[]
  grid: string
  officer: string | null
  lat: number | null
  lng: number | null
}>

/** One line of roster.csv: who is on duty in a station on a day (YYYY-MM-DD, Asia/Shanghai). */
export type Shift = Readonly<{ date: string; station: string; userid: string; shift: string }>

/** Somebody is not there from one day to another (YYYY-MM-DD, both inclusive): leave that was agreed. */
export type Absence = Readonly<{ userid: string; from: string; to: string }>

/** On a day (YYYY-MM-DD) `in` does the duty of `out` in a station: both agreed. */
export type Swap = Readonly<{ date: string; station: string; out: string; in: string }>

/** One line of assets.csv: what may be booked. `station` owns it; `agreementUntil` (YYYY-MM-DD): it is lent until then. */
export type Asset = Readonly<{
  id: string
  kind: 'vehicle' | 'equipment' | 'room'
  name: string
  station: string | null
  keyholder: string | null
  agreementUntil: string | null
  note: string
}>

/** One line of areas.csv 片区: who of a station looks after an area (village code, grid or `*`) for a matter (item, category or `*`). */
export type Area = Readonly<{ area: string; matter: string; station: string; person: string; deputy: string | null }>

/** One line of landmarks.csv: a place by all its names, in a village (its code), or a road through several. */
export type Landmark = Readonly<{ names: readonly string[]; village: string | null }>

/** One line of delegations.csv 委托: `from` lends the power over these items to station `to`, until a day (YYYY-MM-DD, inclusive). */
export type Delegation = Readonly<{
  items: readonly string[]
  from: string
  to: string
  doc: string
  validFrom: string
  validUntil: string
}>

/** One line of sentences.csv: what somebody wrote, and the code of the item it was about. */
export type Taught = Readonly<{ text: string; item: string }>

/** One line of channels.csv: who decides what the township does not. `id` is counted. */
export type Channel = Readonly<{ id: string; name: string; phone: string; keywords: readonly string[] }>

/** One line of permits.csv 许可名单: `unit` = who granted it, by id or name. Days are YYYY-MM-DD, inclusive; null = no bound. */
export type Permit = Readonly<{
  holder: string
  kind: string
  number: string
  validFrom: string | null
  validUntil: string | null
  address: string
  unit: string
}>

/** One of webhooks.yaml: another system that is called. `secret` = where the words lie by which it knows us; they are never here. */
export type Hook = Readonly<{
  id: string
  url: string
  events: readonly HookEvent[]
  secret: Readonly<{ env: string }> | Readonly<{ file: string }>
}>

/** Who takes what has no owner 兜底: a station, and a group that hears of it where the station has none. */
export type Fallback = Readonly<{ station: string | null; group: string | null }>

export type Town = Readonly<{
  /** prefix of case numbers, 2-4 capital letters */
  code: string
  name: string
  class: string
  stations: readonly Station[]
  people: readonly Person[]
  groups: readonly Group[]
  /** group ids */
  commandRoom: string | null
  leaders: string | null
  emergencyWords: readonly string[]
  /** what was learnt of how people speak; until then the words alone count */
  hearing?: Hearing | null
  duties: readonly Duty[]
  /** what the present duty list is called: the same list has the same name everywhere */
  dutyVersion?: string
  villages: readonly Village[]
  roster: readonly Shift[]
  /** what was agreed in chat about the roster, oldest first */
  absences?: readonly Absence[]
  swaps?: readonly Swap[]
  /** vehicles, equipment and rooms */
  assets?: readonly Asset[]
  areas?: readonly Area[]
  /** rings of its border, in the degrees of villages.csv; without it one is drawn around the villages */
  outline?: readonly (readonly Readonly<{ lat: number; lng: number }>[])[]
  fallback?: Fallback
  /** places that are no village; those of a village are among its aliases, too */
  landmarks?: readonly Landmark[]
  /** powers lent to units */
  delegations?: readonly Delegation[]
  /** permits others granted, as they were imported */
  permits?: readonly Permit[]
  /** whom to tell of what is not the township's business, by its own list */
  channels?: readonly Channel[]
  /** what the township's classifier learns from beside the decisions of the command room */
  sentences?: readonly Taught[]
  /** the usual order where it is not given */
  doors?: DoorOrder
  /** what it is scored by; the list of the program where it has none */
  assessment?: readonly Indicator[]
  /** other systems that hear of its cases */
  hooks?: readonly Hook[]
  /** does it ask its people a question every working day? */
  training?: boolean
  policy: Policy
}>
