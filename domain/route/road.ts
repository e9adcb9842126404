import { squeeze } from '../text/fold.ts'
import type { Town } from '../town.ts'
import { COUNTED, ROAD_AFTER, ROAD_ALONE, ROAD_BEFORE } from './wording-road.ts'

/** A road that runs through several villages, and the townships (one or more) it runs through. */
export type Road = Readonly<{ name: string; at: number; length: number; towns: readonly Town[] }>

/** The first road in a text that is on the list of a township: it has a name, but no village. */
export function roadIn(said: string, towns: readonly Town[]): Road | null {
  const found = towns.flatMap((town) =>
    roadsOf(town).flatMap((name) => {
      const written = squeeze(name)
      const at = roadAt(said, written)
      return at < 0 ? [] : [{ town, name, at, length: written.length }]
    }),
  )
  const [first] = found.toSorted((a, b) => a.at - b.at || b.length - a.length)
  if (!first) return null
  const { name, at, length } = first
  return { name, at, length, towns: [...new Set(found.filter((each) => each.at === at).map(({ town }) => town))] }
}

const roadsOf = ({ landmarks = [] }: Town): string[] =>
  landmarks.filter(({ village }) => village === null).flatMap(({ names }) => names)

function roadAt(said: string, written: string): number {
  for (let at = said.indexOf(written); at >= 0; at = said.indexOf(written, at + 1))
    if (isRoad(said.slice(0, at), written, said.slice(at + written.length))) return at
  return -1
}

/** 国道 is not in 310国道, and 107 neither in a telephone number nor in 「107号」. */
function isRoad(before: string, written: string, after: string): boolean {
  if (/\d$/.test(before) || (/^\d/.test(written) && /[a-fh-z]$/.test(before))) return false
  if (/\d$/.test(written) && /^[\da-z.]/.test(after)) return false
  if (!/^\d+$/.test(written)) return true
  if (ROAD_ALONE.before.test(before) && ROAD_ALONE.after.test(after)) return true
  return ROAD_AFTER.test(after) || (ROAD_BEFORE.test(before) && !COUNTED.test(after))
}
