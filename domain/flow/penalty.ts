import type { Entry } from '../book/entry.ts'
import type { FileDocument, FileStep, Party } from '../legal/kinds.ts'
import type { Town } from '../town.ts'
import type { World } from '../world.ts'
import { dayOf } from '../calendar/zone.ts'
import { findStation } from '../people/directory.ts'
import { unit, type Address } from '../people/recipients.ts'
import { maskedName } from './holder.ts'
import type { PenaltyFacts } from './said.ts'
import { DECISION_DOC, MONTH, UNKNOWN_PARTY } from './wording-penalty.ts'

type File = Entry<'file'>

/** Steps after which there is a decision to be told of. */
const DECIDED: readonly FileStep[] = ['decided']

/** A penalty as departments may know it: a company by its name, a person as 张某; null while nothing is decided. */
export function penaltyFacts({ no, data }: File): PenaltyFacts | null {
  const decided = data.steps.findLast(({ step }) => DECIDED.includes(step))
  const { proposal } = data
  if (!decided || !proposal || proposal.sort === 'none') return null
  return {
    no,
    docNo: data.documents.findLast(isDecision)?.docNo ?? null,
    day: decided.day,
    party: partyName(data.party),
    item: data.itemName,
    sort: proposal.sort,
    amount: proposal.fine,
    text: proposal.text,
    law: data.legalBasis,
    organ: data.organ,
  }
}

const isDecision = ({ kind, docNo }: FileDocument): boolean => kind.includes('decision') || DECISION_DOC.test(docNo)

const partyName = (party: Party | null): string =>
  party === null ? UNKNOWN_PARTY : party.kind === 'entity' ? party.name : maskedName(party.name)

type Told = Readonly<{ address: Address; body: Readonly<{ kind: 'penalty'; penalty: PenaltyFacts }> }>

/**
 * 管罚分离: who supervises the matter learns how its penalties end (行政处罚法 §24: departments guide and supervise).
 * For the legal part: call it when the step `decided` is taken, and say each of these by `tell`, which leaves out whom
 * the case is about.
 */
export function penaltyTold(file: File, town: Town, { now }: Pick<World, 'now'>): readonly Told[] {
  const penalty = penaltyFacts(file)
  const duty = town.duties.find(({ code }) => code === file.data.item)
  const station = findStation(town, duty?.supervise ?? null)
  if (!penalty || !station) return []
  return unit(town, station, now).map((address) => ({ address, body: { kind: 'penalty', penalty } }))
}

/** Decisions of a month (YYYY-MM, Asia/Shanghai) by their day: no order by unit, and no sums (行政处罚法 §74). */
export function penaltiesOf(files: readonly File[], month: string): readonly PenaltyFacts[] {
  return files
    .flatMap((file) => penaltyFacts(file) ?? [])
    .filter(({ day }) => day.startsWith(month))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** 「11月」, 「2026-11」, nothing: the month that is meant; null = none can be told. */
export function monthOf(words: string, now: Date): string | null {
  const today = dayOf(now)
  if (words.trim() === '') return today.slice(0, 7)
  const [, year, month] = MONTH.exec(words.trim()) ?? []
  const n = Number(month)
  if (!month || n < 1 || n > 12) return null
  const within = year ?? (n > Number(today.slice(5, 7)) ? String(Number(today.slice(0, 4)) - 1) : today.slice(0, 4))
  return `${within}-${month.padStart(2, '0')}`
}
