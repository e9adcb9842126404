import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const HOURS_24 = 24 * 60 * 60_000
const stored = z.object({ userid: z.string(), by: z.string(), until: z.number() })

/** Whom a link lets in, and who made it at the terminal. */
export type TerminalLink = Readonly<{ userid: string; by: string }>

const folderIn = (dataDir: string): string => join(dataDir, 'sign-in-links')
const nameOf = (key: string): string => createHash('sha256').update(key).digest('hex')

/**
 * Makes a link that lets somebody in once, within 24 hours: a file under the hash of its key, since a program that runs is
 * the only writer of its SQLite. Whoever can write there could read every secret anyway. Answers the key.
 */
export async function makeLink(dataDir: string, { userid, by }: TerminalLink, now = new Date()): Promise<string> {
  const key = randomBytes(32).toString('base64url')
  await mkdir(folderIn(dataDir), { recursive: true, mode: 0o700 })
  const link = JSON.stringify({ userid, by, until: now.getTime() + HOURS_24 })
  await writeFile(join(folderIn(dataDir), nameOf(key)), link, { mode: 0o600, flag: 'wx' })
  return key
}

/** Whom it lets in; it is used up. Null where it is wrong, used or old. */
export async function takeLink(dataDir: string, key: string, now = new Date()): Promise<TerminalLink | null> {
  const taken = join(folderIn(dataDir), `${randomUUID()}.taken`)
  try {
    // of two at the same time one finds it gone
    await rename(join(folderIn(dataDir), nameOf(key)), taken)
  } catch {
    return null
  }
  const { until, ...link } = stored.parse(JSON.parse(await readFile(taken, 'utf8')))
  await rm(taken)
  return until > now.getTime() ? link : null
}
