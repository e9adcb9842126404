import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { placeOf } from '../bot/media/keep.ts'
import type { LoggedFile } from '../store/read-evidence.ts'

/** Where a stored file lies. */
const pathOf = (dataDir: string, sha256: string): string => placeOf(join(dataDir, 'files'), sha256)

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** A stored file; null where there is none. */
export async function storedFile(dataDir: string, sha256: string): Promise<Buffer | null> {
  try {
    return await readFile(pathOf(dataDir, sha256))
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** How a stored file is: as it was when it came, another by now, or not there. */
export type StateOf = (sha256: string) => Promise<'same' | 'changed' | 'missing'>

export const stateIn =
  (dataDir: string): StateOf =>
  (sha256) =>
    stateOfFile(dataDir, sha256)

async function stateOfFile(dataDir: string, sha256: string): ReturnType<StateOf> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(pathOf(dataDir, sha256)), hash)
    return hash.digest('hex') === sha256 ? 'same' : 'changed'
  } catch (error) {
    if (isMissing(error)) return 'missing'
    throw error
  }
}

export type BadFile = Readonly<{ caseNo: string; seq: number; sha256: string; state: 'changed' | 'missing' }>
export type FilesChecked = Readonly<{ checked: number; erased: number; bad: readonly BadFile[] }>

const PAGE = 500

/** Every file the log names and that was not let go of is where it should be, with the hash it had; each is read once. */
export async function checkFiles(
  stateOf: StateOf,
  loggedFiles: (after: number, limit: number) => Promise<readonly LoggedFile[]>,
): Promise<FilesChecked> {
  const states = new Map<string, Awaited<ReturnType<StateOf>>>()
  const bad: BadFile[] = []
  let [checked, erased, after] = [0, 0, 0]
  for (;;) {
    const page = await loggedFiles(after, PAGE)
    for (const { seq, caseNo, sha256, erased: gone } of page) {
      after = seq
      const state = gone ? 'missing' : (states.get(sha256) ?? (await stateOf(sha256)))
      // it may have been let go of since the page was read
      if (gone || (state === 'missing' && (await loggedFiles(seq - 1, 1))[0]?.erased)) {
        erased += 1
        continue
      }
      checked += 1
      states.set(sha256, state)
      if (state !== 'same') bad.push({ caseNo, seq, sha256, state })
    }
    if (page.length < PAGE) return { checked, erased, bad }
  }
}
