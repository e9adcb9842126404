import { makeLink } from '../app/terminalLinks.ts'
import type { Env } from '../config/env.ts'
import { loadTowns } from '../config/township/load.ts'
import { cli } from '../config/wording-cli.ts'
import { findPerson, unique, withRole } from '../domain/people/directory.ts'
import type { Town } from '../domain/town.ts'
import { StartFault } from './fail.ts'
import { failed, print, whoAmI } from './place.ts'
import { refuse } from './refuse.ts'
import { settings } from './settings.ts'

/** `shaozi sign-in-link [userid]`: a link that lets an administrator in once, also where no code can reach him. The program may run, and writes down when it is used. */
export async function signInLink(asked: string | undefined, { json }: Readonly<{ json?: boolean }>): Promise<number> {
  try {
    const env = settings()
    const read = await loadTowns(env.townConfig)
    if (!read.ok) throw new StartFault(read.faults)
    const { towns } = read
    const userid = chosenAdmin(towns, asked)
    const key = await makeLink(env.dataDir, { userid, by: whoAmI() })
    const link = `${placeOf(env)}/sign-in#key=${key}`
    const name = findPerson({ towns }, userid)?.person.name ?? userid
    return print(json, { ok: true, userid, link }, cli.signInLink(name, userid, link))
  } catch (error) {
    return failed(error, cli.noSignInLink, json)
  }
}

/** He is listed as one, and it is said which where there are several. */
function chosenAdmin(towns: readonly Town[], asked: string | undefined): string {
  const admins = unique(towns.flatMap((town) => withRole(town, 'admin')))
  const fits = admins.filter((userid) => asked === undefined || userid.toLowerCase() === asked.trim().toLowerCase())
  const [only, ...others] = fits
  if (only !== undefined && others.length === 0) return only
  if (admins.length === 0) return refuse(cli.nobodyIsAdmin)
  return refuse(asked === undefined ? cli.whichAdmin(admins) : cli.notAnAdmin(asked, admins))
}

const EVERYWHERE = ['0.0.0.0', '::']

/** Where a browser finds the pages. */
function placeOf({ publicUrl, host, port }: Env): string {
  const name = EVERYWHERE.includes(host) ? '127.0.0.1' : host
  return publicUrl ?? `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}
