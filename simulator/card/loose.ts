import type { Card } from '../chat/bubbles.ts'

/** Reading what was checked before: whatever is absent is empty. */
export const fields = (value: unknown): Card =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Card) : {}
export const items = (value: unknown): Card[] => (Array.isArray(value) ? value.map(fields) : [])
export const string = (value: unknown): string => (typeof value === 'string' ? value : '')
