import type { Entry } from '../../domain/book/entry.ts'
import type { CaseRef } from '../../domain/command/parsed.ts'
import type { PartVerb } from '../../domain/command/parts.ts'
import { isKind } from '../../domain/book/entry.ts'
import { calledUnit, hasCome } from '../../domain/joint/roll.ts'
import { ofMyUnit } from '../cases.ts'
import type { Turn } from '../turn.ts'

/** What somebody says to a card in a word that is another order as well: 签收, 到场, 收到. */
export type CardWord = 'sign' | 'arrive' | 'seen'

const MOST = 50
const STAGES = { sign: ['dispatched'], arrive: ['dispatched', 'signed'] } as const

/** The order of the child task or the whistle that is meant, where there is no such case of his unit. */
export async function jointInstead(turn: Turn, word: CardWord, ref: CaseRef | null): Promise<PartVerb | null> {
  const station = turn.speaker.person?.station ?? null
  if (station === null) return null
  if (ref !== null && 'entryNo' in ref) {
    const entry = await turn.ctx.store.entryByNo(ref.entryNo)
    return entry && orderOf(entry, word)
  }
  const open = (await openOnes(turn)).filter((entry) => waits(entry, station, word))
  const named = ref === null ? open : await about(turn, open, ref)
  if (named.length === 0 || (word === 'seen' && named.length > 1)) return null
  if (word !== 'seen' && (await about(turn, await ofMyUnit(turn, STAGES[word]), ref)).length > 0) return null
  return named[0] ? orderOf(named[0], word) : null
}

function orderOf(entry: Entry, word: CardWord): PartVerb | null {
  if (isKind(entry, 'child')) return word === 'arrive' ? null : 'child-take'
  if (isKind(entry, 'whistle')) return word === 'arrive' ? 'check-in' : 'whistle-seen'
  return null
}

/** Has nobody of the unit said so yet? */
function waits(entry: Entry, station: string, word: CardWord): boolean {
  if (isKind(entry, 'child')) return word === 'sign' && entry.data.to === station
  const called = isKind(entry, 'whistle') ? calledUnit(entry, station) : null
  return called !== null && word !== 'sign' && !hasCome(called) && (word === 'arrive' || called.seen === null)
}

async function openOnes({ ctx: { store }, speaker: { town } }: Turn): Promise<readonly Entry[]> {
  if (!town) return []
  return store.entries({ town: town.code, kinds: ['whistle', 'child'], states: ['called', 'given'], limit: MOST })
}

/** Those with the number; null = all. */
async function about<T extends Readonly<{ id: string; seq: number }> & Readonly<{ taskId?: string | null }>>(
  { ctx: { store } }: Turn,
  all: readonly T[],
  ref: CaseRef | null,
): Promise<readonly T[]> {
  if (ref === null || 'entryNo' in ref) return all
  const task = 'caseNo' in ref ? await store.taskByCaseNo(ref.caseNo) : null
  const tasks = 'seq' in ref ? await store.tasksBySeq(ref.seq, MOST) : task ? [task] : []
  const ids = new Set(tasks.map(({ id }) => id))
  const isOf = ({ id, taskId }: T) => ids.has(id) || (taskId ? ids.has(taskId) : false)
  return all.filter((each) => isOf(each) || ('seq' in ref && each.taskId !== undefined && each.seq === ref.seq))
}
