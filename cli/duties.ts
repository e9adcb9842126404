import { readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import writeExcelFile from 'write-excel-file/node'
import { columnWidths } from '../domain/text/columns.ts'
import { csvOf } from '../domain/text/csv.ts'
import { COLUMNS } from '../config/duties/header.ts'
import { history, replaceList, versionOf, type Put } from '../config/duties/history.ts'
import { changes, recordOf } from '../config/duties/list.ts'
import { readOld, tryOld } from '../config/duties/rollback.ts'
import { HEADINGS } from '../config/duties/wording-columns.ts'
import { wordingDuties as words } from '../config/duties/wording-duties.ts'
import { wallClock } from '../domain/calendar/zone.ts'
import { watermark } from '../domain/privacy/watermark.ts'
import { faulty } from './importDuties.ts'
import { chosen, failed, print, titleOf, whoAmI } from './place.ts'
import { refuse } from './refuse.ts'
import { settings, townships } from './settings.ts'

type Which = Readonly<{ town?: string; json?: boolean }>

/** `shaozi export duties --out list.xlsx` */
export async function exportDuties(options: Which & Readonly<{ out: string }>): Promise<number> {
  try {
    const kind = extname(options.out).toLowerCase()
    if (kind !== '.xlsx' && kind !== '.csv') refuse(words.strangeOut(options.out))
    const place = await chosen(options.town)
    await townships(settings())
    const records = place.duties.map(recordOf)
    // above the header, where an import looks past it
    const mark = [watermark(words.listOf(place.name), place.code, new Date())]
    const headings = COLUMNS.map((column) => HEADINGS[column]?.[1] ?? column)
    if (kind === '.xlsx') {
      const cells = [mark, headings, ...records].map((record) => record.map((value) => ({ type: String, value })))
      // the mark in the first line is a sentence over all columns
      await writeExcelFile(cells, { columns: columnWidths([headings, ...records]) })
        .toFile(options.out)
        .catch(() => refuse(words.cannotWrite(options.out)))
    } else
      await writeFile(options.out, `\uFEFF${csvOf([mark, headings, ...records], true)}`).catch(() =>
        refuse(words.cannotWrite(options.out)),
      )
    const said = words.exported(titleOf(place), options.out, records.length)
    return print(options.json, { ok: true, town: place.code, items: records.length }, said)
  } catch (error) {
    return failed(error, words.cannotExport, options.json)
  }
}

/** `shaozi duties versions`: the present list first. */
export async function dutyVersions(options: Which): Promise<number> {
  try {
    const place = await chosen(options.town)
    const { present, before } = await history(place.folder)
    const lines = [
      titleOf(place),
      words.version(words.present(present.id), present.items, putWords(present.put)),
      ...before.map(({ id, at, items, put }) =>
        words.version(id, items, putWords(put) + words.replacedAt(clockOf(at))),
      ),
      ...(before.length === 0 ? [words.noVersions] : []),
    ]
    return print(options.json, { town: place.code, present, versions: before }, lines.join('\n'))
  } catch (error) {
    return failed(error, words.cannotList, options.json)
  }
}

const putWords = (put: Put | null): string =>
  put ? words.put(clockOf(put.at), put.by, put.how, put.source) : words.putByHand

const clockOf = (at: string): string => wallClock(new Date(at))

/** `shaozi duties rollback <version>`: checked like an import; the present list is kept, too. */
export async function rollBackDuties(version: string, options: Which): Promise<number> {
  try {
    const place = await chosen(options.town)
    const old = await readOld(place, version)
    if (!old) return refuse(words.unknownVersion(version))
    const checked = await tryOld(place, old)
    if (!checked.ok) return faulty(checked.faults, options, [words.cannotRollBack, words.rollBackHint(old.file)])
    const now = versionOf(await readFile(join(place.folder, 'duties.csv'), 'utf8').catch(() => ''))
    const { added, changed, removed, same, vanished } = changes(place.duties, checked.duties)
    const put = { now: new Date(), by: whoAmI(), how: 'rollback', source: old.id } as const
    const id = await replaceList(place.folder, old.csv, put)
    const said = [
      words.summary(titleOf(place), added, changed, removed, same),
      ...(vanished.length > 0 ? [words.vanished(vanished.map((duty) => `${duty.code} ${duty.name}`))] : []),
      words.rolledBack(titleOf(place), id),
    ]
    return print(options.json, { ok: true, town: place.code, from: now, version: id }, said.join('\n'))
  } catch (error) {
    return failed(error, words.cannotRollBack, options.json)
  }
}
