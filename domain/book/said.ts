import type { JointRefusal, JointSaid } from '../joint/said.ts'
import type { WorkRefusal, WorkSaid } from '../work/said.ts'
import type { CrewRefusal, CrewSaid } from '../crew/said.ts'
import type { EvidenceRefusal, EvidenceSaid } from '../evidence/said.ts'
import type { LegalRefusal, LegalSaid } from '../legal/said.ts'
import type { ReviewRefusal, ReviewSaid } from '../review/said.ts'
import type { FlowRefusal, FlowSaid } from '../flow/said.ts'
import type { TrainingRefusal, TrainingSaid } from '../training/said.ts'
import type { AssessRefusal, AssessSaid } from '../assess/said.ts'
import type { FeedbackRefusal, FeedbackSaid } from '../feedback/said.ts'
import type { DigestRefusal, DigestSaid } from '../digest/said.ts'

/** A stored file, sent as a file; `name` is what its reader sees. */
export type FileSaid = Readonly<{ kind: 'file'; sha256: string; name: string; mime: string }>

/** What the parts of the house say. */
export type PartSaid =
  | FileSaid
  | JointSaid
  | WorkSaid
  | CrewSaid
  | EvidenceSaid
  | LegalSaid
  | ReviewSaid
  | FlowSaid
  | TrainingSaid
  | FeedbackSaid
  | AssessSaid
  | DigestSaid

/** What is said on a card with buttons. */
export type PartCard = Extract<PartSaid, Readonly<{ cardId: string }>>

/** Why the parts of the house refuse. */
export type PartRefusal =
  | JointRefusal
  | WorkRefusal
  | CrewRefusal
  | EvidenceRefusal
  | LegalRefusal
  | ReviewRefusal
  | FlowRefusal
  | TrainingRefusal
  | FeedbackRefusal
  | AssessRefusal
  | DigestRefusal
