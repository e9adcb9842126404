import { CAPITAL } from './wording-capital.ts'

const ZERO = CAPITAL.digits.charAt(0)
const digit = (value: number): string => CAPITAL.digits.charAt(value)
/** Twelve digits before the point. */
const LIMIT = 1e12

/**
 * An amount of yuan in Chinese capitals, as a penalty names it beside its digits. Null for what cannot be written:
 * below nothing, more than twelve digits, parts of a fen.
 */
export function capital(yuan: number): string | null {
  const fen = Math.round(yuan * 100)
  if (!(yuan >= 0 && fen < LIMIT * 100) || Math.abs(fen - yuan * 100) > 0.01) return null
  const [whole, jiao, rest] = [Math.floor(fen / 100), Math.floor(fen / 10) % 10, fen % 10]
  if (jiao + rest === 0) return `${whole === 0 ? ZERO : integer(whole)}${CAPITAL.yuan}${CAPITAL.whole}`
  return `${whole === 0 ? '' : `${integer(whole)}${CAPITAL.yuan}`}${fraction(jiao, rest, whole > 0)}`
}

function fraction(jiao: number, fen: number, follows: boolean): string {
  const first = jiao > 0 ? `${digit(jiao)}${CAPITAL.jiao}` : follows ? ZERO : ''
  return fen > 0 ? `${first}${digit(fen)}${CAPITAL.fen}` : first
}

/** Four digits at a time; one zero stands for all that are left out between two digits. */
function integer(value: number): string {
  const groups = [2, 1, 0].map((at) => ({ at, four: Math.floor(value / 10_000 ** at) % 10_000 }))
  return groups.reduce((text, { at, four }, index) => {
    if (four === 0) return text
    const gap = text !== '' && (four < 1000 || groups[index - 1]?.four === 0)
    return `${text}${gap ? ZERO : ''}${ofFour(four)}${CAPITAL.groups[at] ?? ''}`
  }, '')
}

function ofFour(four: number): string {
  const places = [3, 2, 1, 0].map((at) => ({ at, one: Math.floor(four / 10 ** at) % 10 }))
  return places.reduce((text, { at, one }, index) => {
    if (one === 0) return text
    const gap = text !== '' && places[index - 1]?.one === 0
    return `${text}${gap ? ZERO : ''}${digit(one)}${CAPITAL.places[at] ?? ''}`
  }, '')
}
