import type { Task } from '../task.ts'
import type { Known } from './known.ts'
import { DAY } from '../calendar/zone.ts'
import { cosines } from './cosine.ts'
import { matterOf, mayBeSame, type Told } from './gate.ts'
import { comparable } from './comparable.ts'
import { gramsOf, normalised } from './grams.ts'

export type { Told } from './gate.ts'

/**
 * `same`: may be joined without asking. `identical` = in the very same words; `placed` = both say where, and it is one place.
 * What is not placed is never joined and nobody but the command room is asked about it.
 */
export type Similar<T extends Known = Task> = Readonly<{
  task: T
  score: number
  same: boolean
  identical: boolean
  placed: boolean
}>

/** How far back, in milliseconds, an identical text and a similar one may lie. */
type Window = Readonly<{ same: number; similar: number }>
const WINDOW: Window = { same: 7 * DAY, similar: 14 * DAY }

/** Nothing older is looked at. */
export const LOOKS_BACK = 14 * DAY

/** What two texts must have in common to be worth a question: people tell one thing in very different words. */
const THRESHOLDS = { item: 0.02, lead: 0.22, unknown: 0.22 } as const
const MOST = 5

/** The open cases a report may be about, best first, five at most. Nothing is "the same" by similar words alone. */
export function similar<T extends Known>(told: Told, open: readonly T[], window: Window = WINDOW): Similar<T>[] {
  const plain = comparable(told.text)
  if (plain === '') return []
  const possible = open.filter((task) => mayBeSame(told, task, Math.max(window.same, window.similar)))
  if (possible.length === 0) return []
  const words = possible.map(wordsOf)
  const scores = cosines(
    gramsOf(without(told.place?.name, plain)),
    words.map(({ grams }) => grams),
  )
  const rated = possible.map((task, i) => rate(told, task, words[i]?.plain === plain, scores[i] ?? 0, window))
  return rated
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => Number(b.same) - Number(a.same) || b.score - a.score)
    .slice(0, MOST)
}

function rate<T extends Known>(told: Told, task: T, identical: boolean, score: number, window: Window): Similar<T> {
  const age = Math.abs(told.at.getTime() - task.createdAt.getTime())
  const placed = told.place !== null && task.place !== null
  const found = { task, identical, placed }
  if (identical) return { ...found, score: 1, same: placed && age <= window.same }
  const matter = age <= window.similar ? matterOf(told, task) : null
  return { ...found, score: matter && score >= THRESHOLDS[matter] ? score : 0, same: false }
}

type Words = Readonly<{ plain: string; grams: Uint32Array }>
const taken = new WeakMap<Known, Words>()

/** A case is asked about by every report that comes in: its words are taken apart once. */
function wordsOf(task: Known): Words {
  const found = taken.get(task)
  if (found) return found
  const plain = comparable(task.text)
  const words = { plain, grams: gramsOf(without(task.place?.name, plain)) }
  taken.set(task, words)
  return words
}

/** That two texts name one village says nothing: only cases of that village are compared. */
function without(place: string | undefined, plain: string): string {
  const name = normalised(place ?? '')
  return name.length < 2 ? plain : plain.replaceAll(name, '') || plain
}
