import { z } from 'zod'
import type { AccessKind, NewAccess } from '../../domain/decision.ts'
import { isSealed } from '../../domain/people/sealed.ts'
import type { AccessQuery } from '../../store/store.ts'
import type { Desk } from '../desk.ts'
import { AUDIT } from '../roles.ts'
import type { Role } from '../../domain/town.ts'
import type { Viewer } from '../viewer.ts'
import { KINDS, LOGS, sayReason } from '../wording/logs.ts'

export const LOG_KINDS = {
  operation: ['operation'],
  'sign-in': ['sign-in', 'sign-in-refused', 'sign-out', 'session-ended'],
  reveal: ['reveal', 'reveal-asked'],
  export: ['export'],
  clear: ['purge', 'erase', 'key'],
} as const satisfies Readonly<Record<string, readonly AccessKind[]>>
export type LogGroup = keyof typeof LOG_KINDS

/** What the security administrator watches; what is done with the system is the auditor's to read, his own looking included. */
export const WATCHED: readonly LogGroup[] = ['sign-in', 'reveal']
/** The groups somebody may read. */
export const groupsFor = (roles: readonly Role[]): readonly LogGroup[] =>
  roles.some((role) => (AUDIT as readonly Role[]).includes(role)) ? (Object.keys(LOG_KINDS) as LogGroup[]) : WATCHED

export const lineShape = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.string(),
  by: z.string(),
  userid: z.string(),
  second: z.string().nullable(),
  no: z.string().nullable(),
  said: z.string(),
})
export type Line = z.infer<typeof lineShape>

/** What an operation on a page was, by `POST /api/…`. */
export type SayOperation = (reason: string) => string

export function lineOf(desk: Desk, row: NewAccess, operation: SayOperation): Line {
  const { id, at, kind, by, second, caseNo, reason } = row
  return {
    id,
    at: at.toISOString(),
    kind: KINDS[kind],
    by: whoIs(desk, by),
    userid: isSealed(by) ? '' : by,
    second: second === null ? null : whoIs(desk, second),
    no: caseNo,
    said: kind === 'operation' ? operation(reason) : sayReason(kind, reason),
  }
}

function whoIs({ ctx }: Desk, userid: string): string {
  if (userid === 'system') return LOGS.system
  if (userid === 'unknown') return LOGS.unknown
  if (isSealed(userid)) return LOGS.villager
  const known = ctx.towns.flatMap(({ people }) => people).find((person) => person.userid === userid)
  return known?.name ?? LOGS.left(userid)
}

/** Whose lines he may read: of a county's several townships those of his own people; null = all. */
function peopleFor({ ctx }: Desk, { places }: Viewer, who: string): readonly string[] | null {
  const all = ctx.towns.every(({ code }) => places.some(({ town }) => town.code === code))
  if (all && who === '') return null
  const people = places.flatMap(({ town }) => town.people)
  const named = people.filter(({ name, userid }) => who === '' || name.includes(who) || userid === who)
  return [...new Set([...named.map(({ userid }) => userid), ...(all ? [who] : [])])]
}

export type Asked = Readonly<{
  group?: LogGroup | undefined
  who?: string | undefined
  from?: string | undefined
  until?: string | undefined
}>

const startOf = (day: string): Date => new Date(`${day}T00:00:00+08:00`)
const endOf = (day: string): Date => new Date(startOf(day).getTime() + 86_400_000)

/** What is asked for, as the store is asked. Days are Shanghai days, both inclusive. */
export function queryOf(desk: Desk, viewer: Viewer, { group, who = '', from, until }: Asked): AccessQuery {
  const by = peopleFor(desk, viewer, who)
  const groups = groupsFor(viewer.roles).filter((each) => group === undefined || each === group)
  return {
    kinds: groups.flatMap((each) => [...LOG_KINDS[each]]),
    ...(by ? { by } : {}),
    ...(from ? { from: startOf(from) } : {}),
    ...(until ? { until: endOf(until) } : {}),
  }
}
