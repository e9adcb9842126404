import { mask } from '../domain/privacy/mask.ts'
import type { Row } from '../domain/triage/model/train.ts'
import type { Town } from '../domain/town.ts'
import { namesOfCodes, sentences } from './seed.ts'

/** What a clerk decided, as the store keeps it. */
export type Lesson = Readonly<{ text: string; town: string; item: string | null }>

/**
 * What there is to learn from: the sentences that come with the program, as far as a township has an item of that name,
 * those a township gives itself (sentences.csv), and what clerks decided. A sentence about several things teaches none of them.
 */
export async function rowsFor(towns: readonly Town[], lessons: readonly Lesson[]): Promise<Row[]> {
  const names = await namesOfCodes()
  const known = new Set(towns.flatMap(({ duties }) => duties.map(({ name }) => name)))
  const taught = (await sentences()).flatMap(({ text, items }) => {
    const name = items.length === 1 ? names.get(items[0] ?? '') : undefined
    return name !== undefined && known.has(name) ? [{ text, label: name }] : []
  })
  return [...words(towns), ...taught, ...own(towns), ...lessons.flatMap((lesson) => rowOf(lesson, towns))]
}

/** What a township gives to learn from. */
function own(towns: readonly Town[]): Row[] {
  return towns.flatMap(({ code, sentences = [] }) =>
    sentences.flatMap(({ text, item }) => rowOf({ text: mask(text).text, town: code, item }, towns)),
  )
}

/** The words of the duty list are the first thing to learn; an item nobody has written about is known by them alone. */
function words(towns: readonly Town[]): Row[] {
  const duties = towns.flatMap((town) => town.duties)
  return duties.flatMap(({ name, keywords }) => [name, ...keywords].map((text) => ({ text, label: name })))
}

function rowOf({ text, town, item }: Lesson, towns: readonly Town[]): Row[] {
  const duty = towns.find(({ code }) => code === town)?.duties.find(({ code }) => code === item)
  return duty ? [{ text, label: duty.name }] : []
}
