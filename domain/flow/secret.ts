import { squeeze } from '../text/fold.ts'
import { SECRET, SPEAKS_OF_LAW } from './wording-flow.ts'

/** The mark of secrecy in words or in the name of a file; what bears one may not go by WeCom (保守国家秘密法). */
export function secretMark(text: string | null): string | null {
  return SECRET.exec(squeeze(text ?? '').replace(SPEAKS_OF_LAW, ''))?.[0] ?? null
}
