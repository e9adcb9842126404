import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decode, encode } from '../domain/triage/model/codec.ts'
import { predict, type Model } from '../domain/triage/model/model.ts'
import { training, type Row } from '../domain/triage/model/train.ts'
import type { Hearing } from '../domain/understand/hearing.ts'
import { SIGNS, type DangerKind } from '../domain/understand/wording-danger.ts'
import { save } from '../save.ts'
import { beside } from './beside.ts'
import { sentences, type Sentence } from './seed.ts'

const YES = 'danger'
const REPORT = 'report'
const OWN = 'own'

/** What is learnt from the sentences, each by a model of its own; `room` = bytes of weights. */
const PARTS = {
  danger: { room: 300_000, row: ({ text, danger }) => ({ text, label: danger ? YES : 'no' }) },
  kind: { room: 200_000, row: ({ text, kind }) => (kind === undefined ? null : { text, label: kind }) },
  intent: { room: 700_000, row: ({ text, intent }) => ({ text, label: intent }) },
  business: {
    room: 700_000,
    row: ({ text, elsewhere = OWN }) => (elsewhere === 'other' ? null : { text, label: elsewhere }),
  },
} as const satisfies Readonly<Record<string, Readonly<{ room: number; row(of: Sentence): Row | null }>>>

type Part = keyof typeof PARTS
const NAMES = Object.keys(PARTS) as Part[]
/** Below this it is a danger of whatever kind: then he is told all numbers. */
const KIND_SURE = 0.4

/**
 * How people speak, learnt from the sentences that come with the program: read from DATA_DIR where that was done before,
 * else trained in small steps beside everything else, and kept.
 */
export async function learnHearing(dataDir: string): Promise<Hearing> {
  const folder = join(dataDir, 'classifiers')
  await mkdir(folder, { recursive: true })
  return heard((name, rows) => kept(folder, name, rows))
}

/** What was learnt and kept before; null where anything is missing. */
export async function keptHearing(dataDir: string): Promise<Hearing | null> {
  const folder = join(dataDir, 'classifiers')
  const missing = new Error('not learnt yet')
  return heard(async (name, rows) => {
    const known = await readModel(folder, name, rows)
    if (!known) throw missing
    return known
  }).catch((error: unknown) => {
    if (error === missing) return null
    throw error
  })
}

/** The same, kept nowhere. */
export const trained = (): Promise<Hearing> => heard(fit)

async function heard(learn: (name: Part, rows: readonly Row[]) => Promise<Model>): Promise<Hearing> {
  const known = await sentences()
  const models = new Map<Part, Model>()
  for (const name of NAMES) models.set(name, await learn(name, rowsOf(name, known)))
  return hearingOf((name) => models.get(name))
}

function rowsOf(name: Part, known: readonly Sentence[]): Row[] {
  return known.flatMap((each) => PARTS[name].row(each) ?? [])
}

async function kept(folder: string, name: Part, rows: readonly Row[]): Promise<Model> {
  const known = await readModel(folder, name, rows)
  if (known) return known
  const model = await fit(name, rows)
  await save(folder, fileOf(name, rows), encode(model))
  return model
}

const readModel = (folder: string, name: Part, rows: readonly Row[]): Promise<Model | null> =>
  readFile(join(folder, fileOf(name, rows))).then(decode, () => null)

const fileOf = (name: Part, rows: readonly Row[]): string => `${name}-${markOf(rows)}.heard`

const fit = async (name: Part, rows: readonly Row[]): Promise<Model> =>
  (await beside(training(rows, PARTS[name].room))).model

const markOf = (rows: readonly Row[]): string =>
  createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 12)

/** Models as the rules ask them. */
function hearingOf(model: (name: Part) => Model | undefined): Hearing {
  const likely = (name: Part, text: string) => {
    const found = model(name)
    return found ? predict(found, text) : []
  }
  return {
    danger: (text) => likely('danger', text).find(({ label }) => label === YES)?.p ?? 0,
    kind(text) {
      const [best] = likely('kind', text)
      return best && best.p >= KIND_SURE && isKind(best.label) ? best.label : null
    },
    intent: (text) => likely('intent', text).find(({ label }) => label !== REPORT) ?? { label: REPORT, p: 0 },
    business(text) {
      const all = likely('business', text)
      const own = all.find(({ label }) => label === OWN)?.p ?? 1
      return { label: all.find(({ label }) => label !== OWN)?.label ?? OWN, p: 1 - own }
    },
  }
}

const isKind = (label: string): label is DangerKind => label in SIGNS
