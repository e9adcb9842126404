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
import {
  ASKS,
  ASKS_POWER,
  IMPATIENT,
  NO_PRAISE,
  ONCE_MORE,
  OTHERS_PEOPLE,
  PRAISES,
  WHO_ARE_YOU,
  WHO_I_AM,
} from './wording-wants.ts'

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
const LONGEST = { impatient: 20, progress: 30, duty: 28, nonsense: 20, abuse: 14 } as const

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
  if (signs.files) return 'report'
  const core = coreOf(text)
  if (isImpatient(core)) return 'progress'
  if (signs.danger) return 'report'
  if (signs.elsewhere) return accusesOurs(wordsOf(core)) ? 'complain-unit' : 'report'
  const said = byWords(core, signs)
  if (said !== 'report' || !hearing) return said
  const small = tellsOnlyThanks(text, hearing) ? learnt(text, signs, hearing, SMALL_TALK) : 'report'
  return small === 'report' && told(text) !== '' ? learnt(core, signs, hearing, WORK) : small
}

/** What he wrote, without its manners where there are any. */
function coreOf(text: string): string {
  const rest = told(text)
  return rest === '' || wordsOf(rest) === wordsOf(text) ? text : rest
}

/** 「咋还没人管」, 「快点啊」: about what he told before, and nothing else. */
export const isImpatient = (text: string): boolean => {
  const said = wordsOf(squeeze(text))
  return said.length <= LONGEST.impatient && IMPATIENT.test(said)
}

/** Whose business it is, a cadre’s misdeed is the township’s: 「低保名额让村支书给他小舅子了」 */
const accusesOurs = (said: string): boolean => STAFF.test(said) && MISCONDUCT.test(said) && !OTHERS_PEOPLE.test(said)

type Learnt = keyof typeof SURE
const SMALL_TALK: readonly Learnt[] = ['greeting', 'thanks']

/** Beside its manners a greeting tells nothing, and a thank-you only how well it went. */
function tellsOnlyThanks(text: string, hearing: Hearing): boolean {
  const rest = toldBesideThanks(text)
  if (rest === '') return true
  if (STILL_BAD.test(rest)) return false
  if (BETTER.test(rest)) return true
  const { label, p } = hearing.intent(rest)
  return SMALL_TALK.some((each) => each === label) && p >= SURE.thanks
}

function learnt(text: string, { item }: Signs, hearing: Hearing, among: readonly Learnt[]): Intent {
  const { label, p } = hearing.intent(text)
  const meant = among.find((each) => each === label)
  if (meant === undefined || p < SURE[meant] + (item ? SURER : 0)) return 'report'
  return meant === 'ask-duty' && !ASKS.test(text.replace(WHO_I_AM, '')) ? 'report' : meant
}

const WORK = (Object.keys(SURE) as Learnt[]).filter((each) => !SMALL_TALK.includes(each))

function byWords(text: string, { item }: Signs): Intent {
  const said = wordsOf(squeeze(text))
  if (WHO_ARE_YOU.test(said)) return 'greeting'
  if (PRAISES.test(said) && !NO_PRAISE.test(said)) return 'thanks'
  if (STAFF.test(said) && MISCONDUCT.test(said)) return 'complain-unit'
  if (ONCE_MORE.test(said) || (said.length <= LONGEST.progress && STILL_NOTHING.test(said))) return 'again'
  if (said.length <= LONGEST.abuse && !item && ABUSE.test(said)) return 'abuse'
  if (said.length <= LONGEST.progress && ASKS_PROGRESS.test(said) && !(item && TELLS_TROUBLE.test(said)))
    return 'progress'
  if (said.length <= LONGEST.duty && (ONLY_ASKS.test(said) || ASKS_POWER.test(said))) return 'ask-duty'
  if (said.length <= LONGEST.duty && ASKS_DUTY.test(said) && !TELLS_TROUBLE.test(said)) return 'ask-duty'
  if (said.length <= LONGEST.nonsense && !item && (NONSENSE.test(said) || SUM.test(squeeze(text)))) return 'nonsense'
  return 'report'
}
