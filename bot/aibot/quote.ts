import { clean } from '../../domain/text/clean.ts'
import { fit } from '../text/clean.ts'
import { payload } from './frame.ts'

const LIMIT = 4000
/** Addresses and keys say nothing about what was quoted. */
const NOT_TEXT = /^(?:url|aeskey|msgtype|card_type|icon_url|image_url|appid|pagepath|userid|type)$/

/**
 * What a quoted message says, as text. A quote carries no id of the message it quotes, so the case number has to be
 * found in its words; of a quoted card whatever strings arrive are taken, its task_id and button keys too.
 */
export function quoteText(quote: Readonly<Record<string, unknown>> | undefined): string | null {
  if (!quote) return null
  const plain = payload(quote)?.content
  const words = plain ?? strings(quote, 0).join('\n')
  const text = fit(clean(words.slice(0, LIMIT * 2)).trim(), LIMIT)
  return text || null
}

function strings(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return [value]
  if (depth > 8 || value === null || typeof value !== 'object') return []
  return Object.entries(value)
    .filter(([key]) => !NOT_TEXT.test(key))
    .flatMap(([, inner]) => strings(inner, depth + 1))
}
