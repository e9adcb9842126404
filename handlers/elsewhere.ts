import type { Question } from '../domain/decision.ts'
import type { Place } from '../domain/task.ts'
import type { Duty, Town } from '../domain/town.ts'
import { DAY, dayOf } from '../domain/calendar/zone.ts'
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

/**
 * 不归镇里管: whose business it is, where the duty list has nothing for it, or says that others must be told of it. An
 * own item that fits as well goes before.
 */
export function othersBusiness({ world }: Turn, town: Town, text: string): Other | null {
  const day = dayOf(world.now)
  const matches = matchDuties(text, town.duties, day)
  if (matches.some(({ duty }) => duty.mode !== 'refer')) return null
  const named = elsewhereOf(text, { ...town, hearing: null })
  if (matches.length === 0 && named) return named
  const [problem, ...more] = problemsOf(text, town, day, world.classifier ?? null)
  const routed = problem?.judgement.routed
  if (matches.length === 0) return routed?.kind === 'routed' ? null : elsewhereOf(text, town)
  if (routed?.kind !== 'refer' || more.length > 0) return null
  return { ...whoseIs(routed.duty, town, named?.phone ?? null), id: routed.duty.code }
}

/** An authority outside that punishes, else the unit the list names; with its number where one is known. */
function whoseIs({ punish, lead, name }: Duty, town: Town, known: string | null): Omit<Other, 'id'> {
  const station = findStation(town, lead)
  const outside = punish !== null && findStation(town, punish) === null ? punish : null
  const told = outside ?? station?.name ?? name
  const listed = (town.channels ?? []).find((channel) => channel.name === told)?.phone || null
  const police = !outside && station?.kind === 'police' ? POLICE : null
  return { name: told, phone: known ?? listed ?? police }
}

/** He is told where to go, and it is counted by the note, once a day for each person; there is a case only when he insists. */
export async function tellElsewhere(turn: Turn, town: Town, { id, name, phone }: Other, told: Told): Promise<Result> {
  const ask = buttons(turn, [CHOICE.insist, CHOICE.fine])
  const question: Question = { asks: 'insist', town: town.code, ...told }
  const note = elsewhereNote(town.code, id)
  const counted = (await isFirstToday(turn, note)) ? note : `again ${note}`
  return put(counted, question, { kind: 'elsewhere', name, phone, ask }, ask)
}

/** Worked on again, the message that was counted is counted still. */
async function isFirstToday({ ctx, row, world, speaker }: Turn, note: string): Promise<boolean> {
  const key = `${note} ${speaker.userid} ${dayOf(world.now)}`
  const until = new Date(world.now.getTime() + DAY)
  if (await ctx.store.claimNote({ key, value: row.id, until }, world.now)) return true
  return (await ctx.store.note(key))?.value === row.id
}
