import { cpSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { watchSteps, type Step } from '../../crash.ts'
import type { House } from '../scenarios/house.ts'

/** Where the program died, and what it had written to its log by then. */
type Death = Readonly<{ at: Step; dir: string; lines: number; errors: number }>

type Life = Readonly<{
  /** the steps it took */
  steps: readonly Step[]
  death(): Death | null
  end(): void
}>

/**
 * Lets the program of a house die at its n-th step (null: at none) from the first `from` on, as by `kill -9`: at that instant the files are
 * set aside as they lie there, the line to WeCom is cut, and whatever the dead one goes on doing reaches nobody. (Real
 * processes are killed in tests/process/crash*.test.ts and by `npm run faults`.)
 */
export function dyingAt(house: House, n: number | null, from: Step): Life {
  const steps: Step[] = []
  let death: Death | null = null
  watchSteps((step) => {
    if (steps.length > 0 || step === from) steps.push(step)
    if (steps.length !== n) return
    watchSteps(null)
    death = { at: step, dir: setAside(house), lines: house.lines.length, errors: house.errors.length }
    house.simulator.faults.outage(true)
  })
  return { steps, death: () => death, end: () => watchSteps(null) }
}

function setAside({ dataDir }: House): string {
  const dir = mkdtempSync(join(tmpdir(), 'shaozi-house-'))
  // the memory two processes share is gone with the last of them
  cpSync(dataDir, dir, { recursive: true, filter: (file) => !/\.(?:db-shm|lock)$/.test(file) })
  return dir
}

/** Another program starts where the dead one left off. */
export async function reborn(house: House, { dir, lines, errors }: Death): Promise<void> {
  const before = house.dataDir
  await house.core.close()
  house.lines.length = lines
  house.errors.length = errors
  house.dataDir = dir
  house.simulator.faults.outage(false)
  await house.begins()
  await rm(before, { recursive: true, force: true })
}
