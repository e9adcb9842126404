/** A village, and how many cases it had lately. */
type Counted = Readonly<{ code: string; lately: number }>

/** The period that is looked at. */
export const HOT_DAYS = 30
/** Fewer are an accident. */
const LEAST = 3
const MOST_SPOTS = 3

/** The villages with the most cases of the last days; as many as the third has are hot, too. */
export function hotSpots(villages: readonly Counted[]): readonly string[] {
  const sorted = villages.filter(({ lately }) => lately >= LEAST).toSorted((a, b) => b.lately - a.lately)
  const last = sorted[MOST_SPOTS - 1]?.lately ?? LEAST
  return sorted.filter(({ lately }) => lately >= last).map(({ code }) => code)
}
