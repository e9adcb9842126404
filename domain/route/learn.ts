import type { NewAlias } from '../decision.ts'
import type { Town, Village } from '../town.ts'
import { squeeze } from '../text/fold.ts'
import { findPlace } from './place.ts'
import { NO_NAME, UNKNOWN_NAMES } from './wording-learn.ts'

/** The name in a text that nobody had listed and that may be another name of the village a clerk chose; null where there is none. */
export function proposedName(text: string, { name }: Village, towns: readonly Town[]): string | null {
  const said = squeeze(text)
  for (const found of UNKNOWN_NAMES.flatMap((pattern) => [...said.matchAll(pattern)])) {
    const written = found[1] ?? ''
    const known = findPlace(written, towns)
    if (written.length >= 2 && written !== name && !NO_NAME.test(written) && known === null) return written
  }
  return null
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
