import type { Calendar } from './calendar/calendar.ts'
import type { Classifier } from './triage/classifier.ts'
import type { Town } from './town.ts'

/** What a decision may look at besides the case: the townships, the calendar, the instant, fresh ids, and the classifier where one is trained. */
export type World = Readonly<{
  towns: readonly Town[]
  calendar: Calendar
  now: Date
  id(): string
  classifier?: Classifier | null
}>
