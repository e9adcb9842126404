import { CHECK_POINTS, type CheckPoint } from './checkPoints.ts'
import { POINT_WORDS } from './wording-points.ts'

/** `points` = those named at the beginning, `note` = what is wrong with them. */
export type Points = Readonly<{ points: readonly CheckPoint[]; note: string }>

const GAP = /^[\s，,、；;：:]+/u

/** 「证据不足，缺照片」 names its point, too. */
const begunWith = (note: string): readonly CheckPoint[] =>
  CHECK_POINTS.filter((point) => POINT_WORDS[point].test(note)).slice(0, 1)

/** 证据 程序 缺第二名执法人员签字 */
export function readPoints(said: string): Points {
  const points: CheckPoint[] = []
  let rest = said.trim()
  for (;;) {
    const found = CHECK_POINTS.flatMap((point) => {
      const word = POINT_WORDS[point].exec(rest)?.[0]
      // a word that goes on is part of a sentence: 「证据不足」
      return word && (rest.length === word.length || GAP.test(rest.slice(word.length))) ? [{ point, word }] : []
    })[0]
    if (!found) return { points: points.length > 0 ? points : begunWith(rest), note: rest }
    if (!points.includes(found.point)) points.push(found.point)
    rest = rest.slice(found.word.length).replace(GAP, '')
  }
}

/** The points of the checklist have names that are orders, too: after 驳回 they are what was asked for. */
export const namesPoints = (verb: string, said: string): boolean =>
  verb === 'review-reject' && readPoints(said).points.length > 0
