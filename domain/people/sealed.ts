/** Names of villagers, and of members of the staff as reporters, begin like this everywhere but in the vault. */
export const SEALED = 'r-'

export const isSealed = (id: string): boolean => id.startsWith(SEALED)
