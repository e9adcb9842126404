import { fold } from '../text/fold.ts'
import { NUMERALS, SUM, TEN_THOUSAND, TOKEN, UNITS } from './wording-amount.ts'

/** The same text with every sum of money in plain digits: 500 for ５００, 五百, 伍佰; 15000 for 1万5千. */
export const plainAmounts = (text: string): string =>
  fold(text).replace(SUM, (run) => {
    const amount = valueOf(run)
    return amount > 0 ? String(amount) : run
  })

/** A last digit counts tenths of the unit before it, 一万五 = 15000, where no 零 stands between. */
function valueOf(run: string): number {
  let [total, section, unit] = [0, 0, 1]
  let digit: number | null = null
  for (const [token] of run.replaceAll(',', '').matchAll(TOKEN)) {
    const by = UNITS[token]
    if (token === TEN_THOUSAND) [total, section, digit, unit] = [(section + (digit ?? 0)) * 10_000, 0, null, 10_000]
    else if (by) [section, digit, unit] = [section + (digit ?? 1) * by, null, by]
    else if (NUMERALS[token] === 0) [digit, unit] = [null, 1]
    else digit = NUMERALS[token] ?? Number(token)
  }
  const rest = digit !== null && digit < 10 && unit > 1 ? (digit * unit) / 10 : (digit ?? 0)
  return Math.round((total + section + rest) * 100) / 100
}

/** The amount a pattern finds in a text, however it is written. */
export function amountIn(pattern: RegExp, text: string): number | null {
  const [, digits, tenThousand] = pattern.exec(plainAmounts(text)) ?? []
  const amount = Number((digits ?? '').replaceAll(',', '')) * (tenThousand ? 10_000 : 1)
  return amount > 0 ? Math.round(amount * 100) / 100 : null
}
