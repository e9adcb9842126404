import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { loadTowns, townFolders } from '../config/township/load.ts'
import type { Log } from '../context.ts'
import type { Town } from '../domain/town.ts'

export type DutyLists = Readonly<{
  /** Looks whether a list was replaced since the last time: the townships with the new one, or null. Never rejects. */
  look(): Promise<readonly Town[] | null>
}>

/** What is imported while the program runs. */
const WATCHED = ['duties.csv', 'permits.csv']

/** The lists on disk of a running program: what was imported is in force from the next message on. All else waits for a start. */
export async function openDutyLists(root: string, started: readonly Town[], log: Log): Promise<DutyLists> {
  const files = (await townFolders(root)).flatMap((folder) => WATCHED.map((name) => join(folder, name)))
  let towns = started
  let mark = await markOf(files)

  async function read(): Promise<readonly Town[] | null> {
    const loaded = await loadTowns(root)
    if (!loaded.ok) {
      log.warn({ faults: loaded.faults.length }, 'the duty list on disk is faulty: the one in use goes on; see doctor')
      return null
    }
    towns = towns.map((town) => renewed(town, loaded.towns, log))
    return towns
  }

  return {
    async look() {
      const found = await markOf(files)
      if (found === mark) return null
      mark = found
      return read().catch((error: unknown) => {
        log.warn({ error: String(error) }, 'the duty list on disk cannot be read: the one in use goes on')
        return null
      })
    },
  }
}

/** Tells one state of the files from another. */
async function markOf(files: readonly string[]): Promise<string> {
  const found = await Promise.all(files.map((file) => stat(file).catch(() => null)))
  return found.map((each) => (each ? `${each.ino} ${each.size} ${each.mtimeMs}` : '')).join('\n')
}

/** A unit that is known only to the township on disk comes with the next start, and the list with it. */
function renewed(town: Town, onDisk: readonly Town[], log: Log): Town {
  const fresh = onDisk.find(({ code }) => code === town.code)
  return fresh ? { ...withDuties(town, fresh, log), ...(fresh.permits ? { permits: fresh.permits } : {}) } : town
}

function withDuties(town: Town, fresh: Town, log: Log): Town {
  if (fresh.dutyVersion === undefined || fresh.dutyVersion === town.dutyVersion) return town
  const known = new Set(town.stations.map(({ id }) => id))
  if (!fresh.duties.every(({ lead, assist }) => [lead, ...assist].every((id) => known.has(id)))) {
    log.warn(
      { town: town.code },
      'the new duty list names units of a changed town.yaml: it counts from the next start on',
    )
    return town
  }
  log.info({ town: town.code, duties: fresh.dutyVersion }, 'a new duty list is in force')
  return { ...town, duties: fresh.duties, dutyVersion: fresh.dutyVersion }
}
