import type { Role } from '../domain/town.ts'

/** Who may use the pages: everybody the township lists. Villagers have no role, and reach none. */
export type WebRole = Role

/** Those who work on cases, each within his unit or his township. */
export const CASES = ['officer', 'head', 'dispatcher', 'leader', 'supervisor', 'reviewer'] as const
/** Those who decide where a case goes. */
export const COMMAND = ['dispatcher', 'leader'] as const
/** Those who watch over all units. */
export const WATCH = ['dispatcher', 'leader', 'supervisor'] as const
/** Who sets the system up. */
export const ADMIN = ['admin'] as const
/** Who watches who is signed in. */
export const SECURITY = ['security'] as const
/** Who reads all logs, what became of messages, and whether the log is whole. */
export const AUDIT = ['auditor', 'supervisor'] as const
/** Who reads of who signed in and who looked behind the mask; not what others do with the system. */
export const READS_LOGS = [...AUDIT, 'security'] as const
