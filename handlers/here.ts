import type { CaseInHand } from '../domain/case/draft.ts'
import type { CaseRef } from '../domain/command/parse.ts'
import { heardAs, inGroup, type Heard } from '../domain/digest/heard.ts'
import type { Facts } from '../domain/facts.ts'
import type { RefusalReason } from '../domain/refusal.ts'
import type { Task } from '../domain/task.ts'
import type { Town } from '../domain/town.ts'
import { factsOf } from '../domain/case/facts.ts'
import { concernsGroup, groupIn, mayHear, mayRead } from '../domain/people/audience.ts'
import { findTown } from '../domain/people/directory.ts'
import { notFound, refusal } from './acts.ts'
import { findCase } from './cases.ts'
import type { Result, Turn } from './turn.ts'

/** Finds the case somebody wants to read of, where he asks. To who may not read it, it does not exist. */
export async function readHere(
  turn: Turn,
  ref: CaseRef | null,
  fitting: () => Promise<readonly Task[]>,
  none?: RefusalReason,
): Promise<Readonly<{ hand: CaseInHand }> | Result> {
  const found = await findCase(turn, ref, fitting, none, (task) => maySee(turn, task))
  if (!found.ok) return notFound(found)
  const { hand } = found
  if (!maySee(turn, hand.task)) return refusal('unknown-case', null)
  return mayBeSaid(turn, hand.task) ? { hand } : refusal('ask-alone', null)
}

/** Cases for a list: the facts of those that may be spoken of where he asks, and how many others there are. */
export function listedHere(turn: Turn, tasks: readonly Task[], limit: number): Listed {
  const said = tasks.filter((task) => mayBeSaid(turn, task))
  const items = said.slice(0, limit).map((task) => factsOf(task, findTown(turn.world, task.town)))
  return { items, alone: tasks.length - said.length }
}

/** What may be said of cases of a township where he asks. */
export function heardHere(turn: Turn, town: Town, tasks: readonly Task[]): Heard {
  const { chat } = turn.row
  const readable = tasks.filter((task) => maySee(turn, task))
  if (chat.type === 'single') return heardAs(readable, [], town, () => false)
  const said = readable.filter((task) => concernsGroup(task, town, chat))
  return heardAs(
    said,
    readable.filter((task) => !said.includes(task)),
    town,
    inGroup(town, groupIn(town, chat)),
  )
}

type Listed = Readonly<{ items: readonly Facts[]; alone: number }>

const maySee = ({ world, speaker }: Turn, task: Task): boolean =>
  mayRead(task, findTown(world, task.town), speaker.userid)

export const mayBeSaid = ({ world, row }: Turn, task: Task): boolean =>
  mayHear(task, findTown(world, task.town), row.chat)
