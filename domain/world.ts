import type { Calendar } from './calendar/calendar.ts'
import type { Town } from './town.ts'

/** What a decision may look at besides the case: the townships, the calendar, the instant, and fresh ids. */
export type World = Readonly<{ towns: readonly Town[]; calendar: Calendar; now: Date; id(): string }>
