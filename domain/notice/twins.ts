import type { OutboxRow } from '../notice.ts'
import type { World } from '../world.ts'
import { findPerson } from '../people/directory.ts'

/** Whoever reported a case has few of them: to him the short number says which. */
export function needsNumbers({ to }: Pick<OutboxRow, 'to'>, world: Pick<World, 'towns'>): boolean {
  const alone = to.kind === 'person' ? to.userid : to.kind === 'chat' && to.chat.type === 'single' ? to.chat.id : null
  return alone === null || findPerson(world, alone) !== null
}

/** The cases a notice speaks of. */
export const casesIn = (said: unknown): readonly string[] =>
  isCase(said) ? [said.caseNo, ...inside(said)] : Array.isArray(said) || isPlain(said) ? inside(said) : []

const inside = (of: object): string[] => Object.values(of).flatMap(casesIn)

/** A notice whose words are to give the whole number of these cases. */
export function withTwins<Said>(said: Said, twins: readonly string[]): Said
export function withTwins(said: unknown, twins: readonly string[]): unknown {
  if (Array.isArray(said)) return said.map((each) => withTwins(each, twins))
  if (!isPlain(said)) return said
  const marked = Object.fromEntries(Object.entries(said).map(([key, value]) => [key, withTwins(value, twins)]))
  return isCase(said) && twins.includes(said.caseNo) ? { ...marked, twin: true } : marked
}

const isPlain = (said: unknown): said is Readonly<Record<string, unknown>> =>
  typeof said === 'object' && said !== null && Object.getPrototypeOf(said) === Object.prototype

/** Its facts, and nothing that only names its number. */
const isCase = (said: unknown): said is Readonly<{ caseNo: string }> =>
  isPlain(said) && typeof said['caseNo'] === 'string' && 'stage' in said && 'level' in said
