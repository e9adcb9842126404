import { readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import writeExcelFile from 'write-excel-file/node'
import { canonical, COLUMNS, csvOf } from '../config/duties/canonical.ts'
import { check } from '../config/duties/check.ts'
import { oldList, replaceList, versionOf, versions } from '../config/duties/history.ts'
import { changes, recordOf } from '../config/duties/list.ts'
import { NotATable, readTable } from '../config/duties/table.ts'
import { HEADINGS, wordingDuties as words } from '../config/duties/wording-duties.ts'
import { loadTowns, townFolders } from '../config/township/load.ts'
import { watermark } from '../domain/privacy/watermark.ts'
import type { Words } from '../config/fault.ts'
import type { Town } from '../domain/town.ts'
import { explain, StartFault } from './fail.ts'
import { settings, townships } from './settings.ts'

type Which = Readonly<{ town?: string; json?: boolean }>

/** `shaozi import duties list.xlsx`: all of it or nothing; every faulty row is named. 0 = imported (or could be), 1 = not. */
export async function importDuties(file: string, options: Which & Readonly<{ dryRun?: boolean }>): Promise<number> {
  try {
    const { folder, town } = await chosen(options.town)
    const list = canonical(await readTable(file), town.stations)
    const checked = await check(folder, list)
    if (!checked.ok) {
      const lines = checked.faults.map(({ row, column, problem, mend }) => words.rowFault(row, column, problem, mend))
      if (options.json) print(true, { ok: false, faults: checked.faults }, '')
      else process.stderr.write(`${words.cannotImport}\n${lines.join('\n')}\n`)
      return 1
    }
    const found = changes(town.duties, checked.duties)
    const summary = words.summary(found.added, found.changed, found.removed, found.same)
    if (options.dryRun) return print(options.json, { ok: true, ...found, version: null }, `${summary}\n${words.dryRun}`)
    const version = await replaceList(folder, list.csv, new Date())
    return print(options.json, { ok: true, ...found, version }, `${summary}\n${words.imported(version)}`)
  } catch (error) {
    return failed(error, words.cannotImport)
  }
}

/** `shaozi export duties --out list.xlsx` */
export async function exportDuties(options: Which & Readonly<{ out: string }>): Promise<number> {
  try {
    const { town } = await chosen(options.town)
    const records = town.duties.map(recordOf)
    // above the header, where an import looks past it
    const mark = [watermark(words.listOf(town.name), town.code, new Date())]
    const headings = COLUMNS.map((column) => HEADINGS[column]?.[1] ?? column)
    if (extname(options.out).toLowerCase() === '.xlsx') {
      const cells = [mark, headings, ...records].map((record) => record.map((value) => ({ type: String, value })))
      await writeExcelFile(cells).toFile(options.out)
    } else await writeFile(options.out, `\uFEFF${csvOf([mark, headings, ...records], true)}`)
    return print(options.json, { ok: true, items: records.length }, words.exported(options.out, records.length))
  } catch (error) {
    return failed(error, words.cannotExport)
  }
}

/** `shaozi duties versions` */
export async function dutyVersions(options: Which): Promise<number> {
  try {
    const { folder } = await chosen(options.town)
    const found = await versions(folder)
    const lines = found.map(({ id, at, items }) => words.version(id, at, items))
    return print(options.json, { versions: found }, lines.join('\n') || words.noVersions)
  } catch (error) {
    return failed(error, words.cannotExport)
  }
}

/** `shaozi duties rollback <version>`: the present list is kept, too. */
export async function rollBackDuties(version: string, options: Which): Promise<number> {
  try {
    const { folder } = await chosen(options.town)
    const csv = await oldList(folder, version)
    if (csv === null) throw new NotATable(words.unknownVersion(version))
    const now = versionOf(await readFile(join(folder, 'duties.csv'), 'utf8'))
    const put = await replaceList(folder, csv, new Date())
    return print(options.json, { ok: true, from: now, version: put }, words.rolledBack(put))
  } catch (error) {
    return failed(error, words.cannotRollBack)
  }
}

/** The township that is meant, and its folder. */
export async function chosen(code: string | undefined): Promise<Readonly<{ folder: string; town: Town }>> {
  const env = settings()
  await townships(env)
  const folders = await townFolders(env.townConfig)
  const all = await Promise.all(
    folders.map(async (folder) => {
      const loaded = await loadTowns(folder)
      return loaded.ok ? loaded.towns.map((town) => ({ folder, town })) : []
    }),
  )
  const towns = all.flat()
  const [only, ...others] = code === undefined ? towns : towns.filter(({ town }) => town.code === code)
  if (!only || others.length > 0) throw new NotATable(words.noTown(towns.map(({ town }) => town.code)))
  return only
}

function print(json: boolean | undefined, found: object, said: string): number {
  process.stdout.write(json ? `${JSON.stringify(found)}\n` : `${said}\n`)
  return 0
}

export function failed(error: unknown, title: string): number {
  return explain(error instanceof NotATable ? new StartFault([faultOf(error.words)]) : error, null, title)
}

const faultOf = ({ problem, mend }: Words) => ({ file: '', line: null, field: '', problem, mend })
