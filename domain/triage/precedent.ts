import type { NewLesson } from '../decision.ts'
import type { Town } from '../town.ts'
import { bare, likeAll, type Scores } from './likeness.ts'

/** What somebody decided once about words like these; `words` = what both have in common. */
export type Precedent = Readonly<{ lesson: NewLesson; words: readonly string[] }>

/** So much of the words must be the same: a stranger sentence would be taken for a precedent else. */
const LIKE = 0.35
const SHOWN = 3
/** Shorter ones are in every sentence. */
const SHORTEST = 2

/**
 * The decision on who leads whose words are most like these, the newest of several; none on the case `of` itself. It is shown and
 * put first where nobody is sure; it decides nothing, and never goes before the words of the duty list.
 */
export function precedentOf(text: string, town: Town, lessons: readonly NewLesson[], of = ''): Precedent | null {
  const { units } = indexed(lessons, town)
  const score = units.like(text)
  const best = bestOf(units.lessons, (n) => (units.lessons[n]?.taskId === of ? 0 : (score[n] ?? 0)))
  return best && withWords(best, text, town)
}

/** What somebody said of two cases that are like these two, whichever of them came first. */
export function pairPrecedentOf(
  [one, other]: readonly [string, string],
  town: Town,
  lessons: readonly NewLesson[],
): Precedent | null {
  const { firsts, seconds } = indexed(lessons, town)
  const [a, b, c, d] = [firsts.like(one), seconds.like(other), seconds.like(one), firsts.like(other)]
  const least = (x: Scores, y: Scores, n: number): number => Math.min(x[n] ?? 0, y[n] ?? 0)
  const best = bestOf(firsts.lessons, (n) => Math.max(least(a, b, n), least(c, d, n)))
  return best && withWords(best, `${one} ${other}`, town)
}

/** The first of those with the highest score, if that is enough. */
function bestOf(lessons: readonly NewLesson[], scoreOf: (n: number) => number): NewLesson | null {
  const rated = lessons.map((lesson, n) => ({ lesson, score: scoreOf(n) })).filter(({ score }) => score >= LIKE)
  return rated.toSorted((x, y) => y.score - x.score)[0]?.lesson ?? null
}

function withWords(lesson: NewLesson, text: string, town: Town): Precedent | null {
  const words = inCommon(bare(text, town), bare(lesson.text, town))
  return words.length > 0 ? { lesson, words } : null
}

type Index = Readonly<{ lessons: readonly NewLesson[]; like(text: string): Scores }>
type Indices = Readonly<{ units: Index; firsts: Index; seconds: Index }>

const known = new WeakMap<readonly NewLesson[], Indices>()

/** A desk compares hundreds of cases with the same thousand lessons. */
function indexed(lessons: readonly NewLesson[], town: Town): Indices {
  const before = known.get(lessons)
  if (before) return before
  const valid = lessons.filter(({ takenAt }) => takenAt === null)
  const pairs = valid.filter(({ other }) => other !== null)
  const indices = {
    units: indexOf(
      valid.filter(({ same }) => same === null),
      ({ text }) => text,
      town,
    ),
    firsts: indexOf(pairs, ({ text }) => text, town),
    seconds: indexOf(pairs, ({ other }) => other ?? '', town),
  }
  known.set(lessons, indices)
  return indices
}

const indexOf = (lessons: readonly NewLesson[], textOf: (lesson: NewLesson) => string, town: Town): Index => ({
  lessons,
  like: likeAll(lessons.map(textOf), town),
})

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
