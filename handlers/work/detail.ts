import { ofKind } from '../../domain/book/entry.ts'
import type { CaseInHand } from '../../domain/case/draft.ts'
import { isCommand } from '../../domain/people/directory.ts'
import type { Task } from '../../domain/task.ts'
import type { WorkDetail } from '../../domain/work/said.ts'
import type { Turn } from '../turn.ts'

/** Whom the case was sent to, for everybody; whom to ask there, and what the unit lacks, for who works on it. */
export function workDetail(turn: Turn, { task, entries = [] }: CaseInHand): Readonly<{ work?: WorkDetail }> {
  const { person } = turn.speaker
  const works = person !== null && (isCommand(person) || isOfUnit(task, person.station))
  // a group reads along
  const named = works && turn.row.chat.type === 'single'
  const outside = ofKind(entries, 'outside').map(({ state, data: { name, phone, contact } }) => ({
    name,
    phone,
    contact: named ? contact : null,
    answered: state === 'answered',
  }))
  const open = ofKind(entries, 'block').filter(({ state }) => state === 'open')
  const blocks = works ? open.map(({ data: { reason, text } }) => ({ reason, text })) : []
  return outside.length + blocks.length > 0 ? { work: { outside, blocks } } : {}
}

const isOfUnit = ({ lead, assist }: Task, station: string | null): boolean =>
  station !== null && (station === lead || assist.includes(station))
