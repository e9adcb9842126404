import { existsSync } from 'node:fs'
import { basename, dirname, extname } from 'node:path'
import { assessor } from '../app/assess.ts'
import { cliReport as words } from '../config/wording-report.ts'
import type { Assessed, ReportFormat as Format } from '../domain/assess/assessed.ts'
import { isMonth } from '../domain/assess/days.ts'
import { dayOf } from '../domain/calendar/zone.ts'
import { save as putInPlace } from '../save.ts'
import { isFormat, reportFile } from '../report/file.ts'
import { reportOf } from '../report/tables.ts'
import { logAccess } from '../store/beside.ts'
import { ulid } from '../store/ids.ts'
import { openReadOnly } from '../store/open.ts'
import { chosen, failed, print, whoAmI } from './place.ts'
import { refuse } from './refuse.ts'
import { settings, townships } from './settings.ts'

export type ReportOptions = Readonly<{ month: string; town?: string; out?: string; json?: boolean }>

/** `shaozi report --month 2026-11`: the assessment of a township, also while the program runs; frozen months as they were frozen. That a file was made is written down first. */
export async function report({ month, town, out, json }: ReportOptions): Promise<number> {
  try {
    const format = out === undefined ? null : formatOf(out)
    const assessed = await counted(month, town)
    const file = out !== undefined && format !== null ? await save(assessed, out, format) : null
    const { assessment, sealed } = assessed
    return print(json, { ok: true, file, sha256: sealed?.sha256 ?? null, assessment }, said(assessed, file))
  } catch (error) {
    return failed(error, words.cannot, json)
  }
}

function formatOf(out: string): Format {
  const format = extname(out).slice(1).toLowerCase()
  if (!isFormat(format)) refuse(words.strangeOut(out))
  if (existsSync(out)) refuse(words.exists(out))
  return format
}

async function counted(month: string, asked: string | undefined): Promise<Assessed> {
  const now = new Date()
  if (!isMonth(month)) refuse(words.badMonth(month))
  if (month > dayOf(now).slice(0, 7)) refuse(words.future(month))
  const { code } = await chosen(asked)
  const env = settings()
  const { towns, calendar } = await townships(env)
  const store = await openReadOnly(env.databaseUrl)
  try {
    const found = await assessor(store, () => ({ towns, calendar, now }))({ town: code, month })
    return found ?? refuse(words.badMonth(month))
  } finally {
    await store.close()
  }
}

async function save(assessed: Assessed, out: string, format: Format): Promise<string> {
  const { bytes, name } = await reportFile(assessed, format)
  const taken = { kind: 'export', by: whoAmI(), second: null, caseNo: null, reason: name } as const
  await logAccess(settings().databaseUrl, { ...taken, id: ulid(), at: new Date() })
  await putInPlace(dirname(out), basename(out), bytes, 0o600).catch(() => refuse(words.cannotWrite(out)))
  return out
}

function said(assessed: Assessed, file: string | null): string {
  const { total, units } = assessed.assessment
  const { title, notes } = reportOf(assessed)
  const line = (name: string, { score, rank, among }: (typeof units)[number]) => words.line(name, score, rank, among)
  return [
    words.made(title, notes[0] ?? '', file),
    line(words.fix, total.fix),
    line(words.find, total.find),
    ...units.filter(({ score }) => score !== null).map((unit) => line(unit.name, unit)),
    ...(assessed.sealed ? [words.sealed(assessed.sealed.sha256)] : []),
  ].join('\n')
}
