import type { Town } from '../town.ts'
import { comparable } from '../duplicate/comparable.ts'
import { gramsOf, normalised } from '../duplicate/grams.ts'
import { remembered } from '../text/remembered.ts'

/** 0..1 for each text of an index: how many of their pairs and triples of characters two texts share. */
export type Scores = readonly number[]

/** Compares a text with all of these at once, by the pairs and triples of characters they hold. */
export function likeAll(texts: readonly string[], town: Town): (text: string) => Scores {
  const all = texts.map((text) => gramsIn(text, town))
  const holders = new Map<number, number[]>()
  all.forEach((grams, n) => {
    for (const gram of grams) {
      const list = holders.get(gram)
      if (list) list.push(n)
      else holders.set(gram, [n])
    }
  })
  return (text) => {
    const grams = gramsIn(text, town)
    const shared = new Uint32Array(all.length)
    for (const gram of grams) for (const n of holders.get(gram) ?? []) shared[n] = (shared[n] ?? 0) + 1
    return all.map((other, n) => (shared[n] ? shared[n] / Math.sqrt(grams.length * other.length) : 0))
  }
}

/** More than are looked at on one desk: what was learnt, and what waits. */
const KEPT = 4096
/** Shorter ones are in every sentence. */
const SHORTEST = 2

/** That two lie in one village says nothing of what they are about. */
export const bare = remembered(
  (text: string, town: Town): string =>
    namesIn('', town).reduce((said, name) => said.replaceAll(name, ' '), comparable(text)),
  KEPT,
)

const gramsIn = remembered((text: string, town: Town): Uint32Array => gramsOf(bare(text, town)), KEPT)

/** What its villages are called, the longest first: the same for all texts. */
const namesIn = remembered((_: string, { villages }: Town): readonly string[] => {
  const names = villages.flatMap(({ name, aliases }) => [name, ...aliases]).map(normalised)
  return names.filter((name) => name.length >= SHORTEST).toSorted((a, b) => b.length - a.length)
})
