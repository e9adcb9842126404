import { JOINT_MARKS, type JointKinds } from '../joint/kinds.ts'
import { WORK_MARKS, type WorkKinds } from '../work/kinds.ts'
import { CREW_MARKS, type CrewKinds } from '../crew/kinds.ts'
import { EVIDENCE_MARKS, type EvidenceKinds } from '../evidence/kinds.ts'
import { LEGAL_MARKS, type LegalKinds } from '../legal/kinds.ts'
import { REVIEW_MARKS, type ReviewKinds } from '../review/kinds.ts'
import { FLOW_MARKS, type FlowKinds } from '../flow/kinds.ts'
import { TRAINING_MARKS, type TrainingKinds } from '../training/kinds.ts'
import { ASSESS_MARKS, type AssessKinds } from '../assess/kinds.ts'
import { FEEDBACK_MARKS, type FeedbackKinds } from '../feedback/kinds.ts'
import { OPEN_MARKS, type OpenKinds } from '../open/kinds.ts'
import { DIGEST_MARKS, type DigestKinds } from '../digest/kinds.ts'

/** Every kind of entry: its states and what it holds. Each part of the house names its own. */
export type EntryKinds = JointKinds &
  WorkKinds &
  CrewKinds &
  EvidenceKinds &
  LegalKinds &
  ReviewKinds &
  FlowKinds &
  TrainingKinds &
  FeedbackKinds &
  AssessKinds &
  OpenKinds &
  DigestKinds

/** The two letters of each kind in its number. */
export const MARKS: Readonly<Record<keyof EntryKinds, string>> = {
  ...JOINT_MARKS,
  ...WORK_MARKS,
  ...CREW_MARKS,
  ...EVIDENCE_MARKS,
  ...LEGAL_MARKS,
  ...REVIEW_MARKS,
  ...FLOW_MARKS,
  ...TRAINING_MARKS,
  ...FEEDBACK_MARKS,
  ...ASSESS_MARKS,
  ...OPEN_MARKS,
  ...DIGEST_MARKS,
}
