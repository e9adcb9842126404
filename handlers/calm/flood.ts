import type { Context, TimerRow } from '../../context.ts'
import type { Decision, InboxRow } from '../../domain/decision.ts'
import type { Chat } from '../../domain/inbound.ts'
import type { World } from '../../domain/world.ts'
import { DAY } from '../../domain/calendar/zone.ts'
import { keep, QUIET_AFTER, type Kept, type TooMuch } from '../../domain/calm/pace.ts'
import { JOINED } from '../../domain/calm/wording-calm.ts'
import { supplement } from '../../domain/case/reporter.ts'
import { recipientKey } from '../../domain/people/recipients.ts'
import { findPlace } from '../../domain/route/place.ts'
import { OPEN_STAGES } from '../../domain/task.ts'
import { intentOf, type Intent } from '../../domain/understand/intent.ts'
import { inHand } from '../cases.ts'
import { homeTown, openFor } from '../open.ts'
import { conversationKey } from '../turn.ts'
import { wordsIn } from './pacer.ts'

export const FLOOD = 'flood'

/** What is kept of one who sends too much, until he is quiet. */
type Waiting = Kept & Readonly<{ userid: string; chat: Chat }>

/** The message is kept and answered by nobody; its sender is told once. */
export async function heldBack(
  { store, now }: Context,
  row: InboxRow,
  userid: string,
  what: TooMuch,
): Promise<Decision> {
  const at = now()
  const subject = `${FLOOD} ${conversationKey(row)}`
  const before = (await waitingOf(store, subject, at)) ?? { since: at.toISOString(), count: 0, texts: [] }
  const value: Waiting = { ...keep(before, wordsIn(row)), userid, chat: row.chat }
  const to = { kind: 'chat', chat: row.chat } as const
  return {
    notices: [
      {
        key: `${FLOOD}|${recipientKey(to)}|${value.since}`,
        taskId: null,
        queue: 'replies',
        urgent: false,
        to,
        body: { kind: 'too-much', what },
        reply: row.reply,
        notBefore: at,
        dueAt: at,
        fallback: null,
      },
    ],
    timers: [{ subject, kind: FLOOD, dueAt: new Date(at.getTime() + QUIET_AFTER), step: 0 }],
    notes: [{ key: subject, value: JSON.stringify(value), until: new Date(at.getTime() + DAY) }],
    inbox: { id: row.id, outcome: 'done', note: `too much: ${what}` },
  }
}

async function waitingOf(store: Context['store'], key: string, now: Date): Promise<Waiting | null> {
  const note = await store.note(key)
  return note?.until && note.until > now && note.value !== '' ? (JSON.parse(note.value) as Waiting) : null
}

/** He is quiet: what he said meanwhile is one entry of his newest case, or one case where he has none. */
export async function afterFlood(ctx: Context, row: TimerRow, world: World): Promise<Decision> {
  const { subject, kind } = row
  const ended: Decision = {
    timers: [{ subject, kind, dueAt: null, step: 0 }],
    notes: [{ key: subject, value: '', until: world.now }],
  }
  const waiting = await waitingOf(ctx.store, subject, world.now)
  const text = waiting ? waiting.texts.filter((each) => tells(each, world)).join(JOINED) : ''
  if (!waiting || text === '') return ended
  const decision = await entryOf(ctx, waiting, text, world)
  return { ...decision, ...ended, timers: [...(decision.timers ?? []), ...(ended.timers ?? [])] }
}

async function entryOf(ctx: Context, { userid, chat }: Waiting, text: string, world: World): Promise<Decision> {
  const [newest] = await ctx.store.tasks({ reporter: userid, stages: OPEN_STAGES, limit: 1 })
  if (newest) {
    const isNew = newest.text !== text
    const outcome = isNew ? supplement(await inHand(ctx, newest), { userid }, text, 0, null, world) : null
    return outcome?.ok ? outcome.decision : {}
  }
  const found = findPlace(text, world.towns)
  const place = found && found.ambiguous.length === 0 ? found.place : null
  const reporter = { userid, chat }
  const rest = { reply: null, attachments: [], emergency: false } as const
  return openFor(ctx.store, world, { town: found?.town ?? homeTown(world, null), place, text, reporter, ...rest })
}

const EMPTY: readonly Intent[] = ['nonsense', 'abuse', 'greeting', 'thanks']

const tells = (text: string, { towns }: World): boolean =>
  !EMPTY.includes(intentOf(text, { item: false, danger: false, files: false }, towns[0]?.hearing))
