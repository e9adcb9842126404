import type { Decision } from '../decision.ts'
import type { Known } from '../facts.ts'
import type { Notice } from '../notice.ts'
import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import type { World } from '../world.ts'
import { commandRoom } from '../people/recipients.ts'
import { alert, begin, factsNow } from './draft.ts'
import { factsOf } from './facts.ts'

/** What of a case may be said beside another one: never anybody's words. */
export function knownOf(task: Task, town: Town, userid: string | null = null): Known {
  const { caseNo, item, place } = factsOf(task, town)
  const own = task.reporters.some((reporter) => reporter.userid === userid)
  return {
    caseNo,
    item,
    place,
    at: task.createdAt.toISOString(),
    count: task.reporters.length,
    ...(own ? { own } : {}),
  }
}

/** The command room is told which cases a new one may be the same as; by the words alone nothing is joined. */
export function suspected({ task }: Decision, known: readonly Task[], town: Town, world: World): readonly Notice[] {
  if (!task || known.length === 0) return []
  const draft = begin(world, { task, town, policy: town.policy })
  const body = { kind: 'maybe-same', facts: factsNow(draft), known: known.map((each) => knownOf(each, town)) } as const
  for (const address of commandRoom(town)) alert(draft, address, body)
  return draft.notices
}
