import type { Channel } from '../../domain/town.ts'
import { listOf, required } from './cellValue.ts'
import { readCsv } from './csv.ts'
import type { Notes } from './notes.ts'

const COLUMNS = { needed: ['name', 'keywords', 'phone'], optional: [] }

/** Reads channels.csv, whom to tell of what is not the township's business; no such file is no lines of its own. */
export async function readChannels(notes: Notes, file: string): Promise<Channel[]> {
  return (await readCsv(notes, file, COLUMNS, true)).map(({ cell }, index) => ({
    id: `own-${index + 1}`,
    name: required(notes, cell('name')),
    keywords: listOf(notes, cell('keywords')),
    phone: required(notes, cell('phone')),
  }))
}
