import type { CaseInHand } from '../domain/case/draft.ts'
import type { CaseRef } from '../domain/command/parse.ts'
import { refAt } from '../domain/command/reference.ts'
import { isCommand } from '../domain/people/directory.ts'
import { fold } from '../domain/text/fold.ts'
import { notFound, refusal } from './acts.ts'
import { findCase } from './cases.ts'
import type { Result, Turn } from './turn.ts'

/** The two cases a command names, the second one where there is one. */
export async function twoCases(
  turn: Turn,
  ref: CaseRef | null,
  rest: string,
): Promise<Result | Readonly<{ hand: CaseInHand; other: CaseInHand | null }>> {
  const { person } = turn.speaker
  if (!person) return refusal('not-staff', null)
  if (!isCommand(person)) return refusal('not-command', null)
  const found = await findCase(turn, ref, async () => [], 'needs-case')
  if (!found.ok) return notFound(found)
  const second = refAt(fold(rest))
  if (!second) return { hand: found.hand, other: null }
  const other = await findCase(turn, second.ref, async () => [])
  return other.ok ? { hand: found.hand, other: other.hand } : notFound(other)
}
