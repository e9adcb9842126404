/** Counted by what it begins with. */
export const elsewhereNote = (town: string, id = ''): string => `told elsewhere ${town} ${id}`
