import type { Context } from '../../context.ts'
import type { Entry } from '../../domain/book/entry.ts'
import type { PartCard } from '../../domain/book/said.ts'
import type { Person, Town } from '../../domain/town.ts'
import { isOpenToAll, livedOf } from '../../domain/training/lived.ts'
import { syllabusOf, type Syllabus } from '../../domain/training/question.ts'
import { ofKind } from '../../domain/book/entry.ts'
import { isTap, type Result, type Turn } from '../turn.ts'

export type Clerk = Readonly<{ person: Person; town: Town }>

/** The member of the township who speaks; null = a stranger. */
export const clerkOf = ({ speaker: { person, town } }: Turn): Clerk | null => (person && town ? { person, town } : null)

/** A year of one person's questions. */
const MOST_ASKED = 300
const MOST_CASES = 200
const MOST_KNOWN = 500

export const quizzesOf = async ({ store }: Context, town: Town, owner: string): Promise<Entry<'quiz'>[]> =>
  ofKind(await store.entries({ town: town.code, kinds: ['quiz'], owner, limit: MOST_ASKED }), 'quiz')

export const approved = async ({ store }: Context, town: Town): Promise<Entry<'knowledge'>[]> =>
  ofKind(
    await store.entries({ town: town.code, kinds: ['knowledge'], states: ['approved'], limit: MOST_KNOWN }),
    'knowledge',
  )

/** What may be asked today: the list in force, lately closed cases, and what was approved and is still open to all. */
export async function syllabusFor(ctx: Context, town: Town, day: string): Promise<Syllabus> {
  const tasks = await ctx.store.tasks({ town: town.code, stages: ['closed'], limit: MOST_CASES })
  const known = await openToAll(ctx, town, await approved(ctx, town))
  return syllabusOf(town, day, livedOf(tasks, town), known)
}

/** Whoever asks later to be kept takes what was learnt from his case with him. */
export async function openToAll(
  ctx: Context,
  town: Town,
  known: readonly Entry<'knowledge'>[],
): Promise<Entry<'knowledge'>[]> {
  const kept = await Promise.all(known.map((entry) => isStillOpen(ctx, town, entry)))
  return known.filter((_, n) => kept[n])
}

async function isStillOpen({ store }: Context, town: Town, { data }: Entry<'knowledge'>): Promise<boolean> {
  if (data.source === null) return true
  const permit = data.from === 'permit' ? await store.entryByNo(data.source) : null
  if (data.from === 'permit' && (permit?.taskId ?? null) === null) return true
  const task = permit?.taskId ? await store.task(permit.taskId) : await store.taskByCaseNo(data.source)
  return task !== null && isOpenToAll(task, town)
}

export const isGroup = ({ row }: Turn): boolean => row.chat.type === 'group'

/** A fresh id of a card that answers this very message. */
export const newCardId = ({ row }: Turn, { no }: Readonly<{ no: string }>): string => `${no}_${row.id}`

/** The card as it is now takes the place of the tapped one; where the order was typed, it is the answer. */
export const withCard = (turn: Turn, result: Result, card: PartCard): Result =>
  isTap(turn) ? { ...result, card } : { ...result, answers: [...(result.answers ?? []), card] }
