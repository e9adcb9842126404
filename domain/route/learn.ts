import type { NewAlias } from '../decision.ts'
import type { Place } from '../task.ts'
import type { Town, Village } from '../town.ts'
import { squeeze } from '../text/fold.ts'
import { findPlace } from './place.ts'
import { isRelative } from './spot.ts'
import { ANSWERED_NAME, NO_NAME, SOMEBODYS, UNKNOWN_NAMES } from './wording-learn.ts'

/** What a report says of its place: its words, and what was answered to 「在哪里」. */
export type Told = Readonly<{ text: string; place: Place | null }>

/** The name in a report that nobody had listed and that may be another name of the village a clerk chose; null where there is none. */
export function proposedName({ text, place }: Told, { name }: Village, towns: readonly Town[]): string | null {
  const answered = place && place.code === null ? ANSWERED_NAME.exec(squeeze(place.name))?.[1] : undefined
  const said = squeeze(text)
  const written = UNKNOWN_NAMES.flatMap((pattern) => [...said.matchAll(pattern)]).map((found) => found[1] ?? '')
  const isNew = (each: string) => each !== name && isName(each) && findPlace(each, towns) === null
  return [answered ?? '', ...written].find(isNew) ?? null
}

/** 村口 is in every village, and where somebody lives is nobody's name for a place. */
function isName(written: string): boolean {
  return written.length >= 2 && ![NO_NAME, SOMEBODYS].some((pattern) => pattern.test(written)) && !isRelative(written)
}

/** Townships with the names that were learnt and approved. */
export function withAliases(towns: readonly Town[], aliases: readonly NewAlias[]): readonly Town[] {
  if (aliases.length === 0) return towns
  return towns.map((town) => ({
    ...town,
    villages: town.villages.map((village) => {
      const own = aliases.filter((each) => each.town === town.code && each.village === village.code)
      return own.length === 0
        ? village
        : { ...village, aliases: [...new Set([...village.aliases, ...own.map(({ alias }) => alias)])] }
    }),
  }))
}
