import type { Context } from '../context.ts'
import type { CaseInHand } from '../domain/case/draft.ts'
import type { CaseRef } from '../domain/command/parse.ts'
import type { RefusalReason } from '../domain/refusal.ts'
import type { Town } from '../domain/town.ts'
import type { Policy } from '../domain/policy.ts'
import { OPEN_STAGES, type Stage, type Task } from '../domain/task.ts'
import { HOUR } from '../domain/calendar/zone.ts'
import { stricter } from '../domain/case/shield.ts'
import { demandsPair } from '../domain/evidence/pair.ts'
import { isReporter, mayRead } from '../domain/people/audience.ts'
import { isBarred } from '../domain/people/barred.ts'
import { findPerson, findTown } from '../domain/people/directory.ts'
import { shortNo } from '../domain/command/caseNo.ts'
import type { Turn } from './turn.ts'

export type Found =
  | Readonly<{ ok: true; hand: CaseInHand }>
  | Readonly<{ ok: false; reason: RefusalReason; choices: readonly string[] }>

const policies = new Map<string, Policy>()

/** A case with the township and the policy it was frozen under, kept as carefully as those it lives on in. */
export async function inHand(ctx: Context, found: Task): Promise<CaseInHand> {
  const heirs = await heirsOf(ctx, found)
  const task = { ...found, shield: heirs.reduce((shield, heir) => stricter(shield, heir.shield), found.shield) }
  const town = findTown(ctx, task.town)
  const entries = await ctx.store.entriesOf(found.id)
  const files = demandsPair({ task, town }) ? await ctx.store.attachments(found.id) : []
  return { task, town, policy: await policyOf(ctx, town, task.policyId), entries, files }
}

/** The policy something was frozen under. */
export async function policyOf(ctx: Context, town: Town, id: string): Promise<Policy> {
  if (id === town.policy.id) return town.policy
  const known = policies.get(id) ?? (await ctx.store.policy(id)) ?? town.policy
  policies.set(id, known)
  return known
}

export const isOpen = (task: Task): boolean => (OPEN_STAGES as readonly Stage[]).includes(task.stage)

/**
 * May this speaker address the case by its number at all? To anyone else, and to whom it accuses, it does not exist;
 * what was told in confidence exists only for who may read it.
 */
export function maySpeakOf({ world, speaker: { userid } }: Turn, task: Task): boolean {
  if (isReporter(task, userid)) return true
  const found = findPerson(world, userid, task.town)
  if (found?.town.code !== task.town || isBarred(task, found.town, userid)) return false
  return task.shield === 'none' || mayRead(task, found.town, userid)
}

/** Finds the case a message means: by full number, by short number, or, without one, the only case that fits. */
export async function findCase(
  turn: Turn,
  ref: CaseRef | null,
  fitting: () => Promise<readonly Task[]>,
  none: RefusalReason = 'nothing-open',
  may: (task: Task) => boolean = (task) => maySpeakOf(turn, task),
): Promise<Found> {
  if (ref === null) return only(turn, (await fitting()).filter(may), none)
  if ('entryNo' in ref) {
    const entry = await turn.ctx.store.entryByNo(ref.entryNo)
    const task = entry?.taskId ? await turn.ctx.store.task(entry.taskId) : null
    return only(turn, task && may(task) ? [task] : [], 'unknown-case')
  }
  if ('caseNo' in ref) {
    const task = await turn.ctx.store.taskByCaseNo(ref.caseNo)
    return only(turn, task && may(task) ? [task] : [], 'unknown-case')
  }
  const numbered = (await turn.ctx.store.tasksBySeq(ref.seq, 50)).filter(may)
  const open = numbered.filter((t) => isOpen(t) || t.stage === 'finished')
  return only(turn, open.length > 0 ? open : numbered.slice(0, 1), 'unknown-case')
}

async function only(turn: Turn, tasks: readonly Task[], none: RefusalReason): Promise<Found> {
  const [first, ...others] = tasks
  if (!first) return { ok: false, reason: none, choices: [] }
  if (others.length === 0) return { ok: true, hand: await inHand(turn.ctx, await followed(turn, first)) }
  const sameDay = new Set(tasks.map((t) => t.day)).size === 1 && new Set(tasks.map((t) => t.seq)).size === tasks.length
  const choices = tasks.slice(0, 5).map((t) => (sameDay ? shortNo(t.caseNo) : t.caseNo))
  return { ok: false, reason: none === 'unknown-case' ? 'ambiguous-case' : 'needs-case', choices }
}

/** A case may be joined to one that is joined to another; longer chains do not come about. */
const CHAIN = 5

/** The case it was joined to, the one that was joined to, and so on. */
async function heirsOf({ store }: Context, task: Task): Promise<readonly Task[]> {
  const heirs: Task[] = []
  for (let now: Task | null = task; now?.mergedInto && heirs.length < CHAIN;) {
    now = await store.taskByCaseNo(now.mergedInto)
    if (now) heirs.push(now)
  }
  return heirs
}

/** Whoever reported a case that was joined to another means the other one, by whatever number. */
export async function followed({ ctx, speaker }: Turn, task: Task): Promise<Task> {
  const heirs = await heirsOf(ctx, task)
  const stranger = heirs.findIndex((heir) => !isReporter(heir, speaker.userid))
  return (stranger < 0 ? heirs : heirs.slice(0, stranger)).at(-1) ?? task
}

/** The speaker's own reports in these stages, newest first; not those that live on in another case. */
export async function reported(turn: Turn, stages: readonly Stage[]): Promise<Task[]> {
  const tasks = await turn.ctx.store.tasks({ reporter: turn.speaker.userid, stages, limit: 20 })
  return tasks.filter(({ mergedInto }) => mergedInto === null)
}

/** What somebody says this soon after a report may be about that one. */
export const LATELY_MS = 24 * HOUR

export const isLate = ({ world }: Turn, { createdAt }: Task): boolean =>
  world.now.getTime() - createdAt.getTime() > LATELY_MS

/** The newest open report of the speaker, where he made it lately. */
export async function reportedLately(turn: Turn): Promise<Task | null> {
  const [newest] = await reported(turn, OPEN_STAGES)
  return newest && !isLate(turn, newest) ? newest : null
}

/** Cases of the speaker's unit in these stages; those he signed himself come before all others. */
export async function ofMyUnit(turn: Turn, stages: readonly Stage[]): Promise<readonly Task[]> {
  const { person, town, userid } = turn.speaker
  if (!person?.station || !town) return []
  const unit = await turn.ctx.store.tasks({ town: town.code, lead: person.station, stages, limit: 50 })
  const own = unit.filter((t) => t.holder === userid)
  return own.length > 0 ? own : unit
}

/** Open cases of the speaker's township, for the command room. */
export async function ofMyTown(turn: Turn, stages: readonly Stage[]): Promise<readonly Task[]> {
  const { town } = turn.speaker
  return town ? turn.ctx.store.tasks({ town: town.code, stages, limit: 50 }) : []
}
