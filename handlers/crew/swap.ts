import { ofKind, type Entry } from '../../domain/book/entry.ts'
import { dayOf } from '../../domain/calendar/zone.ts'
import { nameOf } from '../../domain/people/directory.ts'
import { swapIn } from '../../domain/crew/read.ts'
import { askSwap, decideSwap, shiftsSaid, swapCard } from '../../domain/crew/swap.ts'
import { refusal } from '../acts.ts'
import { newNumber } from '../entries.ts'
import type { OnCommand } from '../slice.ts'
import { askFor, entryMeant, refused, shown, staffOf, type Staff } from './found.ts'
import { along, dutyNow } from './together.ts'

const MOST = 1_000

/** The others of the unit. */
export const colleaguesOf = ({ town, person }: Staff) =>
  town.people.filter(
    ({ station, userid }) => station !== null && station === person.station && userid !== person.userid,
  )

/** 换班 12-03 张伟 [12-05]. */
export const onSwap: OnCommand = async (turn, _ref, rest) => {
  const staff = staffOf(turn)
  if ('note' in staff) return staff
  const { person, town } = staff
  if (person.station === null) return refusal('no-unit', null)
  const { days, who } = swapIn(rest, dayOf(turn.world.now))
  if (days.length === 0 || who === null) return askFor('swap-how', 'swap', { lead: rest })
  const other = colleaguesOf(staff).find(({ name, userid }) => name === who || userid === who)
  if (!other) return refusal('swap-who', null, [who, ...colleaguesOf(staff).map(({ name }) => name)])
  const number = await newNumber(turn, town.code, 'swap')
  const open = await turn.ctx.store.entries({ town: town.code, kinds: ['swap'], states: ['asked'], limit: MOST })
  const outcome = askSwap(town, person, { with: other, days }, ofKind(open, 'swap'), number, turn.world)
  if (!outcome.ok) return refusal(outcome.reason, null, outcome.choices)
  const shifts = shiftsSaid(town, outcome.entry.data.shifts)
  return {
    note: `${number.no} was asked`,
    decision: outcome.decision,
    answers: [{ kind: 'crew-asked', what: 'swap', no: number.no, who: other.name, shifts }],
  }
}

/** 同意换班 / 不同意换班, by the other one. */
export const decidingSwap =
  (agree: boolean): OnCommand =>
  async (turn, ref, rest) => {
    const fits = ({ data }: Entry<'swap'>, { person }: Staff) => data.with === person.userid
    const meant = await entryMeant(turn, { kind: 'swap', states: ['asked'], none: 'swap-none', fits }, ref, rest)
    if ('note' in meant) return meant
    const { entry, person } = meant
    const now = await dutyNow(turn, meant.town, entry)
    const { town } = now
    const card = (as: Entry<'swap'>) => swapCard(town, as, `${as.no}_${turn.row.id}`)
    const outcome = decideSwap(town, entry, person.userid, agree, turn.world)
    if (!outcome.ok) return refused(outcome.reason, outcome.choices ?? [], entry, card(entry))
    const said = {
      by: nameOf(town, entry.data.by) ?? '',
      who: person.name,
      shifts: shiftsSaid(town, entry.data.shifts),
    }
    const body = { kind: 'crew-news', news: agree ? 'swapped' : 'swap-refused', no: entry.no, ...said } as const
    return {
      note: `${entry.no} was decided`,
      decision: agree ? along(outcome.decision, now) : outcome.decision,
      ...shown(turn, card(outcome.entry), body),
    }
  }
