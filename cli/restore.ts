import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { drill as tryOne, type Drilled } from '../backup/drill.ts'
import { choose, fits, type Chosen } from '../backup/examine.ts'
import { archives } from '../backup/folder.ts'
import type { House } from '../backup/house.ts'
import { restore as takeItsPlace, unpackTo } from '../backup/restore.ts'
import { wordingBackup as words } from '../config/wording-backup.ts'
import { BackupFault } from '../domain/backup/fault.ts'
import { holdStill } from '../store/copy/copy.ts'
import { parseUrl } from '../store/url.ts'
import { houseOf } from '../app/backup.ts'
import { failed, print, whoAmI } from './place.ts'
import { settings } from './settings.ts'

export type RestoreOptions = Readonly<{ to?: string; drill?: boolean; yes?: boolean; json?: boolean }>

/** `shaozi restore`: a backup takes the place of what is there, or goes to a folder of its own; `--drill` only tries. 0 = done. */
export async function restore(file: string | undefined, options: RestoreOptions): Promise<number> {
  const { to, drill, yes = false, json } = options
  try {
    const house = houseOf(settings())
    if (drill) return await drilled(house, json)
    const chosen = await choose(await pathOf(file, house), house)
    if (to !== undefined) return await unpacked(chosen, resolve(to), json)
    return yes ? await restored(house, chosen, json) : await asked(house, chosen, json)
  } catch (error) {
    return failed(error, drill ? words.cannotDrill : words.cannotRestore, json)
  }
}

const SHOWN = 5

/** A path, or the bare name of one that lies where backups lie. */
async function pathOf(file: string | undefined, { folder }: House): Promise<string> {
  if (file !== undefined) return existsSync(file) ? resolve(file) : join(folder, basename(file))
  const found = (await archives(folder)).slice(0, SHOWN).map(({ name }) => name)
  throw found.length === 0
    ? new BackupFault('no-archives', folder)
    : new BackupFault('which-archive', found.join('\n      '))
}

async function drilled(house: House, json: boolean | undefined): Promise<number> {
  const found = await tryOne(house, new Date())
  return print(json, { ok: true, ...found }, drillSaid(found))
}

const drillSaid = ({ archive, events, files, reports, whole }: Drilled): string =>
  [words.drilled(archive, events, files, reports), ...(whole ? [] : [words.drilledBroken])].join('\n')

async function unpacked(chosen: Chosen, folder: string, json: boolean | undefined): Promise<number> {
  const { database, files, lost } = await unpackTo(chosen, folder)
  const say = chosen.manifest.provider === 'sqlite' ? words.unpacked : words.unpackedDump
  const said = [say(folder, database, files), ...(lost > 0 ? [words.lostFiles(lost)] : [])].join('\n')
  print(json, { ok: lost === 0, folder, database, files, lost }, said)
  return lost === 0 ? 0 : 1
}

/** Without a yes it is only said what would be replaced. */
async function asked(
  house: House,
  { path, at, manifest, ...more }: Chosen,
  json: boolean | undefined,
): Promise<number> {
  fits({ path, at, manifest, ...more }, house.databaseUrl)
  ;(await holdStill(house.databaseUrl)).release()
  const places = [databaseAt(house), join(house.dataDir, 'files'), house.townConfig, house.identityKeysFile]
  const found = { ok: false, needs: '--yes', archive: path, at, program: manifest.program, replaces: places }
  print(json, found, words.would(basename(path), at, places))
  return 1
}

/** Of a server only the name: the address may hold a password. */
function databaseAt({ databaseUrl }: House): string {
  const place = parseUrl(databaseUrl)
  return place.provider === 'sqlite' ? place.path : `PostgreSQL ${new URL(place.url).pathname.slice(1)}`
}

async function restored(house: House, chosen: Chosen, json: boolean | undefined): Promise<number> {
  const { events, files, lost, aside } = await takeItsPlace(house, chosen, whoAmI(), new Date())
  const said = [words.restored(chosen.at, events, files, aside), ...(lost > 0 ? [words.lostFiles(lost)] : [])].join(
    '\n',
  )
  print(json, { ok: lost === 0, events, files, lost, aside }, said)
  return lost === 0 ? 0 : 1
}
