import type { Decision } from '../../domain/decision.ts'
import type { Entry } from '../../domain/book/entry.ts'
import type { CaseInHand } from '../../domain/case/draft.ts'
import type { Town } from '../../domain/town.ts'
import type { World } from '../../domain/world.ts'
import { isKind } from '../../domain/book/entry.ts'
import { atDesk, decided, remind } from '../../domain/book/desk.ts'
import { supervisors, unbarred } from '../../domain/people/barred.ts'
import { commandRoom, distinct, recipientKey, type Address } from '../../domain/people/recipients.ts'
import { itemOf } from './shown.ts'

type Drawn = Readonly<{ hand: CaseInHand; entry: Entry<'revisit'>; to: readonly Address[] }>

/**
 * The list of those to call, for the command room; whoever a case complains of does not read of it, and what was told in
 * confidence is counted in a group and not named.
 */
export function listed(
  town: Town,
  month: string,
  hands: readonly CaseInHand[],
  decisions: readonly Decision[],
  lapsed: number,
  world: World,
): Decision {
  const all = hands.flatMap((hand, n) => drawnOf(hand, decisions[n]))
  const desk = atDesk(world, town)
  for (const address of distinct(all.flatMap(({ to }) => to))) {
    const own = all.filter(({ to }) => to.some((each) => recipientKey(each.to) === recipientKey(address.to)))
    const said = own.filter(({ hand }) => address.to.kind === 'person' || hand.task.shield === 'none')
    const [first] = own
    if (!first) continue
    const items = said.map(({ hand, entry }) => itemOf(hand, entry))
    const rest = { month, alone: own.length - said.length, lapsed }
    remind(desk, first.entry, address, { kind: 'feedback-list', list: 'revisit', items, ...rest })
  }
  return decided(desk)
}

function drawnOf(hand: CaseInHand, decision: Decision | undefined): Drawn[] {
  const entry = decision?.entries?.find((each): each is Entry<'revisit'> => isKind(each, 'revisit'))
  const room = unbarred(hand.task, hand.town, commandRoom(hand.town))
  return entry ? [{ hand, entry, to: room.length > 0 ? room : supervisors(hand.task, hand.town) }] : []
}
