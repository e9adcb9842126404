import type { Task } from '../domain/task.ts'
import type { Result, Turn } from './turn.ts'

/** How many of those who reported a case can still be reached: who had himself deleted cannot. */
export async function stillThere({ ctx }: Turn, { reporters }: Task): Promise<number> {
  const { people } = ctx
  if (!people) return reporters.length
  const known = await Promise.all(reporters.map(({ userid }) => people.whoIs(userid)))
  return known.filter((id) => id !== null).length
}

/** What a unit did is told to nobody, where nobody is left who reported it. */
export async function toldOrAlone(turn: Turn, task: Task, result: Result): Promise<Result> {
  const { answers = [] } = result
  if (!answers.some(({ kind }) => kind === 'done') || (await stillThere(turn, task)) > 0) return result
  return { ...result, answers: answers.map((body) => (body.kind === 'done' ? { ...body, alone: true } : body)) }
}
