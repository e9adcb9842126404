import type { Level } from '../level.ts'
import { instantIn, numberIn, textIn, type Happened } from './happened.ts'
import { newStay, type Stay } from './stay.ts'

/** What a reporter said of a round of work. Who is satisfied says that it is solved, unless he said that it is not. */
export type Said = Readonly<{
  unit: string
  round: number
  at: Date
  solved: boolean | null
  satisfied: boolean | null
}>

/** Everything an assessment needs to know of one case. */
export type Story = {
  readonly caseNo: string
  openedAt: Date | null
  /** code of the village */
  place: string | null
  /** who saw it first, where the log says so */
  found: string | null
  reporters: number
  merged: boolean
  level: Level
  readonly stays: Stay[]
  readonly said: Said[]
  readonly redone: Readonly<{ unit: string; round: number; at: Date }>[]
  readonly finished: Readonly<{ unit: string; round: number; at: Date }>[]
  readonly rulings: Readonly<{ unit: string; lost: boolean; at: Date }>[]
  /** units for which solved and satisfied do not count */
  readonly excluded: Set<string>
  round: number
}

export function tell(events: readonly Happened[]): Story | null {
  const [first] = events
  if (!first) return null
  const story = blank(first)
  for (const event of events) STEPS[event.type]?.(story, event)
  return story
}

const blank = ({ caseNo }: Happened): Story => ({
  caseNo,
  openedAt: null,
  place: null,
  found: null,
  reporters: 1,
  merged: false,
  level: 'normal',
  stays: [],
  said: [],
  redone: [],
  finished: [],
  rulings: [],
  excluded: new Set(),
  round: 0,
})

const openStay = ({ stays }: Story): Stay | null => {
  const last = stays.at(-1)
  return last && last.ended === null ? last : null
}

type Step = (story: Story, event: Happened) => void

/** While it is with a unit; what else says nothing about it. */
const within =
  (step: (stay: Stay, event: Happened) => void): Step =>
  (story, event) => {
    const stay = openStay(story)
    if (stay) step(stay, event)
  }

const STEPS: Readonly<Record<string, Step>> = {
  opened(story, event) {
    story.openedAt = event.at
    story.level = levelIn(event, 'level') ?? story.level
    story.place = placeIn(event)
    story.found = textIn(event, 'found')
  },
  placed: (story, event) => void (story.place = textIn(event, 'code') ?? story.place),
  joined: grown,
  merged: grown,
  raised(story, event) {
    story.level = levelIn(event, 'to') ?? story.level
    within(movesAll)(story, event)
  },
  dispatched,
  signed: within((stay, { at }) => void ((stay.signedAt ??= at), (stay.respondedAt ??= at))),
  arrived: within((stay, { at }) => void ((stay.arrivedAt ??= at), (stay.respondedAt ??= at))),
  feedback: within((stay, { at }) => void (stay.respondedAt ??= at)),
  returned: within((stay, { at }) => {
    stay.respondedAt ??= at
    stay.returnedAt = at
    stay.disputed = true
  }),
  ruled: (story, event) =>
    void story.rulings.push({
      unit: textIn(event, 'from') ?? '',
      lost: textIn(event, 'from') === textIn(event, 'station'),
      at: event.at,
    }),
  finished(story, { at }) {
    const stay = openStay(story)
    if (!stay) return
    end(stay, at, 'finished')
    story.finished.push({ unit: stay.unit, round: story.round, at })
  },
  withdrawn: within((stay, { at }) => end(stay, at, 'over')),
  'merged-into'(story, { at }) {
    story.merged = true
    const stay = openStay(story)
    if (stay) end(stay, at, 'over')
  },
  // to somebody outside: nobody of the unit has to come; to another unit the dispatch follows
  transferred: within(
    (stay, event) => void (textIn(event, 'station') === null && standsStill(stay, 'arriveBy', event)),
  ),
  suspended: within((stay, event) => {
    standsStill(stay, 'arriveBy', event)
    standsStill(stay, 'finishBy', event)
  }),
  resumed: within(movesFinish),
  extended: within(movesFinish),
  recomputed: within(movesAll),
  solved: (story, event) => says(story, event, true, null),
  unsolved(story, event) {
    says(story, event, false, null)
    const { unit, round } = whom(event)
    story.redone.push({ unit, round, at: event.at })
    // begun anew by whoever undid a merge, too
    story.merged = false
    const stay = openStay(story)
    if (stay) end(stay, event.at, 'over')
    story.round = round + 1
  },
  rated: (story, event) => says(story, event, null, event.data['satisfied'] === true),
  revisited(story, event) {
    const { solved, satisfied, reached } = event.data
    if (reached === true) says(story, event, flag(solved), flag(satisfied))
  },
  excluded: (story, event) => void story.excluded.add(textIn(event, 'unit') ?? ''),
}

function dispatched(story: Story, event: Happened): void {
  const lead = textIn(event, 'lead')
  const before = openStay(story)
  if (lead === null) return
  if (before && before.unit === lead) {
    if (before.disputed) before.ruledAt = event.at
    before.disputed = false
    return moves(before, event)
  }
  if (before) end(before, event.at, 'moved')
  const stay = newStay(lead, event.at, story.level)
  story.stays.push(stay)
  moves(stay, event)
}

function end(stay: Stay, at: Date, how: NonNullable<Stay['ended']>['how']): void {
  stay.ended = { at, how }
}

/** The instants of its clocks, as they were set just now. */
function moves(stay: Stay, event: Happened): void {
  stay.signBy = instantIn(event, 'due', 'sign') ?? stay.signBy
  stay.arriveBy = instantIn(event, 'due', 'arrive')
  stay.finishBy = instantIn(event, 'own') ?? instantIn(event, 'due', 'finish')
}

/** … where what has not to be done any more stays so. */
function movesAll(stay: Stay, event: Happened): void {
  const { arriveBy, finishBy } = stay
  moves(stay, event)
  if (arriveBy === null) stay.arriveBy = null
  if (finishBy === null) stay.finishBy = null
}

/** What was over before the clock stood still stays over; whoever gave more time forgave it. */
function movesFinish(stay: Stay, event: Happened): void {
  const due = instantIn(event, 'own') ?? instantIn(event, 'due')
  const wasOver = event.type === 'resumed' && stay.finishBy !== null
  if (due && !wasOver) stay.finishBy = due
}

function standsStill(stay: Stay, clock: 'arriveBy' | 'finishBy', { at }: Happened): void {
  const due = stay[clock]
  if (due !== null && due > at) stay[clock] = null
}

function grown(story: Story, event: Happened): void {
  story.reporters = Math.max(story.reporters, numberIn(event, 'count'))
}

const whom = (event: Happened) => ({ unit: textIn(event, 'unit') ?? '', round: numberIn(event, 'rounds') })

function says(story: Story, event: Happened, solved: boolean | null, satisfied: boolean | null): void {
  const { unit, round } = whom(event)
  const before = story.said.findLast((each) => each.round === round && each.solved !== null)
  const implied = satisfied === true && !before ? true : null
  story.said.push({ unit, round, at: event.at, solved: solved ?? implied, satisfied })
}

const flag = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null)

function levelIn(event: Happened, key: string): Level | null {
  const level = textIn(event, key)
  return level === 'emergency' || level === 'urgent' || level === 'normal' ? level : null
}

function placeIn({ data }: Happened): string | null {
  const place = data['place']
  const code = typeof place === 'object' && place !== null ? Reflect.get(place, 'code') : null
  return typeof code === 'string' ? code : null
}
