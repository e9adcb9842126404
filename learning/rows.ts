import { mask } from '../domain/privacy/mask.ts'
import type { Row } from '../domain/triage/model/train.ts'
import type { Town } from '../domain/town.ts'
import { seedItems, sentences, type SeedItem } from './seed.ts'

/** What a clerk decided, as the store keeps it. */
export type Lesson = Readonly<{ text: string; town: string; item: string | null }>

/**
 * What there is to learn from: the sentences that come with the program, as far as a township has such an item,
 * those a township gives itself (sentences.csv), and what clerks decided. A sentence about several things teaches none of them.
 */
export async function rowsFor(towns: readonly Town[], lessons: readonly Lesson[]): Promise<Row[]> {
  const names = new Map((await seedItems()).map((item) => [item.code, namesHere(item, towns)]))
  const taught = (await sentences()).flatMap(({ text, items: [item = '', ...more] }) =>
    more.length > 0 ? [] : (names.get(item) ?? []).map((label) => ({ text, label })),
  )
  return [...words(towns), ...taught, ...own(towns), ...lessons.flatMap((lesson) => rowOf(lesson, towns))]
}

/** What the townships call an item of the sample: by its name, else the item that goes by half of its words. */
function namesHere({ name, keywords }: SeedItem, towns: readonly Town[]): readonly string[] {
  const called = towns.flatMap(({ duties }) => {
    if (duties.some((duty) => duty.name === name)) return [name]
    const rated = duties.map((duty) => ({
      duty,
      words: keywords.filter((word) => duty.keywords.includes(word)).length,
    }))
    const [best] = rated.toSorted((a, b) => b.words - a.words)
    return best && best.words * 2 >= keywords.length ? [best.duty.name] : []
  })
  return [...new Set(called)]
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
