import type { AlarmItem, AlarmKind, Sign, Standing } from './kinds.ts'
import { RULES } from './rules.ts'

/** `quiet` = it is night there; `deaf` = no door to those who should hear is open. */
export type Moment = Readonly<{ now: Date; quiet: boolean; deaf: boolean }>
export type Watched = Readonly<{ standing: readonly Standing[]; items: readonly AlarmItem[] }>

/**
 * What stands now, and what is to be said of it: once when it begins, then as often as its rule says, once when it is
 * over. What cannot be said now (night, no open door) is looked at again the next time, as it is then.
 */
export function watch(kept: readonly Standing[], signs: readonly Sign[], moment: Moment): Watched {
  const seen = signs.map((sign) => standingOf(sign, kept, moment.now))
  const gone = kept.filter(({ sign }) => !signs.some((other) => isSame(sign, other)))
  const kinds = signs.map(({ kind }) => kind)
  const stands = seen.map((one) => goesOn(one, kinds, moment))
  const ended = gone.map((one) => ends(one, moment))
  return {
    standing: [...stands, ...ended].flatMap(({ standing }) => standing ?? []),
    items: [...stands, ...ended].flatMap(({ item }) => item ?? []),
  }
}

type One = Readonly<{ standing: Standing | null; item: AlarmItem | null }>

const isSame = (one: Sign, other: Sign): boolean => one.kind === other.kind && one.of === other.of

/** One that was over and came back before anybody heard of the end goes on as it was. */
function standingOf(sign: Sign, kept: readonly Standing[], now: Date): Standing {
  const known = kept.find((one) => isSame(one.sign, sign))
  return known ? { ...known, sign, overAt: null } : { sign, since: now.toISOString(), toldAt: null, overAt: null }
}

function goesOn(one: Standing, kinds: readonly AlarmKind[], moment: Moment): One {
  const rule = RULES[one.sign.kind]
  const hidden = rule.behind.some((kind) => kinds.includes(kind))
  if (hidden || !maySay(one, moment) || !isDue(one, moment.now)) return { standing: one, item: null }
  const state = one.toldAt === null ? 'begun' : 'still'
  return { standing: { ...one, toldAt: moment.now.toISOString() }, item: itemOf(one, state, null) }
}

const maySay = ({ sign }: Standing, { quiet, deaf }: Moment): boolean => !deaf && (!quiet || RULES[sign.kind].urgent)

function isDue({ sign, since, toldAt }: Standing, now: Date): boolean {
  const { after, again } = RULES[sign.kind]
  if (toldAt === null) return now.getTime() - Date.parse(since) >= after
  return again !== null && now.getTime() - Date.parse(toldAt) >= again
}

/** Nobody hears of the end of what he never heard of; but that a channel was away is said afterwards, when nothing could be said meanwhile. */
function ends(one: Standing, moment: Moment): One {
  const over = one.overAt ?? moment.now.toISOString()
  const lasted = isDue({ ...one, toldAt: null }, new Date(over))
  const rule = RULES[one.sign.kind]
  const wanted = rule.ends && (one.toldAt !== null || (rule.urgent && lasted))
  if (!wanted) return { standing: null, item: null }
  if (!maySay(one, moment)) return { standing: { ...one, overAt: over }, item: null }
  return { standing: null, item: itemOf(one, 'over', over) }
}

const itemOf = ({ sign, since }: Standing, state: AlarmItem['state'], until: string | null): AlarmItem => ({
  state,
  sign,
  since,
  until,
})
