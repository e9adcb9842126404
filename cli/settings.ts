import { loadEnv, type Env } from '../config/env.ts'
import { loadTowns } from '../config/township/load.ts'
import type { Calendar } from '../domain/calendar/calendar.ts'
import type { Town } from '../domain/town.ts'
import { StartFault, faultLine } from './fail.ts'

/** The environment, checked; all faults at once as a StartFault. */
export function settings(): Env {
  const read = loadEnv(process.cwd(), process.env)
  if (!read.ok) throw new StartFault(read.faults)
  return read.env
}

/** The township folder, checked; its warnings go to the terminal, its faults stop the start. */
export async function townships(env: Env): Promise<Readonly<{ towns: readonly Town[]; calendar: Calendar }>> {
  const loaded = await loadTowns(env.townConfig)
  if (!loaded.ok) throw new StartFault(loaded.faults)
  for (const warning of loaded.warnings) process.stderr.write(`${faultLine(warning)}\n`)
  return { towns: loaded.towns, calendar: loaded.calendar }
}
