import type { Landmark, Village } from '../../domain/town.ts'
import { nearest } from '../nearest.ts'
import { wording } from '../wording.ts'
import { listOf, required } from './cellValue.ts'
import { readCsv } from './csv.ts'
import { type Notes, warn } from './notes.ts'

const COLUMNS = { needed: ['name', 'village'], optional: ['aliases', 'kind'] }

/** Reads landmarks.csv: markets, schools, bridges and hamlets of a village (its code), and roads that run through several (no village). */
export async function readLandmarks(notes: Notes, file: string, villages: readonly Village[]): Promise<Landmark[]> {
  const codes = villages.map(({ code }) => code)
  return (await readCsv(notes, file, COLUMNS, true)).map(({ cell }) => {
    const village = cell('village').text
    if (village !== null && !codes.includes(village))
      warn(notes, cell('village').where, wording.unknownVillage(village, nearest(village, codes)))
    const names = [required(notes, cell('name')), ...listOf(notes, cell('aliases'))]
    return { names, village: village !== null && codes.includes(village) ? village : null }
  })
}
