import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { parseEnv } from 'node:util'
import { lookAtWecom } from '../bot/doctor/look.ts'
import type { Doors } from '../bot/doctor/doors.ts'
import { bad } from '../config/doctor/check.ts'
import { readEnv, type Env, type RawEnv } from '../config/env.ts'
import { withSecretFiles } from '../config/secretFiles.ts'
import { fileVariableOf } from '../config/variables.ts'
import { writeEnvFile } from '../config/envFile.ts'
import type { Fault } from '../config/fault.ts'
import {
  SETUP_NAMES,
  STEP_FIELDS,
  STEPS,
  type Finding,
  type Setup,
  type SetupName,
  type SetupStep,
  type SetupValues,
} from '../web/setup.ts'
import { SETUP_FIELDS, SETUP_SAYS, STEP_NAMES } from '../web/wording/setup.ts'

type SetupOptions = Readonly<{ file: string; processEnv: RawEnv; now(): Date }>

/** The set-up page reads and writes the .env beside the program; what is really set in the environment wins, and is said. */
export function makeSetup({ file, processEnv, now }: SetupOptions): Setup {
  /** with which values each step passed its test last, as a hash; forgotten with the process */
  const passed = new Map<SetupStep, string>()
  const written = async (): Promise<RawEnv> => parseEnv(await readFile(file, 'utf8').catch(() => ''))
  const together = async (values: SetupValues): Promise<RawEnv> =>
    withSecretFiles({ ...(await written()), ...values, ...processEnv }).raw
  return {
    async fields() {
      const raw = await written()
      return SETUP_NAMES.map((name) => ({
        name,
        isSet: isOutside(name, raw) || isSet(raw[name]),
        outside: isOutside(name, raw),
      }))
    },
    async check(step, values) {
      const raw = forStep(step, await together(values))
      const found = lacking(step, raw) ?? (await look(step, raw, now))
      if (found.some(({ ok }) => ok === 'bad')) passed.delete(step)
      else passed.set(step, hashOf(step, raw))
      return found
    },
    async save(steps, values) {
      const gone = namesOf(STEPS.filter((step) => !steps.includes(step))).filter((name) => name !== SHARED)
      const kept = without(await together(values), gone)
      const wrong = inTheWay(steps, gone, kept)
      if (wrong.length > 0) return wrong
      await writeEnvFile(file, without(values, gone), gone)
      return []
    },
  }

  /** Set where the page does not write: in the environment, or as a file of its own. */
  function isOutside(name: SetupName, raw: RawEnv): boolean {
    const file = fileVariableOf(name)
    return isSet(processEnv[name]) || isSet(processEnv[file]) || isSet(raw[file])
  }

  /** Nothing is saved that did not pass with exactly these values: with half a channel the next start would fail. */
  function inTheWay(steps: readonly SetupStep[], gone: readonly SetupName[], kept: RawEnv): readonly Finding[] {
    if (steps.length === 0) return [bad(STEPS.map((step) => STEP_NAMES[step]).join('、'), ...SETUP_SAYS.none)]
    const stays = gone.filter((name) => isOutside(name, kept))
    if (stays.length > 0) return [bad(STEP_NAMES[stepOf(stays[0])], ...SETUP_SAYS.outside(stays))]
    const untested = steps.filter((step) => passed.get(step) !== hashOf(step, forStep(step, kept)))
    if (untested.length > 0)
      return untested.flatMap(
        (step) => lacking(step, forStep(step, kept)) ?? [bad(STEP_NAMES[step], ...SETUP_SAYS.untested)],
      )
    const read = readEnv(kept)
    return read.ok ? [] : read.faults.map(named)
  }
}

/** Under which the pages are reached as well: it does not go with the callback. */
const SHARED: SetupName = 'PUBLIC_URL'

const isSet = (value: string | undefined): boolean => (value ?? '').trim() !== ''
const without = <Value>(all: Readonly<Record<string, Value>>, names: readonly string[]): Record<string, Value> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)))

/** What a step needs of the others: the app is the way to callback and customer service. */
const NEEDS: Readonly<Record<SetupStep, readonly SetupStep[]>> = {
  aibot: ['aibot'],
  app: ['app'],
  callback: ['app', 'callback'],
  kf: ['app', 'kf'],
}
/** Customer service alone needs no AgentId. */
const SPARED: Readonly<Partial<Record<SetupStep, readonly SetupName[]>>> = { kf: ['WECOM_AGENT_ID'] }

const namesOf = (steps: readonly SetupStep[]): readonly SetupName[] => steps.flatMap((step) => [...STEP_FIELDS[step]])
const stepOf = (name: SetupName | undefined): SetupStep =>
  STEPS.find((step) => (STEP_FIELDS[step] as readonly (string | undefined)[]).includes(name)) ?? STEPS[0]

/** The settings as if there were only this step and what it needs. */
function forStep(step: SetupStep, raw: RawEnv): RawEnv {
  const names = namesOf(NEEDS[step])
  return without(
    raw,
    SETUP_NAMES.filter((name) => !names.includes(name)),
  )
}

/** An empty field passes no test. Null where nothing is missing. */
function lacking(step: SetupStep, raw: RawEnv): readonly Finding[] | null {
  const missing = namesOf(NEEDS[step]).filter((name) => !isSet(raw[name]) && !SPARED[step]?.includes(name))
  return missing.length > 0 ? [bad(STEP_NAMES[step], ...SETUP_SAYS.missing(missing))] : null
}

const hashOf = (step: SetupStep, raw: RawEnv): string => {
  const values = namesOf(NEEDS[step]).map((name) => raw[name]?.trim() ?? '')
  return createHash('sha256').update(JSON.stringify(values)).digest('hex')
}

async function look(step: SetupStep, raw: RawEnv, now: () => Date): Promise<readonly Finding[]> {
  const read = readEnv(raw)
  return read.ok ? lookAtWecom(doorsOf(step, read.env), now) : read.faults.map(named)
}

/** A fault of the settings, with the name its field has on the page. */
function named({ field, problem, mend }: Fault): Finding {
  const said = (words: string): string =>
    SETUP_NAMES.reduce((text, name) => text.replaceAll(name, `“${SETUP_FIELDS[name]}”`), words)
  const name = SETUP_NAMES.find((each) => each === field)
  return bad(name ? SETUP_FIELDS[name] : field, said(problem), said(mend))
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
