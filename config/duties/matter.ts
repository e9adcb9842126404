import {
  AFTER_MATTER,
  FRAME_AFTER,
  FRAME_BEFORE,
  IN_BRACKETS,
  NOT_ALLOWED,
  PART,
  PARTS,
  PLAIN_VERBS,
  SAID_OTHERWISE,
  SAYS_LITTLE,
  THING_END,
} from './wording-keywords.ts'

/** Longer phrases are nobody's words. */
const LONGEST = 8

/** What an item is about, without what a list puts around it: 「1.对占道经营的处罚」 is 占道经营. */
export function matterOf(name: string): string {
  const bare = name
    .normalize('NFKC')
    .replace(IN_BRACKETS, '')
    .replace(/^[\d.、\s]+|\s/gu, '')
  const matter = bare.replace(FRAME_BEFORE, '').replace(FRAME_AFTER, '')
  return [...matter].length < 2 ? bare : matter
}

/** The words in a name by which people may speak of the item; those that say a thing by itself come last. */
export function wordsIn(name: string): string[] {
  const matter = matterOf(name)
  const otherwise = SAID_OTHERWISE.flatMap(({ matter: of, words }) => (of.test(matter) ? words : []))
  const parts = matter.replace(NOT_ALLOWED, PART).split(PARTS)
  const said = parts.flatMap((part) => [part, ...plainly(part), part.replace(AFTER_MATTER, '')])
  const things = parts.flatMap((part) => thingOf(part)?.thing ?? [])
  return [...new Set([...otherwise, ...said, ...things])].filter(
    (word) => word.length >= 2 && word.length <= LONGEST && !SAYS_LITTLE.test(word),
  )
}

function plainly(part: string): string[] {
  const { plain, thing } = thingOf(part) ?? { plain: [], thing: '' }
  return thing === '' ? [] : plain.map((verb) => `${verb}${thing}`)
}

function thingOf(part: string): Readonly<{ plain: readonly string[]; thing: string }> | null {
  const known = PLAIN_VERBS.find(({ verb }) => part.startsWith(verb) || part.endsWith(verb))
  if (!known) return null
  const { verb, plain } = known
  const thing = part.startsWith(verb) ? part.slice(verb.length) : part.slice(0, -verb.length)
  return { plain, thing: thing.replace(THING_END, '') }
}
