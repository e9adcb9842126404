import { fold, LOOKED_AT } from '../text/fold.ts'
import { findEntryNo } from '../book/number.ts'
import { findCaseNo, parseCaseNo } from './caseNo.ts'
import { asksOfCase, isAct, isAnybodys, isCommand, isShown, lacksCase, withQuoted } from './grammar.ts'
import { isPartVerb } from './parts.ts'
import { nearest, nearestCommands } from './nearest.ts'
import type { Audience, CaseRef, Parsed } from './parsed.ts'
import { read, type Read } from './read.ts'
import { separators } from './reference.ts'
import { smallTalk, wordsOf } from './smallTalk.ts'
import { GREETING, OWN_MENTION, RECEIVED, WORDS, wordsFor } from './wording.ts'

export type { Audience, CaseRef, Parsed, Verb } from './parsed.ts'

/**
 * What a message is meant as. Never throws. The case comes from the text, else from the quoted message.
 * A villager's sentence is a report unless it is one of his own words by itself; whoever types a staff word with a number
 * and nothing else gets the command too, so that it can be refused by name.
 */
export function parse(
  text: string,
  quote: string | null,
  audience: Audience,
  knownStations: readonly string[] = [],
): Parsed {
  const said = visible(text)
  const talk = smallTalk(said)
  if (talk && talk.kind !== 'thanks') return talk
  const short = said.length <= LOOKED_AT
  const ordered = short ? (anyCommand(said, quote, audience, knownStations) ?? staffOnly(said, audience)) : null
  if (ordered) return ordered
  if (talk)
    return isReceipt(said, quote, audience) ? { kind: 'unknown-command', nearest: nearest(WORDS.sign[0]) } : talk
  return (short ? unknown(said, audience) : null) ?? { kind: 'text', text: said }
}

function anyCommand(
  said: string,
  quote: string | null,
  audience: Audience,
  knownStations: readonly string[],
): Parsed | null {
  const greeted = afterGreeting(said)
  return (
    command(said, quote, audience, knownStations) ?? (greeted ? command(greeted, quote, audience, knownStations) : null)
  )
}

/** 「考核」「简报」 from a villager reports nothing: he is told what he can write. */
function staffOnly(said: string, audience: Audience): Parsed | null {
  const reading = audience === 'villager' ? read(said, fold(said), 'staff') : null
  const isWord = reading !== null && isPartVerb(reading.verb) && isShown(reading.verb) && !reading.prefixed
  return isWord && reading.rest === '' && !reading.ref ? { kind: 'command', verb: 'help', ref: null, rest: '' } : null
}

/** 「收到」 to a card: likely a 签收, but only the word itself signs. */
function isReceipt(said: string, quote: string | null, audience: Audience): boolean {
  return audience === 'staff' && quoted(quote) !== null && RECEIVED.test(wordsOf(said))
}

function command(
  said: string,
  quote: string | null,
  audience: Audience,
  knownStations: readonly string[],
): Parsed | null {
  const reading = read(said, fold(said), audience)
  if (!reading || !allowed(reading, audience)) return null
  if (!isCommand(withQuoted(reading, quoted(quote) !== null)) && !knownStations.includes(reading.rest)) return null
  return {
    kind: 'command',
    verb: reading.verb,
    ref: refOf(reading.ref, quoted(quote)) ?? reading.mention,
    rest: reading.rest,
  }
}

function allowed(reading: Read, audience: Audience): boolean {
  return (
    audience === 'staff' || isAnybodys(reading.verb) || (isAct(reading.verb) && reading.numbered && reading.rest === '')
  )
}

function unknown(said: string, audience: Audience): Parsed | null {
  if (audience === 'villager') return null
  const folded = fold(said)
  const reading = read(said, folded, audience)
  if (reading && lacksCase(reading)) return { kind: 'no-case', word: wordsFor(reading.verb)[0] }
  const found = nearestCommands(folded, reading)
  return (
    found && { kind: 'unknown-command', nearest: found, ...(reading && asksOfCase(reading) ? { ofCase: true } : {}) }
  )
}

/** What is written counts more than what is quoted, but a short number that the quoted one ends in means that one. */
function refOf(written: CaseRef | null, quotedRef: Quoted | null): CaseRef | null {
  if (!written || !('seq' in written) || !quotedRef) return written ?? quotedRef
  const seq =
    'caseNo' in quotedRef ? parseCaseNo(quotedRef.caseNo)?.seq : findEntryNo(fold(quotedRef.entryNo))?.parts.seq
  return seq === written.seq ? quotedRef : written
}

type Quoted = Exclude<CaseRef, Readonly<{ seq: number }>>

/** The first number of the quoted message: of a case, or of something in the book. */
export function quoted(quote: string | null): Quoted | null {
  const text = quote === null ? '' : fold(quote.slice(0, LOOKED_AT))
  const found = findCaseNo(text)
  const entry = findEntryNo(text)
  if (entry && (!found || entry.from < found.from)) return { entryNo: entry.parts.no }
  return found && { caseNo: found.caseNo }
}

/** The text without control and invisible characters and without the @mentions that lead or end it. */
function visible(text: string): string {
  const shown = text.replace(/[\u200B\u2028-\u202E\u2060-\u2069\uFEFF]|(?![\n\t])\p{Cc}/gu, '').trim()
  const unled = shown.replace(/^(?:@\S{1,32}\s+)+/u, '').replace(OWN_MENTION, '')
  const tail = /\s@\S{1,32}$/u.exec(unled.slice(-40))?.[0].length ?? 0
  return unled.slice(0, unled.length - tail).trim()
}

function afterGreeting(said: string): string {
  const greeting = GREETING.exec(fold(said))?.[0].length ?? 0
  return greeting === 0 ? '' : said.slice(greeting + separators(fold(said.slice(greeting))))
}
