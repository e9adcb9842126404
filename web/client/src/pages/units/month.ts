export type OfDay = Readonly<{ userid: string; shift: string }>
/** Who is on duty, by day (YYYY-MM-DD). */
export type ByDay = Readonly<Record<string, readonly OfDay[]>>

export const byDay = (days: readonly Readonly<{ date: string; shifts: readonly OfDay[] }>[]): ByDay =>
  Object.fromEntries(days.map(({ date, shifts }) => [date, shifts]))

export const shiftsOf = (days: ByDay): readonly (OfDay & Readonly<{ date: string }>)[] =>
  Object.entries(days).flatMap(([date, shifts]) => shifts.map((shift) => ({ date, ...shift })))

/** 2026-12 and 1 is 2027-01. */
export function monthBeside(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const at = year * 12 + number - 1 + by
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}

/** Days of the week before it, Monday first. */
export const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
