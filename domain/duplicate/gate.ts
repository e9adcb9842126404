import type { Place } from '../task.ts'
import type { Known } from './known.ts'
import { normalised } from './grams.ts'

/** A report that may tell of what is known already. */
export type Told = Readonly<{
  town: string
  text: string
  place: Place | null
  /** code of the duty list, null while unknown */
  item: string | null
  /** the unit that would lead, where that is known */
  lead?: string | null
  /** does a text of the same unit speak of something this one speaks of, too? */
  shares?(text: string): boolean
  at: Date
}>

/** Could the case be what is told of, as far as township, place and time go? */
export function mayBeSame(told: Told, task: Known, within: number): boolean {
  return (
    task.town === told.town &&
    task.mergedInto === null &&
    Math.abs(told.at.getTime() - task.createdAt.getTime()) <= within &&
    !placesDiffer(told.place, task.place)
  )
}

/** Two places that are both known and not one. Names nobody listed are one when the longer holds the shorter. */
export function placesDiffer(one: Place | null, other: Place | null): boolean {
  if (one === null || other === null) return false
  if (one.code !== null && other.code !== null) return one.code !== other.code
  const [a, b] = [normalised(one.name), normalised(other.name)]
  return a === '' || b === '' || !(a.includes(b) || b.includes(a))
}

/** What makes them one matter: the item of the duty list, the unit, or that nobody knows; null when they are two. */
export function matterOf({ item, lead, shares }: Told, task: Known): 'item' | 'lead' | 'unknown' | null {
  if (item === null || task.item === null) return 'unknown'
  if (item === task.item) return 'item'
  if (lead === undefined || lead === null || lead !== task.lead) return null
  return shares?.(task.text) ? 'item' : 'lead'
}
