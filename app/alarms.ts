import type { Context } from '../context.ts'
import type { Seen } from '../domain/alarm/seen.ts'
import type { Sign, Standing } from '../domain/alarm/kinds.ts'
import { signsOf } from '../domain/alarm/signs.ts'
import { alarmNotices } from '../domain/alarm/tell.ts'
import { watch } from '../domain/alarm/watch.ts'
import type { Notice } from '../domain/notice.ts'
import type { Town } from '../domain/town.ts'
import { lookForAlarms, momentOf, standingAlarms } from '../handlers/alarm.ts'
import { every, type Every } from '../jobs/every.ts'
import type { Eyes } from './eyes.ts'

const EVERY_MS = 30_000

/** Looks at the machine again and again, and lets the command rooms know. */
export type Alarms = Readonly<{
  /** one look, and what follows from it */
  look(): Promise<void>
  /** what stands, as far as it can be told */
  standing(): Promise<readonly Standing[]>
  /** how the machine is just now, what takes a while to see included */
  now(): Promise<Readonly<{ seen: Seen; signs: readonly Sign[] }>>
  start(): void
  stop(): void
}>

const UNWRITTEN: Sign = { kind: 'database', of: '', level: 'bad', amount: null, at: null }

/** `leads`: of several processes one looks, and it is the one that can speak. */
export function openAlarms(ctx: Context, eyes: Eyes, leads: () => boolean): Alarms {
  /** by township, what stands while nothing can be written */
  const missed = new Map<string, readonly Standing[]>()
  let known: readonly string[] = []
  let loop: Every | null = null

  async function look(): Promise<void> {
    const seen = await eyes.look()
    const signs = signsOf(seen, ctx.now())
    try {
      if (await lookForAlarms(ctx, seen, signs, missed)) missed.clear()
      noted(signs)
    } catch (error) {
      if (missed.size === 0) ctx.log.warn({ fault: faultOf(error) }, 'nothing can be written to the database')
      for (const town of ctx.towns) await sayNow(town, seen)
    }
  }

  /** No row can be written: it is said past the outbox, once. What did not get out is said at the next look. */
  async function sayNow(town: Town, seen: Seen): Promise<void> {
    const before = missed.get(town.code) ?? []
    const now = ctx.now()
    const { standing, items } = watch(before, [UNWRITTEN], momentOf(town, seen, now))
    const sent = await Promise.all(alarmNotices(town, items, now).map((notice) => sendNow(ctx, notice, now)))
    missed.set(town.code, sent.includes(false) ? standing.map((one) => ({ ...one, toldAt: null })) : standing)
  }

  /** The log has it, too, for whoever has no other way. */
  function noted(signs: readonly Sign[]): void {
    const names = signs.map(({ kind, of }) => (of === '' ? kind : `${kind} ${of}`))
    for (const alarm of names) if (!known.includes(alarm)) ctx.log.warn({ alarm }, 'an alarm stands')
    for (const alarm of known) if (!names.includes(alarm)) ctx.log.info({ alarm }, 'an alarm is over')
    known = names
  }

  return {
    look,
    async standing() {
      const unwritten = [...missed.values()].flat().slice(0, 1)
      return [...unwritten, ...(await standingAlarms(ctx).catch(() => []))]
    },
    async now() {
      const seen = await eyes.look()
      const signs = signsOf(seen, ctx.now())
      return { seen, signs: missed.size > 0 && seen.database === 'ok' ? [UNWRITTEN, ...signs] : signs }
    },
    start: () =>
      void (loop ??= every(EVERY_MS, 'looking for alarms', ctx.log, async () => (leads() ? look() : undefined))),
    stop: () => loop?.stop(),
  }
}

async function sendNow({ channel, id }: Context, notice: Notice, now: Date): Promise<boolean> {
  const row = { ...notice, id: id(), seq: 0, attempts: 0, createdAt: now }
  const sent = await channel.send([row], now).catch(() => null)
  return sent?.outcome === 'sent'
}

const faultOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)
