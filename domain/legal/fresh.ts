import { newEntry, type Entry, type EntryNumber } from '../book/entry.ts'
import type { CaseInHand } from '../case/draft.ts'
import type { Duty } from '../town.ts'
import type { World } from '../world.ts'
import { dayOf } from '../calendar/zone.ts'
import { guides, mentorName } from '../review/mentor.ts'
import type { CaseFile } from './kinds.ts'
import { filingNo } from './wording-file.ts'

/** What 立案 knows of a case. */
export function newFile(
  { task, town }: CaseInHand,
  duty: Duty,
  world: World,
): Omit<CaseFile, 'organ' | 'delegation' | 'officers' | 'procedure' | 'steps'> {
  const today = dayOf(world.now)
  const guided = guides(duty, today)
  return {
    caseNo: task.caseNo,
    item: duty.code,
    itemName: duty.name,
    legalBasis: duty.legalBasis,
    party: null,
    filedOn: today,
    policyId: town.policy.id,
    facts: null,
    violatedOn: null,
    harmful: false,
    proposal: null,
    discretion: null,
    mentor: guided && duty.mentor !== null ? mentorName(town, duty.mentor) : null,
    mentorUntil: guided ? duty.mentorUntil : null,
    reviewNeeded: duty.review,
    documents: [],
  }
}

type Standing = Pick<CaseFile, 'organ' | 'delegation' | 'officers'>

/** The entry of a new file. */
export function fresh(
  { task, town }: CaseInHand,
  number: EntryNumber,
  world: World,
  data: ReturnType<typeof newFile> & Standing,
  simple: boolean,
): Entry<'file'> {
  const at = world.now.toISOString()
  const { organ, delegation, officers, ...known } = data
  return newEntry({ world, town }, 'file', number, {
    taskId: task.id,
    state: 'open',
    owner: task.lead,
    dueAt: null,
    data: {
      ...known,
      organ,
      delegation,
      officers,
      procedure: simple ? 'simple' : 'ordinary',
      filingNo: filingNo(town, number.year, number.seq),
      steps: [{ step: 'filed', at, day: known.filedOn, by: officers[0] ?? 'system', note: null }],
    },
  })
}
