import { join } from 'node:path'
import type { Role } from '../../domain/town.ts'
import { townFolders } from './load.ts'
import { newNotes } from './notes.ts'
import { readTownFile } from './townFile.ts'
import { readYaml } from './yaml.ts'

/** Whom the town.yaml of each township lists, and as what: code → userid → roles. */
export type Listed = ReadonlyMap<string, ReadonlyMap<string, readonly Role[]>>

/** However faulty the other files are; null where a town.yaml is faulty itself: it may name fewer people than it means to. */
export async function listedIn(root: string): Promise<Listed | null> {
  const all = new Map<string, ReadonlyMap<string, readonly Role[]>>()
  for (const folder of await townFolders(root)) {
    const notes = newNotes()
    const spot = await readYaml(notes, join(folder, 'town.yaml'))
    const file = spot && readTownFile(notes, spot)
    if (!file || notes.faults.length > 0) return null
    all.set(file.code.text ?? '', new Map(file.people.map(({ userid, roles }) => [userid, roles])))
  }
  return all
}
