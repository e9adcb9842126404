import { access, constants, mkdir } from 'node:fs/promises'
import type { Env } from '../config/env.ts'
import { cli } from '../config/wording-cli.ts'
import { StartFault } from './fail.ts'

/** What must hold before anything is started: a channel that can hear, and a data folder that can be written. Throws StartFault. */
export async function beforeStart(env: Env): Promise<void> {
  if (!env.demo && !env.aibot) refuse('WECOM_AIBOT_ID', cli.noChannel)
  await dataFolder(env.dataDir)
}

/** Made for this account only: names, pictures and what people reported lie in it. One that exists keeps its rights. */
async function dataFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    await access(dataDir, constants.W_OK | constants.X_OK)
  } catch (error) {
    refuse('DATA_DIR', cli.dataFolder(dataDir, error instanceof Error && 'code' in error ? String(error.code) : ''))
  }
}

function refuse(field: string, [problem, mend]: readonly [string, string]): never {
  throw new StartFault([{ file: '', line: null, field, problem, mend }])
}
