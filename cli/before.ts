import { accessSync, constants } from 'node:fs'
import { resolve } from 'node:path'
import { deafness } from '../config/ears.ts'
import type { Env } from '../config/env.ts'
import { cli } from '../config/wording-cli.ts'
import { makeFolders } from '../store/folder.ts'
import { StartFault } from './fail.ts'

/** What must hold before anything is started: a channel that can hear, and a data folder that can be written. Throws StartFault. */
export function beforeStart(env: Env): void {
  const deaf = deafness(env)
  if (deaf) refuse(deaf.field, [deaf.words.problem, deaf.words.mend])
  dataFolder(env.dataDir)
}

function dataFolder(dataDir: string): void {
  try {
    makeFolders(resolve(dataDir))
    // the dot makes a file of that name fail
    accessSync(`${dataDir}/.`, constants.W_OK | constants.X_OK)
  } catch (error) {
    refuse('DATA_DIR', cli.dataFolder(dataDir, error instanceof Error && 'code' in error ? String(error.code) : ''))
  }
}

function refuse(field: string, [problem, mend]: readonly [string, string]): never {
  throw new StartFault([{ file: '', line: null, field, problem, mend }])
}
