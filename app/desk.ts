import { LOOKS } from '../bot/render/look.ts'
import { wordsOf } from '../bot/render/render.ts'
import { plain } from '../bot/text/plain.ts'
import { explainCode } from '../bot/wording/codes.ts'
import { eventName } from '../bot/wording/names.ts'
import type { Env } from '../config/env.ts'
import { signCause, signMend, signName } from '../domain/alarm/wording-alarm.ts'
import type { Context } from '../context.ts'
import type { InboxRow } from '../domain/decision.ts'
import type { Inbound } from '../domain/inbound.ts'
import type { NoticeBody, OutboxRow } from '../domain/notice.ts'
import { recipientKey } from '../domain/people/recipients.ts'
import { openLists } from './lists/open.ts'
import { foresee } from '../handlers/ahead.ts'
import { inHand } from '../handlers/cases.ts'
import type { Desk } from '../web/desk.ts'
import type { Setup } from '../web/setup.ts'
import type { Alarms } from './alarms.ts'
import { health } from './health.ts'
import { takeLink } from './terminalLinks.ts'

type DeskOptions = Readonly<{
  ctx: Context
  env: Env
  byWecom: boolean
  handle(row: InboxRow): Promise<void>
  setup: Setup | null
  alarms: Alarms
  queuePage(): ReturnType<Desk['queuePage']>
  /** what is said to the one before the page, whole: what a row only holds sealed is read now */
  open(body: NoticeBody): Promise<NoticeBody>
}>

/** how long an answer may be read by the page, in ms */
const ANSWER_MS = 10 * 60_000

/** What the pages are served with: orders given there go the way of every message, and are answered in the same words. */
export function makeDesk({ ctx, env, byWecom, handle, open, setup, alarms, queuePage }: DeskOptions): Desk {
  // a page shows text: marks of a chat would stand in it
  const words = (body: NoticeBody): string => plain(wordsOf([rowOf(body)], ctx.towns, LOOKS.aibot))
  return {
    ctx,
    publicUrl: env.publicUrl,
    byWecom,
    demo: env.demo,
    words,
    setup,
    queuePage,
    takeLink: (key) => takeLink(env.dataDir, key),
    async health() {
      const [parked, waiting] = await Promise.all([ctx.store.parked(100), ctx.store.waiting()])
      const undelivered = { parked: parked.length, waiting }
      return health(env, { ...(await alarms.now()), undelivered, note: ctx.store.note, now: ctx.now() })
    },
    alarms: async () =>
      (await alarms.standing()).map(({ sign, since }) => ({
        name: signName(sign),
        cause: signCause(sign),
        mend: signMend(sign),
        since,
      })),
    eventName,
    explainCode,
    hand: (task) => inHand(ctx, task),
    foresee: (task, until) => foresee(ctx, task, until),
    lists: openLists(env.townConfig, async () => ctx.renew?.()),
    async act(userid, said) {
      const { row } = await ctx.store.receive(order(ctx, userid, said), ctx.now())
      await handle(row)
      // what the same order makes somebody else hear is not for the one before the page
      const answers = await ctx.store.answersTo(row.id, recipientKey({ kind: 'person', userid }))
      const settled = await ctx.store.received(row.id)
      if (!settled || answers.length === 0) throw new Error('an order of a page was not answered')
      return {
        ok: !answers.some(({ body }) => NOT_DONE.includes(body.kind)),
        said: (await Promise.all(answers.map(({ body }) => open(body)))).map(words),
      }
    },
  }
}

const NOT_DONE: readonly NoticeBody['kind'][] = [
  'refused',
  'unknown-command',
  'no-case',
  'ask-text',
  'ask-place',
  'ask-problem',
  'not-understood',
]

function order({ id, now }: Context, userid: string, text: string): Inbound {
  const reqId = id()
  return {
    channel: 'web',
    dedupeKey: `web-${reqId}`,
    from: userid,
    chat: { type: 'single', id: userid, via: 'web' },
    content: { kind: 'text', text, quote: null },
    reply: { reqId, kind: 'message', until: new Date(now().getTime() + ANSWER_MS), via: 'web' },
  }
}

/** Words need no more of a row than its body and that it is for one person. */
function rowOf(body: NoticeBody): OutboxRow {
  const at = new Date(0)
  const to = { kind: 'person', userid: '' } as const
  return {
    id: '',
    seq: 0,
    attempts: 0,
    key: '',
    taskId: null,
    queue: 'replies',
    urgent: false,
    to,
    body,
    reply: null,
    notBefore: at,
    dueAt: at,
    createdAt: at,
    fallback: null,
  }
}
