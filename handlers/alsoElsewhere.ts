import type { NoticeBody } from '../domain/notice.ts'
import { clausesOf } from '../domain/triage/clauses.ts'
import { elsewhereOf } from '../domain/understand/elsewhere.ts'
import type { Told } from './look.ts'
import { namesMatter } from './matter.ts'
import type { Result, Turn } from './turn.ts'

/** Beside what is the township's, something that is not: whom to call about that is told in addition. */
export function alsoElsewhere(turn: Turn, { town, text }: Told, result: Result): Result {
  const isOurs = (words: string) => namesMatter(turn, words, [town])
  if (!isOurs(text)) return result
  const others = clausesOf(text).flatMap((clause): NoticeBody[] => {
    const other = isOurs(clause.text) ? null : elsewhereOf(clause.text, { ...town, hearing: null })
    return other ? [{ kind: 'elsewhere', name: other.name, phone: other.phone, ask: null, part: clause.text }] : []
  })
  return others.length === 0 ? result : { ...result, answers: [...(result.answers ?? []), ...others.slice(0, 1)] }
}
