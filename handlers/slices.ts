import { joint } from './joint/index.ts'
import { work } from './work/index.ts'
import { crew } from './crew/index.ts'
import { evidence } from './evidence/index.ts'
import { legal } from './legal/index.ts'
import { review } from './review/index.ts'
import { flow } from './flow/index.ts'
import { training } from './training/index.ts'
import { assess } from './assess/index.ts'
import { feedback } from './feedback/index.ts'
import { digest } from './digest/index.ts'
import { verifying } from './verified.ts'
import type { PartVerb } from '../domain/command/parts.ts'
import type { Daily, OnCommand, OnTimer, Slice } from './slice.ts'

const SLICES: readonly Slice<never>[] = [
  joint,
  work,
  crew,
  evidence,
  legal,
  review,
  flow,
  training,
  feedback,
  assess,
  digest,
]

/** The orders of every part of the house. */
export const partCommands: Readonly<Record<PartVerb, OnCommand>> = {
  ...joint.commands,
  ...work.commands,
  ...crew.commands,
  ...evidence.commands,
  ...legal.commands,
  ...review.commands,
  ...flow.commands,
  ...training.commands,
  ...feedback.commands,
  ...assess.commands,
  ...digest.commands,
}

export const partTimers: Readonly<Record<string, OnTimer>> = Object.assign(
  {},
  ...SLICES.map(({ timers = {} }) => timers),
)
export const dailies: readonly Daily[] = [...SLICES.flatMap(({ daily = [] }) => daily), verifying]
