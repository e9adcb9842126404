import { join } from 'node:path'
import { loadTowns, townFolders } from '../config/township/load.ts'
import type { Log } from '../context.ts'
import type { Town } from '../domain/town.ts'
import { markOf, openStruckOut } from './struckOut.ts'

export type DutyLists = Readonly<{
  /** Looks whether a list or a roster was replaced, or somebody struck out, since the last time: the townships as they are now, or null. Never rejects. */
  look(): Promise<readonly Town[] | null>
}>

/** What is imported or changed while the program runs. */
const WATCHED = ['duties.csv', 'permits.csv', 'roster.csv', 'assets.csv']

/** The lists on disk of a running program: what was imported is in force from the next message on. All else waits for a start, but for who is struck out. */
export async function openDutyLists(root: string, started: readonly Town[], log: Log): Promise<DutyLists> {
  const files = (await townFolders(root)).flatMap((folder) => WATCHED.map((name) => join(folder, name)))
  const people = await openStruckOut(root, started, log)
  let towns = started
  let mark = await markOf(files)

  async function read(): Promise<readonly Town[] | null> {
    const loaded = await loadTowns(root)
    if (!loaded.ok) {
      log.warn(
        { faults: loaded.faults.length },
        'what is on disk is faulty: the list and the roster in use go on; see doctor',
      )
      return null
    }
    towns = towns.map((town) => renewed(town, loaded.towns, log))
    return towns
  }

  return {
    async look() {
      const [found, struckOut] = [await markOf(files), await people.look()]
      if (struckOut) towns = towns.map(people.without)
      if (found === mark) return struckOut ? towns : null
      mark = found
      const fresh = await read().catch((error: unknown) => {
        log.warn({ error: String(error) }, 'what is on disk cannot be read: the list and the roster in use go on')
        return null
      })
      return fresh ?? (struckOut ? towns : null)
    },
  }
}

/** A unit that is known only to the township on disk comes with the next start, and the list with it. */
function renewed(town: Town, onDisk: readonly Town[], log: Log): Town {
  const fresh = onDisk.find(({ code }) => code === town.code)
  if (!fresh) return town
  const { permits, assets } = fresh
  const lists = withRoster(withDuties(town, fresh, log), fresh, log)
  return { ...lists, ...(permits ? { permits } : {}), ...(assets ? { assets } : {}) }
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

/** The same with people: who came into town.yaml since the start is known from the next one on. */
function withRoster(town: Town, fresh: Town, log: Log): Town {
  if (JSON.stringify(fresh.roster) === JSON.stringify(town.roster)) return town
  const [stations, people] = [town.stations.map(({ id }) => id), town.people.map(({ userid }) => userid)]
  if (!fresh.roster.every(({ station, userid }) => stations.includes(station) && people.includes(userid))) {
    log.warn(
      { town: town.code },
      'the new roster names units or people of a changed town.yaml: it counts from the next start on',
    )
    return town
  }
  log.info({ town: town.code, shifts: fresh.roster.length }, 'a new roster is in force')
  return { ...town, roster: fresh.roster }
}
