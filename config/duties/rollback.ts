import { readFile } from 'node:fs/promises'
import { canonical, type Draft } from './canonical.ts'
import { check, type Checked } from './check.ts'
import { dutyTable } from './header.ts'
import { oldList } from './history.ts'
import type { Place } from './places.ts'
import { readTables } from './table.ts'

type Old = Readonly<{ id: string; file: string; draft: Draft; csv: string }>

/** A list of before, as it was written; null where there is none of that name. Throws NotATable. */
export async function readOld(place: Place, version: string): Promise<Old | null> {
  const old = await oldList(place.folder, version)
  if (!old) return null
  const draft = canonical(dutyTable(await readTables(old.file)).header, { ...place, duties: [] })
  return { ...old, draft, csv: await readFile(old.file, 'utf8') }
}

/** An old list must fit the units of today, like an import. Nothing is touched. */
export const tryOld = (place: Place, { draft, csv }: Old): Promise<Checked> => check(place, draft, csv)
