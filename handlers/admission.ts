import type { Context, TimerRow } from '../context.ts'
import type { CaseRef } from '../domain/command/parse.ts'
import type { Decision } from '../domain/decision.ts'
import type { NoticeBody } from '../domain/notice.ts'
import type { Task } from '../domain/task.ts'
import type { Role, Town } from '../domain/town.ts'
import type { World } from '../domain/world.ts'
import { isApproval, type Admission } from '../domain/admission/admission.ts'
import { admissionFacts, approve, hold, refuseAdmission, remind } from '../domain/admission/decide.ts'
import { admittedText, readAsked } from '../domain/admission/wording-admission.ts'
import { workIn } from '../domain/admission/wording-paperwork.ts'
import { dayOf } from '../domain/calendar/zone.ts'
import { factsOf } from '../domain/case/facts.ts'
import { findStation, findTown } from '../domain/people/directory.ts'
import { findPlace } from '../domain/route/place.ts'
import { matchDuties } from '../domain/route/match.ts'
import { refusal } from './acts.ts'
import { joinTo, knownAlready } from './duplicate.ts'
import { clerkWith, decidesFirst, isDanger, mayApprove, numbered, recorded, openText, toDecide } from './held.ts'
import { answer, type Result, type Turn } from './turn.ts'

const RECORDS: readonly Role[] = ['head', 'dispatcher', 'leader', 'admin']
const READS: readonly Role[] = [...RECORDS, 'supervisor']
const LISTED = 20
const LEAST_REASON = 2

/** 准入 部门 事项: on the list it is an ordinary case; else it is held until somebody answers for it with a document. */
export async function onAdmit(turn: Turn, _ref: CaseRef | null, rest: string): Promise<Result> {
  const clerk = clerkWith(turn, RECORDS, 'admit-who')
  if ('note' in clerk) return clerk
  const { town } = clerk
  const asked = readAsked(rest)
  if (!asked) return refusal('admit-how', null)
  const { department, text } = asked
  // danger waits for no paper
  if (isListed(text, town, turn.world) || isDanger(text, town)) return openListed(turn, town, department, text)
  const known = await recorded(turn, town, department, text)
  if (known) return answer(`known ${known.no}`, told(known, town, 'known', null))
  const admission = await numbered(turn, town, department, text)
  const decision = hold(admission, town, turn.world)
  return { note: `held ${admission.no}`, decision, answers: [told(admission, town, 'held', null)] }
}

async function openListed(turn: Turn, town: Town, department: string, text: string): Promise<Result> {
  const open = await openAlready(turn, town, text)
  if (open) return joinTo(turn, open, { text, how: 'same-text' })
  const decision = await openText(turn, town, text, turn.speaker.userid)
  if (!decision.task) return refusal('admit-how', null)
  const facts = factsOf(decision.task, town)
  return { note: `case ${facts.caseNo}`, decision, answers: [{ kind: 'admission-listed', facts, department }] }
}

/** The case these very words made before, here or by him. */
async function openAlready({ ctx, world, speaker }: Turn, town: Town, text: string): Promise<Task | null> {
  const place = findPlace(text, [town])?.place ?? null
  const found = await knownAlready(ctx, { town: town.code, text, place, item: null, at: world.now })
  const his = ({ reporters }: Task) => reporters.some(({ userid }) => userid === speaker.userid)
  return found.find(({ task, same, identical }) => same || (identical && his(task)))?.task ?? null
}

/** 批准准入 编号 批文号 */
export async function onApprove(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const found = await toDecide(turn, ref, rest)
  if ('note' in found) return found
  const { held, words, town } = found
  if (!mayApprove(held, turn.speaker.userid, town)) return refusal('approve-own', null, [held.no])
  if (!isApproval(words)) return refusal('approve-how', null, [held.no])
  if (!(await decidesFirst(turn, held))) return refusal('admission-decided', null, [held.no])
  const opened = await openText(turn, town, admittedText(held.text, held.department, words), held.by)
  const decision = approve(held, turn.speaker.userid, words, opened, town, turn.world)
  const after = { ...held, approval: words, caseNo: opened.task?.caseNo ?? null }
  return { note: `approved ${held.no}`, decision, answers: [told(after, town, 'approved', null)] }
}

/** 不予准入 编号 理由 */
export async function onRefuse(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  const found = await toDecide(turn, ref, rest)
  if ('note' in found) return found
  const { held, words, town } = found
  if (words.length < LEAST_REASON) return refusal('refuse-how', null, [held.no])
  if (!(await decidesFirst(turn, held))) return refusal('admission-decided', null, [held.no])
  const decision = refuseAdmission(held, turn.speaker.userid, words, town, turn.world)
  return { note: `refused ${held.no}`, decision, answers: [told(held, town, 'refused', words)] }
}

/** 准入清单 */
export async function onAdmissions(turn: Turn): Promise<Result> {
  const clerk = clerkWith(turn, READS)
  if ('note' in clerk) return clerk
  const items = await turn.ctx.store.admissions(clerk.town.code, LISTED)
  return answer('admissions', { kind: 'admissions', items: items.map((each) => admissionFacts(each, clerk.town)) })
}

/** The timer of a held task. */
export async function admissionReminder(ctx: Context, row: TimerRow, world: World): Promise<Decision> {
  const admission = await ctx.store.admissionById(row.subject)
  if (!admission) return { timers: [{ subject: row.subject, kind: row.kind, dueAt: null, step: 0 }] }
  return remind(admission, findTown(world, admission.town), world, row.step)
}

/** An item of the list in force whose unit is here; papers about an item are not the item. */
function isListed(text: string, town: Town, { now }: World): boolean {
  const matches = matchDuties(workIn(text), town.duties, dayOf(now))
  return matches.some(({ duty }) => duty.mode !== 'refer' && findStation(town, duty.lead) !== null)
}

type Said = Extract<NoticeBody, { kind: 'admission' }>['said']

function told(admission: Admission, town: Town, said: Said, note: string | null): NoticeBody {
  return { kind: 'admission', said, admission: admissionFacts(admission, town), note }
}
