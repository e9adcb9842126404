import { COMMON } from './wording/common.ts'

/** What the server refused, in its own words; `status` 401 = sign in first. */
export class Refused extends Error {
  readonly status: number
  constructor(status: number, sentence: string) {
    super(sentence)
    this.status = status
  }
}

type Query = Readonly<Record<string, string | number | boolean | null | undefined>>

/** Asks the API; throws Refused with a sentence for the reader. */
export async function get<Answer>(path: string, query: Query = {}): Promise<Answer> {
  return ask<Answer>('GET', path + queryOf(query))
}

/** The same for what a page asks by itself: it is no click, and does not keep anybody signed in. */
export async function getIdly<Answer>(path: string, query: Query = {}): Promise<Answer> {
  return ask<Answer>('GET', path + queryOf(query), undefined, { 'X-Shaozi-Idle': '1' })
}

export async function post<Answer>(path: string, body: object = {}): Promise<Answer> {
  return ask<Answer>('POST', path, body)
}

export async function put<Answer>(path: string, body: object = {}): Promise<Answer> {
  return ask<Answer>('PUT', path, body)
}

let signedOut: () => void = () => undefined
/** Called when the server says that nobody is signed in (any more). */
export function onSignedOut(then: () => void): void {
  signedOut = then
}

/** It turned out that nobody is signed in (any more). */
export const signedOutNow = (): void => signedOut()

async function ask<Answer>(
  method: string,
  path: string,
  body?: object,
  more: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const answer = await fetch(path, {
    method,
    // a header no other site can make a browser send
    headers: { 'X-Shaozi': '1', ...more, ...(body ? { 'Content-Type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  }).catch(() => {
    throw new Refused(0, COMMON.failed)
  })
  const read: unknown = await answer.json().catch(() => ({}))
  if (answer.ok) return read as Answer
  if (answer.status === 401) signedOut()
  const { error } = read as { error?: string }
  throw new Refused(answer.status, error ?? COMMON.failed)
}

export function queryOf(query: Query): string {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '')
  return given.length === 0
    ? ''
    : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`
}

/** The sentence of whatever was thrown. */
export const sentenceOf = (error: unknown): string => (error instanceof Refused ? error.message : COMMON.failed)
