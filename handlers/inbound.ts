import { setTimeout as pause } from 'node:timers/promises'
import type { Context, Customer } from '../context.ts'
import { AlreadySettled, LostRace, NotNow } from '../domain/lostRace.ts'
import type { InboxRow, NewAttachment } from '../domain/decision.ts'
import { findPerson } from '../domain/people/directory.ts'
import { villageOf } from '../domain/route/nearest.ts'
import { through, wayOf } from '../domain/way.ts'
import { heldBack } from './calm/flood.ts'
import { unheard } from './calm/muted.ts'
import { makePacer, type Pacer } from './calm/pacer.ts'
import { lanesOf, makeLanes } from './lanes.ts'
import { fetchFiles } from './fetch.ts'
import { conversationKey, settle, type Speaker, type Turn } from './turn.ts'
import { withinMeasure } from './digest/heard.ts'
import { withFooter } from './footer.ts'
import { understand } from './understand.ts'
import { worldOf } from './world.ts'

/** Races between people on one case are rare; more than this many in a row is a fault. */
const RACES = 8
const TRIES = 3
/** in ms */
const TURN = { look: 50, most: 3000 } as const

/** `failed` = this time; it is tried again, or put aside */
type Outcome = 'done' | 'failed'

export type InboundHandler = Readonly<{
  /** Works on one committed message, once, and in the order its sender wrote; resolves when it is done. Never rejects. */
  handle(row: InboxRow): Promise<void>
  /** The same without waiting. */
  take(row: InboxRow): void
  /** Resolves when every message taken so far is done. */
  idle(): Promise<void>
  /** how many were worked on since the start, by what came of it */
  handled(): Readonly<Record<Outcome, number>>
}>

/** A handler that keeps each sender's messages in order and lets different senders run side by side, unless they say the same. */
export function inboundHandler(ctx: Context): InboundHandler {
  const lanes = makeLanes()
  const pacer = makePacer()
  const busy = new Map<string, Promise<void>>()
  const handled: Record<Outcome, number> = { done: 0, failed: 0 }
  const handle = (row: InboxRow): Promise<void> => {
    const known = busy.get(row.id)
    if (known) return known
    const counted = async () => {
      await inTurn(ctx, row)
      const outcome = await handleInbound(ctx, pacer, row)
      handled[outcome] += 1
    }
    const work = lanes.after(lanesFor(row), counted).finally(() => void busy.delete(row.id))
    busy.set(row.id, work)
    return work
  }
  return {
    handle,
    take: (row) => void handle(row),
    idle: async () => {
      while (busy.size > 0) await Promise.all(busy.values())
    },
    handled: () => ({ ...handled }),
  }
}

/** What cannot even be read goes by itself, and fails where failures are counted. */
function lanesFor(row: InboxRow): readonly string[] {
  try {
    return lanesOf(row)
  } catch {
    return [`row ${row.id}`]
  }
}

/**
 * Of several processes another may be working on what the same person wrote a moment ago. One that died over it holds
 * nobody up for long: the one that leads takes it on.
 */
async function inTurn({ store, log }: Context, row: InboxRow): Promise<void> {
  if (store.alone) return
  try {
    for (let waited = 0; waited < TURN.most && (await store.earlierOf(row)); waited += TURN.look) await pause(TURN.look)
  } catch (error) {
    log.debug({ inbox: row.id, error: String(error) }, 'what came before could not be looked at')
  }
}

/**
 * A message whose handling fails is tried again by the sweeper and parked after the third time: it stops nobody else.
 * That the database takes nothing is not its fault, and is not counted.
 */
async function handleInbound(ctx: Context, pacer: Pacer, row: InboxRow): Promise<Outcome> {
  try {
    await ctx.renew?.()
    const what = pacer.look(row, ctx.towns)
    if (what) {
      const { speaker } = await turnOf(ctx, row, [])
      await ctx.store.commit(await heldBack(ctx, row, speaker.userid, what), ctx.now())
      return 'done'
    }
    const files = await fetchFiles(ctx, row, ctx.now())
    await decideAndCommit(ctx, row, files)
    return 'done'
  } catch (error) {
    if (error instanceof NotNow) {
      ctx.log.warn({ inbox: row.id }, 'the database takes nothing just now; a message waits')
      return 'failed'
    }
    const park = row.attempts + 1 >= TRIES
    ctx.log.error(
      { inbox: row.id, attempts: row.attempts + 1, parked: park, error: String(error) },
      'a message could not be handled',
    )
    await ctx.store
      .failInbox(row.id, String(error), park)
      .catch((again: unknown) =>
        ctx.log.error({ inbox: row.id, error: String(again) }, 'nor could that be noted; the sweeper tries it again'),
      )
    return 'failed'
  }
}

async function decideAndCommit(ctx: Context, row: InboxRow, files: readonly NewAttachment[]): Promise<void> {
  for (let race = 0; race < RACES; race += 1) {
    const turn = await turnOf(ctx, row, files)
    const decided = (await unheard(turn)) ?? settle(turn, await understand(turn))
    try {
      const footed = await withFooter(ctx, decided, { name: row.from, chat: row.chat })
      const decision = await withinMeasure(ctx, footed, turn.world)
      return await ctx.store.commit(through(wayOf(row), decision), turn.world.now)
    } catch (error) {
      if (error instanceof AlreadySettled) return
      if (!(error instanceof LostRace)) throw error
    }
  }
  throw new Error(`lost ${RACES} races in a row`)
}

async function turnOf(ctx: Context, row: InboxRow, files: readonly NewAttachment[]): Promise<Turn> {
  const world = worldOf(ctx)
  const pending = await ctx.store.conversation(conversationKey(row))
  return { ctx, row, world, speaker: await speakerOf(ctx, row), pending, files }
}

/** A scanned QR code says where somebody is for as long as a conversation with customer service lasts. */
const SCANNED_MS = 48 * 60 * 60_000

async function speakerOf(ctx: Context, row: InboxRow): Promise<Speaker> {
  const customer = row.channel === 'kf' ? await ctx.store.customer(row.from) : null
  const userid = customer?.person ?? row.from
  const found = findPerson(ctx, userid)
  const scanned = customer && scannedBy(customer, ctx)
  return { userid, person: found?.person ?? null, town: found?.town ?? null, scanned: scanned ?? null }
}

function scannedBy({ village, villageAt }: Customer, { towns, now }: Context): Speaker['scanned'] {
  if (village === null || villageAt === null || now().getTime() - villageAt.getTime() > SCANNED_MS) return null
  const near = villageOf(village, towns)
  return near && { town: near.town.code, place: near.place }
}
