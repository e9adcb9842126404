import type { Facts } from '../../domain/facts.ts'
import type { NoticeBody } from '../../domain/notice.ts'
import type { RefusalReason } from '../../domain/refusal.ts'
import { joint } from './parts/joint.ts'
import { work } from './parts/work.ts'
import { crew } from './parts/crew.ts'
import { evidence } from './parts/evidence.ts'
import { legal } from './parts/legal.ts'
import { review } from './parts/review.ts'
import { flow } from './parts/flow.ts'
import { training } from './parts/training.ts'
import { assess } from './parts/assess.ts'
import { feedback } from './parts/feedback.ts'
import { digest } from './parts/digest.ts'

type Kinds<S> = S extends Readonly<{ kind: infer K }> ? K & string : never

/** Every kind of notice of a part in every form it can have, about a given case and with a given text somebody wrote; and every reason it refuses for. */
export type PartBodies<S, R extends RefusalReason> = Readonly<{
  bodies: (note: string, facts: Facts) => Readonly<{ [K in Kinds<S>]: readonly Extract<NoticeBody, { kind: K }>[] }>
  reasons: readonly R[]
}>

const PARTS = [joint, work, crew, evidence, legal, review, flow, training, feedback, assess, digest]

export const partBodies = (note: string, facts: Facts): readonly NoticeBody[] =>
  PARTS.flatMap(({ bodies }) => Object.values(bodies(note, facts)).flat() as NoticeBody[])
export const partReasons: readonly RefusalReason[] = PARTS.flatMap(({ reasons }) => [...reasons])
