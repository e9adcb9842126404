import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Calendar } from '../../domain/calendar/calendar.ts'
import type { Town } from '../../domain/town.ts'
import { type Fault, faultAt } from '../fault.ts'
import { wording } from '../wording.ts'
import { townOf } from './assemble.ts'
import { joinCalendar, warnOfYears } from './calendar.ts'
import { readHolidays } from './holidays.ts'
import { newNotes } from './notes.ts'
import { warnOfPeople } from './people.ts'
import { readTownship, type Township } from './read.ts'
import { checkReferences } from './references.ts'
import { checkShared } from './shared.ts'
import { warnOf } from './warnings.ts'

export type Towns =
  | Readonly<{ ok: true; towns: readonly Town[]; calendar: Calendar; warnings: readonly Fault[] }>
  | Readonly<{ ok: false; faults: readonly Fault[]; warnings: readonly Fault[] }>

/** Any of these makes a folder a township, so that a lost town.yaml is named and not overlooked. */
const MARKS = ['town.yaml', 'duties.csv', 'villages.csv', 'clocks.yaml']

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
const isTownship = async (dir: string): Promise<boolean> =>
  (await Promise.all(MARKS.map((name) => exists(join(dir, name))))).includes(true)

async function foldersIn(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => !entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => join(dir, name))
    .sort()
}

/** The township folders meant by TOWN_CONFIG: itself, or those it holds. */
export async function townFolders(dir: string): Promise<string[]> {
  if (await isTownship(dir)) return [dir]
  const folders = await foldersIn(dir)
  const marked = await Promise.all(folders.map(isTownship))
  return folders.filter((_, index) => marked[index])
}

async function nothingThere(dir: string): Promise<Towns> {
  const words = (await exists(dir)) ? wording.noTownship(dir) : wording.missingFolder(dir)
  return {
    ok: false,
    faults: [faultAt({ file: join(dir, 'town.yaml'), line: null, field: 'town.yaml' }, words)],
    warnings: [],
  }
}

/** Duty lists that are tried in place of those of their townships, by folder. */
type Drafts = ReadonlyMap<string, string>

/** Day in Shanghai, YYYY-MM-DD. */
export const dayInShanghai = (now: Date): string => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

/**
 * Reads and checks the township folder, or the folder of them (a county). Never throws on what is written there:
 * all faults come at once, each with file, line, field and mend. Warnings refuse nothing.
 * `today` (YYYY-MM-DD, Shanghai) decides what has expired and which calendar years are wanted.
 */
export async function loadTowns(
  dir: string,
  today: string = dayInShanghai(new Date()),
  drafts: Drafts = new Map(),
): Promise<Towns> {
  const folders = await townFolders(dir)
  if (folders.length === 0) return nothingThere(dir)
  const county: Township[] = []
  for (const folder of folders) county.push(await readTownship(folder, drafts.get(folder)))
  return check(dir, county, today)
}

async function check(dir: string, county: readonly Township[], today: string): Promise<Towns> {
  const shared = newNotes()
  const above = county.some((town) => town.dir === dir) ? [] : await readHolidays(shared, dir)
  const calendar = joinCalendar(shared, [...above, ...county.flatMap((town) => town.holidays)])
  checkReferences(county)
  checkShared(county)
  const towns = county.map((township) => townOf(township, county)).filter((town) => town !== null)
  const faults = [...county, { notes: shared }].flatMap(({ notes }) => notes.faults)
  if (faults.length === 0) {
    towns.forEach((town, index) => county[index] && warnOf(county[index], town, today))
    warnOfPeople(shared, county, dir)
    warnOfYears(shared, calendar, dir, today)
  }
  const warnings = [...county, { notes: shared }].flatMap(({ notes }) => notes.warnings)
  return faults.length > 0 ? { ok: false, faults, warnings } : { ok: true, towns, calendar, warnings }
}
