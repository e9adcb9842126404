import { emergencyWord } from '../route/emergency.ts'
import { namesDuty } from '../route/match.ts'
import { isOnlyPlace } from '../route/onlyPlace.ts'
import { LOOKED_AT, squeeze } from '../text/fold.ts'
import { remembered } from '../text/remembered.ts'
import type { Town } from '../town.ts'
import { CALL, HARMLESS, NOT_NOW, NOW, SIGNS, TOGETHER, WORK_TALK, type DangerKind } from './wording-danger.ts'

/** Somebody is in danger, or something burns, leaks or falls. `kind` null: only the township's own word says so. */
export type Danger = Readonly<{ word: string; kind: DangerKind | null; call: readonly string[] }>

const KINDS = Object.keys(SIGNS) as DangerKind[]
/** Whoever is not sure whom to call is told all three. */
const ALL = ['119', '110', '120'] as const

/** Where it was learnt how people speak: from here on it is a danger, whatever words are used. It never quiets a word. */
const ALARM = 0.17
/** A text with the words of an ordinary matter must sound that much worse. */
const ALARM_BESIDE_DUTY = 0.3

/** Fewer characters say too little to be judged by their sound; the words for danger are heard in any length. */
const SHORTEST = 3

/** What listens for danger: a township's own words, and what was learnt of how people speak. */
export type Listener = Pick<Town, 'emergencyWords' | 'hearing'> & Partial<Pick<Town, 'duties' | 'villages'>>

/**
 * The danger a text tells of: by the township's words and those people use for it, clause by clause, and by what was
 * learnt. Denials, drills, fears, old stories and figures of speech are none. A false alarm is cheaper than a missed
 * danger: a clause that also says that it is now counts whatever else it says.
 */
export function dangerOf(text: string, town: Listener): Danger | null {
  return heard(text, town).danger
}

const heard = remembered((text, town: Listener) => ({ danger: weighed(text, town) }))

function weighed(text: string, { emergencyWords, hearing, duties = [], villages = [] }: Listener): Danger | null {
  const said = dangerIn(text, emergencyWords)
  if (said || !hearing) return said
  const p = hearing.danger(text)
  if (p < ALARM || squeeze(text).length < SHORTEST || isOnlyPlace(text, villages) || WORK_TALK.test(text)) return null
  if (p < ALARM_BESIDE_DUTY && namesDuty(text, duties)) return null
  const kind = hearing.kind(text)
  return { word: '', kind, call: kind ? CALL[kind] : ALL }
}

function dangerIn(text: string, emergencyWords: readonly string[]): Danger | null {
  for (const clause of clausesOf(text)) {
    const found = inClause(clause, emergencyWords)
    if (found) return found
  }
  return inWhole(text, emergencyWords)
}

/** What is told in several breaths, and words that stand apart. */
function inWhole(text: string, words: readonly string[]): Danger | null {
  const said = squeeze(text.slice(0, LOOKED_AT)).replace(HARMLESS, ' ')
  if (NOT_NOW.test(said) && !NOW.test(said)) return null
  const together = TOGETHER.find(([, sign]) => sign.test(said))
  const word = together ? together[1].exec(said)?.[0] : emergencyWord(said, words)
  return word ? { word, kind: together?.[0] ?? null, call: together ? CALL[together[0]] : ALL } : null
}

function clausesOf(text: string): string[] {
  return text
    .slice(0, LOOKED_AT)
    .split(/[\s,，。；;！!?？、…]+/u)
    .map((clause) => squeeze(clause).replace(HARMLESS, ' '))
    .filter((clause) => clause.trim() !== '')
}

function inClause(clause: string, words: readonly string[]): Danger | null {
  if (NOT_NOW.test(clause) && !NOW.test(clause)) return null
  const word = emergencyWord(clause, words)
  const kind = KINDS.find((each) => isSaid(clause, each)) ?? null
  if (word === null && kind === null) return null
  return { word: word ?? SIGNS[kind ?? 'fire'].exec(clause)?.[0] ?? '', kind, call: kind ? CALL[kind] : ALL }
}

/** A sign that is not denied right before it. */
function isSaid(clause: string, kind: DangerKind): boolean {
  const sign = SIGNS[kind].exec(clause)?.[0]
  return sign !== undefined && emergencyWord(clause, [sign]) !== null
}
