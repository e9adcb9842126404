import type { CaseInHand } from '../case/draft.ts'
import type { Gate } from '../case/gate.ts'
import type { Act } from '../case/transitions.ts'
import type { LegalRefusal } from './said.ts'
import { barredUnits } from '../people/barred.ts'
import { openFileOf } from './open.ts'

/** What ends a case, or takes it from the unit, while its file is open. */
const STOPPED: Readonly<Partial<Record<Act, LegalRefusal>>> = {
  finish: 'file-open',
  return: 'file-open',
  assign: 'file-open',
  merge: 'file-open',
  close: 'file-open',
  // the law goes on whatever the one who reported it wants
  withdraw: 'file-withdraw',
}

export const fileGate: Gate = (hand, act) => {
  const reason = STOPPED[act]
  if (!reason || !openFileOf(hand)) return null
  return act === 'assign' && needsAnother(hand) ? null : reason
}

/** A unit that may not touch the case any more (§43), or none at all, cannot close the file: another one goes on with it. */
const needsAnother = ({ task, town }: CaseInHand): boolean =>
  task.lead === null || task.stage === 'triage' || barredUnits(task, town).includes(task.lead)
