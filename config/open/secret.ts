import { readFile } from 'node:fs/promises'
import type { Hook } from '../../domain/town.ts'

/** The secret of a system that is called, from where webhooks.yaml says it lies; read anew each time, so that it may be changed. Null where there is none. */
export async function secretOf({ secret }: Pick<Hook, 'secret'>): Promise<string | null> {
  const found = 'env' in secret ? process.env[secret.env] : await readFile(secret.file, 'utf8').catch(() => undefined)
  const words = found?.trim() ?? ''
  return words.length >= LEAST ? words : null
}

/** Shorter ones can be guessed. */
export const LEAST = 16
