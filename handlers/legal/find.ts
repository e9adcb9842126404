import type { CaseInHand } from '../../domain/case/draft.ts'
import type { CaseRef } from '../../domain/command/parsed.ts'
import type { RefusalReason } from '../../domain/refusal.ts'
import type { Task } from '../../domain/task.ts'
import { ofKind, type Entry } from '../../domain/book/entry.ts'
import { parseCaseNo } from '../../domain/command/caseNo.ts'
import { isOpenFile } from '../../domain/legal/open.ts'
import { refusal } from '../acts.ts'
import { findCase, inHand, maySpeakOf, policyOf } from '../cases.ts'
import type { Result, Turn } from '../turn.ts'

type File = Entry<'file'>
export type FoundFile = Readonly<{ ok: true; hand: CaseInHand; entry: File }> | Readonly<{ ok: false; result: Result }>

const MOST = 500
export const OPEN = ['open', 'decided'] as const
const OVER = ['closed', 'dismissed', 'transferred'] as const

/** The file an order means: by the number of the file or of its case, or the only one of the speaker that is open. */
export async function findFile(
  turn: Turn,
  ref: CaseRef | null,
  may: (task: Task) => boolean = (task) => maySpeakOf(turn, task),
): Promise<FoundFile> {
  const all = await withTasks(turn, await meant(turn, ref), may)
  const found = ref === null ? hisOwn(turn, all) : all
  const open = found.filter(({ entry }) => isOpenFile(entry))
  const [first, ...others] = open.length > 0 ? open : found.slice(0, 1)
  if (!first) return { ok: false, result: await nothing(turn, ref, may) }
  if (others.length > 0)
    return no(
      'file-which',
      [first, ...others].slice(0, 5).map(({ entry }) => entry.no),
    )
  const hand = await fileInHand(turn, first.task, first.entry)
  // it may have moved on since it was looked for
  const entry = ofKind(hand.entries ?? [], 'file').find(({ id }) => id === first.entry.id)
  return { ok: true, hand, entry: entry ?? first.entry }
}

/** The case under the rules its file was opened with. */
export async function fileInHand({ ctx }: Pick<Turn, 'ctx'>, task: Task, entry: File): Promise<CaseInHand> {
  const hand = await inHand(ctx, task)
  return { ...hand, policy: await policyOf(ctx, hand.town, entry.data.policyId) }
}

const no = (reason: RefusalReason, choices: readonly string[] = []): FoundFile => ({
  ok: false,
  result: refusal(reason, null, choices),
})

async function meant(turn: Turn, ref: CaseRef | null): Promise<readonly File[]> {
  const { store } = turn.ctx
  if (ref === null) return ofTown(turn, OPEN)
  if ('entryNo' in ref) {
    const entry = await store.entryByNo(ref.entryNo)
    // a number of another part means the file of the same case
    return entry?.kind === 'file' ? [entry] : entry?.taskId ? newestOf(await store.entriesOf(entry.taskId)) : []
  }
  if ('caseNo' in ref) {
    const task = await store.taskByCaseNo(ref.caseNo)
    return task ? newestOf(await store.entriesOf(task.id)) : []
  }
  const open = numbered(await ofTown(turn, OPEN), ref.seq)
  return open.length > 0 ? open : numbered(await ofTown(turn, OVER), ref.seq)
}

/** A short number is that of the case, as everywhere; else that of the file. */
function numbered(files: readonly File[], seq: number): readonly File[] {
  const byCase = files.filter(({ data }) => parseCaseNo(data.caseNo)?.seq === seq)
  return byCase.length > 0 ? byCase : files.filter((file) => file.seq === seq)
}

const newestOf = (entries: readonly Entry[]): readonly File[] => ofKind(entries, 'file').toReversed()

/** Files of the speaker's township, newest first. */
export async function ofTown({ ctx, speaker }: Turn, states: readonly string[]): Promise<readonly File[]> {
  if (!speaker.town) return []
  return ofKind(await ctx.store.entries({ town: speaker.town.code, kinds: ['file'], states, limit: MOST }), 'file')
}

/** Without a number: those of his unit, his own before all others. */
function hisOwn({ speaker: { person, userid } }: Turn, found: readonly Found[]): readonly Found[] {
  const unit = found.filter(({ task }) => person?.station && task.lead === person.station)
  const own = unit.filter(({ entry }) => entry.data.officers.includes(userid))
  return own.length > 0 ? own : unit
}

type Found = Readonly<{ entry: File; task: Task }>

/** Those whose case the speaker may speak of. */
export async function withTasks(turn: Turn, entries: readonly File[], may: (task: Task) => boolean) {
  const tasks = await Promise.all(entries.map(({ taskId }) => (taskId ? turn.ctx.store.task(taskId) : null)))
  return entries.flatMap((entry, i) => {
    const task = tasks[i]
    return task && may(task) ? [{ entry, task }] : []
  })
}

/** A case that has no file, or none that he may know of. */
async function nothing(turn: Turn, ref: CaseRef | null, may: (task: Task) => boolean): Promise<Result> {
  if (ref === null) return refusal('file-none', null)
  const found = await findCase(turn, ref, async () => [], 'nothing-to-do', may)
  return found.ok ? refusal('file-none', found.hand) : refusal(found.reason, null, found.choices)
}
