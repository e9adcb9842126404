import { lot } from '../text/lot.ts'

/** A case that may be drawn, and the unit that handled it. */
export type Drawable = Readonly<{ id: string; unit: string }>

/**
 * Which of a month's closed cases a person calls about: of every unit this share, rounded up, so that each unit that
 * closed anything has one. It hangs on township, month and the ids alone: whoever draws again draws the same.
 */
export function draw<C extends Drawable>(cases: readonly C[], town: string, month: string, share: number): C[] {
  const units = [...new Set(cases.map(({ unit }) => unit))].toSorted()
  return units.flatMap((unit) => {
    const own = cases
      .filter((each) => each.unit === unit)
      .map((each) => ({ each, rank: lot(`${town}|${month}|${each.id}`) }))
    const ranked = own.toSorted((a, b) => a.rank - b.rank || (a.each.id < b.each.id ? -1 : 1))
    return ranked.slice(0, howMany(own.length, share)).map(({ each }) => each)
  })
}

/** 0.1 of 30 is 3 and not 4, whatever binary fractions make of it. */
const howMany = (count: number, share: number): number => Math.min(count, Math.max(1, Math.ceil(count * share - 1e-9)))
