import { mkdir, readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { decode } from '../domain/triage/model/codec.ts'
import type { ClassifierVersion } from '../domain/triage/classifier.ts'
import type { Model } from '../domain/triage/model/model.ts'
import { save } from '../save.ts'

/** A trained version: `id` is made of what it learnt from. */
export type Version = ClassifierVersion
/** Which one is in use; `pinned` = chosen by a person, and no newer one takes its place by itself. */
export type InUse = Readonly<{ id: string; pinned: boolean }>

/** The trained versions under DATA_DIR: nothing is ever thrown away, so that one can go back. */
export type Shelf = Readonly<{
  versions(): Promise<Version[]>
  model(id: string): Promise<Model>
  put(version: Version, bytes: Uint8Array): Promise<void>
  inUse(): Promise<InUse | null>
  use(choice: InUse): Promise<void>
  /** changes whenever another one is put into use, by whatever process */
  mark(): Promise<string>
}>

const USED = 'in-use.json'

export function openShelf(dataDir: string): Shelf {
  const folder = join(dataDir, 'classifiers')
  const path = (name: string) => join(folder, name)
  return {
    async versions() {
      const names = await readdir(folder).catch(() => [])
      const about = names.filter((name) => name.endsWith('.about.json'))
      const versions = await Promise.all(about.map(async (name) => json<Version>(await readFile(path(name), 'utf8'))))
      return versions.toSorted((a, b) => b.at.localeCompare(a.at))
    },
    model: async (id) => decode(await readFile(path(`${id}.model`))),
    async put(version, bytes) {
      await mkdir(folder, { recursive: true })
      await save(folder, `${version.id}.model`, bytes)
      await save(folder, `${version.id}.about.json`, JSON.stringify(version))
    },
    inUse: async () => json<InUse | null>(await readFile(path(USED), 'utf8').catch(() => 'null')),
    async use(choice) {
      await mkdir(folder, { recursive: true })
      await save(folder, USED, JSON.stringify(choice))
    },
    mark: async () => String((await stat(path(USED)).catch(() => null))?.mtimeMs ?? 'none'),
  }
}

/** What this program wrote itself. */
const json = <T>(text: string): T => JSON.parse(text) as T
