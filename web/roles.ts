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
/** Who reads the logs. */
export const AUDIT = ['auditor', 'security', 'supervisor'] as const
