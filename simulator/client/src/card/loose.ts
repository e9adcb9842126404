/** Reading JSON of unknown shape without trusting it: what is missing or of another type is empty. */
export type Loose = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const object = (value: unknown): Loose => (isObject(value) ? value : {})
export const list = (value: unknown): Loose[] => (Array.isArray(value) ? value.filter(isObject) : [])
export const number = (value: unknown): number => (typeof value === 'number' ? value : 0)
export const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
