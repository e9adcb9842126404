import type { Entry } from '../domain/book/entry.ts'
import type { CaseRef, Verb } from '../domain/command/parsed.ts'
import { ANSWERABLE, ANSWERABLE_STATES, orderFor, waitsFor } from '../domain/book/yes.ts'
import { refusal } from './acts.ts'
import { commands } from './commands.ts'
import type { Result, Turn } from './turn.ts'

type Meant =
  | Readonly<{ verb: Verb; ref: CaseRef }>
  /** numbers that may be meant; none = nothing waits for him */
  | Readonly<{ choices: readonly string[] }>

const MOST = 50

/** 「同意」 to a card, or to the one thing that waits for him; never told to a reporter as news. Null: nothing waits for him. */
export async function onYesOrNo(
  turn: Turn,
  verb: 'agree' | 'disagree',
  ref: CaseRef | null,
  rest: string,
): Promise<Result | null> {
  const meant = await meantBy(turn, verb === 'agree', ref)
  if ('verb' in meant) return commands[meant.verb](turn, meant.ref, rest)
  return meant.choices.length > 0 ? refusal('agree-which', null, meant.choices) : null
}

/** The order in full, for the one thing that waits for the speaker, or for the one he names or quotes. */
async function meantBy(turn: Turn, agrees: boolean, ref: CaseRef | null): Promise<Meant> {
  const { person, town } = turn.speaker
  if (!person || !town) return { choices: [] }
  const open = (await named(turn, ref)).filter((entry) => entry.town === town.code && orderFor(entry, agrees) !== null)
  const own = open.filter((entry) => waitsFor(entry, person, town))
  // what is somebody else's to decide is refused by name, but only where he named it
  const meant = own.length > 0 || ref === null ? own : open.slice(0, 1)
  const [one, ...others] = meant
  const verb = one ? orderFor(one, agrees) : null
  if (!one || !verb || others.length > 0) return { choices: meant.slice(0, 5).map(({ no }) => no) }
  return { verb, ref: { entryNo: one.no } }
}

async function named(turn: Turn, ref: CaseRef | null): Promise<readonly Entry[]> {
  const { store } = turn.ctx
  if (ref !== null && 'entryNo' in ref) return [await store.entryByNo(ref.entryNo)].flatMap((entry) => entry ?? [])
  if (ref !== null && 'caseNo' in ref) {
    const task = await store.taskByCaseNo(ref.caseNo)
    return task ? store.entriesOf(task.id) : []
  }
  const own = turn.speaker.town ? { town: turn.speaker.town.code } : {}
  const open = await store.entries({ ...own, kinds: ANSWERABLE, states: ANSWERABLE_STATES, limit: MOST })
  if (ref === null) return open
  const cases = new Set((await store.tasksBySeq(ref.seq, MOST)).map(({ id }) => id))
  return open.filter(({ seq, taskId }) => seq === ref.seq || (taskId !== null && cases.has(taskId)))
}
