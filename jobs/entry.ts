/**
 * Where a row stands in its pool.
 * waiting  in one of the lines for a place
 * reading  has a place, is being read again
 * behind   in line for its lane, holds no place
 * aside    claimed by another row's send, holds no place
 * running  is being done, or is being settled
 */
export type Entry = {
  readonly id: string
  readonly urgent: boolean
  state: 'waiting' | 'reading' | 'behind' | 'aside' | 'running'
  claimed: boolean
  /** what was read may be out of date */
  stale: boolean
  /** offered again meanwhile: look once more before forgetting it */
  again: boolean
  /** the lane it owns */
  lane: string | null
  /** gave its place and lane to the next row while it is being settled */
  left: boolean
  told: (() => void)[]
}

export function newEntry(id: string, urgent: boolean): Entry {
  return { id, urgent, state: 'waiting', claimed: false, stale: false, again: false, lane: null, left: false, told: [] }
}

export function tell(entry: Entry) {
  for (const resolve of entry.told.splice(0)) resolve()
}
