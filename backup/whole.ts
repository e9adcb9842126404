import type { ChainFault } from '../domain/evidence/chainFault.ts'
import { openReadOnly } from '../store/open.ts'
import { brokenSeals } from './sealed.ts'
import { checkFiles, type FilesChecked, type StateOf } from './stored.ts'

/** What `shaozi verify` looks at: both chains, the stored files the log names, and the frozen assessments. */
export type Whole = Readonly<{
  events: number
  head: string
  chain: readonly ChainFault[]
  accesses: Readonly<{ rows: number; before: number; head: string; faults: readonly ChainFault[] }>
  /** null: the log was tampered with, so that the files it names cannot be read */
  files: FilesChecked | null
  reports: number
  seals: readonly string[]
}>

/** Looks without changing anything, also while the program runs. */
export async function wholeOf(databaseUrl: string, stateOf: StateOf): Promise<Whole> {
  const store = await openReadOnly(databaseUrl)
  try {
    const { events, head, faults, accesses } = await store.verify()
    const files = await checkFiles(stateOf, store.loggedFiles).catch((error: unknown) => {
      // a log that was tampered with may name files in no way that can be read
      if (faults.length === 0) throw error
      return null
    })
    const reports = await store.sealedReports()
    return { events, head, chain: faults, accesses, files, reports: reports.length, seals: brokenSeals(reports) }
  } finally {
    await store.close()
  }
}
