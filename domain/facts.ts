import type { Power } from './duty/power.ts'
import type { LentState } from './duty/lent.ts'
import type { Stage } from './task.ts'
import type { DutyMode } from './town.ts'
import type { Level } from './level.ts'

/** The facts of a case as they stood when a notice was decided. No reporter identity in here. */
export type Facts = Readonly<{
  caseNo: string
  town: string
  stage: Stage
  level: Level
  item: string | null
  place: string | null
  text: string
  /** unit names */
  lead: string | null
  assist: readonly string[]
  /** name of the officer of the area */
  officer?: string
  /** name of the person who signed */
  holder: string | null
  /** ISO instants */
  signBy: string | null
  arriveBy: string | null
  finishBy: string | null
  tentative: boolean
  result: string | null
  reopens: number
  legalBasis: string | null
  /** the case it was joined to */
  mergedInto?: string
  /** the supervisors decide where it goes */
  watched?: true
  /** the authority outside it was handed over to */
  handedTo?: string
  /** 挂账: it stands still until somebody looks at it again (ISO), and why */
  suspended?: Readonly<{ until: string; why: string; filed?: true }>
  /** how long, how often, how many, in a few words */
  patterns?: readonly string[]
  /** what the lead unit may do about it by itself */
  power?: Power
  /** another case of the township that goes on ends in the same figures; known when it is said, not when it is decided */
  twin?: true
  /** in this group only the number, the unit and the clocks are said of it */
  sealed?: true
  /** how the reporter asked to be kept, where he did */
  shield?: 'anonymous' | 'confidential'
}>

/** A case by its number; what is to be typed for it may need the whole of it. */
export type Numbered = Pick<Facts, 'caseNo' | 'stage' | 'level' | 'twin'>

/** An item of the duty list as it may be told: names, not ids. */
export type Handled = Readonly<{
  item: string
  mode: DutyMode
  lead: string
  assist: readonly string[]
  approve: string | null
  supervise: string | null
  /** who decides the penalty by the list */
  punish: string | null
  legalBasis: string
  /** what the lead may do by itself now; not in answers that were written before this was said */
  power?: Power
  /** `until`: the day it ends or begins */
  lent?: readonly Readonly<{ from: string; to: string; doc: string; state: LentState; until: string }>[]
}>

/** An item that is not in force: the day it ended, or else the day it begins, and what is to be followed now. */
export type Lapsed = Readonly<{ item: string; until: string | null; from: string | null; instead: string | null }>

/** Why the place is asked for once more. */
export type Again = 'which' | 'kindly'

export type Choice = Readonly<{ id: string; name: string }>

/** A question with buttons: what they say, and the message they stand on. */
export type Choices = Readonly<{ cardId: string; choices: readonly string[] }>

/** A case somebody else reported, as the public may know it: never in that person's words. */
export type Known = Readonly<{
  caseNo: string
  item: string | null
  place: string | null
  at: string
  count: number
  /** he reported it himself */
  own?: boolean
}>

/** A held task as it may be shown. */
export type AdmissionFacts = Readonly<{
  no: string
  town: string
  department: string
  text: string
  status: 'held' | 'approved' | 'refused'
  /** name of who recorded it */
  by: string
  /** ISO instant */
  at: string
  approval: string | null
  caseNo: string | null
}>

/** A step the reporter hears about. */
export type Step =
  | 'dispatched'
  | 'signed'
  | 'arrived'
  | 'feedback'
  | 'returned'
  | 'ruled'
  | 'escalated'
  | 'urged'
  | 'finished'
  | 'reopened'
  | 'triage'
  | 'settled'
  | 'closed'
  | 'whistled'
  /** a unit that was called in does not come; the note says which, and why */
  | 'help-refused'
  | 'transferred'
  | 'extended'
  | 'suspended'
  | 'resumed'
  | 'outside-replied'
