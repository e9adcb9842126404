import type { Question } from '../domain/decision.ts'
import type { Place } from '../domain/task.ts'
import type { Town } from '../domain/town.ts'
import { dayOf } from '../domain/calendar/zone.ts'
import { findStation } from '../domain/people/directory.ts'
import { matchDuties } from '../domain/route/match.ts'
import { problemsOf } from '../domain/triage/problems.ts'
import { elsewhereOf } from '../domain/understand/elsewhere.ts'
import { CHOICE } from '../domain/understand/wording-choices.ts'
import { buttons, put } from './ask.ts'
import { elsewhereNote } from './notes.ts'
import type { Result, Turn } from './turn.ts'

type Other = Readonly<{ id: string; name: string; phone: string | null }>
type Told = Readonly<{ place: Place | null; text: string; media: readonly string[] }>

const POLICE = '110'

/** 不归镇里管: whose business it is, where the duty list has nothing for it, or says that others must be told of it. */
export function othersBusiness({ world }: Turn, town: Town, text: string): Other | null {
  const day = dayOf(world.now)
  if (matchDuties(text, town.duties, day).length === 0) return elsewhereOf(text, town)
  const [problem, ...more] = problemsOf(text, town, day, world.classifier ?? null)
  const routed = problem?.judgement.routed
  if (routed?.kind !== 'refer' || more.length > 0) return null
  const station = findStation(town, routed.duty.lead)
  const phone = elsewhereOf(text, town)?.phone ?? (station?.kind === 'police' ? POLICE : null)
  return { id: routed.duty.code, name: station?.name ?? routed.duty.name, phone }
}

/** He is told where to go, and it is counted by the note; there is a case only when he insists. */
export function tellElsewhere(turn: Turn, town: Town, { id, name, phone }: Other, told: Told): Result {
  const ask = buttons(turn, [CHOICE.insist, CHOICE.fine])
  const question: Question = { asks: 'insist', town: town.code, ...told }
  return put(elsewhereNote(town.code, id), question, { kind: 'elsewhere', name, phone, ask }, ask)
}
