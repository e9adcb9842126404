import { MINUTE } from '../calendar/zone.ts'

/** Pictures of one person within this time belong together: what the first one shows, the others show. */
export const SERIES_MS = 10 * MINUTE
/** Characters of one part of a record. */
export const LONGEST_PART = 1000
export const MOST_PICTURES = 30
/** The platform takes no larger file in a chat. */
export const MOST_SENT = 20 * 1024 * 1024
/** A package that was sent is not kept any longer: it can be made again. */
export const PACKAGE_KEPT_MS = 24 * 60 * MINUTE
