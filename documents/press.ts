import { join } from 'node:path'
import { openBeside, type Beside, type Limits } from '../beside.ts'
import type { DocumentInput } from '../domain/legal/documentShape.ts'
import type { Made } from './make.ts'

export type Order = Readonly<{ folders: readonly string[]; input: DocumentInput }>
export type Pressed = (Readonly<{ ok: true }> & Made) | Readonly<{ ok: false; fault: string }>
export type Press = Beside<Order, Pressed>

/** Makes documents in a process of its own. */
export const openPress = (limits?: Limits): Press => openBeside(join(import.meta.dirname, 'pressing'), limits)
