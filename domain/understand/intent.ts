import { squeeze } from '../text/fold.ts'
import type { Hearing } from './hearing.ts'
import { wordsOf } from '../command/smallTalk.ts'
import { told, toldBesideThanks } from './courtesy.ts'
import { BETTER, STILL_BAD } from './wording-courtesy.ts'
import {
  ABUSE,
  ASKS_DUTY,
  ASKS_PROGRESS,
  MISCONDUCT,
  NONSENSE,
  ONLY_ASKS,
  STAFF,
  STILL_NOTHING,
  SUM,
  TELLS_TROUBLE,
} from './wording-intent.ts'

/** What somebody wants who used no word of command; `answer` answers something that nobody asked just now. */
export type Intent =
  | 'report'
  | 'ask-duty'
  | 'progress'
  | 'again'
  | 'complain-unit'
  | 'answer'
  | 'greeting'
  | 'thanks'
  | 'nonsense'
  | 'abuse'

/** `elsewhere` = another authority decides it, which is told to whoever asks or complains; `item` = the text speaks of something on the duty list; `danger` = somebody is in danger; `files` = pictures came with it. */
export type Signs = Readonly<{ item: boolean; danger: boolean; files: boolean; elsewhere?: boolean }>

/** A longer message than this tells something, whatever it asks beside it. */
const LONGEST = { progress: 30, duty: 28, nonsense: 20, abuse: 14 } as const

/** How sure what was learnt must be (0..1) that something is no report: the less is done about it, the surer. */
const SURE = {
  'ask-duty': 0.25,
  progress: 0.25,
  'complain-unit': 0.25,
  answer: 0.3,
  greeting: 0.3,
  thanks: 0.3,
  nonsense: 0.35,
  abuse: 0.35,
} as const satisfies Readonly<Record<Exclude<Intent, 'report' | 'again'>, number>>
/** Where the words of an item stand in it, that much more. */
const SURER = 0.15

/** When in doubt it is a report: a real problem must never be taken for anything less. */
export function intentOf(text: string, signs: Signs, hearing?: Hearing | null): Intent {
  if (signs.danger || signs.files || signs.elsewhere) return 'report'
  const core = told(text) || text
  const said = byWords(core, signs)
  if (said !== 'report' || !hearing) return said
  return tellsOnlyThanks(text, hearing) ? learnt(text, signs, hearing) : learnt(core, signs, hearing, NO_SMALL_TALK)
}

const SMALL_TALK: readonly string[] = ['greeting', 'thanks']
const NO_SMALL_TALK = { except: SMALL_TALK }

/** Beside its manners a greeting tells nothing, and a thank-you only how well it went. */
function tellsOnlyThanks(text: string, hearing: Hearing): boolean {
  const rest = toldBesideThanks(text)
  if (rest === '') return true
  if (STILL_BAD.test(rest)) return false
  if (BETTER.test(rest)) return true
  const { label, p } = hearing.intent(rest)
  return SMALL_TALK.includes(label) && p >= SURE.thanks
}

function learnt(text: string, { item }: Signs, hearing: Hearing, { except }: Except = { except: [] }): Intent {
  const { label, p } = hearing.intent(text)
  const meant = MEANT.find((each) => each === label && !except.includes(each))
  return meant && p >= SURE[meant] + (item ? SURER : 0) ? meant : 'report'
}

type Except = Readonly<{ except: readonly string[] }>
const MEANT = Object.keys(SURE) as (keyof typeof SURE)[]

function byWords(text: string, { item }: Signs): Intent {
  const said = wordsOf(squeeze(text))
  if (STAFF.test(said) && MISCONDUCT.test(said)) return 'complain-unit'
  if (said.length <= LONGEST.progress && STILL_NOTHING.test(said)) return 'again'
  if (said.length <= LONGEST.abuse && !item && ABUSE.test(said)) return 'abuse'
  if (said.length <= LONGEST.progress && ASKS_PROGRESS.test(said) && !(item && TELLS_TROUBLE.test(said)))
    return 'progress'
  if (said.length <= LONGEST.duty && ONLY_ASKS.test(said)) return 'ask-duty'
  if (said.length <= LONGEST.duty && ASKS_DUTY.test(said) && !TELLS_TROUBLE.test(said)) return 'ask-duty'
  if (said.length <= LONGEST.nonsense && !item && (NONSENSE.test(said) || SUM.test(squeeze(text)))) return 'nonsense'
  return 'report'
}
