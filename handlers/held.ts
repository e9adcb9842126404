import type { CaseRef } from '../domain/command/parse.ts'
import type { Decision } from '../domain/decision.ts'
import type { RefusalReason } from '../domain/refusal.ts'
import type { Role, Person, Town } from '../domain/town.ts'
import { formatAdmissionNo, pushedBefore, seqOf, type Admission } from '../domain/admission/admission.ts'
import { readAdmissionNo } from '../domain/admission/wording-admission.ts'
import { workIn } from '../domain/admission/wording-paperwork.ts'
import { dayOf } from '../domain/calendar/zone.ts'
import { dangerOf } from '../domain/understand/danger.ts'
import { findPlace } from '../domain/route/place.ts'
import { refusal } from './acts.ts'
import { openFor } from './open.ts'
import type { Result, Turn } from './turn.ts'

const SEARCHED = 500
const DECIDES: readonly Role[] = ['dispatcher', 'supervisor', 'leader', 'admin']

export type Clerk = Readonly<{ person: Person; town: Town }>
type ToDecide = Readonly<{ held: Admission; words: string; town: Town }>

/** The speaker, when he has one of these roles. */
export function clerkWith(
  { speaker }: Turn,
  roles: readonly Role[],
  otherwise: RefusalReason = 'no-permission',
): Clerk | Result {
  const { person, town } = speaker
  if (!person || !town) return refusal('not-staff', null)
  return person.roles.some((role) => roles.includes(role)) ? { person, town } : refusal(otherwise, null)
}

/** Who recorded a task does not let it in alone, unless there is nobody else. */
export function mayApprove({ by }: Admission, userid: string, { people }: Town): boolean {
  const others = people.filter((person) => person.userid !== by && person.roles.some((role) => DECIDES.includes(role)))
  return by !== userid || others.length === 0
}

/** The held task a decision is about, and the words that go with it. */
export async function toDecide(turn: Turn, ref: CaseRef | null, rest: string): Promise<ToDecide | Result> {
  const clerk = clerkWith(turn, DECIDES)
  if ('note' in clerk) return clerk
  const { town } = clerk
  const written = readAdmissionNo(rest)
  const held = written
    ? await turn.ctx.store.admission(written.no)
    : ref && 'seq' in ref
      ? await bySeq(turn, town, ref.seq)
      : null
  if (!held || held.town !== town.code) return refusal('unknown-admission', null)
  if (held.status !== 'held') return refusal('admission-decided', null, [held.no])
  return { held, words: (written?.rest ?? rest).trim(), town }
}

/** Of several years the one that is still to be decided, else the newest. */
async function bySeq({ ctx }: Turn, town: Town, seq: number): Promise<Admission | null> {
  const all = await ctx.store.admissions(town.code, SEARCHED)
  const meant = all.filter(({ no }) => seqOf(no) === seq)
  return meant.find(({ status }) => status === 'held') ?? meant[0] ?? null
}

/** The same task, which was recorded before. */
export async function recorded(turn: Turn, town: Town, department: string, text: string): Promise<Admission | null> {
  return pushedBefore(await turn.ctx.store.admissions(town.code, SEARCHED), { department, text })
}

/** A new one, with the next number of the year. A number that was claimed and then lost stays a gap. */
export async function numbered(turn: Turn, town: Town, department: string, text: string): Promise<Admission> {
  const { row, world, ctx, speaker } = turn
  const year = dayOf(world.now).slice(0, 4)
  const known = await ctx.store.admissions(town.code, SEARCHED)
  const prefix = formatAdmissionNo(town.code, year, 0).slice(0, -4)
  const taken = known.filter(({ no }) => no.startsWith(prefix)).map(({ no }) => seqOf(no))
  for (let seq = Math.max(0, ...taken) + 1; ; seq += 1) {
    const no = formatAdmissionNo(town.code, year, seq)
    if (!(await isMine(turn, `admission ${no}`))) continue
    const undecided = { approval: null, decidedBy: null, decidedAt: null, caseNo: null } as const
    return {
      id: `${no} ${row.id}`,
      no,
      town: town.code,
      department,
      text,
      status: 'held',
      by: speaker.userid,
      at: world.now,
      ...undecided,
    }
  }
}

/** Of two who decide at once only the first does. */
export const decidesFirst = (turn: Turn, { no }: Admission): Promise<boolean> => isMine(turn, `admission decided ${no}`)

/** Claimed for this message; when the message is worked on again it is still its own. */
async function isMine({ ctx, row, world }: Turn, key: string): Promise<boolean> {
  if (await ctx.store.claimNote({ key, value: row.id, until: null }, world.now)) return true
  return (await ctx.store.note(key))?.value === row.id
}

/** A danger the township is told of; papers about dangers are none. */
export const isDanger = (text: string, town: Town): boolean => dangerOf(workIn(text), town) !== null

/** An ordinary case of these words, reported by a member of the staff. */
export function openText({ ctx, world }: Turn, town: Town, text: string, by: string): Promise<Decision> {
  return openFor(ctx.store, world, {
    town,
    place: findPlace(text, [town])?.place ?? null,
    text,
    reporter: { userid: by, chat: { type: 'single', id: by } },
    emergency: isDanger(text, town),
    reply: null,
    attachments: [],
  })
}
