/** He was told, and wants it taken up all the same: then it is a case, and counted there. */
export const insistedNote = (town: string): string => `insisted ${town} `

/** Counted by what it begins with. */
export const elsewhereNote = (town: string, id = ''): string => `told elsewhere ${town} ${id}`
