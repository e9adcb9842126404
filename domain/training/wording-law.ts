/** A law by its title; the rest of a legal basis is its articles. */
export const LAW_TITLE = /《([^》]+)》/gu
/** Every law of the state begins so: without it, it fits on a card. */
export const OF_THE_STATE = /^中华人民共和国/u
export const titled = (name: string): string => `《${name}》`
