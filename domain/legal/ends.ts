import type { Look } from './look.ts'
import { dayOf } from '../calendar/zone.ts'
import { firstDayAfter, termEnd } from '../law/term.ts'
import { rule } from './look.ts'
import { last } from './steps.ts'
import { endOf, fineOf, hearingAskEnd, mayAskHearing, noticeOf } from './terms.ts'
import { isSimple } from './weight.ts'

/** The last day on which it could still be punished (§36); it was found when it was reported. */
export function limitationEnd(look: Look): string | null {
  const { file, world } = look
  if (file.violatedOn === null) return null
  return termEnd(file.violatedOn, rule(look, file.harmful ? 'limitation.harm' : 'limitation'), world.calendar).day
}

export function isTooOld(look: Look): boolean {
  const end = limitationEnd(look)
  return end !== null && dayOf(look.hand.task.createdAt) > end
}

export function withinSimple(look: Look): boolean {
  const { proposal, party } = look.file
  return proposal === null || party === null || isSimple(look, proposal, party)
}

export function mayAsk(look: Look): boolean {
  const notice = noticeOf(look)
  return notice !== null && mayAskHearing(notice)
}

export function askEnd(look: Look): string | null {
  const notice = noticeOf(look)
  return notice && hearingAskEnd(look, notice).day
}

export function defenceEnd(look: Look): string {
  const notice = noticeOf(look)
  return notice ? endOf(look, 'defence', notice.day).day : ''
}

export const isOver = ({ today }: Look, end: string): boolean => end !== '' && today > end

export const firstHearingDay = (look: Look): string =>
  firstDayAfter(look.today, rule(look, 'hearing.notice'), look.world.calendar).day

export const hearingDay = ({ file }: Look): string => String(last(file, 'hearing-notified')?.data?.['hearingOn'] ?? '')

/** More than this nobody has to pay on a day. */
export function mostOwed(look: Look, day: string): number {
  const fine = fineOf(look, day)
  return fine ? Math.round((fine.amount + fine.surcharge - fine.paid) * 100) / 100 : 0
}

export function owed(look: Look): readonly string[] {
  const fine = fineOf(look, look.today)
  return fine ? [String(fine.amount - fine.paid), String(fine.surcharge)] : []
}
