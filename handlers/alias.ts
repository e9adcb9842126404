import type { CaseInHand } from '../domain/case/draft.ts'
import type { CaseRef } from '../domain/command/parse.ts'
import type { NewAlias } from '../domain/decision.ts'
import type { Notice } from '../domain/notice.ts'
import type { Town } from '../domain/town.ts'
import { correctPlace } from '../domain/case/correct.ts'
import { withRole } from '../domain/people/directory.ts'
import { proposedName } from '../domain/route/learn.ts'
import { findPlace } from '../domain/route/place.ts'
import { OPEN_STAGES } from '../domain/task.ts'
import { carryOut, factsFor, notFound, refusal } from './acts.ts'
import { findCase, ofMyUnit } from './cases.ts'
import { answer, type Result, type Turn } from './turn.ts'

const LISTED = 20

/** 地点 n 村名: mends where a case is, and proposes the unknown name of it as another name of the village. */
export async function onPlace(turn: Turn, ref: CaseRef | null, rest: string): Promise<Result> {
  if (!turn.speaker.person) return refusal('not-staff', null)
  const found = await findCase(turn, ref, () => ofMyUnit(turn, OPEN_STAGES), 'needs-case')
  if (!found.ok) return notFound(found)
  const { hand } = found
  const place = findPlace(rest, [hand.town])?.place ?? null
  if (!place?.code) return refusal('place-how', hand)
  const actor = { userid: turn.speaker.userid }
  const result = carryOut(hand, correctPlace(hand, actor, place, turn.world), (task) => ({
    kind: 'done',
    facts: factsFor(hand, task),
    step: 'placed',
    files: 0,
  }))
  const alias = result.decision ? await proposal(turn, hand, place.code) : null
  if (!alias || !result.decision) return result
  const notices = [...(result.decision.notices ?? []), ...asked(turn, hand.town, alias)]
  return { ...result, decision: { ...result.decision, aliases: [alias], notices } }
}

/** What was proposed once is not asked about again, whatever was decided. */
async function proposal(
  { world, speaker, ctx }: Turn,
  { town, task }: CaseInHand,
  code: string,
): Promise<NewAlias | null> {
  const village = town.villages.find((each) => each.code === code)
  const alias = village ? proposedName(task, village, world.towns) : null
  if (alias === null) return null
  const known = await ctx.store.aliases(['proposed', 'approved', 'refused'])
  if (known.some((each) => each.town === town.code && each.alias === alias)) return null
  const of = { town: town.code, village: code, caseNo: task.caseNo }
  return { ...of, id: world.id(), alias, status: 'proposed', by: speaker.userid, at: world.now }
}

/** The admins decide: a wrong name would send many cases to the wrong place. */
function asked({ row, world }: Turn, town: Town, { alias, village, caseNo }: NewAlias): Notice[] {
  const name = town.villages.find(({ code }) => code === village)?.name ?? village
  return withRole(town, 'admin').map((userid) => ({
    key: `in|${row.id}|alias|p-${userid}`,
    taskId: null,
    queue: 'alerts',
    urgent: false,
    to: { kind: 'person', userid },
    body: { kind: 'alias-proposed', alias, village: name, caseNo },
    reply: null,
    notBefore: world.now,
    dueAt: world.now,
    fallback: null,
  }))
}

/** 别名: names that wait for a decision, and those that were learnt. */
export async function onAliases(turn: Turn): Promise<Result> {
  const { town } = turn.speaker
  if (!town) return refusal('not-staff', null)
  const all = (await turn.ctx.store.aliases(['proposed', 'approved'])).filter((each) => each.town === town.code)
  const items = all.slice(-LISTED).map(({ alias, village, status }) => ({
    alias,
    village: town.villages.find(({ code }) => code === village)?.name ?? village,
    waits: status === 'proposed',
  }))
  return answer('aliases', { kind: 'aliases', items })
}

const deciding =
  (status: 'approved' | 'refused') =>
  async (turn: Turn, _ref: CaseRef | null, rest: string): Promise<Result> => {
    const { person, town } = turn.speaker
    if (!person || !town) return refusal('not-staff', null)
    if (!person.roles.includes('admin')) return refusal('no-permission', null)
    const all = await turn.ctx.store.aliases(['proposed', 'approved'])
    const found = all.find(({ alias, town: of }) => alias === rest.trim() && of === town.code)
    if (!found) return refusal('unknown-alias', null)
    const village = town.villages.find(({ code }) => code === found.village)?.name ?? found.village
    const decided: NewAlias = { ...found, status, by: turn.speaker.userid, at: turn.world.now }
    return {
      note: `alias ${status}`,
      decision: { aliases: [decided] },
      answers: [{ kind: 'alias-decided', alias: found.alias, village, approved: status === 'approved' }],
    }
  }
/** 批准别名 X */
export const onAliasApprove = deciding('approved')
/** 不批别名 X */
export const onAliasRefuse = deciding('refused')
