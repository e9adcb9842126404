import type { Doing } from './doings.ts'
import type { Look } from './look.ts'
import type { Blocked, Condition } from './said.ts'
import { CONDITIONS } from './conditions.ts'

const DRAFT: readonly Condition[] = ['file-over', 'file-decided']
const KNOWN: readonly Condition[] = ['file-party', 'file-facts', 'file-date', 'file-limitation']
const TOLD: readonly Condition[] = [...DRAFT, 'file-notice', 'file-early', 'file-future']
const WEIGHED: readonly Condition[] = ['file-proposal', 'file-discretion', 'file-waived', 'file-simple']

/** What must be so before a step, in the order in which it is asked; whoever takes it, by whatever order or tap. */
export const GATES: Readonly<Record<Doing, readonly Condition[]>> = {
  officers: DRAFT,
  party: DRAFT,
  dated: DRAFT,
  facts: DRAFT,
  'more-facts': DRAFT,
  serious: DRAFT,
  ordinary: DRAFT,
  hold: [...DRAFT, 'file-early', 'file-future', 'file-officers', 'file-hold'],
  'hold-end': ['file-no-hold'],
  order: DRAFT,
  discretion: DRAFT,
  propose: DRAFT,
  investigate: [...DRAFT, 'file-officers', 'file-party', 'file-facts', 'file-evidence'],
  notice: [
    ...DRAFT,
    'file-officers',
    ...KNOWN,
    'file-investigate',
    ...WEIGHED,
    'file-early',
    'file-future',
    'file-signoff',
    'file-notice-doc',
  ],
  defend: TOLD,
  'hearing-ask': [...TOLD, 'file-hearing-right', 'file-hearing-late'],
  'hearing-notify': [...DRAFT, 'file-notice', 'file-hearing-ask', 'file-hearing-soon'],
  'hearing-hold': [...DRAFT, 'file-hearing-ask', 'file-hearing-notify', 'file-hearing-early'],
  decide: [
    ...DRAFT,
    'file-power-now',
    'file-officers',
    ...KNOWN,
    'file-investigate',
    ...WEIGHED,
    'file-notice',
    'file-anew',
    'file-hearing-due',
    'file-hearing-held',
    'file-heard',
    'file-hold',
    'file-review-failed',
    'file-review',
    'file-review-again',
    'file-signoff',
  ],
  serve: ['file-over', 'file-undecided', 'file-served', 'file-decision-doc', 'file-early', 'file-future'],
  pay: ['file-over', 'file-undecided', 'file-early', 'file-future'],
  close: ['file-over', 'file-undecided', 'file-hold', 'file-serve', 'file-paid', 'file-opinion'],
  dismiss: [...DRAFT, 'file-hold'],
  spare: [...DRAFT, 'file-officers', 'file-party', 'file-facts', 'file-investigate', 'file-hold'],
  transfer: ['file-over'],
  extend: DRAFT,
  'extend-agree': DRAFT,
}

/** The first thing that stands in the way of a step, or null. */
export const firstBlock = (look: Look, doing: Doing): Blocked | null => blocksOf(look, doing)[0] ?? null

/** All that stands in the way of a step. */
export function blocksOf(look: Look, doing: Doing): readonly Blocked[] {
  return GATES[doing].flatMap((reason) => {
    const { met, choices } = CONDITIONS[reason]
    return met(look, doing) ? [] : [{ reason, choices: choices?.(look) ?? [] }]
  })
}
