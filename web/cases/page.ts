import { z } from 'zod'
import { requestIn, revealKey } from '../../domain/case/reveal.ts'
import { factsOf } from '../../domain/case/facts.ts'
import { readsEvidence } from '../../domain/evidence/readers.ts'
import { demandsPair } from '../../domain/evidence/pair.ts'
import { findTown } from '../../domain/people/directory.ts'
import type { Task } from '../../domain/task.ts'
import { ACT_NAMES } from '../api/cases/acts.ts'
import { boardRow, boardRowShape } from '../board/row.ts'
import type { Desk } from '../desk.ts'
import type { Viewer } from '../viewer.ts'
import { bookLines, entryShape } from './book.ts'
import { clocksOf, clockShape } from './clocks.ts'
import { filesOf, fileShape } from './files.ts'
import { actsFor } from './may.ts'
import { messageLine, messageShape } from './messages.ts'
import { relatedTo } from './related.ts'
import { stepShape, timelineOf } from './timeline.ts'

const unitShape = z.object({ id: z.string(), name: z.string() })

/** The page of a case. Whoever reported it is nowhere in it. */
export const casePageShape = z.object({
  row: boardRowShape,
  townName: z.string(),
  /** in full, without what tells who somebody is */
  text: z.string(),
  result: z.string().nullable(),
  assist: z.array(z.string()),
  officer: z.string().nullable(),
  legalBasis: z.string().nullable(),
  patterns: z.array(z.string()),
  handedTo: z.string().nullable(),
  suspended: z.object({ until: z.string(), why: z.string() }).nullable(),
  shield: z.enum(['none', 'anonymous', 'confidential']),
  returns: z.number(),
  reopens: z.number(),
  nudges: z.number(),
  solved: z.boolean().nullable(),
  satisfied: z.boolean().nullable(),
  pair: z.boolean(),
  acts: z.array(z.enum(ACT_NAMES)),
  units: z.array(unitShape),
  clocks: z.array(clockShape),
  timeline: z.array(stepShape),
  messages: z.array(messageShape),
  files: z.array(fileShape),
  book: z.array(entryShape),
  related: z.array(z.object({ row: boardRowShape, why: z.string(), merged: z.boolean() })),
  now: z.string(),
})
export type CasePage = z.infer<typeof casePageShape>

const MOST_MESSAGES = 200

/** All that the page of a case shows to this viewer, who may see it. */
export async function casePage(desk: Desk, viewer: Viewer, task: Task, now: Date): Promise<CasePage> {
  const { store, calendar } = desk.ctx
  const town = findTown(desk.ctx, task.town)
  const [events, messages, files, entries, policy, asked] = await Promise.all([
    store.timeline(task.id),
    store.messagesOf(task.id, MOST_MESSAGES),
    store.attachments(task.id),
    store.entriesOf(task.id),
    store.policy(task.policyId),
    store.note(revealKey(task)),
  ])
  const hand = { task, town, policy: policy ?? town.policy, entries, files }
  const related = await relatedTo(store, task, events, viewer)
  // whoever only reported it learns how it goes, not what proves it or who was told
  const whole = readsEvidence(hand, viewer.userid)
  const joined = related.some(({ task: other }) => other.mergedInto === task.caseNo)
  const seen = { task, town, viewer, joined, looker: requestIn(asked, now)?.by ?? null }
  return {
    ...headOf(task, town, now),
    pair: demandsPair(hand),
    acts: [...actsFor(seen)],
    units: town.stations.map(({ id, name }) => ({ id, name })),
    clocks: [...clocksOf(task, hand.policy, calendar)],
    timeline: [...timelineOf(events, { task, town, viewer: viewer.userid }, desk)],
    messages: whole ? messages.map((row) => messageLine(row, task, town, desk)) : [],
    files: whole ? [...filesOf(hand, files)] : [],
    book: whole ? [...bookLines(entries)] : [],
    related: related.map(({ task: other, why }) => ({
      row: boardRow(other, findTown(desk.ctx, other.town)),
      why,
      merged: other.mergedInto === task.caseNo,
    })),
  }
}

type Town = ReturnType<typeof findTown>

function headOf(task: Task, town: Town, now: Date) {
  const facts = factsOf(task, town)
  return {
    row: boardRow(task, town),
    townName: town.name,
    text: facts.text,
    result: facts.result,
    assist: [...facts.assist],
    officer: facts.officer ?? null,
    legalBasis: facts.legalBasis,
    patterns: [...(facts.patterns ?? [])],
    handedTo: facts.handedTo ?? null,
    suspended: facts.suspended ? { until: facts.suspended.until, why: facts.suspended.why } : null,
    shield: task.shield,
    returns: task.returns,
    reopens: task.reopens,
    nudges: task.nudges,
    solved: task.solved,
    satisfied: task.satisfied,
    now: now.toISOString(),
  }
}
