import { isBarred, barredUnits } from '../../domain/people/barred.ts'
import { whyNot } from '../../domain/case/transitions.ts'
import { OPEN_STAGES, type Task } from '../../domain/task.ts'
import type { Town } from '../../domain/town.ts'
import { ACTS, type ActName } from '../api/cases/acts.ts'
import type { Viewer } from '../viewer.ts'

type Seen = Readonly<{
  task: Task
  town: Town
  viewer: Viewer
  /** other cases were merged into it */
  joined?: boolean
  /** who waits for a second person to agree to a look behind the mask */
  looker?: string | null
}>

const isOpen = ({ stage }: Task): boolean => (OPEN_STAGES as readonly string[]).includes(stage)
const isLead = ({ task, town, viewer }: Seen): boolean =>
  task.lead !== null && viewer.places.some((place) => place.town === town && place.station === task.lead)
const commands = ({ viewer }: Seen): boolean => viewer.roles.some((role) => role === 'dispatcher' || role === 'leader')
/** A complaint about the township's own people is the supervisors' to place. */
const decides = (seen: Seen): boolean =>
  commands(seen) || seen.task.understood?.supervised === true || barredUnits(seen.task, seen.town).length > 0

/** Whether an act is worth a button; the rules of the chat decide all the same when it is pressed. */
const SENSIBLE: Readonly<Record<ActName, (seen: Seen) => boolean>> = {
  sign: (seen) => isLead(seen) && whyNot(seen.task, 'sign') === null,
  arrive: (seen) => isLead(seen) && whyNot(seen.task, 'arrive') === null && seen.task.arrivedAt === null,
  feedback: (seen) => isLead(seen) && whyNot(seen.task, 'feedback') === null,
  finish: (seen) => isLead(seen) && whyNot(seen.task, 'finish') === null,
  return: (seen) => isLead(seen) && whyNot(seen.task, 'return') === null,
  assign: (seen) => decides(seen) && seen.task.stage !== 'disputed' && whyNot(seen.task, 'assign') === null,
  rule: (seen) => decides(seen) && seen.task.stage === 'disputed',
  urge: (seen) => commands(seen) && seen.task.stage !== 'triage' && whyNot(seen.task, 'urge') === null,
  merge: (seen) => commands(seen) && whyNot(seen.task, 'merge') === null,
  split: (seen) => commands(seen) && (seen.joined === true || seen.task.reporters.length > 1),
  apart: (seen) => commands(seen) && isOpen(seen.task),
  // their buttons stand beside what was not delivered, and what was learnt
  'told-otherwise': () => false,
  unlearn: () => false,
  place: (seen) => commands(seen) && isOpen(seen.task),
  whistle: (seen) => (isLead(seen) || commands(seen)) && whyNot(seen.task, 'call-in') === null,
  transfer: (seen) => (isLead(seen) || commands(seen)) && whyNot(seen.task, 'call-in') === null,
  'ask-reporter': (seen) => (isLead(seen) || commands(seen)) && (isOpen(seen.task) || seen.task.stage === 'finished'),
  reveal: ({ viewer, task }) => canReveal(viewer) && task.mergedInto === null,
  'reveal-agree': ({ viewer, looker = null }) => looker !== null && looker !== viewer.userid,
}

const canReveal = ({ roles }: Viewer): boolean => ACTS.reveal.roles.some((role) => roles.includes(role))

/** The acts that make sense for this case, in the order of the table. */
export function actsFor(seen: Seen): readonly ActName[] {
  const { task, town, viewer } = seen
  if (task.mergedInto !== null || isBarred(task, town, viewer.userid)) return []
  const names = Object.keys(ACTS) as ActName[]
  const mayDo = (name: ActName) => ACTS[name].roles.some((role) => viewer.roles.includes(role))
  return names.filter((name) => mayDo(name) && SENSIBLE[name](seen))
}
