import { pino } from 'pino'
import { mask as hide } from './domain/privacy/mask.ts'
import type { Log } from './context.ts'

/** What must never stand in a log line, wherever it turns up: phones, identity numbers, tokens in addresses. */
const MASKS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\d)\d{17}[\dXx](?!\d)/g, '[id-number]'],
  [/(?<!\d)1[3-9]\d{9}(?!\d)/g, '[phone]'],
  [/((?:access_token|key|secret|token|aeskey)=)[^&\s"]+/gi, '$1[secret]'],
  [/(redis:\/\/[^:/@\s]*:)[^@\s]+@/g, '$1[secret]@'],
]

export function mask(text: string): string {
  return hide(MASKS.reduce((masked, [pattern, by]) => masked.replace(pattern, by), text)).text
}

/** The structured log of a process, masked line by line, to standard error so that standard output stays the program's own. */
export function makeLog(level: string, write: (line: string) => void = (line) => void process.stderr.write(line)): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    { write: (line: string) => write(mask(line)) },
  )
}
