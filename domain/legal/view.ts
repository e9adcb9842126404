import type { Look } from './look.ts'
import type { StepTaken } from './kinds.ts'
import type { Ended, FileView } from './said.ts'
import { nameOf } from '../people/directory.ts'
import { nameIn } from '../review/pool.ts'
import { runningClocks } from './clocks.ts'
import { blocksOf } from './gates.ts'
import { nextDoing } from './next.ts'
import { last } from './steps.ts'
import { endOf, fineOf, hearingIn } from './terms.ts'
import { MASKED_PARTY } from './wording-said.ts'

/** A file as it is shown; in a group nothing tells who its party is. */
export function viewOf(look: Look, alone: boolean): FileView {
  const { entry, file, hand, today } = look
  const next = nextDoing(look)
  return {
    no: entry.no,
    caseNo: file.caseNo,
    filingNo: file.filingNo ?? entry.no,
    state: entry.state,
    procedure: file.procedure,
    itemName: file.itemName,
    organ: file.organ,
    delegation: file.delegation,
    ...partyOf(look, alone),
    officers: file.officers.map((userid) => nameOf(hand.town, userid) ?? userid),
    facts: alone ? file.facts : null,
    violatedOn: file.violatedOn,
    proposal: file.proposal,
    discretion: file.discretion,
    mentor: file.mentor,
    ...endedIn(file.steps.findLast(({ step }) => step === 'dismissed')),
    steps: file.steps.map((taken) => ({
      ...endedIn(taken),
      step: taken.step,
      day: taken.day,
      by: outsider(taken) ?? nameOf(hand.town, taken.by) ?? nameIn(look.world, taken.by) ?? '',
      note: alone ? taken.note : null,
    })),
    clocks: runningClocks(look).map(({ clock, until, tentative }) => ({
      clock,
      until,
      tentative,
      over: today > until,
      ...hearingIn(look, clock),
    })),
    next,
    blocks: next === null ? [] : blocksOf(look, next),
    fine: fineOf(look, today),
    appeal: appealOf(look),
  }
}

/** A department that is not in here; who wrote down what it said is in the log. */
function outsider({ step, data }: StepTaken): string | null {
  const mentor = data?.['mentor']
  return step === 'signed-off' && data?.['outside'] === true && typeof mentor === 'string' ? mentor : null
}

function endedIn(step: StepTaken | undefined): Readonly<{ how?: Ended }> {
  const how = step?.data?.['how']
  return how === 'dropped' || how === 'spared' ? { how } : {}
}

function partyOf({ file: { party } }: Look, alone: boolean): Pick<FileView, 'party' | 'partyMore'> {
  if (!party) return { party: null, partyMore: null }
  if (!alone) return { party: MASKED_PARTY(party.name), partyMore: null }
  const more = [party.id, party.representative, party.phone, party.address].filter((each) => each !== null)
  return { party: party.name, partyMore: more.join(' ') || null }
}

/** Until when the party may ask for 复议, or go to court: from the day the decision was served. */
function appealOf(look: Look): FileView['appeal'] {
  const served = last(look.file, 'served')
  if (!served) return null
  return { review: endOf(look, 'appeal.review', served.day).day, court: endOf(look, 'appeal.court', served.day).day }
}
