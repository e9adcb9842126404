import type { Entry } from '../../domain/book/entry.ts'
import type { Task } from '../../domain/task.ts'
import { keptFrom } from '../../domain/review/decide.ts'
import { isCertified, unfitFor } from '../../domain/review/pool.ts'
import { inQueue, lineOf } from '../../domain/review/view.ts'
import { dayOf } from '../../domain/calendar/zone.ts'
import { refusal } from '../acts.ts'
import type { OnCommand } from '../slice.ts'
import { answer, type Turn } from '../turn.ts'
import { notHere } from './decide.ts'
import { inBook, openReviews, REVIEW } from './find.ts'

const MOST = 100

/** 审核清单: what waits for review in all townships, his own first. */
export const onList: OnCommand = async (turn) => {
  const stopped = notHere(turn)
  if (stopped) return stopped
  const { userid } = turn.speaker
  const listings = turn.world.towns.flatMap(({ people }) => people.filter((each) => each.userid === userid))
  if (!listings.some((each) => isCertified(each, dayOf(turn.world.now)))) return refusal('review-certificate', null)
  const open = inQueue(await openReviews(turn.ctx), userid).slice(0, MOST)
  const lines = await Promise.all(open.map((review) => lineFor(turn, review)))
  return answer('reviews', { kind: 'review-list', items: lines.flat() })
}

/** What he may not review he does not hear of. */
async function lineFor(turn: Turn, review: Entry<'review'>) {
  const found = await inBook(turn.ctx, review, REVIEW)
  if (!found) return []
  const { hand, file, entry } = found
  const { userid } = turn.speaker
  const unfit = unfitFor(hand, file.data, userid, turn.world, keptFrom(entry))
  return unfit ? [] : [lineOf(entry, aboutOf(hand.task, file), userid, turn.world)]
}

const aboutOf = ({ caseNo }: Task, { data }: Entry<'file'>) => ({ caseNo, itemName: data.itemName })
