import type { CaseRef } from '../domain/command/parsed.ts'
import type { Question } from '../domain/decision.ts'
import { refAt } from '../domain/command/reference.ts'
import { VERBS, type Verb } from '../domain/command/parsed.ts'
import { fold } from '../domain/text/fold.ts'
import { commands } from './commands.ts'
import { answer, answered, type Result, type Turn } from './turn.ts'

type Asked = Extract<Question, { asks: 'words' }>

/** The words an order lacked: it is carried out with them, as if they had been there at once. */
export async function answerWords(turn: Turn, { verb, no, lead }: Asked, said: string): Promise<Result> {
  const known = VERBS.find((each): each is Verb => each === verb)
  if (!known) return { ...answer('an order of another version'), ask: null }
  const result = await commands[known](turn, no === null ? null : refOf(no), [lead, said].filter(Boolean).join(' '))
  return said || turn.files.length > 0 ? answered(result) : result
}

const refOf = (no: string): CaseRef | null => refAt(fold(no))?.ref ?? null
