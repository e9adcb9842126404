import { createHash } from 'node:crypto'
import type { Classifier } from '../domain/triage/classifier.ts'
import { encode } from '../domain/triage/model/codec.ts'
import { evaluate } from '../domain/triage/model/evaluate.ts'
import { because, predict, type Model } from '../domain/triage/model/model.ts'
import { training, type Row } from '../domain/triage/model/train.ts'
import type { Town } from '../domain/town.ts'
import { beside } from './beside.ts'
import { rowsFor, type Lesson } from './rows.ts'
import type { Shelf, Version } from './shelf.ts'

/** Fewer rows than this teach nothing that the words of the duty list do not know. */
const LEAST = 60

export type Learnt = Readonly<{ version: Version; fresh: boolean; used: boolean }>

/**
 * Trains on what there is, unless that was done before, and puts it into use unless a person has pinned another one.
 * Works in small steps beside everything else. Null where there is too little to learn from.
 */
export async function learn(
  shelf: Shelf,
  towns: readonly Town[],
  lessons: readonly Lesson[],
  now: Date,
): Promise<Learnt | null> {
  const rows = await rowsFor(towns, lessons)
  if (rows.length < LEAST || new Set(rows.map(({ label }) => label)).size < 2) return null
  const id = idOf(rows)
  const known = (await shelf.versions()).find((version) => version.id === id)
  const version = known ?? (await trainAndPut(shelf, id, rows, lessons.length, now))
  const used = await shelf.inUse()
  if (used?.pinned) return { version, fresh: !known, used: false }
  if (used?.id !== id) await shelf.use({ id, pinned: false })
  return { version, fresh: !known, used: true }
}

async function trainAndPut(
  shelf: Shelf,
  id: string,
  rows: readonly Row[],
  lessons: number,
  now: Date,
): Promise<Version> {
  const { model, unseen } = await beside(training(rows))
  const version = { id, at: now.toISOString(), rows: model.rows, lessons, report: evaluate(unseen) }
  await shelf.put(version, encode(model))
  return version
}

/** The same rows, in whatever order, are the same version. */
function idOf(rows: readonly Row[]): string {
  const lines = rows.map(({ text, label }) => JSON.stringify([label, text])).toSorted()
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 12)
}

/** A model as the rules ask it. */
export function classifierOf(model: Model): Classifier {
  return {
    likely: (text) => new Map(predict(model, text).map(({ label, p }) => [label, p])),
    because: (text, item) => because(model, text, item),
  }
}
