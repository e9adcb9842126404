import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Fault } from '../fault.ts'
import type { Duty } from '../../domain/town.ts'
import { loadTowns } from '../township/load.ts'
import type { Canonical } from './canonical.ts'

/** A fault of the table, where the one who keeps it finds it: its row there, and the heading as he wrote it. */
export type RowFault = Readonly<{ row: number | null; column: string; problem: string; mend: string }>
export type Checked =
  | Readonly<{ ok: true; duties: readonly Duty[] }>
  | Readonly<{ ok: false; faults: readonly RowFault[] }>

/** Tries a list with the rest of its township, by the very rules the program starts by. The township is not touched. */
export async function check(folder: string, list: Canonical): Promise<Checked> {
  const trial = await mkdtemp(join(tmpdir(), 'shaozi-duties-'))
  try {
    await cp(folder, trial, { recursive: true, filter: (path) => !path.endsWith('.history') })
    await writeFile(join(trial, 'duties.csv'), list.csv)
    const loaded = await loadTowns(trial)
    const [town] = loaded.ok ? loaded.towns : []
    if (town) return { ok: true, duties: town.duties }
    return { ok: false, faults: (loaded.ok ? [] : loaded.faults).map((fault) => inSource(fault, list)) }
  } finally {
    await rm(trial, { recursive: true, force: true })
  }
}

function inSource({ file, line, field, problem, mend }: Fault, { rows, headings }: Canonical): RowFault {
  const own = basename(file) === 'duties.csv'
  return {
    row: own && line !== null ? (rows[line - 2] ?? null) : null,
    column: headings.get(field) ?? field,
    problem,
    mend,
  }
}
