import type { OnCommand } from '../slice.ts'
import type { Task } from '../../domain/task.ts'
import type { Turn } from '../turn.ts'
import { factsOf } from '../../domain/case/facts.ts'
import { lookAt } from '../../domain/legal/look.ts'
import { viewOf } from '../../domain/legal/view.ts'
import { mayRead } from '../../domain/people/audience.ts'
import { isBarred } from '../../domain/people/barred.ts'
import { findTown } from '../../domain/people/directory.ts'
import { refusal } from '../acts.ts'
import { mayBeSaid } from '../here.ts'
import { reviewedBy } from '../review/access.ts'
import { answer } from '../turn.ts'
import { fileInHand, findFile, OPEN, ofTown, withTasks } from './find.ts'

/** Who reads a case reads its file, and so does who reviews it; not who merely reported it. */
function maySee(
  { world, speaker: { person, userid } }: Turn,
  task: Task,
  reviewed: ReadonlySet<string> = new Set(),
): boolean {
  const town = findTown(world, task.town)
  if (!person || isBarred(task, town, userid)) return false
  if (reviewed.has(task.id)) return true
  const isOfTown = town.people.some((each) => each.userid === userid)
  return isOfTown && (person.roles.includes('reviewer') || mayRead({ ...task, reporters: [] }, town, userid))
}

/** 案卷 n: what was done, what is next and until when, what stands in the way. */
export const onShow: OnCommand = async (turn, ref) => {
  if (!turn.speaker.person) return refusal('not-staff', null)
  const reviewed = await reviewedBy(turn)
  const found = await findFile(turn, ref, (task) => maySee(turn, task, reviewed))
  if (!found.ok) return found.result
  const { hand, entry } = found
  if (!mayBeSaid(turn, hand.task)) return refusal('ask-alone', null)
  const files = (await turn.ctx.store.attachments(hand.task.id)).filter(({ sha256 }) => sha256).length
  const view = viewOf(lookAt(hand, entry, turn.world, files), turn.row.chat.type === 'single')
  return answer('file', { kind: 'file-shown', facts: factsOf(hand.task, hand.town), view })
}

const MOST = 20

/** 我的案卷: the open files of the unit; of the township, for who has none. */
export const onMine: OnCommand = async (turn) => {
  const { person } = turn.speaker
  if (!person) return refusal('not-staff', null)
  const isHis = ({ lead }: Task) => person.station === null || lead === person.station
  const seen = await withTasks(turn, await ofTown(turn, OPEN), (task) => isHis(task) && maySee(turn, task))
  const said = seen.filter(({ task }) => mayBeSaid(turn, task))
  const items = await Promise.all(
    said.slice(0, MOST).map(async ({ task, entry }) => {
      const look = lookAt(await fileInHand(turn, task, entry), entry, turn.world)
      return viewOf(look, turn.row.chat.type === 'single')
    }),
  )
  return answer('my files', { kind: 'file-list', items, alone: seen.length - said.length })
}
