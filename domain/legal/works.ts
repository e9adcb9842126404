import type { Doing } from './doings.ts'
import type { FileStep } from './kinds.ts'
import type { Look } from './look.ts'
import { amountIn, plainAmounts } from './amount.ts'
import { mostOwed } from './ends.ts'
import { readDay, readDiscretion, readParty } from './read.ts'
import {
  cut,
  noticeData,
  readDecision,
  readExtension,
  readOfficers,
  readOrder,
  readPropose,
  type Reading,
  type Work,
} from './readings.ts'
import { DOC_NO, ENFORCED, HARM, PAID_OF, SERVED_HOW, WAIVES } from './wording-said.ts'

const MOST_FACTS = 5_000

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

/** The number of what was made on paper. */
const numberIn = (said: string): NonNullable<Work['data']> => {
  const docNo = DOC_NO.exec(said)?.[0]
  return docNo ? { docNo } : {}
}

const served = onDay('served', false, (rest) => ({ data: numberIn(rest) }))

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
  discretion: (said, { file }) => {
    const read = readDiscretion(said)
    if (read === null) return said === '' ? 'words' : 'file-how'
    if (read.why === '') return 'words'
    const discretion = { ...read, why: cut(read.why) }
    // the same written once more changes nothing that was reviewed
    const isSame = file.discretion?.choice === discretion.choice && file.discretion.why === discretion.why
    return { ...(isSame ? {} : { step: 'discretion' as const, note: discretion.why }), patch: { discretion } }
  },
  propose: readPropose,
  investigate: (said) => ({ step: 'investigated', note: cut(said) || null }),
  notice: onDay('noticed', false, (rest, look) => ({ data: { ...noticeData(look), ...numberIn(rest) } })),
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
  serve: (said, look) => {
    if (SERVED_HOW.test(said)) return served(said, look)
    return said === '' ? 'words' : 'file-way'
  },
  pay: (said, look) => {
    const amount = amountIn(PAID_OF, said)
    if (amount === null) return said === '' ? 'words' : 'file-how'
    const { day, rest } = readDay(plainAmounts(said).replace(PAID_OF, '').trim(), look.today)
    const on = day ?? look.today
    // what was written down is never taken back: a slip of the thumb would stand for ever
    if (amount > mostOwed(look, on)) return 'file-too-much'
    return { step: 'paid', on, note: cut(rest) || null, data: { amount } }
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
