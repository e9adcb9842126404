import type { Entry } from '../book/entry.ts'
import type { Task } from '../task.ts'
import { ofKind } from '../book/entry.ts'
import type { Town } from '../town.ts'
import { dayOf } from '../calendar/zone.ts'
import { findStation } from '../people/directory.ts'
import { squeeze } from '../text/fold.ts'
import { powerOf, type Power } from './power.ts'
import { BREATH, BY_US, FINES, HIMSELF, LEAVES_IT, NOT_DONE, PUNISHES, SENTENCE, WE } from './wording-beyond.ts'

/** 超越权限: the words of a unit tell of a penalty it may not decide; its power, or null where all is well: also where the case is handed over already. */
export function beyondPower(task: Task, town: Town, said: string, now: Date): Power | null {
  if (task.understood?.handedTo) return null
  const name = findStation(town, task.lead)?.name
  if (!tellsOfPenalty(said, name)) return null
  const duty = town.duties.find(({ code }) => code === task.item)
  if (!duty || task.lead === null) return null
  const power = powerOf(duty, task.lead, town, dayOf(now))
  return power.punish ? null : power
}

/** Does a unit say that it punished by itself? What others did, or nobody did, is no act of its own. */
export function tellsOfPenalty(said: string, unit: string | undefined): boolean {
  const own = unit ? squeeze(unit) : null
  const clausesOf = (sentence: string) =>
    sentence.split(BREATH).map((clause) => (own ? squeeze(clause).replaceAll(own, WE) : squeeze(clause)))
  return said.split(SENTENCE).some((sentence) => isBeyond(clausesOf(sentence)))
}

/** The words of a unit tell of a fine or the like: that needs a file, even where the unit may decide it. The police have files of their own. */
export function finesWithoutFile(task: Task, town: Town, said: string, entries: readonly Entry[] = []): boolean {
  const station = findStation(town, task.lead)
  if (!station || station.kind === 'police' || task.understood?.handedTo) return false
  const filed = ofKind(entries, 'file').some(({ state }) => state !== 'dismissed' && state !== 'transferred')
  return !filed && FINES.test(said) && tellsOfPenalty(said, station.name)
}

/** 「罚款200元，由县局处罚」: one sentence says whose act it was. */
function isBeyond(clauses: readonly string[]): boolean {
  const acts = clauses.filter(isPenalty)
  const isLeft = clauses.some((clause) => LEAVES_IT.test(clause)) && !acts.some((clause) => BY_US.test(clause))
  return acts.length > 0 && !isLeft
}

const isPenalty = (clause: string): boolean =>
  PUNISHES.test(clause) && ![NOT_DONE, LEAVES_IT, HIMSELF].some((excuse) => excuse.test(clause))
