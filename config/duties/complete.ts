import { canonical, type Draft } from './canonical.ts'
import { withCodes } from './codes.ts'
import type { Header } from './header.ts'
import { withKeywords } from './keywords.ts'
import type { Place } from './places.ts'

/** A department's table as a list that can be worked with: codes and keywords it does not have are made, and said. */
export async function complete(
  header: Header,
  place: Pick<Place, 'name' | 'stations' | 'duties'>,
  sheet?: string,
): Promise<Draft> {
  const coded = withCodes(header, place.duties)
  const draft = canonical(coded.header, place, sheet)
  return withKeywords({ ...draft, notes: [...coded.notes, ...draft.notes] }, place.duties)
}
