import { JOINT_COMMANDS } from '../joint/wording-commands.ts'
import { WORK_COMMANDS } from '../work/wording-commands.ts'
import { CREW_COMMANDS } from '../crew/wording-commands.ts'
import { EVIDENCE_COMMANDS } from '../evidence/wording-commands.ts'
import { LEGAL_COMMANDS } from '../legal/wording-commands.ts'
import { REVIEW_COMMANDS } from '../review/wording-commands.ts'
import { FLOW_COMMANDS } from '../flow/wording-commands.ts'
import { TRAINING_COMMANDS } from '../training/wording-commands.ts'
import { FEEDBACK_COMMANDS } from '../feedback/wording-commands.ts'
import { ASSESS_COMMANDS } from '../assess/wording-commands.ts'
import { DIGEST_COMMANDS } from '../digest/wording-commands.ts'
import type { CommandTable } from './table.ts'

const ALL = {
  ...JOINT_COMMANDS,
  ...WORK_COMMANDS,
  ...CREW_COMMANDS,
  ...EVIDENCE_COMMANDS,
  ...LEGAL_COMMANDS,
  ...REVIEW_COMMANDS,
  ...FLOW_COMMANDS,
  ...TRAINING_COMMANDS,
  ...FEEDBACK_COMMANDS,
  ...ASSESS_COMMANDS,
  ...DIGEST_COMMANDS,
} as const

/** Words of the parts of the house that have a folder of their own. */
export type PartVerb = keyof typeof ALL
export const PART_VERBS: readonly PartVerb[] = Object.keys(ALL).filter((verb): verb is PartVerb => verb in ALL)
export const PARTS: CommandTable = ALL
export const isPartVerb = (verb: string): verb is PartVerb => Object.hasOwn(ALL, verb)
