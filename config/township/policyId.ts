import { createHash } from 'node:crypto'
import type { Policy } from '../../domain/policy.ts'

/** JSON with sorted keys, so that the same content always gives the same text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`
}

/** SHA-256 of a policy's content: the same rules always have the same id. */
export const policyId = (content: Omit<Policy, 'id'>): string =>
  createHash('sha256').update(canonical(content)).digest('hex')
