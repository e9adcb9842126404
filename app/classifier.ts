import type { Classifiers, Log, Store } from '../context.ts'
import type { Town } from '../domain/town.ts'
import type { Classifier } from '../domain/triage/classifier.ts'
import { classifierOf, learn } from '../learning/learn.ts'
import { openShelf } from '../learning/shelf.ts'

/** How long what another process learnt may be unknown here. */
const STALE_MS = 60_000
/** More decisions of clerks than this are not read at once; the newest count. */
const LESSONS = 50_000

export type Triage = Readonly<{
  classifiers: Classifiers
  /** the one in use, as it was read last */
  current(): Classifier | null
  /** Reads the one in use again where another was chosen, here or by a command. */
  refresh(): Promise<void>
  /** Learns from what clerks decided since, and refreshes. */
  learn(): Promise<void>
}>

type Options = Readonly<{ dataDir: string; towns(): readonly Town[]; store: Store; log: Log; now(): Date }>

/** The classifier of a running program. A damaged file is said and left alone: the words of the duty list go on. */
export function openTriage({ dataDir, towns, store, log, now }: Options): Triage {
  const shelf = openShelf(dataDir)
  let current: Classifier | null = null
  let mark = ''
  let at = 0

  async function refresh(): Promise<void> {
    at = now().getTime()
    const found = await shelf.mark()
    if (found === mark) return
    mark = found
    try {
      const used = await shelf.inUse()
      current = used && classifierOf(await shelf.model(used.id))
      log.info({ classifier: used?.id ?? null }, 'the classifier in use')
    } catch (error) {
      current = null
      log.warn({ error: String(error) }, 'the classifier in use cannot be read: the duty list alone decides')
    }
  }

  return {
    classifiers: {
      versions: shelf.versions,
      inUse: shelf.inUse,
      async use(id, pinned) {
        await shelf.use({ id, pinned })
        await refresh()
      },
    },
    current() {
      if (now().getTime() - at > STALE_MS) void refresh()
      return current
    },
    refresh,
    async learn() {
      const learnt = await learn(shelf, towns(), await store.lessons(LESSONS), now())
      if (learnt?.fresh) log.info({ classifier: learnt.version.id, rows: learnt.version.rows }, 'learnt a classifier')
      await refresh()
    },
  }
}
