import type { Entry } from '../book/entry.ts'
import type { Doing } from './doings.ts'
import type { CaseFile, FileStep, StepTaken } from './kinds.ts'
import type { Look } from './look.ts'
import type { LegalRefusal } from './said.ts'
import { addDays } from '../calendar/zone.ts'
import { readDay, readDiscretion, readParty, readProposal, wordsIn, amountIn } from './read.ts'
import { officerCalled } from './officers.ts'
import { has } from './steps.ts'
import { same, hasHearingRight, weightOf } from './weight.ts'
import { DAYS_OF, DETENTION, ENFORCED, HARM, PAID_OF, UNTIL_MARK, WAIVES } from './wording-said.ts'

/** What an order makes of a file. `on` = the day it speaks of. */
export type Work = Readonly<{
  step?: FileStep
  note?: string | null
  on?: string
  data?: NonNullable<StepTaken['data']>
  patch?: Partial<CaseFile>
  state?: Entry<'file'>['state']
}>

/** The words that are lacking are asked for; those that cannot be read are refused. */
export type Read = Work | 'words' | LegalRefusal

type Reading = (said: string, look: Look) => Read

const MOST_FACTS = 5_000
const cut = (text: string, most = 500): string => [...text].slice(0, most).join('')

/** A step that only needs words. */
const noted =
  (step: FileStep, more: (said: string, look: Look) => Omit<Work, 'step'> = () => ({})): Reading =>
  (said, look) =>
    said === '' ? 'words' : { step, note: cut(said), ...more(said, look) }

/** A step on a day, today where none is written. */
const onDay =
  (step: FileStep, ahead: boolean, more: (rest: string, look: Look, day: string) => Work): Reading =>
  (said, look) => {
    const { day, rest } = readDay(said, look.today, ahead)
    const on = day ?? look.today
    return { step, on, note: cut(rest) || null, ...more(rest, look, on) }
  }

/** How each order is read. */
export const WORKS: Readonly<Record<Doing, Reading>> = {
  officers: readOfficers,
  party: (said) => {
    if (said === '') return 'words'
    const party = readParty(said)
    return party ? { step: 'named', patch: { party } } : 'file-how'
  },
  dated: (said, { today }) => {
    const { day, rest } = readDay(said, today)
    if (day === null) return said === '' ? 'words' : 'file-how'
    return day > today ? 'file-future' : { patch: { violatedOn: day, harmful: HARM.test(rest) } }
  },
  facts: (said) => (said === '' ? 'words' : { step: 'stated', patch: { facts: cut(said, MOST_FACTS) } }),
  'more-facts': (said, { file }) =>
    said === ''
      ? 'words'
      : { step: 'stated', patch: { facts: cut([file.facts ?? '', said].filter(Boolean).join('\n'), MOST_FACTS) } },
  serious: noted('serious', () => ({ patch: { reviewNeeded: true } })),
  ordinary: () => ({ patch: { procedure: 'ordinary' } }),
  hold: onDayNoted('hold'),
  'hold-end': noted('hold-ended'),
  order: readOrder,
  discretion: (said) => {
    const read = readDiscretion(said)
    if (read === null) return said === '' ? 'words' : 'file-how'
    return read.why === ''
      ? 'words'
      : { step: 'discretion', note: cut(read.why), patch: { discretion: { ...read, why: cut(read.why) } } }
  },
  propose: readPropose,
  investigate: (said) => ({ step: 'investigated', note: cut(said) || null }),
  notice: onDay('noticed', false, (_rest, look) => ({ data: noticeData(look) })),
  defend: (said) =>
    said === '' ? 'words' : { step: 'defended', note: cut(said), data: { waived: WAIVES.test(said) } },
  'hearing-ask': (said, look) => {
    if (WAIVES.test(said)) return { step: 'hearing-waived', note: cut(said) }
    const { day, rest } = readDay(said, look.today)
    return { step: 'hearing-asked', on: day ?? look.today, note: cut(rest) || null }
  },
  'hearing-notify': (said, { today }) => {
    const { day, rest } = readDay(said, today, true)
    if (day === null) return said === '' ? 'words' : 'file-how'
    return { step: 'hearing-notified', on: day, note: cut(rest) || null, data: { hearingOn: day } }
  },
  'hearing-hold': noted('hearing-held'),
  decide: readDecision,
  serve: onDay('served', false, () => ({})),
  pay: (said, look) => {
    const amount = amountIn(PAID_OF, said)
    if (amount === null) return said === '' ? 'words' : 'file-how'
    const { day, rest } = readDay(said.replace(PAID_OF, '').trim(), look.today)
    return { step: 'paid', on: day ?? look.today, note: cut(rest) || null, data: { amount } }
  },
  close: (said) => ({
    step: 'closed',
    note: cut(said) || null,
    data: { enforced: ENFORCED.test(said) },
    state: 'closed',
  }),
  dismiss: noted('dismissed', () => ({ data: { how: 'dropped' }, state: 'dismissed' })),
  spare: noted('dismissed', () => ({ data: { how: 'spared' }, state: 'dismissed' })),
  transfer: noted('transferred', () => ({ state: 'transferred' })),
  extend: readExtension,
  'extend-agree': (_said, { file }) => {
    const asked = file.extension
    if (!asked) return 'file-extension-none'
    const { days, document, basis } = asked
    return {
      step: 'extended',
      note: [document, basis ?? ''].join(' ').trim(),
      data: { days, document },
      patch: { extension: null },
    }
  },
}

function onDayNoted(step: FileStep): Reading {
  return (said, look) => {
    const { day, rest } = readDay(said, look.today)
    return rest === '' ? 'words' : { step, on: day ?? look.today, note: cut(rest) }
  }
}

/** 办案人 n 姓名 [姓名]: with one name, who writes is the other. */
function readOfficers(said: string, { hand, file }: Look): Read {
  const names = wordsIn(said)
  if (names.length === 0) return 'words'
  const found = names.map((name) => officerCalled(name, hand.town, hand.task.lead))
  if (found.some((each) => each === null) || found.length > 2) return 'file-how'
  const named = found.flatMap((each) => each?.userid ?? [])
  const [first = ''] = file.officers
  return { patch: { officers: named.length === 2 ? named : [...new Set([first, ...named])].slice(0, 2) } }
}

function readOrder(said: string, { today }: Look): Read {
  if (said === '') return 'words'
  const words = wordsIn(said)
  const lastWord = (words.at(-1) ?? '').replace(UNTIL_MARK, '')
  const within = DAYS_OF.exec(lastWord)
  const until = within ? addDays(today, Number(within[1])) : readDay(lastWord, today, true).day
  return { step: 'ordered', note: cut(said), data: { until } }
}

function readPropose(said: string, { file }: Look): Read {
  if (said === '') return 'words'
  if (DETENTION.test(said)) return 'file-detention'
  const proposal = readProposal(said)
  if (!proposal) return 'file-how'
  const isSame = file.proposal !== null && same(proposal, file.proposal) && has(file, 'proposed')
  // the same written once more changes nothing that was told or reviewed
  return { ...(isSame ? {} : { step: 'proposed' as const, data: weightOf(proposal) }), patch: { proposal } }
}

/** 决定 n, or with the penalty, which must be the one that was told. */
function readDecision(said: string, { file }: Look): Read {
  const written = said === '' ? null : readProposal(said)
  const { proposal } = file
  if (written && (!proposal || !same({ ...written, text: proposal.text }, proposal))) return 'file-anew'
  if (said !== '' && DETENTION.test(said)) return 'file-detention'
  return {
    step: 'decided',
    note: cut(said) || null,
    state: 'decided',
    ...(proposal ? { data: weightOf(proposal) } : {}),
  }
}

function noticeData(look: Look): NonNullable<StepTaken['data']> {
  const { proposal, party } = look.file
  if (!proposal || !party) return {}
  return { ...weightOf(proposal), hearing: hasHearingRight(look, proposal, party) }
}

/** 延长办案 n 天 批准文号 [依据]. */
function readExtension(said: string, { world, file }: Look): Read {
  const days = DAYS_OF.exec(said)
  const [document = '', ...basis] = wordsIn(said.slice(days?.[0].length ?? 0))
  if (said === '') return 'words'
  if (!days || Number(days[1]) === 0 || document === '') return 'file-how'
  const asked = { days: Number(days[1]), document: cut(document, 60), basis: cut(basis.join(' '), 200) || null }
  return { patch: { extension: { ...asked, by: file.officers[0] ?? '', at: world.now.toISOString() } } }
}
