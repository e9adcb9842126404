import { loadTowns } from '../../config/township/load.ts'
import { parse } from '../../domain/command/parse.ts'
import { dayOf } from '../../domain/calendar/zone.ts'
import { matchDuties } from '../../domain/route/match.ts'
import { findPlace } from '../../domain/route/place.ts'
import type { Town } from '../../domain/town.ts'
import type { Classifier } from '../../domain/triage/classifier.ts'
import { dangerLead } from '../../domain/triage/dangerLead.ts'
import { problemsOf } from '../../domain/triage/problems.ts'
import { encode } from '../../domain/triage/model/codec.ts'
import { train } from '../../domain/triage/model/train.ts'
import { answerLike } from '../../domain/understand/answer.ts'
import { dangerOf } from '../../domain/understand/danger.ts'
import { elsewhereOf } from '../../domain/understand/elsewhere.ts'
import { intentOf } from '../../domain/understand/intent.ts'
import { classifierOf } from '../../learning/learn.ts'
import { trained } from '../../learning/hearing.ts'
import { rowsFor } from '../../learning/rows.ts'
import type { Sentence } from './sentences.ts'

/** Shares of 0..1. `auto` = routed without a person, and how often that is right. */
export type Figures = Readonly<{
  sentences: number
  lead: number
  auto: Readonly<{ share: number; precision: number }>
  place: number
  danger: Readonly<{ recall: number; falseAlarms: number }>
  intent: number
}>

/** What understands a message: the sample township and a classifier that learnt the seed. */
export type Bed = Readonly<{ town: Town; day: string; classifier: Classifier; bytes: number; trainingMs: number }>

export async function bed(): Promise<Bed> {
  const loaded = await loadTowns('config/town')
  const plain = loaded.ok ? loaded.towns[0] : undefined
  if (!plain) throw new Error('the sample township is broken')
  const town = { ...plain, hearing: await trained() }
  const rows = await rowsFor([town], [])
  const from = performance.now()
  const { model } = train(rows)
  const trainingMs = performance.now() - from
  return { town, day: dayOf(new Date()), classifier: classifierOf(model), bytes: encode(model).byteLength, trainingMs }
}

/** How right everything is on sentences it never learnt from. */
export function figures(on: Bed, sentences: readonly Sentence[]): Figures {
  const reports = sentences.filter(({ intent }) => intent === 'report')
  const led = reports
    .filter(({ lead }) => lead !== null)
    .map((sentence) => ({ sentence, found: leadOf(on, sentence.text) }))
  const routed = led.filter(({ found }) => found.sure)
  const isRight = ({ sentence, found }: (typeof led)[number]) => sentence.lead === found.lead
  const dangers = sentences.map((each) => ({ ...each, heard: dangerOf(each.text, on.town) !== null }))
  return {
    sentences: sentences.length,
    lead: share(led, isRight),
    auto: { share: routed.length / led.length, precision: share(routed, isRight) },
    place: share(reports, ({ text, place }) => (findPlace(text, [on.town])?.place.code ?? null) === place),
    danger: {
      recall: share(
        dangers.filter(({ danger }) => danger),
        ({ heard }) => heard,
      ),
      falseAlarms: share(
        dangers.filter(({ danger }) => !danger),
        ({ heard }) => heard,
      ),
    },
    intent: share(sentences, (sentence) => isMeant(on, sentence)),
  }
}

function share<T>(of: readonly T[], fits: (each: T) => boolean): number {
  return Math.round((1000 * of.filter(fits).length) / Math.max(1, of.length)) / 1000
}

/** Who leads, or comes first among those who are offered. */
export function leadOf({ town, day, classifier }: Bed, text: string): { lead: string | null; sure: boolean } {
  const routed = problemsOf(text, town, day, classifier)[0]?.judgement.routed
  if (!routed) return { lead: null, sure: false }
  if (routed.kind !== 'unsure') return { lead: routed.kind === 'routed' ? routed.lead : routed.duty.lead, sure: true }
  return { lead: dangerLead(text, town) ?? routed.candidates[0] ?? null, sure: false }
}

/** Words of command that say the same as people's own words. */
const SAME_AS: Readonly<Record<string, string>> = {
  progress: 'progress',
  nudge: 'progress',
  solved: 'answer',
  unsolved: 'answer',
}

function isMeant(on: Bed, { text, intent }: Sentence): boolean {
  const parsed = parse(text, null, 'villager')
  if (parsed.kind === 'command') return intent === 'command' || SAME_AS[parsed.verb] === intent
  if (parsed.kind === 'greeting' || parsed.kind === 'thanks') return intent === parsed.kind
  return intentIn(on, text) === intent
}

function intentIn({ town, day }: Bed, text: string): string {
  const item = matchDuties(text, town.duties, day).length > 0
  const danger = dangerOf(text, town) !== null
  const elsewhere = !item && elsewhereOf(text, town) !== null
  const intent = intentOf(text, { item, danger, files: false, elsewhere }, town.hearing)
  return intent === 'report' && answerLike(text, [town], day) ? 'answer' : intent
}
