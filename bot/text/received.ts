import { clean } from '../../domain/text/clean.ts'
import { cutBytes } from './clean.ts'

const TEXT_BYTES = 1_048_576

/** What a person wrote, fit to be read, at most a megabyte. */
export const written = (text: string): string => clean(cutBytes(text, TEXT_BYTES)).trim()

/** A short field of a callback, at most `limit` UTF-16 units. */
export const field = (text: string, limit: number): string => clean(text.slice(0, limit))

/** A shared link as words: what it is called, and where it leads. */
export const linkText = (title: string, url: string): string => written([title, url].filter((part) => part).join('\n'))
