import { squeeze } from '../text/fold.ts'
import { wordsOf } from '../command/smallTalk.ts'
import {
  ABUSE,
  ASKS_DUTY,
  ASKS_PROGRESS,
  MISCONDUCT,
  NONSENSE,
  ONLY_ASKS,
  STAFF,
  SUM,
  TELLS_TROUBLE,
} from './wording-intent.ts'

/** What somebody wants who used no word of command. */
export type Intent = 'report' | 'ask-duty' | 'progress' | 'complain-unit' | 'nonsense' | 'abuse'

/** `elsewhere` = another authority decides it, which is told to whoever asks or complains; `item` = the text speaks of something on the duty list; `danger` = somebody is in danger; `files` = pictures came with it. */
export type Signs = Readonly<{ item: boolean; danger: boolean; files: boolean; elsewhere?: boolean }>

/** A longer message than this tells something, whatever it asks beside it. */
const LONGEST = { progress: 30, duty: 28, nonsense: 20, abuse: 14 } as const

/** When in doubt it is a report: a real problem must never be taken for anything less. */
export function intentOf(text: string, { item, danger, files, elsewhere = false }: Signs): Intent {
  const said = wordsOf(squeeze(text))
  if (danger || files || elsewhere) return 'report'
  if (STAFF.test(said) && MISCONDUCT.test(said)) return 'complain-unit'
  if (said.length <= LONGEST.abuse && !item && ABUSE.test(said)) return 'abuse'
  if (said.length <= LONGEST.progress && ASKS_PROGRESS.test(said) && !(item && TELLS_TROUBLE.test(said)))
    return 'progress'
  if (said.length <= LONGEST.duty && ONLY_ASKS.test(said)) return 'ask-duty'
  if (said.length <= LONGEST.duty && ASKS_DUTY.test(said) && !TELLS_TROUBLE.test(said)) return 'ask-duty'
  if (said.length <= LONGEST.nonsense && !item && (NONSENSE.test(said) || SUM.test(squeeze(text)))) return 'nonsense'
  return 'report'
}
