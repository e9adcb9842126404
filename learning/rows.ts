import { readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Row } from '../domain/triage/model/train.ts'
import type { Town } from '../domain/town.ts'

/** A sentence of the set that comes with the program: `items` are duty codes of the sample township. */
type Sentence = Readonly<{ text: string; items?: readonly string[] }>
/** What a clerk decided, as the store keeps it. */
export type Lesson = Readonly<{ text: string; town: string; item: string | null }>

/** The folder of the program: a built one stands some floors above. */
function seedFolder(from: string): string {
  const folder = join(from, 'config', 'triage')
  return existsSync(join(folder, 'seed.jsonl')) || dirname(from) === from ? folder : seedFolder(dirname(from))
}

const SEED = seedFolder(import.meta.dirname)

/** Codes of the sample township → names, in which the sentences are learnt: a code means something else elsewhere. */
async function namesOfCodes(): Promise<ReadonlyMap<string, string>> {
  const lines = (await readFile(join(SEED, 'items.csv'), 'utf8')).trim().split(/\r?\n/).slice(1)
  return new Map(lines.map((line) => line.split(',')).flatMap(([code, name]) => (code && name ? [[code, name]] : [])))
}

/**
 * What there is to learn from: the sentences that come with the program, as far as a township has an item of that name,
 * and what clerks decided. A sentence about several things teaches none of them.
 */
export async function rowsFor(towns: readonly Town[], lessons: readonly Lesson[]): Promise<Row[]> {
  const names = await namesOfCodes()
  const known = new Set(towns.flatMap(({ duties }) => duties.map(({ name }) => name)))
  const seed = (await readFile(join(SEED, 'seed.jsonl'), 'utf8')).split('\n').filter((line) => line.trim() !== '')
  const sentences = seed.map((line) => JSON.parse(line) as Sentence)
  const taught = sentences.flatMap(({ text, items = [] }) => {
    const name = items.length === 1 ? names.get(items[0] ?? '') : undefined
    return name !== undefined && known.has(name) ? [{ text, label: name }] : []
  })
  return [...words(towns), ...taught, ...lessons.flatMap((lesson) => rowOf(lesson, towns))]
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
