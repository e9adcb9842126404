import { resolve } from 'node:path'
import type { House } from '../backup/house.ts'
import { makeKey, readKey } from '../backup/key.ts'
import { makeBackup, type Made } from '../backup/make.ts'
import { wordingBackup as words } from '../config/wording-backup.ts'
import { houseOf } from '../app/backup.ts'
import { logAccess } from '../store/beside.ts'
import { ulid } from '../store/ids.ts'
import { failed, print, whoAmI } from './place.ts'
import { settings } from './settings.ts'

export type BackupOptions = Readonly<{ out?: string; plain?: boolean; makeKey?: string; json?: boolean }>

/** `shaozi backup`: everything that cannot be made again into one sealed archive, while the program runs. 0 = made and whole. */
export async function backup({ out, plain = false, makeKey: keyFile, json }: BackupOptions): Promise<number> {
  try {
    if (keyFile !== undefined) return await newKey(resolve(keyFile), json)
    const now = new Date()
    const house = houseOf(settings(), out)
    // somebody who asked aloud for one that is not sealed gets that, also where a key is set up
    const asked = plain ? { ...house, key: { key: null, keyFile: null } } : house
    const made = await makeBackup(asked, { plain, rotate: out === undefined }, now)
    if (made.whole !== null) await logAccess(house.databaseUrl, accessOf(made, now))
    print(json, { ok: isWhole(made), ...made }, said(made, house, plain))
    return isWhole(made) ? 0 : 1
  } catch (error) {
    return failed(error, words.cannotBackUp, json)
  }
}

const isWhole = ({ whole, changed }: Made): boolean => whole !== false && changed.length === 0

/** Who took a copy of everything is written down. */
const accessOf = ({ archive }: Made, at: Date) => {
  const reason = `backup ${archive.split(/[\\/]/u).at(-1) ?? ''}`
  return { id: ulid(), kind: 'export', by: whoAmI(), second: null, caseNo: null, reason, at } as const
}

function said(made: Made, { identityKeysFile }: House, plain: boolean): string {
  const lines = [
    words.made(made.archive, made.bytes, made.events, made.files, made.fresh, made.gone),
    ...(made.files > 0 ? [words.keepTogether] : []),
    ...(plain ? [words.plainMade(identityKeysFile)] : []),
    ...(made.changed.length > 0 ? [words.changedFiles(made.changed.length)] : []),
    ...(made.whole === false ? Object.values(words.faults['chain-broken']('')) : []),
  ]
  return lines.join('\n')
}

async function newKey(file: string, json: boolean | undefined): Promise<number> {
  const { id } = await makeKey(file, new Date())
  await readKey({ key: null, keyFile: file })
  return print(json, { ok: true, file, id }, words.keyMade(file, id))
}
