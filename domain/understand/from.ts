import { wordsOf } from '../command/smallTalk.ts'
import { VILLAGE_END } from '../route/wording.ts'
import { squeeze } from '../text/fold.ts'
import type { Town } from '../town.ts'
import { ONLY_FROM } from './wording-wants.ts'

/** 「我是王家村的」: where he is from or where it is, and no problem yet. `place` = what was found of it. */
export function saysOnlyWhere(
  text: string,
  { villages }: Pick<Town, 'villages'>,
  place: string | null = null,
): boolean {
  const said = wordsOf(squeeze(text))
  const names = villages.flatMap(({ name, aliases }) => [name, ...aliases]).flatMap(waysToSay)
  const longestFirst = [...(place ? [squeeze(place)] : []), ...names.toSorted((a, b) => b.length - a.length)]
  const named = longestFirst.find((name) => name.length > 1 && said.includes(name))
  return named !== undefined && ONLY_FROM.test(said.replace(named, ''))
}

const waysToSay = (name: string): string[] => [squeeze(name), squeeze(name).replace(VILLAGE_END, '')]
