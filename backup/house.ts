import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseUrl } from '../store/url.ts'
import type { KeySource } from './key.ts'

/** What is backed up, where it lies, and with what the copies are sealed. Plain data: a process beside the program gets it as it is. */
export type House = Readonly<{
  databaseUrl: string
  dataDir: string
  identityKeysFile: string
  townConfig: string
  /** where the archives lie */
  folder: string
  key: KeySource
  /** the version of this program */
  program: string
}>

export const storedFiles = ({ dataDir }: Pick<House, 'dataDir'>): string => join(dataDir, 'files')

/** How large the database is on this disk; 0 where it lies elsewhere or is not there yet. */
export async function databaseBytes(url: string): Promise<number> {
  const place = parseUrl(url)
  if (place.provider === 'postgresql') return 0
  const sizes = ['', '-wal'].map(async (end) => {
    const file = `${place.path}${end}`
    return existsSync(file) ? (await stat(file)).size : 0
  })
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}
