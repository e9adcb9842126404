import type { Shield } from '../task.ts'
import { LOOKED_AT, squeeze } from '../text/fold.ts'
import { ANONYMOUS, CONFIDENTIAL } from './wording-shield.ts'

/** How the words of a report ask that their writer be kept. */
export function shieldIn(text: string): Shield {
  const said = squeeze(text.slice(0, LOOKED_AT))
  if (CONFIDENTIAL.test(said)) return 'confidential'
  return ANONYMOUS.test(said) ? 'anonymous' : 'none'
}
