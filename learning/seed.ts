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

/** Codes of the sample township → names, in which the sentences are learnt: a code means something else elsewhere. */
export async function namesOfCodes(): Promise<ReadonlyMap<string, string>> {
  const lines = (await readFile(join(SEED, 'items.csv'), 'utf8')).trim().split(/\r?\n/).slice(1)
  return new Map(lines.map((line) => line.split(',')).flatMap(([code, name]) => (code && name ? [[code, name]] : [])))
}
