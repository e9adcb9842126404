import { ABOUT, DIGITS, PLACES } from './wording-number.ts'

/** 三, 十来, 十几, 二十五, 两百, 廿三, 好几, 一万; what is only about so many is taken for the least. */
export function numberOf(written: string): number {
  if (/^\d+$/u.test(written)) return Number(written)
  const whole = DIGITS[written]
  if (whole !== undefined) return whole
  let sum = 0
  let digit = 0
  let after = 0
  for (const char of written) {
    const place = PLACES[char]
    if (char === ABOUT && after > 0) digit = after / 10
    else if (place === undefined) digit = DIGITS[char] ?? 0
    else {
      sum = place >= MYRIAD ? (sum + digit || 1) * place : sum + (digit || 1) * place
      digit = 0
      after = place
    }
  }
  return sum + digit
}

const MYRIAD = 10_000
