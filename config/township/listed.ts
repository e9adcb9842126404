import type { Role } from '../../domain/town.ts'
import { townFolders } from './load.ts'
import { readTownship } from './read.ts'

/** Whom the town.yaml of each township lists, and as what: code → userid → roles. */
export type Listed = ReadonlyMap<string, ReadonlyMap<string, readonly Role[]>>

/** However faulty the rest of the folders is; null where one town.yaml cannot be read. */
export async function listedIn(root: string): Promise<Listed | null> {
  const all = new Map<string, ReadonlyMap<string, readonly Role[]>>()
  for (const folder of await townFolders(root)) {
    const { file } = await readTownship(folder)
    if (!file) return null
    all.set(file.code.text ?? '', new Map(file.people.map(({ userid, roles }) => [userid, roles])))
  }
  return all
}
