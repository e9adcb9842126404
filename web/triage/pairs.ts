import { z } from 'zod'
import type { Store } from '../../context.ts'
import type { NewLesson } from '../../domain/decision.ts'
import { factsOf } from '../../domain/case/facts.ts'
import { LOOKS_BACK } from '../../domain/duplicate/similar.ts'
import { findTown } from '../../domain/people/directory.ts'
import { OPEN_STAGES, type Task } from '../../domain/task.ts'
import { boardRow, boardRowShape } from '../board/row.ts'
import type { Desk } from '../desk.ts'
import { isOfPair } from '../../domain/triage/lesson.ts'
import { sees, type Viewer } from '../viewer.ts'
import { beforeShape, pairBefore, type Learnt } from './before.ts'

const side = z.object({ row: boardRowShape, text: z.string() })
/** Two cases that may be one; `one` is the older. */
export const pairShape = z.object({ one: side, other: side, before: beforeShape.nullable() })
export type PairLine = z.infer<typeof pairShape>

const MOST = 50

/** What the program took for the same and nobody has decided on yet. */
export async function pairsFor(desk: Desk, viewer: Viewer, learnt: Learnt, now: Date): Promise<readonly PairLine[]> {
  const { store } = desk.ctx
  const towns = viewer.places.filter(({ all }) => all).map(({ town }) => town.code)
  const suspects = await store.suspects(towns, new Date(now.getTime() - LOOKS_BACK))
  const named = suspects.flatMap(({ taskId, known }) => known.map((no) => ({ taskId, no }))).slice(0, MOST)
  const found = await Promise.all(named.map(({ taskId, no }) => pairOf(store, viewer, taskId, no, learnt)))
  const first = new Map(found.flatMap((pair) => (pair ? [[keyOf(...pair), pair] as const] : [])))
  return Promise.all([...first.values()].map((pair) => lineOf(desk, viewer, pair, learnt)))
}

type Pair = readonly [one: Task, other: Task]

async function lineOf(desk: Desk, viewer: Viewer, [one, other]: Pair, learnt: Learnt): Promise<PairLine> {
  const town = findTown(desk.ctx, one.town)
  const before = await pairBefore(desk, viewer, [one, other], town, learnt)
  return { one: sideOf(desk, one), other: sideOf(desk, other), before }
}

async function pairOf(store: Store, viewer: Viewer, taskId: string, no: string, learnt: Learnt): Promise<Pair | null> {
  const [other, one] = await Promise.all([store.task(taskId), store.taskByCaseNo(no)])
  if (!one || !other || ![one, other].every((task) => isOpen(task) && sees(viewer, task))) return null
  return (learnt.get(one.town) ?? []).some((lesson) => isApart(lesson, one, other)) ? null : [one, other]
}

/** Somebody looked, and they are two. */
const isApart = (lesson: NewLesson, one: Task, other: Task): boolean =>
  lesson.same === false && lesson.takenAt === null && isOfPair(lesson, one, other)

const isOpen = ({ stage, mergedInto }: Task): boolean =>
  mergedInto === null && (OPEN_STAGES as readonly string[]).includes(stage)

const keyOf = (one: Task, other: Task): string => [one.caseNo, other.caseNo].toSorted().join(' ')

function sideOf(desk: Desk, task: Task): PairLine['one'] {
  const town = findTown(desk.ctx, task.town)
  return { row: boardRow(task, town), text: factsOf(task, town).text }
}
