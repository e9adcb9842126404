import type { NewLesson } from '../decision.ts'
import type { Town } from '../town.ts'
import { comparable } from '../duplicate/comparable.ts'
import { gramsOf, normalised } from '../duplicate/grams.ts'
import { remembered } from '../text/remembered.ts'

/** What somebody decided once about words like these; `words` = what both have in common. */
export type Precedent = Readonly<{ lesson: NewLesson; words: readonly string[] }>

/** So much of the words must be the same: a stranger sentence would be taken for a precedent else. */
const LIKE = 0.35
const SHOWN = 3
/** Shorter ones are in every sentence. */
const SHORTEST = 2

/**
 * The decision on who leads whose words are most like these, the newest of several. It is shown and put first where nobody
 * is sure; it decides nothing, and never goes before the words of the duty list.
 */
export function precedentOf(text: string, town: Town, lessons: readonly NewLesson[]): Precedent | null {
  const known = lessons.filter(({ same, takenAt }) => same === null && takenAt === null)
  const rated = known.map((lesson) => ({ lesson, score: likeness(text, lesson.text, town) }))
  const [best] = rated.filter(({ score }) => score >= LIKE).toSorted((a, b) => b.score - a.score)
  return best ? withWords(best.lesson, text, best.lesson.text, town) : null
}

/** What somebody said of two cases that are like these two, whichever of them came first. */
export function pairPrecedentOf(
  [one, other]: readonly [string, string],
  town: Town,
  lessons: readonly NewLesson[],
): Precedent | null {
  const rated = lessons.flatMap((lesson) => {
    const { text, other: second, takenAt } = lesson
    if (second === null || takenAt !== null) return []
    const straight = Math.min(likeness(one, text, town), likeness(other, second, town))
    const crossed = Math.min(likeness(one, second, town), likeness(other, text, town))
    return { lesson, score: Math.max(straight, crossed) }
  })
  const [best] = rated.filter(({ score }) => score >= LIKE).toSorted((a, b) => b.score - a.score)
  return best ? withWords(best.lesson, `${one} ${other}`, best.lesson.text, town) : null
}

function withWords(lesson: NewLesson, text: string, known: string, town: Town): Precedent | null {
  const words = inCommon(bare(text, town), bare(known, town))
  return words.length > 0 ? { lesson, words } : null
}

/** 0..1: how many of their pairs and triples of characters two texts share. */
function likeness(one: string, other: string, town: Town): number {
  const [a, b] = [gramsIn(one, town), gramsIn(other, town)]
  if (a.size === 0 || b.size === 0) return 0
  const shared = [...a].filter((gram) => b.has(gram)).length
  return shared / Math.sqrt(a.size * b.size)
}

const gramsIn = remembered((text: string, town: Town): ReadonlySet<number> => new Set(gramsOf(bare(text, town))))

/** That two lie in one village says nothing of what they are about. */
function bare(text: string, { villages }: Town): string {
  const names = villages.flatMap(({ name, aliases }) => [name, ...aliases]).map(normalised)
  const long = names.filter((name) => name.length >= SHORTEST).toSorted((a, b) => b.length - a.length)
  return long.reduce((said, name) => said.replaceAll(name, ' '), comparable(text))
}

/** The longest pieces that are in both, none within another. */
function inCommon(one: string, other: string): readonly string[] {
  const found: string[] = []
  for (let at = 0; at < one.length;) {
    const piece = longestAt(one, at, other)
    if (piece.length >= SHORTEST) found.push(piece)
    at += Math.max(1, piece.length)
  }
  return [...new Set(found)].toSorted((a, b) => b.length - a.length).slice(0, SHOWN)
}

function longestAt(one: string, at: number, other: string): string {
  let end = at
  while (end < one.length && one[end] !== ' ' && other.includes(one.slice(at, end + 1))) end += 1
  return one.slice(at, end)
}
