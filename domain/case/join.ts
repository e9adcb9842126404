import type { Decision } from '../decision.ts'
import type { Reporter } from '../task.ts'
import type { Level } from '../level.ts'
import type { World } from '../world.ts'
import { comparable } from '../duplicate/comparable.ts'
import { commandRoom } from '../people/recipients.ts'
import { dangerOf } from '../understand/danger.ts'
import { shieldIn } from '../privacy/shieldIn.ts'
import { accusedIn, isAnybody } from '../understand/accused.ts'
import { again } from './again.ts'
import { callsCommandRoom, crowdLevel, isMilestone, worse } from './crowd.ts'
import {
  alert,
  begin,
  change,
  decide,
  factsNow,
  record,
  reporterAddress,
  tell,
  type CaseInHand,
  type Draft,
} from './draft.ts'
import { turnsAgainst } from './conflict.ts'
import { factsIn } from './facts.ts'
import { raise } from './raise.ts'
import { involved } from './reporter.ts'
import type { Joining } from './joining.ts'
import { stricter } from './shield.ts'

/** 并案: one more reporter of an open case. He hears its number, the unit that more people speak of it. */
export function joinReport(hand: CaseInHand, joining: Joining, world: World): Decision {
  const draft = begin(world, hand)
  if (isReporter(draft, joining.reporter))
    return again(hand, joining, saysMore(draft, joining.text) ? joining.text : null, world)
  const before = draft.task.reporters.length
  const { id } = draft.task
  change(draft, { reporters: [...draft.task.reporters, joining.reporter] })
  change(draft, { shield: stricter(draft.task.shield, joining.shield ?? shieldIn(joining.text)) })
  draft.reports.push({ id: world.id(), taskId: id, text: joining.text, at: world.now, ...joining.reporter })
  const news = saysMore(draft, joining.text) ? joining.text : null
  record(draft, 'joined', 'reporter', { how: joining.how, count: draft.task.reporters.length, text: news })
  const danger = levelOf(draft, joining)
  if (!turnsAgainst(draft, joining.text)) grown(draft, before, danger, news)
  welcome(draft, joining, danger === 'emergency')
  const decision = decide(draft)
  const ids = joining.attachments ?? []
  return ids.length > 0 ? { ...decision, attach: { ids, taskId: id } } : decision
}

/** What it means for a case that there are more reporters now: its level, its unit, and the command room. */
export function grown(draft: Draft, before: number, level: Level, news: string | null): void {
  const count = draft.task.reporters.length
  const { lead } = draft.task
  const raised =
    raise(draft, level, level === 'emergency' ? 'danger' : 'report') || raise(draft, crowdLevel(count), 'crowd')
  // a unit that gets it just now has it on its card
  const isNew = draft.task.lead !== lead
  if (!isNew && (raised || news !== null || isMilestone(before, count)))
    for (const address of involved(draft))
      tell(draft, 'dispatch', address, {
        kind: 'case-news',
        facts: factsNow(draft),
        news: raised ? 'raised' : 'joined',
        note: news,
        count,
      })
  if (!callsCommandRoom(before, count)) return
  for (const address of commandRoom(draft.town)) alert(draft, address, { kind: 'crowd', facts: factsNow(draft), count })
}

function isReporter({ task }: Draft, { userid }: Reporter): boolean {
  return task.reporters.some((known) => known.userid === userid)
}

/** Words the unit has not heard yet. What complains about the township's own people is not for it. */
function saysMore({ task, town }: Draft, text: string): boolean {
  return !isAnybody(accusedIn(text, town, task.lead)) && comparable(text) !== comparable(task.text)
}

function levelOf({ town }: Draft, { text, level = 'normal' }: Joining): Level {
  return dangerOf(text, town) === null ? level : worse(level, 'emergency')
}

function welcome(draft: Draft, { reporter, text, shield, reply = null }: Joining, emergency: boolean): void {
  const count = draft.task.reporters.length
  const kept = (shield ?? shieldIn(text)) === 'none' ? {} : { kept: true }
  const body = {
    kind: 'joined',
    facts: factsIn(draft.task, draft.town, reporter.chat),
    count,
    emergency,
    from: null,
    ...kept,
  } as const
  tell(draft, 'replies', reporterAddress(reporter), body, reply)
}
