import { readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DangerKind } from '../domain/understand/wording-danger.ts'

/** A sentence of the set that comes with the program. */
export type Sentence = Readonly<{
  text: string
  intent: string
  /** duty codes of the sample township */
  items: readonly string[]
  danger: boolean
  kind?: DangerKind
  /** id of who decides it, where the township does not */
  elsewhere?: string
}>

/** The folder of the program: a built one stands some floors above. */
function seedFolder(from: string): string {
  const folder = join(from, 'config', 'triage')
  return existsSync(join(folder, 'seed.jsonl')) || dirname(from) === from ? folder : seedFolder(dirname(from))
}

const SEED = seedFolder(import.meta.dirname)

export async function sentences(): Promise<Sentence[]> {
  const lines = (await readFile(join(SEED, 'seed.jsonl'), 'utf8')).split('\n')
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Sentence)
}

/** An item of the sample township. */
export type SeedItem = Readonly<{ code: string; name: string; keywords: readonly string[] }>

/** Items of the sample township, by whose names and words the sentences are learnt: a code means something else elsewhere. */
export async function seedItems(): Promise<readonly SeedItem[]> {
  const lines = (await readFile(join(SEED, 'items.csv'), 'utf8')).trim().split(/\r?\n/).slice(1)
  return lines
    .map((line) => line.split(','))
    .flatMap(([code, name, keywords = '']) => (code && name ? [{ code, name, keywords: keywords.split('|') }] : []))
}
