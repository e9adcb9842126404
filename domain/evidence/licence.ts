import type { Person } from '../town.ts'
import type { CaseInHand } from '../case/draft.ts'
import { isBarred } from '../people/barred.ts'
import { isOnCase } from './pictures.ts'
import { mayInvestigate } from '../people/licence.ts'

/** Officers of the units of the case who may stand for a record beside `first` (行政处罚法第四十二条: at least two, with licences). */
export function seconds(hand: CaseInHand, first: string, day: string): readonly Person[] {
  const { task, town } = hand
  return town.people.filter(
    (person) =>
      person.userid !== first &&
      mayInvestigate(person, day) &&
      isOnCase(hand, person.userid) &&
      !isBarred(task, town, person.userid),
  )
}
