/**
 * How many days what is kept, by class (个人信息保护法 第十九条: no longer than the purpose needs).
 * inbox = messages as they came; outbox = messages that were sent; conversation = questions left open;
 * closed = the words of cases that are over; identity = who somebody is, after his last message.
 */
export const RETENTION = {
  inbox: 180,
  outbox: 180,
  conversation: 30,
  closed: 3 * 365,
  identity: 3 * 365,
} as const
export type Retained = keyof typeof RETENTION
