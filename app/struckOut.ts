import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { listedIn, type Listed } from '../config/township/listed.ts'
import { townFolders } from '../config/township/load.ts'
import type { Log } from '../context.ts'
import type { Person, Town } from '../domain/town.ts'

export type StruckOut = Readonly<{
  /** Looks whether a town.yaml was changed since the last time. Never rejects. */
  look(): Promise<boolean>
  /** the township without whoever is listed no more, each with no more roles than he has there now */
  without(town: Town): Town
}>

/**
 * Who is struck out of town.yaml is out at once, whatever is wrong with other files; everything else in it waits for a start.
 * It goes by those who were known at the start: a file that is just being written may lack somebody for a moment.
 */
export async function openStruckOut(root: string, started: readonly Town[], log: Log): Promise<StruckOut> {
  const files = (await townFolders(root)).map((folder) => join(folder, 'town.yaml'))
  const before = (await listedIn(root)) ?? new Map()
  let mark = await markOf(files)
  let now: Listed | null = null

  const rolesOf = ({ userid }: Person, { code }: Town): Person['roles'] | null => {
    const own = now?.get(code)?.get(userid)
    if (own || before.get(code)?.has(userid)) return own ?? null
    // he is shared: another township of the county lists him
    return [...(now?.values() ?? [])].find((list) => list.has(userid))?.get(userid) ?? null
  }

  const stays = (person: Person, town: Town): Person[] => {
    const roles = rolesOf(person, town)
    return roles ? [{ ...person, roles: person.roles.filter((role) => roles.includes(role)) }] : []
  }

  return {
    async look() {
      const found = await markOf(files)
      if (found === mark) return false
      mark = found
      const listed = await listedIn(root).catch(() => null)
      if (!listed) log.warn({}, 'a town.yaml was changed and is faulty: those who were listed go on; see doctor')
      now = listed ?? now
      return listed !== null
    },
    without(town) {
      const people = started.find(({ code }) => code === town.code)?.people ?? []
      return now ? { ...town, people: people.flatMap((person) => stays(person, town)) } : town
    },
  }
}

/** Tells one state of files from another. */
export async function markOf(files: readonly string[]): Promise<string> {
  const found = await Promise.all(files.map((file) => stat(file).catch(() => null)))
  return found.map((each) => (each ? `${each.ino} ${each.size} ${each.mtimeMs}` : '')).join('\n')
}
