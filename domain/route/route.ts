import type { Duty, Town } from '../town.ts'
import type { Level } from '../level.ts'
import { candidates } from './candidates.ts'
import { dangerOf } from '../understand/danger.ts'
import { matchDuties, overlap, type DutyMatch } from './match.ts'

/**
 * Who must do what. `also` are further problems of the same message: their leads assist, or, where the lead is the same, their helpers.
 * `refer` 告知其他渠道: not the township's business, `duty` says whose. `unsure`: the command room chooses among `candidates`.
 */
export type Routed =
  | Readonly<{
      kind: 'routed'
      duty: Duty
      lead: string
      assist: readonly string[]
      level: Level
      also: readonly Duty[]
    }>
  | Readonly<{ kind: 'refer'; duty: Duty; level: Level }>
  | Readonly<{ kind: 'unsure'; candidates: readonly string[]; level: Level }>

const SEVERITY: Readonly<Record<Level, number>> = { normal: 0, urgent: 1, emergency: 2 }

/** Routes a report by the duty list in force on `day` (YYYY-MM-DD, Asia/Shanghai). A danger raises the level, whoever leads. */
export function route(text: string, town: Town, day: string): Routed {
  const danger = dangerOf(text, town) !== null
  const matches = matchDuties(text, town.duties, day)
  const best = matches[0]
  if (!best) return { kind: 'unsure', candidates: candidates(text, town, day), level: danger ? 'emergency' : 'normal' }
  const tied = matches.filter((other) => rivals(best, other))
  if (tied.length > 0) return unsure(text, town, day, [best, ...tied], danger)
  return settle(problems(matches), danger)
}

/** Same score from the same words under different leads: the list itself does not say who. */
function rivals(best: DutyMatch, other: DutyMatch): boolean {
  return (
    other.duty.lead !== best.duty.lead &&
    other.score === best.score &&
    best.spans.some((a) => other.spans.some((b) => overlap(a, b)))
  )
}

function unsure(text: string, town: Town, day: string, tied: readonly DutyMatch[], danger: boolean): Routed {
  const leads = tied.map(({ duty }) => duty.lead)
  return {
    kind: 'unsure',
    candidates: candidates(text, town, day, leads),
    level: levelOf(
      tied.map(({ duty }) => duty),
      danger,
    ),
  }
}

/** One item for each thing the message speaks of: an item is left out when better ones already explain all its words. */
function problems(matches: readonly DutyMatch[]): DutyMatch[] {
  return matches.reduce<DutyMatch[]>((kept, match) => {
    const taken = kept.flatMap(({ spans }) => spans)
    const own = match.spans.some(
      (span) => (kept.length === 0 || span.word.length > 1) && taken.every((other) => !overlap(other, span)),
    )
    return own ? [...kept, match] : kept
  }, [])
}

function settle(found: readonly DutyMatch[], danger: boolean): Routed {
  const duties = found.map(({ duty }) => duty)
  const level = levelOf(duties, danger)
  const duty = duties.find(({ mode }) => mode !== 'refer')
  const [first] = duties
  if (!duty) return first ? { kind: 'refer', duty: first, level } : { kind: 'unsure', candidates: [], level }
  const also = duties.filter((other) => other !== duty)
  const helpers = [
    ...duty.assist,
    ...also.filter(({ mode }) => mode !== 'refer').flatMap((other) => helpersOf(other, duty)),
  ]
  return {
    kind: 'routed',
    duty,
    lead: duty.lead,
    assist: [...new Set(helpers)].filter((id) => id !== duty.lead),
    level,
    also,
  }
}

/** A further problem of the same unit brings its assisting units; one of another unit brings that unit. */
function helpersOf(other: Duty, duty: Duty): readonly string[] {
  return other.lead === duty.lead ? other.assist : [other.lead]
}

function levelOf(duties: readonly Duty[], danger: boolean): Level {
  if (danger) return 'emergency'
  return duties.reduce<Level>((worst, { level }) => (SEVERITY[level] > SEVERITY[worst] ? level : worst), 'normal')
}
