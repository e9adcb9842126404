import type { Chat } from '../inbound.ts'
import type { Facts } from '../facts.ts'
import type { Task } from '../task.ts'
import type { Town } from '../town.ts'
import { dayOf } from '../calendar/zone.ts'
import { powerOf } from '../duty/power.ts'
import { patternsOf, shownPatterns } from '../understand/patterns.ts'
import { listed, maskBut, maskFor } from '../privacy/mask.ts'
import { isBeforeSupervisors } from '../people/beforeSupervisors.ts'
import { findStation, nameOf } from '../people/directory.ts'
import { withoutName } from '../privacy/told.ts'
import { suspensionOf } from '../work/granted.ts'

/** What may be shown of a case to anyone who handles it: facts, never who reported, nor what in the words tells it. */
export function factsOf(task: Task, town: Town): Facts {
  const shown = maskFor(task.shield)
  const duty = town.duties.find((d) => d.code === task.item)
  const officer = nameOf(town, task.person)
  return {
    caseNo: task.caseNo,
    town: town.name,
    stage: task.stage,
    level: task.level,
    item: duty?.name ?? null,
    place: task.place && shown(task.place.name),
    text: shown(task.text),
    lead: stationName(town, task.lead),
    assist: task.assist.map((id) => stationName(town, id) ?? id),
    holder: nameOf(town, task.holder),
    signBy: task.due.sign?.toISOString() ?? null,
    arriveBy: task.due.arrive?.toISOString() ?? null,
    finishBy: task.due.finish?.toISOString() ?? null,
    tentative: task.tentative,
    result: task.result === null ? null : withoutName(task.text)(maskBut(task.result, listed(town))),
    reopens: task.reopens,
    legalBasis: duty?.legalBasis ?? null,
    ...(duty && task.lead ? { power: powerOf(duty, task.lead, town, dayOf(task.assignedAt ?? task.createdAt)) } : {}),
    ...(officer === null ? {} : { officer }),
    ...patterns(task.text, dayOf(task.createdAt)),
    ...(task.shield === 'none' ? {} : { shield: task.shield }),
    ...(task.understood?.handedTo ? { handedTo: task.understood.handedTo } : {}),
    ...suspended(task, town),
    ...(isBeforeSupervisors(task) ? { watched: true } : {}),
    ...(task.mergedInto === null ? {} : { mergedInto: task.mergedInto }),
  }
}

/** To one of several reporters, too: that another of them asked not to be known is not his business. */
export function factsTo(task: Task, town: Town, userid: string): Facts {
  const { shield, ...facts } = factsOf(task, town)
  return shield && !isOneOfSeveral(task, userid) ? { ...facts, shield } : facts
}

export const isOneOfSeveral = ({ reporters }: Task, userid: string): boolean =>
  reporters.length > 1 && reporters.some((reporter) => reporter.userid === userid)

/** A group reads along: there a confidential report is only given its number. */
export function factsIn(task: Task, town: Town, { type }: Chat): Facts {
  const facts = factsOf(task, town)
  if (task.shield !== 'confidential' || type === 'single') return facts
  return { ...facts, text: '', item: null, place: null, assist: [] }
}

function suspended(task: Task, town: Town): Pick<Facts, 'suspended'> {
  const found = suspensionOf(task)
  if (!found) return {}
  const { until, why, file } = found
  return { suspended: { until, why: maskBut(why, listed(town)), ...(file ? { filed: true } : {}) } }
}

function patterns(text: string, day: string): Pick<Facts, 'patterns'> {
  const shown = shownPatterns(patternsOf(text, day))
  return shown.length === 0 ? {} : { patterns: shown }
}

function stationName(town: Town, id: string | null): string | null {
  return findStation(town, id)?.name ?? id
}
