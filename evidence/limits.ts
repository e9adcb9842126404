const MB = 1024 * 1024

/** Files of one case that are packed at most: it is all done in memory. */
export const MOST_BYTES = 500 * MB
/** A zip that unpacks to more was not made by us. */
export const MOST_UNPACKED = 600 * MB
export const MOST_ENTRIES = 10_000
