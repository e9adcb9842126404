import type { Duty, Taught } from '../../domain/town.ts'
import { nearest } from '../nearest.ts'
import { wording } from '../wording.ts'
import { required } from './cellValue.ts'
import { readCsv } from './csv.ts'
import { type Notes, warn } from './notes.ts'

const COLUMNS = { needed: ['text', 'item'], optional: [] }

/** Reads sentences.csv: what people wrote, and the item (code or name) that was right; an item the list does not have is left out. */
export async function readSentences(notes: Notes, file: string, duties: readonly Duty[]): Promise<Taught[]> {
  const codes = new Map(duties.flatMap(({ code, name }) => [[name, code] as const, [code, code] as const]))
  return (await readCsv(notes, file, COLUMNS, true)).flatMap(({ cell }) => {
    const text = required(notes, cell('text'))
    const item = required(notes, cell('item'))
    const code = codes.get(item)
    if (item !== '' && code === undefined)
      warn(notes, cell('item').where, wording.unknownSentenceItem(item, nearest(item, [...codes.keys()])))
    return code === undefined ? [] : [{ text, item: code }]
  })
}
