const YEARS_3 = 3 * 365

/**
 * How many days what is kept, by class (个人信息保护法 第十九条: no longer than the purpose needs).
 * inbox = messages as they came; outbox = messages that were sent; conversation = questions left open;
 * closed = words and places of cases that are over; identity = who somebody is, after his last case;
 * erased = what his open cases still needed of somebody who had himself deleted.
 */
export const RETENTION = {
  inbox: 180,
  outbox: 180,
  conversation: 30,
  closed: YEARS_3,
  identity: YEARS_3,
  erased: 0,
} as const
export type RetainedText = keyof typeof RETENTION

/** The same for stored files: photos = of cases that are over; loose = of no case; forgotten = of somebody who had himself deleted. */
export const FILE_RETENTION = { photos: YEARS_3, loose: 180, forgotten: 0 } as const
export type RetainedFiles = keyof typeof FILE_RETENTION
