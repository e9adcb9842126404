import type { CaseRef } from '../domain/command/parse.ts'
import { begin, decide, record } from '../domain/case/draft.ts'
import { isCommand } from '../domain/people/directory.ts'
import { factsFor, notFound, refusal } from './acts.ts'
import { findCase } from './cases.ts'
import type { Result, Turn } from './turn.ts'

/** 已另行通知 n: whoever a message about it did not reach knows by other means. */
export async function onToldOtherwise(turn: Turn, ref: CaseRef | null): Promise<Result> {
  const { person, userid } = turn.speaker
  if (!person) return refusal('not-staff', null)
  if (!isCommand(person)) return refusal('not-command', null)
  const found = await findCase(turn, ref, async () => [], 'needs-case')
  if (!found.ok) return notFound(found)
  const draft = begin(turn.world, found.hand)
  record(draft, 'told-otherwise', userid)
  const said = { kind: 'done', facts: factsFor(found.hand, draft.task), step: 'told-otherwise', files: 0 } as const
  return { note: 'told otherwise', decision: decide(draft), answers: [said] }
}
