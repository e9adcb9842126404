import type { Fault } from '../fault.ts'
import { wordingDoctor } from '../wording-doctor.ts'

/** One thing looked at. `cause` says what was found, `mend` what to do about it. */
export type Check = Readonly<{ name: string; ok: 'ok' | 'warn' | 'bad'; cause: string; mend: string }>

export const fine = (name: string, cause: string): Check => ({ name, ok: 'ok', cause, mend: wordingDoctor.fine })
export const warning = (name: string, cause: string, mend: string): Check => ({ name, ok: 'warn', cause, mend })
export const bad = (name: string, cause: string, mend: string): Check => ({ name, ok: 'bad', cause, mend })

export const checkOf = (name: string, ok: Check['ok'], { file, line, field, problem, mend }: Fault): Check => ({
  name,
  ok,
  cause: `${wordingDoctor.faultAt(file, line, field)}：${problem}`,
  mend,
})

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error
    ? String(error.code)
    : error instanceof Error
      ? error.message
      : String(error)
