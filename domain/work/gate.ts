import type { Gate } from '../case/gate.ts'
import { suspensionOf } from './granted.ts'

/** A case that stands still is not given back: the clock never stops for an argument between units. */
export const suspendedGate: Gate = ({ task }, act) =>
  act === 'return' && suspensionOf(task) ? 'suspended-first' : null
