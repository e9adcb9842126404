/** No law says these figures; the time of the morning question is the rule `training.daily`. */

/** Nobody is asked the same again within so many days, unless he got it wrong. */
export const FRESH_DAYS = 60
/** What was wrong is asked again after so many days; the last stands for all that follow. */
export const AGAIN_AFTER = [3, 7, 15] as const
/** … until it was right so often in a row. */
export const RIGHT_TIMES = 2

export const LEAST_OPTIONS = 3
export const MOST_OPTIONS = 4
/** An option is a line of a card: what is longer would be cut, and two might look the same. */
export const LONGEST_OPTION = 24

/** So many people are asked in one transaction. */
export const PEOPLE_AT_ONCE = 25

/** A draft nobody confirms, and a proposal nobody decides, go by after so many days; a proposal is spoken of once before. */
export const DRAFT_DAYS = 1
export const REMIND_DAYS = 3
export const PROPOSAL_DAYS = 10
export const LONGEST_QUESTION = 60
export const LONGEST_ANSWER = 200
