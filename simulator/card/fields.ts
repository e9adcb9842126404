import { refuse, type Reason } from '../codes.ts'

export type Fields = Readonly<Record<string, unknown>>
export type Limit = Readonly<{ chars?: number; bytes?: number }>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An object that may be absent; refuses anything else. */
export function part(from: Fields, name: string): Fields | null {
  const value = from[name]
  if (value === undefined || value === null) return null
  return isFields(value) ? value : refuse('parameter', `${name} must be an object`)
}

/** A list of objects within its length; absent = null. */
export function list(from: Fields, name: string, most: number, reason: Reason, least = 0): readonly Fields[] | null {
  const value = from[name]
  if (value === undefined || value === null) return null
  if (!Array.isArray(value) || !value.every(isFields)) refuse('parameter', `${name} must be a list of objects`)
  if (value.length < least || value.length > most) refuse(reason, `${name}: ${least} to ${most}`)
  return value
}

/** A text that may be absent, within its length; characters are counted as a person counts them. */
export function text(from: Fields, name: string, limit: Limit = {}, reason: Reason = 'parameter'): string {
  const value = from[name] ?? ''
  if (typeof value !== 'string') refuse(reason, `${name} must be a string`)
  if (limit.chars !== undefined && [...value].length > limit.chars) refuse(reason, `${name}: ${limit.chars} characters`)
  if (limit.bytes !== undefined && Buffer.byteLength(value) > limit.bytes)
    refuse(reason, `${name}: ${limit.bytes} bytes`)
  return value
}

/** The same for a text that must be there. */
export function required(from: Fields, name: string, limit: Limit, reason: Reason): string {
  return text(from, name, limit, reason) || refuse(reason, `${name} is missing`)
}

/** A number out of a few; absent = the first. */
export function oneOf(from: Fields, name: string, allowed: readonly number[], reason: Reason = 'parameter'): number {
  const value = from[name] ?? allowed[0]
  return typeof value === 'number' && allowed.includes(value)
    ? value
    : refuse(reason, `${name}: one of ${allowed.join(', ')}`)
}

export function flag(from: Fields, name: string): void {
  const value = from[name] ?? false
  if (typeof value !== 'boolean') refuse('parameter', `${name} must be a boolean`)
}

export function unique(values: readonly string[], reason: Reason): void {
  if (new Set(values).size < values.length) refuse(reason, 'the same twice')
}

/** An address to open. */
export function address(from: Fields, name: string): void {
  const url = required(from, name, {}, 'card-url')
  if (!/^https?:\/\//i.test(url)) refuse('scheme', name)
}
