import { comingDate, dateOf } from '../calendar/written.ts'
import { addDays } from '../calendar/zone.ts'
import { numberOf } from '../understand/number.ts'
import { fold } from '../text/fold.ts'
import { BLOCKS, type Contact } from './kinds.ts'
import type { Lacking } from './block.ts'
import type { AskedFor } from './extend.ts'
import type { AskedToWait } from './suspend.ts'
import { BECAUSE, DAYS, FULL_DATE, IN_DAYS, LABEL, LACKS, MOBILE, MONTH_DAY, NAME, PHONE } from './wording-read.ts'

/** 「2天 下雨，路不通」; null where the days or the reason are missing. */
export function extensionIn(said: string): AskedFor | null {
  const found = DAYS.exec(fold(said))
  const days = found ? numberOf(found[1] ?? '') : 0
  const reason = found ? because(said.slice(found[0].length)) : ''
  return days >= 1 && reason !== '' ? { days, reason } : null
}

const because = (said: string): string => said.replace(BECAUSE, '').trim()

/** 「等苗木到货 12月20日恢复」: the reason, and the day (YYYY-MM-DD) where one is named; `today` is one, too. */
export function suspensionIn(said: string, today: string): AskedToWait | null {
  const folded = fold(said)
  for (const { pattern, day } of DATES) {
    const found = pattern.exec(folded)
    if (!found) continue
    const reason = because(said.slice(0, found.index))
    return reason === '' ? null : { reason, day: day(today, found) }
  }
  const reason = because(said)
  return reason === '' ? null : { reason, day: null }
}

type Dated = Readonly<{ pattern: RegExp; day: (today: string, found: readonly (string | undefined)[]) => string }>

/** A day that is none is the past, and refused as such. */
const DATES: readonly Dated[] = [
  { pattern: FULL_DATE, day: (_today, [, year, month, day]) => dateOf(year, month, day) },
  { pattern: MONTH_DAY, day: (today, [, month, day]) => comingDate(today, month, day) },
  { pattern: IN_DAYS, day: (today, [, days]) => addDays(today, numberOf(days ?? '')) },
]

/** 「缺车辆 执法车在修」; null where no reason of the list comes first. */
export function lackingIn(said: string): Lacking | null {
  const folded = fold(said)
  for (const reason of BLOCKS) {
    const found = LACKS[reason].exec(folded)
    if (found) return { reason, text: because(said.slice(found[0].length)) }
  }
  return null
}

/** Whom to ask of an authority outside, and why: 「市交通局 王建国 0000-1234567 占的是公路」. */
export type SentOut = Readonly<{ to: string; contact: Contact | null; phone: string | null; reason: string }>

export function sentOutIn(said: string): SentOut | null {
  const [to = '', ...rest] = said.split(/[\s，,；;]+/u).filter(Boolean)
  const words = rest.map((word) => word.replace(LABEL, '')).filter(Boolean)
  const at = words.slice(0, 2).findIndex((word) => PHONE.test(fold(word)))
  const phone = at < 0 ? null : fold(words[at] ?? '')
  const name = at === 1 && NAME.test(words[0] ?? '') ? (words[0] ?? null) : null
  const reason = words.slice(at + 1).join(' ')
  if (to.length < 2 || reason === '' || (at === 1 && name === null)) return null
  const isOffice = name === null && phone !== null && !MOBILE.test(phone)
  const contact = phone === null || isOffice ? null : { name: name ?? '', phone }
  return { to, phone: isOffice ? phone : null, contact, reason }
}
