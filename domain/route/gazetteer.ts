import { squeeze } from '../text/fold.ts'
import type { Town, Village } from '../town.ts'
import { VILLAGE_END } from './wording.ts'

/** One way to write a village: its name, an alias, or (`short`) its name without 村. */
export type Entry = Readonly<{ written: string; short: boolean; town: Town; village: Village }>

/** All ways to write all villages, by their first two characters, longest first. */
export type Gazetteer = ReadonlyMap<string, readonly Entry[]>

const built = new WeakMap<object, Gazetteer>()

/** Built once for an array of townships, and once for a township, whatever array it stands alone in. */
export function gazetteer(towns: readonly Town[]): Gazetteer {
  const [only, ...others] = towns
  const key = only && others.length === 0 ? only : towns
  const known = built.get(key)
  if (known) return known
  const fresh = build(towns)
  built.set(key, fresh)
  return fresh
}

/** Entries that stand at a position of a squeezed text, longest first. */
export function entriesAt(places: Gazetteer, text: string, at: number): readonly Entry[] {
  return places.get(text.slice(at, at + 2))?.filter(({ written }) => text.startsWith(written, at)) ?? []
}

function build(towns: readonly Town[]): Gazetteer {
  const full = towns.flatMap((town) =>
    town.villages.flatMap((village) => namesOf(village).map((written) => ({ written, short: false, town, village }))),
  )
  const taken = new Set(full.map(({ written }) => written))
  const short = towns.flatMap((town) => shortsOf(town)).filter(({ written }) => !taken.has(written))
  return byBeginning([...full, ...short].toSorted((a, b) => b.written.length - a.written.length))
}

function namesOf(village: Village): string[] {
  return [...new Set([village.name, ...village.aliases].map(squeeze))].filter((name) => name.length >= 2)
}

/** Names without their ending, where only one village of the township is left with it. */
function shortsOf(town: Town): Entry[] {
  const cut = town.villages.map((village) => ({
    written: squeeze(village.name).replace(VILLAGE_END, ''),
    short: true,
    town,
    village,
  }))
  return cut.filter(
    ({ written, village }) =>
      written.length >= 2 && cut.every((other) => other.village === village || other.written !== written),
  )
}

function byBeginning(entries: readonly Entry[]): Gazetteer {
  const map = new Map<string, Entry[]>()
  for (const entry of entries) {
    const key = entry.written.slice(0, 2)
    const list = map.get(key)
    if (list) list.push(entry)
    else map.set(key, [entry])
  }
  return map
}
