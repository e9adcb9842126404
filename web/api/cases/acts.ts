import { wordsFor } from '../../../domain/command/wording.ts'
import { clean } from '../../../domain/text/clean.ts'
import type { Verb } from '../../../domain/command/parsed.ts'
import type { Role } from '../../../domain/town.ts'
import { CASES, COMMAND, WATCH } from '../../roles.ts'

/** What goes with an order: a unit, several, another case, words. */
type With = 'unit' | 'units' | 'other' | 'words'

type Act = Readonly<{ roles: readonly Role[]; with: readonly With[] }>

/** What can be done to a case on the pages; each is the same order as in chat, and is judged by the same rules. */
export const ACTS = {
  sign: { roles: CASES, with: [] },
  arrive: { roles: CASES, with: [] },
  feedback: { roles: CASES, with: ['words'] },
  finish: { roles: CASES, with: ['words'] },
  return: { roles: CASES, with: ['words'] },
  assign: { roles: COMMAND, with: ['unit', 'words'] },
  rule: { roles: [...COMMAND, 'supervisor'], with: ['unit', 'words'] },
  urge: { roles: [...COMMAND, 'supervisor'], with: ['words'] },
  // words: 「确认」, where the two look unlike
  merge: { roles: COMMAND, with: ['other', 'words'] },
  // the case that was merged, or words of the report that was joined
  split: { roles: COMMAND, with: ['other', 'words'] },
  // they look alike, and are two
  apart: { roles: COMMAND, with: ['other'] },
  // by telephone, or at the door: whoever a message did not reach
  'told-otherwise': { roles: COMMAND, with: [] },
  unlearn: { roles: COMMAND, with: [] },
  place: { roles: COMMAND, with: ['words'] },
  whistle: { roles: CASES, with: ['units', 'words'] },
  transfer: { roles: CASES, with: ['unit', 'words'] },
  'ask-reporter': { roles: CASES, with: ['words'] },
  reveal: { roles: WATCH, with: ['words'] },
  // those who were asked; an administrator, who sees no case here, agrees in chat
  'reveal-agree': { roles: ['supervisor'], with: [] },
} as const satisfies Readonly<Partial<Record<Verb, Act>>>

export type ActName = keyof typeof ACTS
export const ACT_NAMES = Object.keys(ACTS) as readonly ActName[] as readonly [ActName, ...ActName[]]

export type ActInput = Readonly<{
  act: ActName
  unit?: string | undefined
  units?: readonly string[] | undefined
  other?: string | undefined
  words?: string | undefined
}>

/** The order as it is typed in chat; what does not belong to it is left out. */
export function orderOf(caseNo: string, input: ActInput): string {
  const parts: Readonly<Record<With, readonly string[]>> = {
    unit: [input.unit ?? ''],
    units: input.units ?? [],
    other: [input.other ?? ''],
    // one order is one line: what is below would be read as another
    words: [
      clean(input.words ?? '')
        .replace(/\s+/g, ' ')
        .trim(),
    ],
  }
  const given = ACTS[input.act].with.flatMap((kind) => parts[kind])
  return [wordsFor(input.act)[0], caseNo, ...given].filter((part) => part !== '').join(' ')
}
