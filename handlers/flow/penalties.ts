import type { CaseRef } from '../../domain/command/parsed.ts'
import type { Entry } from '../../domain/book/entry.ts'
import { isKind } from '../../domain/book/entry.ts'
import { monthOf, penaltiesOf } from '../../domain/flow/penalty.ts'
import { isCommand } from '../../domain/people/directory.ts'
import { refusal } from '../acts.ts'
import { maySpeakOf } from '../cases.ts'
import { answer, type Result, type Turn } from '../turn.ts'
import { clerkOf } from './draft.ts'

const LOOKED_THROUGH = 1_000

/** 处罚通报 [月]: what was decided in a month, day by day, for the command room and the supervisors. */
export async function onPenalties(turn: Turn, _ref: CaseRef | null, rest: string): Promise<Result> {
  const clerk = clerkOf(turn)
  if (!clerk) return refusal('not-staff', null)
  const { person, town } = clerk
  if (!isCommand(person) && !person.roles.includes('supervisor')) return refusal('not-command', null)
  const month = monthOf(rest, turn.world.now)
  if (month === null) return refusal('penalties-how', null)
  const all = await turn.ctx.store.entries({ town: town.code, kinds: ['file'], limit: LOOKED_THROUGH })
  const files = all.filter((entry) => isKind(entry, 'file'))
  const items = penaltiesOf(await spokenOf(turn, files), month)
  return answer('penalties', { kind: 'penalties', month, items })
}

/** Without those of cases that are not for this person. */
async function spokenOf(turn: Turn, files: readonly Entry<'file'>[]): Promise<readonly Entry<'file'>[]> {
  const tasks = await Promise.all(files.map(({ taskId }) => (taskId === null ? null : turn.ctx.store.task(taskId))))
  return files.filter((_, i) => {
    const task = tasks[i]
    return !task || maySpeakOf(turn, task)
  })
}
