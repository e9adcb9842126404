import { wordsOf } from '../command/smallTalk.ts'
import { squeeze } from '../text/fold.ts'
import { ASKED } from './wording-asked.ts'

/** What somebody asks about what is kept of him, in his own words. */
export type Asked = keyof typeof ASKED

const KINDS = Object.keys(ASKED) as Asked[]
/** A longer message tells something. */
const LONGEST = 24

export function askedOf(text: string): Asked | null {
  const said = wordsOf(squeeze(text))
  return said.length > LONGEST ? null : (KINDS.find((kind) => ASKED[kind].test(said)) ?? null)
}
