import { wallClock } from '../domain/calendar/zone.ts'

/** 20261130-033000: what tells what was set aside at one moment from what was at another. */
export const labelOf = (now: Date): string =>
  `${wallClock(now).replace(/[-:]/gu, '').replace(' ', '-')}${String(now.getUTCSeconds()).padStart(2, '0')}`
