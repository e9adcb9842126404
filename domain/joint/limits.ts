import { HOUR, DAY } from '../calendar/zone.ts'

/** A place that was shared is doubtful when it is farther off than this, in metres; villages are known by one point. */
export const FAR = 1_000
/** Pictures say where they were taken in WGS-84, villages are in GCJ-02: in China the two are up to 700 m apart. */
export const FAR_PICTURE = FAR + 700
/** A whistle nobody ends: its commander is asked, and later it ends by itself. */
export const ASK_TO_END_MS = 12 * HOUR
export const END_AFTER_MS = DAY
/** A score is asked for once more after a day, may be changed for a day, and is left blank after two. */
export const SCORE_AGAIN_MS = DAY
export const SCORE_CHANGE_MS = DAY
export const SCORE_LAST_MS = 2 * DAY
/** A request nobody answers goes to the command room this much later. */
export const REQUEST_UP_MS = HOUR
/** When a child task is spoken of, by shares of its time; then once a day. */
export const CHILD_REMINDERS = [0.5, 0.8, 1] as const
export const CHILD_REPEATS = 3

/** The kind of the timer of a child task. */
export const CHILD = 'child'
