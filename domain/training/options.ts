import type { Question } from './kinds.ts'
import { squeeze } from '../text/fold.ts'
import { shuffled } from '../text/lot.ts'
import { LEAST_OPTIONS, LONGEST_OPTION, MOST_OPTIONS } from './limits.ts'

const same = (option: string): string => option

/** The right option among wrong ones, in an order of its own; null where too few fit or two would look the same. */
export function withOptions(
  base: Omit<Question, 'options' | 'right'>,
  right: string,
  wrong: readonly string[],
  seed: string,
): Question | null {
  const kept = distinct([right, ...wrong]).slice(1)
  const others = shuffled(kept, seed, same).slice(0, MOST_OPTIONS - 1)
  if (!fits(right) || others.length < LEAST_OPTIONS - 1) return null
  const options = shuffled([right, ...others], `${seed}|order`, same)
  return { ...base, options, right: options.indexOf(right) }
}

const fits = (option: string): boolean => option.trim() !== '' && [...option].length <= LONGEST_OPTION

/** Each once, however it is written. The first stays even where it does not fit. */
function distinct(options: readonly string[]): string[] {
  const seen = options.map(squeeze)
  return options.filter((option, n) => seen.indexOf(squeeze(option)) === n && (n === 0 || fits(option)))
}
