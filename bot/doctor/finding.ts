import type { Answer } from '../wecom/answer.ts'
import { explainCode } from '../wording/codes.ts'
import { doctorWords as words } from '../wording/doctor.ts'

/** One thing looked at, in the words of whoever runs the machine. `cause` says what was found, `mend` what to do about it. */
export type Finding = Readonly<{ name: string; ok: 'ok' | 'warn' | 'bad'; cause: string; mend: string }>

export const fine = (name: string, cause: string): Finding => ({ name, ok: 'ok', cause, mend: words.fine })
export const warning = (name: string, cause: string, mend: string): Finding => ({ name, ok: 'warn', cause, mend })
export const bad = (name: string, cause: string, mend: string): Finding => ({ name, ok: 'bad', cause, mend })

/** A platform that said no: our words for its code, and its code for who wants to look it up. */
export function refusal(name: string, code: number, what = ''): Finding {
  const said = explainCode(code)
  if (!said) return bad(name, words.unknownCode(what, code), words.unknownCodeMend)
  return bad(name, words.code(what, said.cause, code), said.mend)
}

/** Anything but yes, as a finding. The reasons of our own client are English and hold no secret. */
export function notOk(name: string, answer: Exclude<Answer<unknown>, { kind: 'ok' }>, what = ''): Finding {
  return answer.kind === 'answered'
    ? refusal(name, answer.code, what)
    : bad(name, words.noAnswer(what, answer.reason), words.noAnswerMend)
}
