import { squeeze } from '../text/fold.ts'
import { wordsOf } from '../command/smallTalk.ts'
import { ABUSE, ASKS_DUTY, ASKS_PROGRESS, MISCONDUCT, NONSENSE, STAFF, TELLS_TROUBLE } from './wording-intent.ts'

/** What somebody wants who used no word of command. */
export type Intent = 'report' | 'ask-duty' | 'progress' | 'complain-unit' | 'nonsense' | 'abuse'

/** `item` = the text speaks of something on the duty list; `danger` = somebody is in danger; `files` = pictures came with it. */
export type Signs = Readonly<{ item: boolean; danger: boolean; files: boolean }>

/** A longer message than this tells something, whatever it asks beside it. */
const LONGEST = { progress: 30, duty: 28, nonsense: 20, abuse: 14 } as const

/** When in doubt it is a report: a real problem must never be taken for anything less. */
export function intentOf(text: string, { item, danger, files }: Signs): Intent {
  const said = wordsOf(squeeze(text))
  if (danger || files) return 'report'
  if (STAFF.test(said) && MISCONDUCT.test(said)) return 'complain-unit'
  if (said.length <= LONGEST.abuse && !item && ABUSE.test(said)) return 'abuse'
  if (said.length <= LONGEST.progress && ASKS_PROGRESS.test(said) && !(item && TELLS_TROUBLE.test(said)))
    return 'progress'
  if (said.length <= LONGEST.duty && ASKS_DUTY.test(said) && !TELLS_TROUBLE.test(said)) return 'ask-duty'
  if (said.length <= LONGEST.nonsense && !item && NONSENSE.test(said)) return 'nonsense'
  return 'report'
}
