import type { Store } from '../store/store.ts'

const BATCH = 500

/** Files that became part of a case before the log said so are named in it now; answers how many. */
export async function logOldFiles({ unloggedFiles, commit }: Pick<Store, 'unloggedFiles' | 'commit'>, now: Date) {
  for (let count = 0; ;) {
    const unlogged = await unloggedFiles(BATCH)
    if (unlogged.length === 0) return count
    await commit({ unlogged }, now)
    count += unlogged.length
  }
}
