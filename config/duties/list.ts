import type { Duty } from '../../domain/town.ts'
import { alike } from './alike.ts'
import { COLUMNS } from './header.ts'

/** A duty as a line of duties.csv. */
export function recordOf(duty: Duty): string[] {
  const cells: Readonly<Record<string, string>> = {
    code: duty.code,
    name: duty.name,
    category: duty.category,
    // a mark of the list keeps a word that holds a slash whole
    keywords: duty.keywords.join('|') + (duty.keywords.length === 1 && duty.keywords[0]?.includes('/') ? '|' : ''),
    mode: duty.mode,
    lead: duty.lead,
    assist: duty.assist.join('|'),
    approve: duty.approve ?? '',
    supervise: duty.supervise ?? '',
    punish: duty.punish ?? '',
    level: duty.level,
    review: duty.review ? '1' : '0',
    legal_basis: duty.legalBasis,
    valid_from: duty.validFrom ?? '',
    valid_until: duty.validUntil ?? '',
    mentor: duty.mentor ?? '',
    mentor_until: duty.mentorUntil ?? '',
    proof: duty.proof ?? '',
  }
  return COLUMNS.map((column) => cells[column] ?? '')
}

export type Changes = Readonly<{
  added: number
  changed: number
  removed: number
  same: number
  /** what is no more under its code: the code is gone, or means something else */
  vanished: readonly Duty[]
}>

/** Losing more of a list than this is more likely a wrong file than a wish. */
const MOST_LOST = 0.25
export const losesMuch = ({ vanished, removed, changed, same }: Changes): boolean =>
  vanished.length > (removed + changed + same) * MOST_LOST

/** The same items in the same order. */
export const sameList = (old: readonly Duty[], next: readonly Duty[]): boolean =>
  JSON.stringify(old.map(recordOf)) === JSON.stringify(next.map(recordOf))

/** What another list would change, by code. */
export function changes(old: readonly Duty[], next: readonly Duty[]): Changes {
  const before = new Map(old.map((duty) => [duty.code, recordOf(duty).join('\n')]))
  const known = next.filter(({ code }) => before.has(code))
  const names = new Map(next.map(({ code, name }) => [code, name]))
  const same = known.filter((duty) => before.get(duty.code) === recordOf(duty).join('\n')).length
  return {
    added: next.length - known.length,
    changed: known.length - same,
    removed: old.length - known.length,
    same,
    vanished: old.filter(({ code, name }) => !alike(names.get(code) ?? '', name)),
  }
}
