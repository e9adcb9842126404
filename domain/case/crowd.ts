import type { Level } from '../level.ts'

type Rule = Readonly<{ from: number; level: Level; tellCommandRoom: boolean }>

/** What so many reporters of one thing make of it. Danger alone makes an emergency, never a crowd. */
const CROWD: readonly Rule[] = [
  { from: 3, level: 'urgent', tellCommandRoom: false },
  { from: 10, level: 'urgent', tellCommandRoom: true },
]

/** At these counts the unit hears of it again; every one would be noise. */
const MILESTONES: readonly number[] = [2, 3, 5, 10, 20, 50, 100, 200, 500, 1000]

const SEVERITY: Readonly<Record<Level, number>> = { normal: 0, urgent: 1, emergency: 2 }

export const worse = (one: Level, other: Level): Level => (SEVERITY[other] > SEVERITY[one] ? other : one)

/** The level that many reporters ask for at least. */
export function crowdLevel(count: number): Level {
  return CROWD.reduce<Level>((level, rule) => (count >= rule.from ? worse(level, rule.level) : level), 'normal')
}

/** Is it the command room's business that there are `after` reporters now? */
export function callsCommandRoom(before: number, after: number): boolean {
  return CROWD.some(({ from, tellCommandRoom }) => tellCommandRoom && before < from && from <= after)
}

export function isMilestone(before: number, after: number): boolean {
  return MILESTONES.some((count) => before < count && count <= after)
}
