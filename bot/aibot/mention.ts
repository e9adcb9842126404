import { literal } from '../../domain/text/literal.ts'
import { BOT_NAMES } from '../wording/names.ts'

const SPACE = '[\\s\\u2005]'
const NAME = '@[^\\s@\\u2005]{1,64}'
/** Phones end a mention with this thin space, so what stands before it is a name for certain. */
const SURE = new RegExp(`^(?:${SPACE}*${NAME}\\u2005${SPACE}*)+`)
const LEADING = new RegExp(`^(?:${SPACE}*${NAME}${SPACE}+)+`)
const ONLY_LATIN = /^\s*@[\w.-]{1,64}\s*$/
const TRAILING = /(?<![\w.-])@[\w.-]{1,64}$/
const LATER = new RegExp(`${SPACE}?(?<![\\w.-])${NAME}${SPACE}+`)

/**
 * A group message without the mention that woke the bot. Whatever the bot is called, its mention ends in a space;
 * one of `names` is known even where the space was deleted. A mention with neither stays: better a stray word in a
 * report than a report taken for a name.
 */
export function stripMention(text: string, names: readonly string[] = BOT_NAMES): string {
  if (SURE.test(text)) return text.replace(SURE, '').trim()
  const known = withoutNames(text, names)
  if (known !== text) return known.replace(LEADING, '').trim()
  if (ONLY_LATIN.test(text)) return ''
  const found = [LEADING, LATER, TRAILING].find((pattern) => pattern.test(text))
  return (found ? text.replace(found, ' ') : text).trim()
}

/** Takes out @name wherever it stands. */
function withoutNames(text: string, names: readonly string[]): string {
  const any = names.map(literal).join('|')
  if (!any) return text
  const mention = new RegExp(`${SPACE}?[@\\uFF20](?:${any})${SPACE}*`, 'giu')
  return text.replace(mention, (found) => (SPACED.test(found) ? ' ' : ''))
}

const SPACED = /^\s|\s$/
