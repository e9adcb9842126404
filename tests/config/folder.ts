import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { loadTowns } from '../../config/township/load.ts'

export const SAMPLE = 'config/town'
/** A day on which the sample needs no calendar but its own. */
export const TODAY = '2026-06-01'

/** `null` deletes the file, a text or bytes replace it, a function edits what the sample has. */
export type Edits = Readonly<Record<string, string | Uint8Array | null | ((text: string) => string)>>

export async function emptyFolder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'shaozi-town-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  return dir
}

/** The sample township, edited, in a folder of its own that is removed with the test. */
export async function township(edits: Edits = {}, dir?: string): Promise<string> {
  const folder = dir ?? (await emptyFolder())
  await cp(SAMPLE, folder, { recursive: true })
  for (const [name, edit] of Object.entries(edits)) await apply(join(folder, name), edit)
  return folder
}

async function apply(file: string, edit: Edits[string]): Promise<void> {
  if (edit === null) return rm(file)
  await mkdir(dirname(file), { recursive: true })
  if (typeof edit !== 'function') return writeFile(file, edit)
  const before = await readFile(file, 'utf8')
  const after = edit(before)
  if (after === before) throw new Error(`the edit of ${file} changed nothing`)
  await writeFile(file, after)
}

/** Replaces one piece of text by another. */
export const change = (from: string, to: string) => (text: string) => text.replace(from, () => to)
export const append = (line: string) => (text: string) => `${text}${line}\n`

/** The line (from 1) on which a piece of the sample stands. */
export async function sampleLine(file: string, piece: string): Promise<number> {
  const lines = (await readFile(join(SAMPLE, file), 'utf8')).split('\n')
  return lines.findIndex((line) => line.includes(piece)) + 1
}

/** The one township of a folder, which must have no faults. */
export async function loaded(dir: string) {
  const read = await loadTowns(dir, TODAY)
  if (!read.ok) throw new Error(JSON.stringify(read.faults, null, 1))
  const [town] = read.towns
  if (!town) throw new Error('no town')
  return { town, calendar: read.calendar, warnings: read.warnings }
}

/** The sample, edited, which must have no faults. */
export const edited = async (edits: Edits) => loaded(await township(edits))
