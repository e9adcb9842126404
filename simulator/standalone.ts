import { randomUUID } from 'node:crypto'
import type { Phone, SimGroup } from './api.ts'
import { startSimulator } from './simulator.ts'
import type { Simulator } from './port.ts'
import { sample } from './wording.ts'

type Credentials = Readonly<{ id: string; secret: string }>
export type StandaloneOptions = Readonly<{
  host: string
  port: number
  /** default: invented, and returned for the bot to be started with */
  bot?: Credentials
  phones?: readonly Phone[]
  groups?: readonly SimGroup[]
  open?: readonly string[]
  journal?: string
}>

/** The simulator by itself, for a bot in another process. Without people it brings its own. */
export async function runSimulator(
  options: StandaloneOptions,
): Promise<Readonly<{ simulator: Simulator; bot: Credentials }>> {
  const {
    bot = { id: 'aib-simulator', secret: randomUUID() },
    phones = sample.phones,
    groups = sample.groups,
    ...rest
  } = options
  return { simulator: await startSimulator({ ...rest, bot: { ...bot, name: sample.bot }, phones, groups }), bot }
}
