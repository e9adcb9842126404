import type { Station, Town } from '../town.ts'
import { stationsCalled } from '../people/called.ts'
import {
  AND,
  AND_WITHIN,
  AUTHORITY,
  BETWEEN,
  ENDS,
  LIKE_A_UNIT,
  NAME_ENDS_BEFORE,
  NO_UNIT,
  SAID_FOR,
} from './wording-partner.ts'

/** Who is called in or gets a case: a unit of the township, or an authority outside it with the number to call. */
export type Partner = Readonly<{ station: string } | { name: string; phone: string | null }>

/** What a name at the beginning of a text means: one of us or of them, or nothing that is sure, with the units it may be. */
type Name = Readonly<{ said: string; partner: Partner | null; maybe: readonly Station[] }>

/** Those named at the beginning, one after another; `unsure` is the name that could not be told; `rest` what comes then. */
export type Named = Readonly<{ partners: readonly Partner[]; unsure: Name | null; rest: string }>

const LONGEST = 20

export function namedFirst(words: string, town: Town): Named {
  const partners: Partner[] = []
  let rest = words.trim()
  for (;;) {
    const at = partners.length > 0 ? rest.replace(BETWEEN, '') : rest
    const text = at.replace(SAID_FOR, '')
    const name = nameAt(text, town, text !== at)
    if (!name) return { partners, unsure: null, rest: rest.replace(/^[\s、，,：:；;]+/u, '') }
    if (!name.partner) return { partners, unsure: name, rest: text }
    partners.push(name.partner)
    rest = text.slice(name.said.length)
  }
}

/** The units of a text that nobody is asked by name in: 「需要派出所配合」. */
export function mentioned(words: string, town: Town): readonly Station[] {
  const found = [...words].flatMap((_, at) => unitAt(words.slice(at), town, 3)?.maybe ?? [])
  return [...new Set(found)]
}

function nameAt(text: string, town: Town, asked: boolean): Name | null {
  const token = text.split(ENDS)[0] ?? ''
  const whole = AND.test(token) && !AND_WITHIN.test(token) ? null : outsider(token, town)
  return (
    unitOf(token, town) ??
    whole ??
    unitAt(text, town, 2) ??
    (asked ? outsiderAt(text, town) : null) ??
    strange(token, asked)
  )
}

function unitOf(said: string, town: Town): Name | null {
  const maybe = said.length > 1 ? stationsCalled(said, town) : []
  const [only, ...more] = maybe
  return only ? { said, partner: more.length === 0 ? { station: only.id } : null, maybe } : null
}

/** The longest name of a unit the text begins with. */
function unitAt(text: string, town: Town, least: number): Name | null {
  return longest(text, least, (said) => unitOf(said, town))
}

const outsiderAt = (text: string, town: Town): Name | null => longest(text, 2, (said) => outsider(said, town))

function longest(text: string, least: number, name: (said: string) => Name | null): Name | null {
  const token = (text.split(ENDS)[0] ?? '').slice(0, LONGEST)
  for (let end = token.length; end >= least; end--) {
    const found = NAME_ENDS_BEFORE.test(text.slice(end)) ? name(text.slice(0, end)) : null
    if (found) return found
  }
  return null
}

function outsider(said: string, { channels = [] }: Town): Name | null {
  const channel = channels.find(
    ({ name, phone }) => said.length > 1 && (name.includes(said) || said.includes(name) || said === phone),
  )
  if (channel) return { said, partner: { name: channel.name, phone: channel.phone || null }, maybe: [] }
  return AUTHORITY.test(said) ? { said, partner: { name: said, phone: null }, maybe: [] } : null
}

function strange(token: string, asked: boolean): Name | null {
  const found = asked
    ? longest(token, 2, (said) => (isLikeAUnit(said) ? { said, partner: null, maybe: [] } : null))
    : null
  return found ?? (isLikeAUnit(token) ? { said: token, partner: null, maybe: [] } : null)
}

const isLikeAUnit = (said: string): boolean => LIKE_A_UNIT.test(said) && !NO_UNIT.test(said)
