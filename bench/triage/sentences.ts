import { readFile } from 'node:fs/promises'

/** A line of the test set: what an invented villager writes, and what is right. */
export type Sentence = Readonly<{
  text: string
  intent: string
  items: readonly string[]
  /** station that leads, where one does */
  lead: string | null
  /** village code */
  place: string | null
  danger: boolean
}>

/** The sets the program never learns from: ours, and one written without sight of the rules. Run from the project's folder. */
export async function unseen(set: 'test' | 'others'): Promise<Sentence[]> {
  const lines = (await readFile(`tests/triage/${set}.jsonl`, 'utf8')).split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => JSON.parse(line) as Sentence)
}
