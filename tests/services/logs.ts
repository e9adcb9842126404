import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HIDDEN } from '../../domain/privacy/wording-mask.ts'

/** Where the log lines of a run are gathered; every process of it is told. */
export const LOG_FOLDER = 'SHAOZI_TEST_LOGS'

/** Hands over what a house, a process or a bench logged: it is looked through when the run is over. */
export function handOver(lines: readonly string[]): void {
  const folder = process.env[LOG_FOLDER]
  const written = lines.flatMap((line) => line.split('\n')).filter((line) => line.trim() !== '')
  if (folder === undefined || written.length === 0) return
  appendFileSync(join(folder, `${process.pid}.log`), `${written.join('\n')}\n`)
}

type Rule = Readonly<{ what: string; pattern: RegExp }>

/** Nobody's log may hold one of these. The accounts and secrets are those the tests give to their people and doors. */
const RULES: readonly Rule[] = [
  { what: 'a telephone number', pattern: /(?<!\d)1[3-9]\d{9}(?!\d)/u },
  { what: 'an identity number', pattern: /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/u },
  // the log is English: whatever is not was said by somebody, or is what somebody or a place is called
  { what: 'words, a name or a place', pattern: /\p{Script=Han}/u },
  { what: 'the account of a reporter', pattern: /\bv-(?:lihua|zhaomin)\b|\bwm[A-Z]\b|lidaming88/u },
  {
    what: 'a secret',
    pattern: /not-a-secret|right-secret|TestToken123|abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG|robot-grp-/u,
  },
  { what: 'a token', pattern: /access_token=(?!\[secret\])|"(?:secret|aeskey|access_token)":"(?!\[)/iu },
]

/** What must not stand in these lines of a log, a sentence each; the line itself is shown masked. */
export function leaksIn(lines: readonly string[]): string[] {
  return lines
    .map(withoutMarks)
    .flatMap((line) =>
      RULES.filter(({ pattern }) => pattern.test(line)).map(({ what, pattern }) => `${what}: ${around(line, pattern)}`),
    )
}

/** What the log put in the place of something. */
const withoutMarks = (line: string): string =>
  Object.values(HIDDEN).reduce((rest, mark) => rest.replaceAll(mark, '[hidden]'), line)

/** Enough to find where it was logged, without saying it again. */
function around(line: string, pattern: RegExp): string {
  const at = pattern.exec(line)?.index ?? 0
  const message = /"msg":"[^"]{0,80}"?/u.exec(line)?.[0] ?? ''
  return `${line.slice(Math.max(0, at - 40), at)}*** ${message}`
}

/** All that was logged in a run. */
export function gathered(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
}
