/** What a program wrote to its log: one JSON object a line; what is no such line (`CRASH_AT: …`) is nobody's concern. */
export type Logs = Readonly<{
  lines: readonly string[]
  /** errors that belong to the fault */
  expected?: readonly RegExp[]
  /** names, words and numbers of people that must not stand there */
  secrets?: readonly string[]
}>

const ERROR = /"level":(?:50|60)/
const PHONE = /(?<!\d)1[3-9]\d{9}(?!\d)/
const ID_NUMBER = /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/

export function wronglyLogged({ lines, expected = [], secrets = [] }: Logs): readonly string[] {
  const errors = lines.filter((line) => ERROR.test(line) && !expected.some((words) => words.test(line)))
  const personal = lines.filter(
    (line) => PHONE.test(line) || ID_NUMBER.test(line) || secrets.some((secret) => line.includes(secret)),
  )
  return [
    ...errors.slice(0, 5).map((line) => `an error was logged: ${line}`),
    ...personal.slice(0, 5).map((line) => `personal data was logged: ${line}`),
  ]
}
