import { faultAt, type Words } from '../config/fault.ts'
import { StartFault } from './fail.ts'

/** Ends a command with what is wrong and how to mend it. */
export function refuse(said: Words): never {
  throw new StartFault([faultAt({ file: '', line: null, field: '' }, said)])
}
