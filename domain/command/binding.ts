import { fold } from '../text/fold.ts'
import { BIND } from './wording.ts'

/** 「绑定」 or 「绑定 123456」: makes one person of two accounts. Null for anything else. */
export function bindingOf(text: string): Readonly<{ code: string | null }> | null {
  const found = BIND.exec(fold(text.trim().slice(0, 40)))
  return found && { code: found[1]?.replace(/\s/gu, '') ?? null }
}
