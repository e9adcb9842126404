import type { Value } from './tables.ts'

/** As it is read on paper and in a picture. */
export function percent(value: Value): string {
  if (value === null) return '—'
  if (typeof value === 'object') return `${Math.round(value.share * 1000) / 10}%`
  return String(value)
}
