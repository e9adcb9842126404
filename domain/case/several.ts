import { openCase, type Intake } from './open.ts'
import { begin, reporterAddress, tell } from './draft.ts'
import { factsIn } from './facts.ts'
import type { Decision } from '../decision.ts'
import type { Task } from '../task.ts'
import type { World } from '../world.ts'

/** One case for each problem of a message, each knowing of the others, and one answer about all of them; a danger is answered by itself. */
export function openSeveral(intakes: readonly Intake[], world: World): Decision {
  const [first, ...others] = intakes
  if (!first) throw new Error('no problem to open a case for')
  if (others.length === 0) return openCase(first, world)
  const dangerous = intakes.some(({ emergency }) => emergency)
  const opened = intakes.map((intake) => openCase(intake, world, dangerous))
  const numbers = opened.flatMap(({ task }) => task?.caseNo ?? [])
  const [head, ...more] = opened.map((decision) => linked(decision, numbers))
  const answer = dangerous ? [] : confirmation(first, opened, world)
  return { ...head, notices: [...answer, ...(head?.notices ?? [])], more }
}

function linked(decision: Decision, numbers: readonly string[]): Decision {
  const { task } = decision
  if (!task) return decision
  return { ...decision, task: { ...task, linked: numbers.filter((caseNo) => caseNo !== task.caseNo) } }
}

function confirmation(intake: Intake, opened: readonly Decision[], world: World) {
  const tasks = opened.flatMap(({ task }) => task ?? [])
  const [task] = tasks
  if (!task) return []
  const draft = begin(world, { task, town: intake.town, policy: intake.town.policy })
  const items = tasks.map((each: Task) => factsIn(each, intake.town, intake.reporter.chat))
  tell(draft, 'replies', reporterAddress(intake.reporter), { kind: 'accepted-several', items }, intake.reply)
  return draft.notices
}
