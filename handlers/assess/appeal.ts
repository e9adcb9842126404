import type { CaseRef } from '../../domain/command/parsed.ts'
import type { Assessment } from '../../domain/assess/assessment.ts'
import type { Indicator } from '../../domain/assess/measures.ts'
import type { Person, Town } from '../../domain/town.ts'
import {
  appeal,
  appealSaid,
  judge,
  mayAppeal,
  mayJudge,
  whyNoObjection,
  type AppealEntry,
} from '../../domain/assess/appeal.ts'
import { monthBefore } from '../../domain/assess/days.ts'
import { ofDuty } from '../../domain/assess/indicator.ts'
import { judgesOf } from '../../domain/assess/judges.ts'
import { indicatorIn, monthIn } from '../../domain/assess/wording-appeal.ts'
import { dayOf } from '../../domain/calendar/zone.ts'
import { refAt } from '../../domain/command/reference.ts'
import { fold } from '../../domain/text/fold.ts'
import { refusal } from '../acts.ts'
import { findEntry, newNumber } from '../entries.ts'
import { isTap, type Result, type Turn } from '../turn.ts'

/** Fewer characters give no reason. */
const LEAST = 4

type Clerk = Readonly<{ person: Person; town: Town }>

/** 申诉考核 2026-11 指标 [工单] 理由, by the head of a unit while the figures are shown; the month before where none is named. */
export async function onAppeal(turn: Turn, _ref: CaseRef | null, rest: string): Promise<Result> {
  const { person, town } = turn.speaker
  if (!person || !town) return refusal('not-staff', null)
  const today = dayOf(turn.world.now)
  const dated = monthIn(rest, today)
  const month = dated?.month ?? monthBefore(today)
  if (month > today.slice(0, 7)) return refusal('assess-month', null)
  const assessed = await turn.ctx.assess({ town: town.code, month })
  const refused = assessed ? mayAppeal(town, person.userid, assessed.assessment, turn.world.now) : 'assess-month'
  if (!assessed || refused) return refusal(refused ?? 'assess-month', null, choicesOf(refused, assessed?.assessment))
  const { assessment, appeals } = assessed
  const own = ofDuty(assessment.indicators, 'fix')
  const named = indicatorIn(dated?.rest ?? rest, own)
  if (!named)
    return refusal(
      'appeal-indicator',
      null,
      own.map(({ name }) => name),
    )
  const about = aboutCase(named.rest, assessment)
  if ([...about.reason].length < LEAST) return refusal('appeal-how', null, [named.found.name])
  const objection = { indicator: named.found, ...about }
  const none = whyNoObjection(assessment, person.station ?? '', objection, appeals)
  if (none) return refusal(none, null, [named.found.name])
  return entered(turn, { person, town }, assessment, objection)
}

const choicesOf = (reason: string | null, assessment: Assessment | undefined): readonly string[] =>
  reason === 'appeal-early' && assessment ? [assessment.days.shown, assessment.days.appealUntil] : []

type Objected = Readonly<{ indicator: Indicator; caseNo: string | null; reason: string }>

async function entered(
  turn: Turn,
  { person, town }: Clerk,
  assessment: Assessment,
  objected: Objected,
): Promise<Result> {
  const number = await newNumber(turn, town.code, 'appeal')
  const { decision, entry } = appeal(town, person.userid, assessment, objected, number, turn.world)
  return { note: `appeal ${entry.no}`, decision, answers: [saidOf(turn, entry, town, 'asked')] }
}

/** A case may stand before the reason, in full or short: one of those that count against the unit. */
function aboutCase(text: string, { units }: Assessment): Pick<Objected, 'caseNo' | 'reason'> {
  const found = refAt(fold(text))
  if (!found || 'entryNo' in found.ref) return { caseNo: null, reason: text.trim() }
  const { ref } = found
  const reason = text
    .slice(found.length)
    .replace(/^[\s,，:：、]+/u, '')
    .trim()
  if ('caseNo' in ref) return { caseNo: ref.caseNo, reason }
  const against = units.flatMap(({ cells }) => cells.flatMap((cell) => cell.against))
  const tail = `-${String(ref.seq).padStart(4, '0')}`
  return { caseNo: against.toReversed().find((caseNo) => caseNo.endsWith(tail)) ?? tail, reason }
}

/** 同意申诉 编号 */
export async function onAppealAgree(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const found = await meant(turn, ref, rest)
  return 'note' in found ? found : judged(turn, found, true, found.words || null)
}

/** 不同意申诉 编号 理由 */
export async function onAppealRefuse(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const found = await meant(turn, ref, rest)
  if ('note' in found) return found
  const { entry, town, words } = found
  const refused = mayJudge(town, turn.speaker.userid, entry)
  if (refused) return refusedAs(turn, found, refused)
  if (words !== '') return judged(turn, found, false, words)
  const ask = { asks: 'words', verb: 'appeal-refuse', no: entry.no, lead: '' } as const
  return {
    note: 'asked for the words of appeal-refuse',
    answers: [{ kind: 'appeal-words', no: entry.no, wants: 'appeal-refuse' }],
    ask,
  }
}

type Found = Readonly<{ entry: AppealEntry; town: Town; words: string }>

async function meant(turn: Turn, ref: CaseRef | null, rest: string): Promise<Found | Result> {
  const { person, town } = turn.speaker
  if (!person || !town) return refusal('not-staff', null)
  const may = ({ town: code, data }: AppealEntry): boolean =>
    code === town.code && (ref !== null || judgesOf(town, data.unit, data.by).includes(person.userid))
  const found = await findEntry(turn, { kinds: ['appeal'], states: ['asked'], may }, ref, rest)
  if (!found.ok) return refusal(found.choices.length > 0 ? 'needs-case' : 'appeal-none', null, found.choices)
  return { entry: found.entry, town, words: found.words.trim() }
}

function judged(turn: Turn, found: Found, agreed: boolean, why: string | null): Result {
  const { entry, town } = found
  const refused = mayJudge(town, turn.speaker.userid, entry)
  if (refused) return refusedAs(turn, found, refused)
  const made = judge(entry, turn.speaker.userid, { agreed, why }, town, turn.world)
  return shown(turn, { note: `appeal ${entry.no} ${made.entry.state}`, decision: made.decision }, made.entry, town)
}

/** A card that is behind shows how it stands. */
function refusedAs(turn: Turn, { entry, town }: Found, reason: Parameters<typeof refusal>[0]): Result {
  const refused = refusal(reason, null)
  return isTap(turn) ? { ...refused, card: saidOf(turn, entry, town, 'decided') } : refused
}

function shown(turn: Turn, result: Result, entry: AppealEntry, town: Town): Result {
  const card = saidOf(turn, entry, town, 'decided')
  return isTap(turn) ? { ...result, card } : { ...result, answers: [card] }
}

function saidOf(turn: Turn, entry: AppealEntry, town: Town, news: 'asked' | 'decided') {
  const decides = judgesOf(town, entry.data.unit, entry.data.by).includes(turn.speaker.userid)
  const way = { for: decides ? 'decides' : 'unit', news } as const
  return appealSaid(entry, town, `${entry.no}_${turn.row.id}`, way)
}
