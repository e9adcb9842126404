import type { Entry } from '../../domain/book/entry.ts'
import type { CaseInHand } from '../../domain/case/draft.ts'
import type { Role } from '../../domain/town.ts'
import { isKind } from '../../domain/book/entry.ts'
import { stationOf } from '../../domain/feedback/parties.ts'
import { mayRead } from '../../domain/people/audience.ts'
import { refusal } from '../acts.ts'
import { mayBeSaid } from '../here.ts'
import { answer, type Result, type Turn } from '../turn.ts'
import { handOf } from './find.ts'
import { itemOf } from './shown.ts'

type Kinds = 'opinion' | 'exclusion' | 'revisit'
type List = Readonly<{ list: Kinds; states: readonly string[] | null; roles: readonly Role[]; most: number }>

const WATCH: readonly Role[] = ['supervisor', 'dispatcher', 'leader', 'admin']

/** 监督清单: what is still to be put right; the head of a unit reads what his own unit has to. */
export const onOpinions = listing({
  list: 'opinion',
  states: ['open', 'answered'],
  roles: [...WATCH, 'head'],
  most: 100,
})
/** 剔除清单: what was asked and decided, newest first. */
export const onExclusions = listing({ list: 'exclusion', states: null, roles: WATCH, most: 50 })
/** 回访清单: whom to call. */
export const onRevisits = listing({ list: 'revisit', states: ['open'], roles: WATCH, most: 200 })

function listing({ list, states, roles, most }: List) {
  return async (turn: Turn): Promise<Result> => {
    const { person, town } = turn.speaker
    if (!person || !town) return refusal('not-staff', null)
    if (!person.roles.some((role) => roles.includes(role))) return refusal('list-who', null)
    const query = { town: town.code, kinds: [list], ...(states ? { states } : {}), limit: most }
    const entries = (await turn.ctx.store.entries(query)).filter((entry): entry is Entry<Kinds> => isKind(entry, list))
    const found = (await Promise.all(entries.map((entry) => readBy(turn, entry)))).flatMap((each) => each ?? [])
    const said = found.filter(({ hand }) => mayBeSaid(turn, hand.task))
    const items = said.map(({ hand, entry }) => itemOf(hand, entry))
    return answer(`list ${list}`, {
      kind: 'feedback-list',
      list,
      month: null,
      items,
      alone: found.length - said.length,
      lapsed: 0,
    })
  }
}

async function readBy(turn: Turn, entry: Entry<Kinds>) {
  const hand = await handOf(turn, entry)
  return hand && mayReadEntry(turn, hand, entry) ? { hand, entry } : null
}

function mayReadEntry(
  { speaker: { userid, person } }: Turn,
  { task, town }: CaseInHand,
  { data }: Entry<Kinds>,
): boolean {
  if (!mayRead(task, town, userid)) return false
  return WATCH.some((role) => person?.roles.includes(role)) || stationOf(town, userid) === data.unit
}
