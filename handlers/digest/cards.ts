import type { Context, TimerRow } from '../../context.ts'
import type { Decision, TimerChange } from '../../domain/decision.ts'
import type { Notice } from '../../domain/notice.ts'
import type { Town } from '../../domain/town.ts'
import type { World } from '../../domain/world.ts'
import { addDays, dayOf, instant } from '../../domain/calendar/zone.ts'
import { quietEnd } from '../../domain/clock/quiet.ts'
import { briefFor, isQuiet, type Material } from '../../domain/digest/brief.ts'
import { heardBy } from '../../domain/digest/heard.ts'
import type { Readers } from '../../domain/digest/needs.ts'
import { cardAt, EDITIONS, hasCards, lastCard, type Edition } from '../../domain/digest/times.ts'
import { commandRoom, distinct, leaders, recipientKey, type Address } from '../../domain/people/recipients.ts'
import { ruleOf } from '../../domain/rules/ruleOf.ts'
import type { Daily } from '../slice.ts'
import { materialOf } from './load.ts'
import { postersOf } from './posters.ts'

/** The kind of the timer of a township's cards; its subject says of which. */
export const DIGEST = 'digest'

const subjectOf = ({ code }: Town, edition: Edition): string => `digest-${code}-${edition}`

/** Each night the cards of every township are set, at its own times. */
export const editions: Daily = {
  kind: 'digests',
  arms: true,
  at: 1,
  work: async (_ctx, world) => ({
    timers: world.towns.flatMap((town) => EDITIONS.map((edition) => nextTimer(edition, town, world))),
  }),
}

function nextTimer(edition: Edition, town: Town, { now }: Pick<World, 'now'>): TimerChange {
  const today = cardAt(edition, dayOf(now), town)
  const dueAt = today > now ? today : cardAt(edition, addDays(dayOf(now), 1), town)
  return { subject: subjectOf(town, edition), kind: DIGEST, dueAt, step: 0 }
}

/** 早报、晚报: what needs the command room, and what needs the leaders; with the first one of a week or a month, its report. */
export async function onEdition(ctx: Context, row: TimerRow, world: World): Promise<Decision> {
  const all = world.towns.flatMap((town) => EDITIONS.map((edition) => ({ town, edition })))
  const found = all.find(({ town, edition }) => subjectOf(town, edition) === row.subject)
  if (!found) return { timers: [{ subject: row.subject, kind: row.kind, dueAt: null, step: 0 }] }
  const { town, edition } = found
  const notices = isSent(row, found, world) ? await noticesOf(ctx, town, edition, world) : []
  return { notices, timers: [nextTimer(edition, town, world)] }
}

/** A morning the program slept through until the evening is not made up for, nor is another day. */
function isSent({ dueAt }: TimerRow, { town, edition }: Readonly<{ town: Town; edition: Edition }>, world: World) {
  const day = dayOf(world.now)
  const isOver = edition === 'morning' && world.now >= cardAt('evening', day, town)
  return dayOf(dueAt) === day && !isOver && hasCards(day, town, world.calendar)
}

async function noticesOf(ctx: Context, town: Town, edition: Edition, world: World): Promise<Notice[]> {
  const since = lastCard(town, world.calendar, cardAt(edition, dayOf(world.now), town))
  const counted = edition === 'evening' ? instant(dayOf(world.now), 0) : since
  const material = await materialOf(ctx, town, world, counted)
  const cards = addressesOf(town).flatMap((read, n) => cardFor(read, n, { town, edition, material, since }, world))
  return edition === 'morning' ? [...cards, ...(await postersOf(ctx, town, world))] : cards
}

type Read = Readonly<{ readers: Readers; address: Address }>

/** Whoever is both reads as the command room. */
export function addressesOf(town: Town): readonly Read[] {
  const command = distinct(commandRoom(town))
  const keys = command.map(({ to }) => recipientKey(to))
  const others = distinct(leaders(town)).filter(({ to }) => !keys.includes(recipientKey(to)))
  return [
    ...command.map((address) => ({ readers: 'command', address }) as const),
    ...others.map((address) => ({ readers: 'leaders', address }) as const),
  ]
}

type Made = Readonly<{ town: Town; edition: Edition; material: Material; since: Date }>

function cardFor({ readers, address }: Read, n: number, made: Made, world: World): Notice[] {
  const { town, edition, material, since } = made
  const heard = (tasks: Material['open']) => heardBy(address, town, tasks)
  const brief = briefFor({ readers, edition, heard }, town, material, world, since)
  const day = dayOf(world.now)
  const cardId = `${town.code}-digest-${day}-${edition}-${n}`
  if (!isQuiet(brief)) return [noticeTo(address, { kind: 'digest', cardId, brief }, made, world)]
  if (!ruleOf(town.policy, 'digest.quiet', day)) return []
  return [
    noticeTo(
      address,
      { kind: 'digest-quiet', town: town.name, edition, counts: brief.counts, late: brief.late },
      made,
      world,
    ),
  ]
}

/** A card is an alert, so that what waited for it goes with it. */
function noticeTo({ to, fallback }: Address, body: Notice['body'], { town, edition }: Made, { now }: World): Notice {
  const notBefore = quietEnd(town.policy.quietHours, now)
  return {
    key: `digest|${town.code}|${dayOf(now)}|${edition}|${recipientKey(to)}`,
    ...{
      taskId: null,
      queue: body.kind === 'digest' ? 'alerts' : 'dispatch',
      urgent: false,
      to,
      body,
      reply: null,
      fallback,
    },
    ...{ notBefore, dueAt: notBefore },
  }
}
