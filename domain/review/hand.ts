import type { Entry } from '../book/entry.ts'
import type { Actor } from '../case/outcome.ts'
import type { World } from '../world.ts'
import { begin, decide, enter, record } from '../case/draft.ts'
import { keptFrom, mayNotDecide, mayNotReview, no, type InReview, type Reviewed } from './decide.ts'
import { fitFor, leastBusy } from './pool.ts'
import { armReview, sayMoved, sayNobody, sendCard } from './tell.ts'
import { toPerson } from '../people/recipients.ts'

type Moving = Readonly<{
  by: string
  owner: string | null
  event: 'review-handed' | 'review-taken' | 'review-aside'
  note: string | null
}>

/** 转审 n 姓名: to another reviewer, who is named. */
export function handOver(found: InReview, { userid }: Actor, name: string, world: World): Reviewed {
  const stopped = mayNotDecide(found, userid, world)
  if (stopped) return stopped
  if (name === '') return { ok: false, asks: true }
  const fit = fitFor(found.hand, found.file.data, world, { without: [userid, ...keptFrom(found.review)] })
  const [to, ...more] = fit.filter((person) => person.name === name || person.userid === name)
  if (!to || more.length > 0)
    return no(
      'review-to-whom',
      fit.map((person) => person.name),
    )
  return move(found, world, { by: userid, owner: to.userid, event: 'review-handed', note: null })
}

/** 接审 n: another reviewer takes it, also what is late with somebody. */
export function takeOver(found: InReview, { userid }: Actor, world: World): Reviewed {
  const stopped = mayNotReview(found, userid, world)
  if (stopped) return stopped
  if (found.review.owner === userid) return no('review-yours')
  return move(found, world, { by: userid, owner: userid, event: 'review-taken', note: null })
}

/** 回避 n 理由: whoever is in the way of the case steps aside, and it goes to the next. */
export function stepAside(
  found: InReview,
  { userid }: Actor,
  reason: string,
  book: readonly Entry<'review'>[],
  world: World,
): Reviewed {
  const stopped = mayNotDecide(found, userid, world)
  if (stopped) return stopped
  if (reason === '') return { ok: false, asks: true }
  const fit = fitFor(found.hand, found.file.data, world, { without: [userid, ...keptFrom(found.review)] })
  const owner = leastBusy(fit, book)?.userid ?? null
  return move(found, world, { by: userid, owner, event: 'review-aside', note: reason })
}

function move(found: InReview, world: World, { by, owner, event, note }: Moving): Reviewed {
  const { hand, file, review } = found
  const draft = begin(world, hand)
  const aside = event === 'review-aside' ? [...review.data.aside, { userid: by, why: note ?? '' }] : review.data.aside
  const moved: Entry<'review'> = { ...review, owner, data: { ...review.data, aside } }
  enter(draft, moved)
  record(draft, event, by, { no: review.no, from: review.owner, to: owner })
  armReview(draft, hand, moved)
  if (owner === null) sayNobody(draft, file, moved)
  else if (event === 'review-taken') {
    if (review.owner) sayMoved(draft, [toPerson(review.owner)], { news: 'taken', who: by })
  } else sendCard(draft, hand, file, moved, { why: event === 'review-handed' ? 'handed' : 'moved' })
  return { ok: true, decision: decide(draft), task: draft.task, review: moved, file }
}
