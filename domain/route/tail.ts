import { squeeze } from '../text/fold.ts'
import type { Town, Village } from '../town.ts'
import { TOWN_END } from './wording.ts'

/** A name as people say it who are at home there: `written` stands in the text, `whole` is what the township calls it. */
export type Tail = Readonly<{ written: string; whole: string; village: Village }>

const LEAST = { town: 3, village: 2 } as const

/** 「农贸市场」 for 青石农贸市场: everybody of 青石镇 leaves the name of the township out. The longest, where one village alone has it. */
export function townTail(said: string, town: Town): Tail | null {
  const short = squeeze(town.name).replace(TOWN_END, '')
  return longest(unique(tailsOf(town, () => [short], LEAST.town)).filter(({ written }) => said.includes(written)))
}

/** 「水站」 may be 孟坡水站, 「小学」 one of three, or another nobody has listed: worth a question, not a guess. */
export function villageTails(said: string, town: Town): readonly string[] {
  const heads = ({ name, aliases }: Village) => [name, ...aliases].map(squeeze)
  const tails = tailsOf(town, (village) => heads(village).flatMap((head) => [head, head.slice(0, -1)]), LEAST.village)
  const tail = longest(tails.filter(({ written }) => said.includes(written)))
  const names = town.villages.flatMap(({ aliases }) => aliases)
  return tail ? names.filter((name) => squeeze(name).endsWith(tail.written) && squeeze(name) !== tail.written) : []
}

function tailsOf(town: Town, headsOf: (village: Village) => readonly string[], least: number): Tail[] {
  return town.villages.flatMap((village) =>
    village.aliases.map(squeeze).flatMap((whole) =>
      headsOf(village)
        .filter((head) => head.length >= 2 && whole.startsWith(head) && whole.length >= head.length + least)
        .map((head) => ({ written: whole.slice(head.length), whole, village })),
    ),
  )
}

const unique = (tails: readonly Tail[]): Tail[] =>
  tails.filter(({ written, village }) => tails.every((each) => each.written !== written || each.village === village))

const longest = (tails: readonly Tail[]): Tail | null =>
  tails.toSorted((a, b) => b.written.length - a.written.length)[0] ?? null
