import type { Gate } from '../case/gates.ts'
import type { Act } from '../case/transitions.ts'
import type { LegalRefusal } from './said.ts'
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
  return reason && openFileOf(hand) ? reason : null
}
