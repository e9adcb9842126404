import type { Discretion, Party, Proposal } from './kinds.ts'
import { addDays } from '../calendar/zone.ts'
import { fold } from '../text/fold.ts'
import { amountIn, plainAmounts } from './amount.ts'
import {
  DISCRETIONS,
  ENTITY,
  FINE_AFTER,
  FINE_OF,
  FULL_DAY,
  OF_NO_USE,
  REPRESENTED,
  SHORT_DAY,
  SHORT_ENTITY,
  SORTS,
  TODAY_WORDS,
  UNKNOWN_MORE,
  VALUE_OF,
} from './wording-said.ts'

const GAP = /[\s，,、；;]+/u
export const wordsIn = (text: string): string[] => text.trim().split(GAP).filter(Boolean)

/** The day of birth tells it from a code that has no letter. */
const PERSON_ID = /^\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/
/** 统一社会信用代码: 18 places, the first two say who registered it. */
const ENTITY_CODE = /^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/i
const PHONE = /^(?:1\d{10}|0\d{2,3}-?\d{7,8})$/

/** 当事人: the name first, then in any order number, phone, representative; what is left is the address. Null without a name. */
export function readParty(text: string): Party | null {
  const [name, ...more] = wordsIn(text)
  if (!name || /^\d/.test(name)) return null
  const rest = more
    .map((word) => numbersPlain(word.replace(UNKNOWN_MORE, '')))
    .filter((word) => word !== '' && !OF_NO_USE.test(word))
  const id = rest.find((word) => PERSON_ID.test(word) || ENTITY_CODE.test(word)) ?? null
  const phone = rest.find((word) => PHONE.test(word)) ?? null
  const at = rest.findIndex((word) => REPRESENTED.test(word))
  const written = at < 0 ? '' : (rest[at] ?? '').replace(REPRESENTED, '')
  const representative = at < 0 ? null : written || (rest[at + 1] ?? null)
  const used = [id, phone, representative, rest[at]]
  const address = rest.filter((word) => !used.includes(word)).join('') || null
  const isEntity = id === null ? isEntityName(name) : !PERSON_ID.test(id)
  return { kind: isEntity ? 'entity' : 'person', name, id: id?.toUpperCase() ?? null, representative, address, phone }
}

/** １３８… is a number, too. */
const numbersPlain = (word: string): string => (/^[\dA-Za-z-]+$/.test(fold(word)) ? fold(word) : word)

const isEntityName = (name: string): boolean => ([...name].length <= 3 ? SHORT_ENTITY : ENTITY).test(name)

export type DayRead = Readonly<{ day: string | null; rest: string }>

/** A day at the beginning of a text; without a year the one that is nearest, not after `today` unless it is `ahead`. */
export function readDay(text: string, today: string, ahead = false): DayRead {
  const said = text.trim()
  const folded = fold(said)
  const word = Object.keys(TODAY_WORDS).find((each) => said.startsWith(each))
  if (word) return { day: addDays(today, TODAY_WORDS[word] ?? 0), rest: after(said, word.length) }
  const full = FULL_DAY.exec(folded)
  if (full) return { day: dayOfParts(Number(full[1]), full[2], full[3]), rest: after(said, full[0].length) }
  const short = SHORT_DAY.exec(folded)
  if (!short) return { day: null, rest: said }
  const year = Number(today.slice(0, 4))
  const [last, here, next] = [year - 1, year, year + 1].map((each) => dayOfParts(each, short[1], short[2]))
  const day = ahead ? (here && here >= today ? here : next) : here && here <= today ? here : last
  return { day: day ?? null, rest: after(said, short[0].length) }
}

const after = (text: string, length: number): string => text.slice(length).replace(/^[\s，,：:；;]+/u, '')

function dayOfParts(year: number, month = '', date = ''): string | null {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const at = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day ? null : day
}

/** 拟处罚: the heaviest sort that is named, and the amounts. Null where nothing is, or a fine has no amount. */
export function readProposal(text: string): Proposal | null {
  const plain = plainAmounts(text)
  const sort = SORTS.find(([, pattern]) => pattern.test(plain))?.[0]
  const fine = amountIn(FINE_OF, text) ?? amountIn(FINE_AFTER, text)
  const fines = SORTS.some(([each, pattern]) => each === 'fine' && pattern.test(plain))
  if (!sort || (fines && !fine)) return null
  return { sort, fine, text: text.trim(), value: amountIn(VALUE_OF, text) }
}

/** 首违不罚|减轻|从轻|一般|从重, then why. */
export function readDiscretion(text: string): Readonly<{ choice: Discretion; why: string }> | null {
  const found = DISCRETIONS.find(([, pattern]) => pattern.test(text.trim()))
  return found ? { choice: found[0], why: after(text.trim().replace(found[1], ''), 0) } : null
}
