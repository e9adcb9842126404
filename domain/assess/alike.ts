import type { Station, Town } from '../town.ts'
import { lastDayOf } from './days.ts'
import { indicatorsOn } from './indicator.ts'

/** Who is compared with whom, here and nowhere else: units of one sort; a police station is not measured against a brigade. */
export const unitLike = ({ kind }: Pick<Station, 'kind'>): string => kind

/** … and townships of one class, if they score the same. One without a class is like no other. */
export function townLike(town: Town, month: string): string {
  const scored = indicatorsOn(town, lastDayOf(month)).map(({ measure, weight }) => [measure, weight])
  return town.class === '' ? town.code : JSON.stringify([town.class, scored])
}

/** The townships it is compared with in a month, itself among them. */
export const peersOf = (town: Town, towns: readonly Town[], month: string): readonly Town[] =>
  towns.filter((each) => townLike(each, month) === townLike(town, month))
