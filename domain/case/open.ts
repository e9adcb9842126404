import type { Place, Reporter, Shield, Task, Understood } from '../task.ts'
import type { ReplyHandle } from '../inbound.ts'
import type { Routed } from '../route/route.ts'
import type { Town } from '../town.ts'
import type { World } from '../world.ts'
import { foundBy } from '../assess/foundBy.ts'
import { shieldIn } from '../privacy/shieldIn.ts'
import { dayOf } from '../calendar/zone.ts'
import { formatCaseNo } from '../command/caseNo.ts'
import { findStation } from '../people/directory.ts'
import { dangerLead } from '../triage/dangerLead.ts'
import { areaLead } from '../route/area.ts'
import { fallbackLead, ownerOf } from '../route/fallback.ts'
import { dangerOf } from '../understand/danger.ts'
import { accusedOf, isAnybody, type Accused } from '../understand/accused.ts'
import { barredUnits } from '../people/barred.ts'
import { askSupervisors, conflictWith, keepAccused } from './conflict.ts'
import { askCommandRoom } from './triage.ts'
import { dispatch } from './dispatch.ts'
import { stricter } from './shield.ts'
import { factsIn } from './facts.ts'
import { commandRoom } from '../people/recipients.ts'
import { alert, begin, decide, factsNow, record, reporterAddress, tell, type Draft } from './draft.ts'
import type { Decision } from '../decision.ts'

export const TEXT_LIMIT = 2000

/** One report, understood as far as the rules go. */
export type Intake = Readonly<{
  town: Town
  place: Place | null
  text: string
  reporter: Reporter
  routed: Routed
  understood: Understood
  /** all the reporter said, where the case is about a part of it */
  whole?: string
  emergency: boolean
  /** how its reporter asked to be kept before */
  shield?: Shield
  /** about the township's own people, whoever of them is meant */
  complaint?: boolean
  /** ISO; another system wants an answer by then */
  answerBy?: string | null
  /** the next number of the township's day */
  seq: number
  reply: ReplyHandle | null
  attachments: readonly string[]
}>

/**
 * Makes one numbered case of a report and dispatches it, or asks the command room when the rules are unsure.
 * `confirm` false: the reporter hears of it in a message about several.
 */
export function openCase(intake: Intake, world: World, confirm = true): Decision {
  const draft = begin(world, { task: newTask(intake, world), town: intake.town, policy: intake.town.policy })
  record(draft, 'opened', 'reporter', {
    place: draft.task.place,
    level: draft.task.level,
    item: draft.task.item,
    text: draft.task.text,
    found: foundBy(draft.task, draft.town),
  })
  draft.reports.push({
    id: world.id(),
    taskId: draft.task.id,
    userid: intake.reporter.userid,
    chat: intake.reporter.chat,
    text: intake.whole ?? intake.text,
    at: world.now,
  })
  handOut(draft, intake)
  if (confirm) confirmReceipt(draft, intake)
  const decision = decide(draft)
  return intake.attachments.length > 0
    ? { ...decision, attach: { ids: intake.attachments, taskId: draft.task.id } }
    : decision
}

function newTask(intake: Intake, world: World): Task {
  const day = dayOf(world.now).slice(2).replaceAll('-', '')
  const { town, routed, emergency } = intake
  return {
    id: world.id(),
    caseNo: formatCaseNo(town.code, day, intake.seq),
    town: town.code,
    day,
    seq: intake.seq,
    version: 0,
    stage: 'triage',
    level: emergency ? 'emergency' : routed.level,
    item: routed.kind === 'unsure' ? null : routed.duty.code,
    place: intake.place,
    text: shorten(intake.text),
    lead: null,
    assist: [],
    candidates: candidatesOf(routed),
    reporters: [intake.reporter],
    policyId: town.policy.id,
    createdAt: world.now,
    dispatchedAt: null,
    assignedAt: null,
    due: {},
    ruleBy: null,
    tentative: false,
    holder: null,
    signedAt: null,
    arrivedAt: null,
    activeAt: null,
    finishedAt: null,
    result: null,
    returns: 0,
    reopens: 0,
    nudges: 0,
    nudgedAt: null,
    solved: null,
    satisfied: null,
    cards: 0,
    shield: stricter(shieldIn(intake.whole ?? intake.text), intake.shield ?? 'none'),
    mergedInto: null,
    linked: [],
    understood: intake.answerBy ? { ...intake.understood, answerBy: intake.answerBy } : intake.understood,
    dutyVersion: town.dutyVersion ?? null,
    person: null,
  }
}

/** What is another channel's business still has a unit that knows it best. */
function candidatesOf(routed: Routed): readonly string[] {
  if (routed.kind === 'unsure') return routed.candidates
  return routed.kind === 'refer' ? [routed.duty.lead] : []
}

/** To the unit that leads; where that would be who is complained about, to the supervisors; where nobody knows, to the command room. */
function handOut(draft: Draft, intake: Intake): void {
  const lead = leadOf(intake, draft.world)
  const conflict = conflictWith(draft, lead) ?? accusedAnyway(draft, intake)
  if (conflict && isAnybody(conflict)) keepAccused(draft, conflict)
  const goes = conflict ? strangerIn(draft, intake, lead) : lead
  if (goes) dispatch(draft, goes, assistOf(intake), 'system')
  if (conflict) askSupervisors(draft, conflict)
  else if (lead) sayOwnerless(draft, intake)
  else sendToTriage(draft)
}

/** Who is complained about; in a danger, where those who help lead, also who is accused beside it. */
function accusedAnyway({ task, town }: Draft, { complaint, emergency }: Intake): Accused | null {
  const accused = complaint || emergency ? accusedOf(task, town) : null
  return accused && (complaint || isAnybody(accused)) ? accused : null
}

/** An emergency waits for nobody: some unit that is not accused goes at once. */
function strangerIn({ task, town }: Draft, { emergency }: Intake, lead: string | null): string | null {
  const barred = barredUnits(task, town)
  if (!emergency) return null
  return lead !== null && !barred.includes(lead) ? lead : fallbackLead(town, barred)
}

/** An emergency never waits for a person to choose: without a rule whoever deals with such a danger leads, else the brigade, and the command room is told anyway. */
function leadOf(intake: Intake, world: World): string | null {
  const { emergency, town } = intake
  const wanted = wantedOf(intake)
  const owner = wanted === null ? null : ownerOf(town, wanted, world.now)
  return owner ?? (emergency ? (dangerLead(intake.text, town) ?? fallbackLead(town)) : null)
}

/**
 * The unit the lists name: that of the item in this area, else that of the item. What is told to others otherwise goes to
 * them in an emergency, where they are in the house.
 */
function wantedOf({ routed, town, place, emergency }: Intake): string | null {
  if (routed.kind === 'refer') return emergency ? (findStation(town, routed.duty.lead)?.id ?? null) : null
  if (routed.kind !== 'routed') return null
  // who helps in a danger does so everywhere
  const rescues = routed.lead !== routed.duty.lead
  return rescues ? routed.lead : (areaLead(town, routed.duty, place) ?? routed.lead)
}

/** The unit of the list is gone or empty: somebody else has the case, and the list wants mending. */
function sayOwnerless(draft: Draft, intake: Intake): void {
  const { town } = intake
  const id = wantedOf(intake)
  if (id === null || draft.task.lead === id) return
  const wanted = findStation(town, id)?.name ?? id
  record(draft, 'fallback', 'system', { wanted: id, lead: draft.task.lead })
  for (const address of commandRoom(town)) alert(draft, address, { kind: 'ownerless', facts: factsNow(draft), wanted })
}

/** Where the area gives the item to another unit, the one of the list helps. */
function assistOf(intake: Intake): readonly string[] {
  const { routed } = intake
  if (routed.kind !== 'routed') return []
  const lead = wantedOf(intake)
  return lead === routed.lead ? routed.assist : [...routed.assist.filter((id) => id !== lead), routed.lead]
}

function sendToTriage(draft: Draft): void {
  record(draft, 'triage', 'system', { candidates: draft.task.candidates })
  askCommandRoom(draft, 'unsure', null, null)
}

function confirmReceipt(draft: Draft, intake: Intake): void {
  const cut = intake.text.length > TEXT_LIMIT
  const call = dangerOf(intake.text, intake.town)?.call
  const askSpot = intake.emergency && intake.place === null
  tell(
    draft,
    'replies',
    reporterAddress(intake.reporter),
    {
      kind: 'accepted',
      facts: factsIn(draft.task, draft.town, intake.reporter.chat),
      emergency: draft.task.level === 'emergency',
      askSpot,
      cut,
      ...(call ? { call } : {}),
    },
    intake.reply,
  )
}

/** The whole text stays in the inbox and the report; the case carries what fits a page. */
function shorten(text: string): string {
  const points = [...text]
  return points.length > TEXT_LIMIT ? `${points.slice(0, TEXT_LIMIT).join('')}…` : text
}
