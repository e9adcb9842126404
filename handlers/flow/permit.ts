import type { CaseRef } from '../../domain/command/parsed.ts'
import type { CaseInHand } from '../../domain/case/draft.ts'
import type { Station, Town } from '../../domain/town.ts'
import { dayOf } from '../../domain/calendar/zone.ts'
import { factsOf } from '../../domain/case/facts.ts'
import { mayHear, mayRead } from '../../domain/people/audience.ts'
import { barredUnits } from '../../domain/people/barred.ts'
import { shownHolder } from '../../domain/flow/holder.ts'
import { askPermit } from '../../domain/flow/permit.ts'
import { grantsFor, granting, wantedPermit, type PermitWanted } from '../../domain/flow/permitAsk.ts'
import { permitFacts, type PermitEntry } from '../../domain/flow/permitFacts.ts'
import { isExpired, MOST_HITS, permitRow, permitsOf } from '../../domain/flow/permits.ts'
import { noteListed } from '../../domain/flow/permitListed.ts'
import { peopleOf } from '../../domain/flow/whom.ts'
import { refusal } from '../acts.ts'
import { findCase } from '../cases.ts'
import { newNumber } from '../entries.ts'
import { answer, type Result, type Turn } from '../turn.ts'
import { clerkOf, type Clerk } from './draft.ts'
import { newEntry } from '../../domain/book/entry.ts'

type About = Readonly<{ hand: CaseInHand | null; words: string }>

/** 查许可 [n] 店名或人名 [事项] [单位] [核实]: from the imported list, else asked of the unit that grants it. */
export async function onPermit(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const clerk = clerkOf(turn)
  if (!clerk) return refusal('not-staff', null)
  const about = await aboutCase(turn, ref, rest)
  if ('note' in about) return about
  const { hand, words } = about
  if (hand && !mayHear(hand.task, hand.town, turn.row.chat)) return refusal('ask-alone', null)
  const day = dayOf(turn.world.now)
  // somebody may work for several townships: the case says which one it is
  const here = { ...clerk, town: hand?.town ?? clerk.town }
  const wanted = wantedPermit(words, here.town, day)
  if (wanted.holder === '') return refusal('permit-how', hand)
  const hits = permitsOf(wanted.holder, here.town, day)
  if (hits.length > 0 && !wanted.anyway) return listed(turn, here, about, wanted.holder)
  return ask(turn, here, about, wanted)
}

/** A number that is no case of his is part of a name: 「888 烧烤店」. */
async function aboutCase(turn: Turn, ref: CaseRef | null, rest: string): Promise<About | Result> {
  if (ref === null) return { hand: null, words: rest }
  const found = await findCase(turn, ref, async () => [])
  if (!found.ok) {
    if ('seq' in ref && found.reason === 'unknown-case' && !isCaseNo(turn))
      return { hand: null, words: `${ref.seq}${rest}` }
    return refusal(found.reason, null, found.choices)
  }
  const { hand } = found
  const own = mayRead(hand.task, hand.town, turn.speaker.userid)
  return own ? { hand, words: rest } : refusal('not-yours', hand)
}

/** 「0007」 is never a part of a name. */
const isCaseNo = ({ row: { content } }: Turn): boolean => 'text' in content && /(?<!\d)0\d{2,}/u.test(content.text)

function listed(turn: Turn, { town }: Clerk, { hand }: About, asked: string): Result {
  const day = dayOf(turn.world.now)
  const hits = permitsOf(asked, town, day)
  const rows = hits.slice(0, MOST_HITS).map((each) => permitRow(each, town, day, turn.row.chat))
  const caseNo = hand?.task.caseNo ?? null
  const expired = hits.filter((each) => isExpired(each, day)).length
  const decision = hand && noteListed(hand, turn.speaker.userid, hits.length - expired, expired, turn.world)
  const body = {
    kind: 'permit-found',
    asked: shownHolder(asked, turn.row.chat),
    rows,
    more: hits.length - rows.length,
    caseNo,
  } as const
  return { ...answer('permits found', body), ...(decision ? { decision } : {}) }
}

async function ask(turn: Turn, clerk: Clerk, about: About, wanted: PermitWanted): Promise<Result> {
  const { town } = clerk
  const { hand } = about
  if (wanted.maybe.length > 0) return refusal('permit-which', hand, wanted.maybe)
  const of = wanted.of ?? ofCase(hand, town)
  if (!of) return askUnit(about, wanted, town)
  if (turn.row.chat.type === 'group') return refusal('permit-private', hand)
  if (hand && barredUnits(hand.task, town).includes(of.id)) return refusal('conflict-unit', hand)
  if (of.id === clerk.person.station) return refusal('permit-own', hand, [of.name])
  if (peopleOf(of, town, turn.world.now).length === 0) return refusal('empty-unit', hand, granting(town))
  const fresh = await newQuestion(turn, clerk, about, wanted, of)
  const { decision, entry } = askPermit(fresh, hand, town, turn.world)
  return { ...answer(`permit ${entry.no}`, { kind: 'permit-sent', permit: permitFacts(entry, town) }), decision }
}

function ofCase(hand: CaseInHand | null, town: Town): Station | null {
  const duty = town.duties.find(({ code }) => code === hand?.task.item)
  return duty ? grantsFor(duty, town) : null
}

/** Nobody says who grants it: he is asked, and then need not write the name again. */
function askUnit({ hand }: About, { holder, matter }: PermitWanted, town: Town): Result {
  const lead = [holder, matter].filter(Boolean).join(' ')
  const ask = { asks: 'words', verb: 'permit', no: hand?.task.caseNo ?? null, lead } as const
  return { ...refusal('permit-whom', hand, [holder, ...granting(town)]), ask }
}

async function newQuestion(
  turn: Turn,
  { person, town }: Clerk,
  { hand }: About,
  { holder, matter }: PermitWanted,
  of: Station,
): Promise<PermitEntry> {
  const number = await newNumber(turn, town.code, 'permit')
  const facts = hand && factsOf(hand.task, hand.town)
  const kept = hand?.task.shield === 'confidential'
  const data = {
    holder,
    matter: matter ?? facts?.item ?? null,
    place: kept ? null : (facts?.place ?? null),
    caseNo: hand?.task.caseNo ?? null,
    by: person.userid,
    of: of.id,
    found: null,
    answer: null,
    answeredBy: null,
    answeredAt: null,
  }
  const own = { taskId: hand?.task.id ?? null, state: 'asked', owner: of.id, data } as const
  return newEntry({ world: turn.world, town }, 'permit', number, own)
}
