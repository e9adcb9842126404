import { newEntry, type Entry, type EntryNumber } from '../book/entry.ts'
import type { World } from '../world.ts'
import { listed, maskBut } from '../privacy/mask.ts'
import { findStation, nameOf } from '../people/directory.ts'
import { rungRecipients } from '../people/recipients.ts'
import { begin, decide, enter, factsNow, record, tell, type CaseInHand, type Draft } from '../case/draft.ts'
import { refuse, type Actor, type Outcome } from '../case/outcome.ts'
import type { Town } from '../town.ts'
import { notLead, notLeadOrCommand, others, room } from './ask.ts'
import { settled, standing } from './keep.ts'
import type { BlockReason } from './kinds.ts'

export type Lacking = Readonly<{ reason: BlockReason; text: string }>

/** 受阻: the unit cannot go on for want of something. No excuse, the clocks go on; but those who can help see it, and it is counted. */
export function block(hand: CaseInHand, actor: Actor, lacking: Lacking, number: EntryNumber, world: World): Outcome {
  const refused = notLead(hand, actor, 'block', world)
  if (refused) return refuse(refused)
  const draft = begin(world, hand)
  if (standing(draft, 'block', 'open').some(({ data }) => data.reason === lacking.reason)) return refuse('block-known')
  enter(draft, blockOf(draft, actor, lacking, number))
  record(draft, 'blocked', actor.userid, { no: number.no, cause: lacking.reason, reason: lacking.text })
  tellThem(draft, actor, 'blocked', lacking.text || null, lacking.reason)
  return { ok: true, decision: decide(draft), task: draft.task }
}

function blockOf(draft: Draft, { userid }: Actor, lacking: Lacking, number: EntryNumber): Entry<'block'> {
  const { world, town, task } = draft
  return newEntry({ world, town }, 'block', number, {
    taskId: task.id,
    state: 'open',
    owner: task.lead,
    dueAt: null,
    data: {
      reason: lacking.reason,
      text: maskBut(lacking.text, listed(town)),
      by: userid,
      lead: task.lead ?? '',
      endedBy: null,
    },
  })
}

/** 解除受阻: by the unit, or by the command room that helped. */
export function unblock(hand: CaseInHand, actor: Actor, world: World): Outcome {
  const refused = notLeadOrCommand(hand, actor, 'block', world)
  if (refused) return refuse(refused)
  const draft = begin(world, hand)
  const open = standing(draft, 'block', 'open')
  if (open.length === 0) return refuse('block-none')
  for (const entry of open) settled(draft, { ...entry, state: 'over', data: { ...entry.data, endedBy: actor.userid } })
  record(draft, 'unblocked', actor.userid, { causes: open.map(({ data }) => data.reason) })
  tellThem(draft, actor, 'unblocked', null)
  return { ok: true, decision: decide(draft), task: draft.task }
}

function tellThem(
  draft: Draft,
  actor: Actor,
  news: 'blocked' | 'unblocked',
  note: string | null,
  reason?: BlockReason,
): void {
  const { town, task, world } = draft
  const by = nameOf(town, actor.userid)
  const told = others(draft, actor, [...rungRecipients(town, task, 'station_head', world.now), ...room(draft)])
  for (const address of told)
    tell(draft, 'dispatch', address, {
      kind: 'work-news',
      facts: factsNow(draft),
      news,
      note,
      by,
      ...(reason ? { reason } : {}),
    })
}

type Counted = Readonly<{ station: string; counts: Readonly<Partial<Record<BlockReason, number>>> }>

/** 受阻统计: how often each unit lacked what; the unit that lacked most comes first. */
export function blockCounts(blocks: readonly Entry<'block'>[], town: Town): readonly Counted[] {
  const units = [...new Set(blocks.map(({ data }) => data.lead))]
  const rows = units.map((lead) => {
    const own = blocks.filter(({ data }) => data.lead === lead)
    const reasons = [...new Set(own.map(({ data }) => data.reason))]
    const counts = Object.fromEntries(
      reasons.map((reason) => [reason, own.filter(({ data }) => data.reason === reason).length]),
    )
    return { station: findStation(town, lead)?.name ?? lead, counts, all: own.length }
  })
  return rows.toSorted((a, b) => b.all - a.all).map(({ station, counts }) => ({ station, counts }))
}
