import type { Chat } from './inbound.ts'
import type { Clock } from './policy.ts'
import type { Level } from './level.ts'
import type { Accused } from './understand/accused.ts'
import type { Granted } from './work/granted.ts'

/**
 * triage     待派单   the command room must say who leads (unsure, or the second 没解决)
 * dispatched 待签收
 * signed     已签收
 * arrived    已到场
 * disputed   退回待裁定   the clocks keep running
 * finished   已办结   waiting for the reporter's 解决了吗 / 满意吗
 * closed     已结案
 * withdrawn  已撤回
 */
export const STAGES = [
  'triage',
  'dispatched',
  'signed',
  'arrived',
  'disputed',
  'finished',
  'closed',
  'withdrawn',
] as const
export type Stage = (typeof STAGES)[number]

export const OPEN_STAGES = ['triage', 'dispatched', 'signed', 'arrived', 'disputed'] as const satisfies readonly Stage[]

/** Who reported, and in which chat he is to be told. Need-to-know: never shown to stations. */
export type Reporter = Readonly<{ userid: string; chat: Chat }>

export type Place = Readonly<{
  /** village code, or null when the reporter named a place we do not know */
  code: string | null
  name: string
}>

/** The numbered unit of work 工单. Times are UTC instants. */
export type Task = Readonly<{
  id: string
  /** QS261123-0007 */
  caseNo: string
  town: string
  /** Asia/Shanghai day of the case number, yymmdd */
  day: string
  seq: number
  /** the version this state was read at; a commit carries it and loses the race if it moved on */
  version: number
  stage: Stage
  level: Level
  /** code of the duty list, null while unknown */
  item: string | null
  place: Place | null
  text: string
  lead: string | null
  assist: readonly string[]
  /** the nearest stations, offered to the command room while unsure */
  candidates: readonly string[]
  reporters: readonly Reporter[]
  policyId: string
  createdAt: Date
  /** when the clocks started */
  dispatchedAt: Date | null
  /** when the present lead unit got it: its sign and arrive clocks run from here, the case's finish clock from dispatch */
  assignedAt: Date | null
  /** deadlines of the running clocks, fixed at dispatch */
  due: Readonly<Partial<Record<Clock, Date>>>
  /** until when the command room has to say who leads, while it has to */
  ruleBy: Date | null
  /** true while a deadline lies in a year whose holiday file is missing 暂定 */
  tentative: boolean
  /** userid who signed and answers for it */
  holder: string | null
  signedAt: Date | null
  arrivedAt: Date | null
  /** last thing the unit did; an acked case that goes quiet is found by it */
  activeAt: Date | null
  finishedAt: Date | null
  result: string | null
  returns: number
  reopens: number
  nudges: number
  nudgedAt: Date | null
  solved: boolean | null
  satisfied: boolean | null
  /** how many cards were made for this case: the next card id is `caseNo_n` */
  cards: number
  /** how the reporter asked to be kept */
  shield: Shield
  /** the case it was joined to */
  mergedInto: string | null
  /** numbers of the cases made of the same message */
  linked: readonly string[]
  understood: Understood | null
  /** version of the duty list it was decided under */
  dutyVersion: string | null
  /** userid of the officer of the area */
  person: string | null
}>

/** anonymous 匿名: no unit hears who he is | confidential 保密: revealing him needs a second person as well */
export type Shield = 'none' | 'anonymous' | 'confidential'

/** How a text was understood, for those who must judge it. */
export type Understood = Readonly<{
  /** who decided on the item: the words of the duty list, the classifier, or both together */
  by: 'rules' | 'model' | 'both' | 'person' | 'nobody'
  /** 0..1 */
  confidence: number
  /** the words that led to it */
  words: readonly string[]
  /** names of the rules that raised the level */
  raised: readonly string[]
  /** whom of the township words that were added later accuse */
  accused?: Accused
  /** it was put before the supervisors, who say where it goes */
  supervised?: true
  /** the authority outside it was handed over to */
  handedTo?: string
  /** the unit that guides whoever has it, in the year of transition, and may read it */
  guide?: string
  /** what was granted about its time */
  time?: Granted
  /** another system that handed it in wants an answer by then (ISO) */
  answerBy?: string
}>

export const understoodOf = ({ understood }: Pick<Task, 'understood'>): Understood =>
  understood ?? { by: 'nobody', confidence: 0, words: [], raised: [] }
