import { keptHearing, learnHearing } from '../learning/hearing.ts'
import type { LearntTowns } from './towns.ts'

const AGAIN_MS = 60_000

/** How people speak, learnt once for all processes that share a DATA_DIR: by the one that leads; the others find it there. */
export function openHearing(dataDir: string, towns: Pick<LearntTowns, 'hear'>) {
  let known = false
  let timer: NodeJS.Timeout | undefined

  async function look(): Promise<void> {
    const kept = await keptHearing(dataDir).catch(() => null)
    if (known) return
    if (kept) hear(kept)
    else timer = setTimeout(() => void look(), AGAIN_MS).unref()
  }

  function hear(hearing: Parameters<LearntTowns['hear']>[0]): void {
    known = true
    clearTimeout(timer)
    towns.hear(hearing)
  }

  return {
    look,
    async learn(): Promise<void> {
      if (!known) hear(await learnHearing(dataDir))
    },
    close: () => clearTimeout(timer),
  }
}
