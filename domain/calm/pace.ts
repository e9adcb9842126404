import { HOUR, MINUTE } from '../calendar/zone.ts'

/** What one villager may send before he is asked to wait; what he sends then is kept, and comes to the case as one entry. */
export const PACE = {
  messages: { most: 20, within: MINUTE },
  same: { most: 5, within: HOUR },
  /** pictures come one by one, and a large matter has many */
  files: { most: 50, within: 10 * MINUTE },
} as const
export type TooMuch = keyof typeof PACE

/** A message as far as it is counted: `at` in ms. */
export type Sent = Readonly<{ id: string; at: number; text: string; files: number }>

/** Is one more message of a villager too much, by what he sent before? A danger is never too much: that is for the caller to see. */
export function tooMuch(before: readonly Sent[], one: Sent): TooMuch | null {
  const within = (ms: number) => before.filter(({ at }) => one.at - at < ms)
  const files = sum(within(PACE.files.within)) + one.files
  if (one.files > 0 && files > PACE.files.most) return 'files'
  const words = within(PACE.messages.within).filter(({ text }) => text !== '')
  if (one.text !== '' && words.length >= PACE.messages.most) return 'messages'
  const same = within(PACE.same.within).filter(({ text }) => text !== '' && text === one.text)
  return same.length >= PACE.same.most ? 'same' : null
}

/** What need not be remembered any longer. */
export const stillCounts = (before: readonly Sent[], now: number): readonly Sent[] =>
  before.filter(({ at }) => now - at < PACE.same.within).slice(-MOST_REMEMBERED)

const MOST_REMEMBERED = 100

const sum = (all: readonly Sent[]): number => all.reduce((total, { files }) => total + files, 0)

/** What somebody sent while he was asked to wait. */
export type Kept = Readonly<{ since: string; count: number; texts: readonly string[] }>

const MOST_TEXTS = 20
const MOST_CHARS = 200

/** Each thing he said is kept once. */
export function keep({ since, count, texts }: Kept, text: string): Kept {
  const said = [...text.trim()].slice(0, MOST_CHARS).join('')
  const isNew = said !== '' && !texts.includes(said) && texts.length < MOST_TEXTS
  return { since, count: count + 1, texts: isNew ? [...texts, said] : texts }
}

/** He is quiet again after so long. */
export const QUIET_AFTER = 2 * MINUTE
