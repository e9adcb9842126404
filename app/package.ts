import type { Context } from '../context.ts'
import type { Task } from '../domain/task.ts'
import type { Town } from '../domain/town.ts'
import { factsOf } from '../domain/case/facts.ts'
import { nameOf } from '../domain/people/directory.ts'
import { watermark } from '../domain/privacy/watermark.ts'
import type { Input } from '../evidence/input.ts'
import { packEvidence, TooMuch } from '../evidence/pack.ts'
import { openReadOnly, type ReadOnlyStore } from '../store/open.ts'
import { programVersion } from './version.ts'

type Made = Readonly<{ at: Date; by: string; reason: string }>

/**
 * All that goes into the package of a case but the bytes. The head of the log is read first: what comes in meanwhile lies
 * behind it, and no file of an event before it is missing.
 */
export async function packageInput(
  store: ReadOnlyStore,
  task: Task,
  town: Town,
  made: Made,
  read: Input['read'],
): Promise<Input> {
  const head = await store.head()
  const events = await store.links(task.id, head.seq)
  const mark = watermark(made.by, town.name, made.at)
  return {
    facts: factsOf(task, town),
    openedAt: task.createdAt,
    made: { ...made, mark, program: programVersion() },
    head,
    events,
    files: await store.attachments(task.id),
    nameOf: (userid) => nameOf(town, userid),
    read,
  }
}

/** Packs the evidence of a case while the program runs. */
export function packer(
  databaseUrl: string,
  { media, now }: Pick<Context, 'media' | 'now'>,
  towns: () => readonly Town[],
): NonNullable<Context['packEvidence']> {
  return async (caseNo, by, reason) => {
    const store = await openReadOnly(databaseUrl)
    try {
      const task = await store.taskByCaseNo(caseNo)
      const town = towns().find(({ code }) => code === task?.town)
      if (!task || !town)
        throw new Error('the case to be packed is not in the database, or its township not configured')
      const made = { at: now(), by: nameOf(town, by) ?? by, reason }
      return await packEvidence(await packageInput(store, task, town, made, (sha256) => media.read(sha256)))
    } catch (error) {
      if (error instanceof TooMuch) return null
      throw error
    } finally {
      await store.close()
    }
  }
}
