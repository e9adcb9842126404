import { z } from 'zod'
import { factsOf } from '../../domain/case/facts.ts'
import { choices } from '../../domain/case/triage.ts'
import { findTown } from '../../domain/people/directory.ts'
import { maskFor } from '../../domain/privacy/mask.ts'
import { understoodOf, type Task } from '../../domain/task.ts'
import type { Town } from '../../domain/town.ts'
import type { TimelineEntry } from '../../context.ts'
import { actsFor } from '../cases/may.ts'
import { staffName } from '../cases/people.ts'
import { ACT_NAMES } from '../api/cases/acts.ts'
import { boardRow, boardRowShape } from '../board/row.ts'
import type { Desk } from '../desk.ts'
import { beforeShape, unitBefore, type Learnt } from './before.ts'
import { sees, type Viewer } from '../viewer.ts'

const choice = z.object({ id: z.string(), name: z.string() })

/** A case of which somebody must say who leads, with all that helps to say it. */
export const askShape = z.object({
  row: boardRowShape,
  text: z.string(),
  why: z.enum(['unsure', 'unsolved', 'returned', 'conflict']),
  /** of a returned one: who gave it back, and why */
  by: z.string(),
  reason: z.string(),
  since: z.string(),
  until: z.string(),
  candidates: z.array(choice),
  guess: z.object({
    by: z.enum(['rules', 'model', 'both', 'person', 'nobody']),
    confidence: z.number(),
    words: z.array(z.string()),
    raised: z.array(z.string()),
    /** the unit it would be by itself */
    unit: z.string(),
    before: beforeShape.nullable(),
  }),
  acts: z.array(z.enum(ACT_NAMES)),
})
export type AskLine = z.infer<typeof askShape>

const MOST = 100

/** Cases in this stage that wait for a word of the viewer, those that wait longest first. */
export async function asksFor(
  desk: Desk,
  viewer: Viewer,
  stage: 'triage' | 'disputed',
  learnt: Learnt,
  now: Date,
): Promise<readonly AskLine[]> {
  const places = viewer.places.filter(({ all }) => all)
  const found = await Promise.all(
    places.map(({ town }) => desk.ctx.store.tasks({ town: town.code, stages: [stage], limit: MOST })),
  )
  const seen = found.flat().filter((task) => sees(viewer, task))
  const events = await desk.ctx.store.lastOf(
    seen.map(({ id }) => id),
    ASKED,
  )
  const lines = await Promise.all(
    seen.map((task) => askLine(desk, viewer, { task, asked: events.get(task.id), now }, learnt)),
  )
  const numbered = lines.toSorted((a, b) => a.row.no.localeCompare(b.row.no))
  return numbered.toSorted((a, b) => Date.parse(a.until) - Date.parse(b.until))
}

/** A case, and what made somebody ask. */
type Asked = Readonly<{ task: Task; asked: TimelineEntry | undefined; now: Date }>

async function askLine(desk: Desk, viewer: Viewer, { task, asked, now }: Asked, learnt: Learnt): Promise<AskLine> {
  const town = findTown(desk.ctx, task.town)
  const since = asked?.at ?? task.createdAt
  const { by, confidence, words, raised } = understoodOf(task)
  const known = choices({ task, town, world: { now } })
  const { before, candidates } = await unitBefore(desk, viewer, { task, town, now }, known, learnt)
  return {
    row: boardRow(task, town),
    text: factsOf(task, town).text,
    why: whyOf(task),
    ...givenBack(task, town, asked),
    since: since.toISOString(),
    until: (task.ruleBy ?? since).toISOString(),
    candidates,
    guess: { by, confidence, words: [...words], raised: [...raised], unit: known[0]?.name ?? '', before },
    acts: [...actsFor({ task, town, viewer })],
  }
}

/** What made somebody ask. */
const ASKED: readonly string[] = ['returned', 'triage', 'unsolved', 'conflict', 'split']

function whyOf({ stage, understood, reopens }: Task): AskLine['why'] {
  if (stage === 'disputed') return 'returned'
  if (understood?.supervised) return 'conflict'
  return reopens > 0 ? 'unsolved' : 'unsure'
}

function givenBack(task: Task, town: Town, asked: TimelineEntry | undefined): Pick<AskLine, 'by' | 'reason'> {
  if (asked?.type !== 'returned') return { by: '', reason: '' }
  const reason = asked.data['reason']
  return {
    by: staffName(town, asked.by) ?? '',
    reason: typeof reason === 'string' ? maskFor(task.shield)(reason) : '',
  }
}
