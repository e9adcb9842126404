import { findPlace } from '../../domain/route/place.ts'
import { dangerOf } from '../../domain/understand/danger.ts'
import { share } from '../ack.ts'
import { bed, figures, leadOf, type Bed, type Figures } from './figures.ts'
import { unseen } from './sentences.ts'

const ROUNDS = 20

/** µs for one message. */
type Micros = Readonly<{ p50: number; p99: number }>
export type Triage = Figures &
  Readonly<{
    /** the same on sentences written without sight of the rules */
    others: Figures
    micros: Readonly<{ model: Micros; all: Micros }>
    modelBytes: number
    trainingSeconds: number
  }>

/** How right, how fast, how large. */
export async function triage(): Promise<Triage> {
  const on = await bed()
  const sentences = await unseen('test')
  const texts = sentences.map(({ text }) => text)
  return {
    ...figures(on, sentences),
    others: figures(on, await unseen('others')),
    micros: {
      model: timed(texts, (text) => on.classifier.likely(text)),
      all: timed(texts, (text) => understood(on, text)),
    },
    modelBytes: on.bytes,
    trainingSeconds: Math.round(on.trainingMs / 100) / 10,
  }
}

function understood(on: Bed, text: string): void {
  dangerOf(text, on.town)
  findPlace(text, [on.town])
  leadOf(on, text)
}

function timed(texts: readonly string[], work: (text: string) => unknown): Micros {
  const took: number[] = []
  for (let round = 0; round < ROUNDS; round += 1)
    for (const text of texts) {
      // a message that was read before is remembered
      const fresh = `${text}${'。'.repeat(round)}`
      const from = performance.now()
      work(fresh)
      // the first rounds are for the compiler
      if (round > 1) took.push(1000 * (performance.now() - from))
    }
  return { p50: Math.round(share(took, 0.5)), p99: Math.round(share(took, 0.99)) }
}
