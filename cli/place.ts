import { userInfo } from 'node:os'
import { placesOf, type Place } from '../config/duties/places.ts'
import { NotATable } from '../config/duties/table.ts'
import { wordingDuties as words } from '../config/duties/wording-duties.ts'
import { loadTowns } from '../config/township/load.ts'
import { explain, StartFault } from './fail.ts'
import { refuse } from './refuse.ts'
import { settings } from './settings.ts'

/** The township that is meant: by code or name, and where there are several it must be said. Throws StartFault. */
export async function chosen(asked: string | undefined): Promise<Place> {
  const { townConfig } = settings()
  const places = await placesOf(townConfig)
  if (!places) {
    const loaded = await loadTowns(townConfig)
    throw new StartFault(loaded.ok ? [] : loaded.faults)
  }
  const [only, ...others] =
    asked === undefined
      ? places
      : places.filter(({ code, name }) => code === asked.trim().toUpperCase() || name === asked.trim())
  if (only && others.length === 0) return only
  const known = places.map(titleOf)
  return refuse(asked === undefined ? words.whichTown(known) : words.unknownTown(asked, known))
}

export const titleOf = ({ name, code }: Pick<Place, 'name' | 'code'>): string => words.townOf(name, code)

/** Who sits at the terminal, also behind sudo. */
export function whoAmI(): string {
  const { SUDO_USER: behind, USER: user = '?' } = process.env
  try {
    return behind ?? userInfo().username
  } catch {
    return user
  }
}

export function print(json: boolean | undefined, found: object, said: string): number {
  process.stdout.write(json ? `${JSON.stringify(found)}\n` : `${said}\n`)
  return 0
}

/** What is wrong, in words; a program that reads gets the same as JSON. */
export function failed(error: unknown, title: string, json: boolean | undefined): number {
  const fault =
    error instanceof NotATable ? new StartFault([{ file: '', line: null, field: '', ...error.words }]) : error
  if (json && fault instanceof StartFault) print(true, { ok: false, faults: fault.faults }, '')
  // who reads JSON learns of the others by their code
  else if (json) print(true, { ok: false, code: fault instanceof Error && 'code' in fault ? fault.code : null }, '')
  return explain(fault, null, title)
}
