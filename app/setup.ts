import { readFile } from 'node:fs/promises'
import { parseEnv } from 'node:util'
import { lookAtWecom } from '../bot/doctor/look.ts'
import type { Doors } from '../bot/doctor/doors.ts'
import { checkOf } from '../config/doctor/check.ts'
import { readEnv, type Env, type RawEnv } from '../config/env.ts'
import { writeEnvFile } from '../config/envFile.ts'
import { wordingDoctor } from '../config/wording-doctor.ts'
import type { Fault } from '../config/fault.ts'
import { SETUP_NAMES, STEP_FIELDS, type Finding, type Setup, type SetupStep } from '../web/setup.ts'

type SetupOptions = Readonly<{ file: string; processEnv: RawEnv; now(): Date }>

/** The set-up page reads and writes the .env beside the program; what is really set in the environment wins, and is said. */
export function makeSetup({ file, processEnv, now }: SetupOptions): Setup {
  const written = async (): Promise<RawEnv> => parseEnv(await readFile(file, 'utf8').catch(() => ''))
  const together = async (values: Readonly<Record<string, string>>): Promise<RawEnv> => ({
    ...(await written()),
    ...values,
    ...processEnv,
  })
  const isSet = (value: string | undefined): boolean => (value ?? '').trim() !== ''
  return {
    async fields() {
      const raw = await written()
      return SETUP_NAMES.map((name) => ({
        name,
        isSet: isSet(processEnv[name]) || isSet(raw[name]),
        outside: isSet(processEnv[name]),
      }))
    },
    async check(step, values) {
      const raw = await together(only(step, values))
      const read = readEnv(raw)
      const faults = read.ok ? [] : of(read.faults, STEP_FIELDS[step])
      if (faults.length > 0) return findings(faults)
      const alone = readEnv(forStep(step, raw))
      return alone.ok ? lookAtWecom(doorsOf(step, alone.env), now) : findings(alone.faults)
    },
    async save(values) {
      const read = readEnv(await together(values))
      // with half a channel the next start would fail
      if (!read.ok) return findings(read.faults)
      await writeEnvFile(file, values)
      return []
    },
  }
}

const of = (faults: readonly Fault[], names: readonly string[]) => faults.filter(({ field }) => names.includes(field))
const findings = (faults: readonly Fault[]): Finding[] =>
  faults.map((fault) => checkOf(wordingDoctor.names.env, 'bad', fault))

const only = (step: SetupStep, values: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => (STEP_FIELDS[step] as readonly string[]).includes(name)))

/** What a step needs of the others: the app is the way to callback and customer service. */
const NEEDS: Readonly<Record<SetupStep, readonly SetupStep[]>> = {
  aibot: ['aibot'],
  app: ['app'],
  callback: ['app', 'callback'],
  kf: ['app', 'kf'],
}

function forStep(step: SetupStep, raw: RawEnv): RawEnv {
  const names: readonly string[] = NEEDS[step].flatMap((one) => STEP_FIELDS[one])
  const others: readonly string[] = SETUP_NAMES.filter((name) => !names.includes(name))
  return Object.fromEntries(Object.entries(raw).filter(([name]) => !others.includes(name)))
}

const doorsOf = (step: SetupStep, { host, port, publicUrl, apiBase, aibot, app, kf }: Env): Doors => ({
  host,
  port,
  publicUrl,
  apiBase,
  aibot: step === 'aibot' ? aibot : null,
  app,
  kf,
  // people and groups are looked at by `doctor`, when all is set up
  towns: [],
})
