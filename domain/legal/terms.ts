import type { StepTaken } from './kinds.ts'
import type { Look } from './look.ts'
import { termEnd, type TermEnd } from '../law/term.ts'
import { addDays, dayFrom } from '../calendar/zone.ts'
import { rule } from './look.ts'
import { has, hasSince, last } from './steps.ts'

type TermKey =
  | 'decide'
  | 'evidence.hold'
  | 'serve'
  | 'hearing.ask'
  | 'defence'
  | 'pay'
  | 'appeal.review'
  | 'appeal.court'

export const endOf = (look: Look, key: TermKey, from: string): TermEnd =>
  termEnd(from, rule(look, key), look.world.calendar)

/** Until when the decision must be made: 90 days from 立案, and what a leader granted by another law (§60). */
export function decideEnd(look: Look): TermEnd {
  const { day, tentative } = endOf(look, 'decide', look.file.filedOn)
  const granted = look.file.steps.filter(({ step }) => step === 'extended')
  return {
    day: addDays(
      day,
      granted.reduce((sum, { data }) => sum + Number(data?.['days'] ?? 0), 0),
    ),
    tentative,
  }
}

/** The notice that counts: the latest. */
export const noticeOf = ({ file }: Look): StepTaken | null => last(file, 'noticed')

export const mayAskHearing = (notice: StepTaken): boolean => notice.data?.['hearing'] === true

/** Is the time in which the party may speak also one to ask for a hearing? */
export function hearingIn(look: Look, clock: string): Readonly<{ hearing?: true }> {
  const notice = clock === 'told' ? noticeOf(look) : null
  return notice && mayAskHearing(notice) ? { hearing: true } : {}
}

export const hearingAskEnd = (look: Look, notice: StepTaken): TermEnd => endOf(look, 'hearing.ask', notice.day)

/** The party has spoken, at a hearing or before one, or said that he will not. */
export const isHeard = ({ file }: Look): boolean => hasSince(file, ['defended', 'hearing-held'], ['noticed'])

/** Whoever asked for a hearing, or said that he wants none, has used his right. */
export const askedOrWaived = ({ file }: Look): boolean =>
  hasSince(file, ['hearing-asked', 'hearing-waived'], ['noticed'])

/** A hearing was asked for, and was not held since. */
export const awaitsHearing = ({ file }: Look): boolean =>
  has(file, 'hearing-asked') && !hasSince(file, ['hearing-held'], ['hearing-asked'])

/** Until when the party may still speak or ask; null when he has done so. */
export function toldEnd(look: Look): (TermEnd & Readonly<{ from: string }>) | null {
  const notice = noticeOf(look)
  if (!notice || awaitsHearing(look)) return null
  const ends = [
    ...(isHeard(look) ? [] : [endOf(look, 'defence', notice.day)]),
    ...(mayAskHearing(notice) && !askedOrWaived(look) ? [hearingAskEnd(look, notice)] : []),
  ].toSorted((a, b) => (a.day < b.day ? 1 : -1))
  return ends[0] ? { ...ends[0], from: notice.day } : null
}

/** Evidence that is held and not decided on. */
export const openHold = ({ file }: Look): StepTaken | null =>
  has(file, 'hold') && !hasSince(file, ['hold-ended'], ['hold']) ? last(file, 'hold') : null

export type Fine = Readonly<{ amount: number; paid: number; surcharge: number; due: string | null }>

/** What is owed: 15 days after it was served (§67), then 3 % of what is left for each day, at most the fine (§72). */
export function fineOf(look: Look, day: string): Fine | null {
  const decision = last(look.file, 'decided')
  const amount = Number(decision?.data?.['fine'] ?? 0)
  if (!decision || amount <= 0) return null
  const payments = look.file.steps.filter(({ step }) => step === 'paid')
  const sum = (steps: readonly StepTaken[]) => steps.reduce((all, { data }) => all + Number(data?.['amount'] ?? 0), 0)
  const served = last(look.file, 'served')
  const due = served ? endOf(look, 'pay', served.day).day : null
  return { amount, paid: sum(payments), surcharge: due ? surchargeOn(look, amount, payments, due, day) : 0, due }
}

function surchargeOn(look: Look, fine: number, payments: readonly StepTaken[], due: string, day: string): number {
  const [rate, most] = [rule(look, 'surcharge.rate'), rule(look, 'surcharge.most')]
  const changes = payments.filter((step) => step.day > due && step.day < day).map((step) => step.day)
  const days = [due, ...changes.toSorted(), day]
  const paidBy = (until: string) =>
    payments.filter((step) => step.day <= until).reduce((all, { data }) => all + Number(data?.['amount'] ?? 0), 0)
  const sum = days.slice(1).reduce((all, to, i) => {
    const from = days[i] ?? due
    return all + Math.max(0, fine - paidBy(from)) * rate * Math.max(0, dayFrom(to) - dayFrom(from))
  }, 0)
  return Math.round(Math.min(sum, fine * most) * 100) / 100
}

export const isPaid = (look: Look): boolean => {
  const fine = fineOf(look, look.today)
  return fine === null || fine.paid >= fine.amount
}
