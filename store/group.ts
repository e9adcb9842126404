import { step } from '../crash.ts'
import { appendAccesses } from './access.ts'
import { GENESIS, hang, hashOf, headText, parseHead, type Head } from './chain.ts'
import { toJson } from './json.ts'
import { countSent } from './customers.ts'
import { write, written, type Kit } from './kit.ts'
import { newestFence } from './lease.ts'
import { applyNotes, writeNotes } from './notes.ts'
import { erase, eraseTraces, forgetFiles } from './erase.ts'
import { newEvidence } from './evidence.ts'
import { forgetPlaces } from './places.ts'
import type { DecisionOp, FailOp, IdentityOp, Op, PolicyOp, SettleOp } from './ops.ts'
import { receive } from './receive.ts'
import { purge } from './purge.ts'
import { rename, renameSender } from './rename.ts'
import { shapes } from './statements.ts'
import { parts, type Decision } from '../domain/decision.ts'
import type { OutboxRow } from '../domain/notice.ts'
import type { Due } from './store.ts'
import { tables } from './tables.ts'
import { decideRaces } from './races.ts'
import { attachmentRow, conversationRow, outboxRow, reportRow, timerRow } from './rows-in.ts'

/** What a committed group leads to: answers to be given, rows that want work, messages that are new, and the new head of the chain. */
export type Applied = Readonly<{
  answers: readonly (() => void)[]
  due: readonly Due[]
  fresh: readonly OutboxRow[]
  head: Head | null
  /** something was let go of that must leave the disk, too */
  forgot: boolean
}>

const ofKind = <K extends Op['kind']>(ops: readonly Op[], kind: K) =>
  ops.filter((op): op is Extract<Op, { kind: K }> => op.kind === kind)

/** Writes a group inside an open transaction, one statement per table. Losers of a race are left out; any throw undoes the group. */
export async function applyGroup(kit: Kit, ops: readonly Op[], knownHead: Head | null): Promise<Applied> {
  const { won, lost } = await decideRaces(kit, ofKind(ops, 'decision'))
  const decisions = won.flatMap(({ decision }) => parts(decision))
  await write(
    kit,
    kit.say.unreport,
    shapes.unreport,
    decisions.flatMap(({ unreport }) => unreport ?? []),
  )
  await write(
    kit,
    kit.say.reports,
    tables.report,
    decisions.flatMap(({ reports }) => (reports ?? []).map(reportRow)),
  )
  await write(
    kit,
    kit.say.attachments,
    tables.attachment,
    decisions.flatMap(({ attachments }) => (attachments ?? []).map(attachmentRow)),
  )
  await write(
    kit,
    kit.say.fetched,
    shapes.fetched,
    decisions.flatMap(({ fetched }) => fetched ?? []),
  )
  await write(
    kit,
    kit.say.attach,
    shapes.attached,
    decisions.flatMap(({ attach }) => (attach?.ids ?? []).map((id) => ({ id, taskId: attach?.taskId }))),
  )
  await write(
    kit,
    kit.say.sealSenders,
    shapes.sealedSender,
    decisions.flatMap(({ attach }) =>
      (attach?.ids ?? []).flatMap((id) => (attach?.senders ?? []).map((as) => ({ id, ...as }))),
    ),
  )
  await forgetPlaces(kit, decisions)
  await write(kit, kit.say.lessons, tables.lesson, [
    ...new Map(decisions.flatMap(({ lessons = [] }) => lessons.map((row) => [row.id, row]))).values(),
  ])
  await write(kit, kit.say.aliases, tables.alias, [
    ...new Map(
      decisions.flatMap(({ aliases = [] }) => aliases.map((row) => [`${row.town} ${row.alias}`, row])),
    ).values(),
  ])
  await write(kit, kit.say.admissions, tables.admission, [
    ...new Map(decisions.flatMap(({ admissions = [] }) => admissions.map((row) => [row.id, row]))).values(),
  ])
  await appendAccesses(
    kit,
    decisions.flatMap(({ access }) => access ?? []),
  )
  await write(
    kit,
    kit.say.toldPrivacy,
    shapes.toldPrivacy,
    won.flatMap(({ decision, now }) =>
      parts(decision).flatMap(({ toldPrivacy }) => (toldPrivacy ?? []).map((id) => ({ id, at: now }))),
    ),
  )
  const head = await appendEvents(kit, won, knownHead)
  step('half')
  const fresh = await addNotices(kit, won)
  const due = [...fresh.map(dueOf), ...(await setTimers(kit, won))]
  await setConversations(kit, won)
  await bind(kit, decisions)
  await erase(
    kit,
    decisions.flatMap((decision) => decision.erase ?? []),
  )
  await eraseTraces(
    kit,
    decisions.flatMap(({ traces }) => traces ?? []),
  )
  await write(
    kit,
    kit.say.reworded,
    shapes.reworded,
    decisions.flatMap(({ reworded }) => reworded ?? []),
  )
  await forgetFiles(
    kit,
    decisions.flatMap(({ filesGone }) => filesGone ?? []),
  )
  await renameSender(
    kit,
    won.flatMap(({ decision: { inbox } }) => (inbox?.sealed ? [{ id: inbox.id, ...inbox.sealed }] : [])),
  )
  await writeIdentities(kit, ofKind(ops, 'identity'))
  await rename(
    kit,
    ofKind(ops, 'rename').flatMap(({ people }) => people),
  )
  await writeNotes(
    kit,
    decisions.flatMap(({ notes }) => notes ?? []),
  )
  const received = await receive(kit, ofKind(ops, 'receive'), ofKind(ops, 'page'))
  const noted = await applyNotes(kit, ofKind(ops, 'note'))
  await countSent(kit, ofKind(ops, 'count'))
  await settle(kit, ofKind(ops, 'settle'))
  await fail(kit, ofKind(ops, 'fail'))
  await savePolicies(kit, ofKind(ops, 'policy'))
  const purged: (() => void)[] = []
  for (const op of ofKind(ops, 'purge')) {
    const count = await purge(kit, op.what, op.before, op.limit)
    purged.push(() => op.resolve(count))
  }
  const plain = ops.filter(isPlain)
  return {
    answers: [...lost, ...received.answers, ...noted, ...purged, ...[...won, ...plain].map((op) => () => op.resolve())],
    due: [...due, ...received.due],
    fresh,
    head,
    forgot: ops.some(({ kind }) => kind === 'purge') || decisions.some(forgets),
  }
}

const forgets = ({ erase: people = [], filesGone = [] }: Decision): boolean => people.length + filesGone.length > 0

type Plain = Extract<Op, { resolve(value: void): void }>
async function writeIdentities(kit: Kit, ops: readonly IdentityOp[]): Promise<void> {
  const rows = (how: IdentityOp['how']) => ops.filter((op) => op.how === how).flatMap((op) => op.rows)
  await write(kit, kit.say.identities, tables.identity, rows('new'))
  await write(kit, kit.say.resealed, tables.identity, rows('resealed'))
}

const ANSWERED: readonly Op['kind'][] = ['receive', 'page', 'note', 'decision', 'purge']
const isPlain = (op: Op): op is Exclude<Plain, DecisionOp> => !ANSWERED.includes(op.kind)

/** From now on what somebody wrote by customer service is this member's. */
async function bind(kit: Kit, decisions: readonly Decision[]): Promise<void> {
  const bound = decisions.flatMap(({ bind: to }) => (to ? [{ reporter: to.person, ...to }] : []))
  await write(kit, kit.say.bindCustomer, shapes.bound, bound)
  await write(kit, kit.say.bindReports, shapes.bound, bound)
}

async function appendEvents(kit: Kit, won: readonly DecisionOp[], knownHead: Head | null): Promise<Head | null> {
  const evidence = await newEvidence(kit, won)
  const events = won.flatMap((op) => [
    ...parts(op.decision).flatMap(({ events }) => events ?? []),
    ...(evidence.get(op) ?? []),
  ])
  if (events.length === 0) return knownHead
  const { links, head } = hang(knownHead ?? (await storedHead(kit)), events, hashOf)
  await write(kit, kit.say.events, tables.event, links)
  await write(kit, kit.say.meta, tables.meta, [{ key: 'head', value: headText(head) }])
  return head
}

async function storedHead({ sql, say }: Kit): Promise<Head> {
  const [row] = await sql.rows<{ value: string }>(say.head)
  return row === undefined ? GENESIS : parseHead(row.value)
}

/** A notice whose key exists is left as it is, and wants no work. */
async function addNotices(kit: Kit, won: readonly DecisionOp[]): Promise<OutboxRow[]> {
  const rows = won.flatMap(({ decision, now }) =>
    parts(decision)
      .flatMap(({ notices }) => notices ?? [])
      .map((notice) => ({ notice, createdAt: now, row: outboxRow(notice, now) })),
  )
  const added = await written<{ id: string; seq: number | bigint }>(
    kit,
    kit.say.notices,
    tables.outbox,
    rows.map(({ row }) => row),
  )
  const seqs = new Map(added.map(({ id, seq }) => [id, Number(seq)]))
  return rows.flatMap(({ notice, createdAt, row: { id } }) => {
    const seq = seqs.get(id)
    return seq === undefined ? [] : [{ ...notice, id, seq, attempts: 0, createdAt }]
  })
}

function dueOf({ id, queue, urgent, dueAt }: OutboxRow): Due {
  return { kind: 'outbox', id, queue, urgent, dueAt }
}

/** The last word on each (subject, kind) counts. */
async function setTimers(kit: Kit, won: readonly DecisionOp[]): Promise<Due[]> {
  const changes = won.flatMap(({ decision }) => parts(decision).flatMap(({ timers }) => timers ?? []))
  if (changes.length === 0) return []
  const last = [...new Map(changes.map((change) => [`${change.subject} ${change.kind}`, change])).values()]
  const set = last.flatMap((change) => timerRow(change) ?? [])
  await write(
    kit,
    kit.say.clearTimers,
    shapes.timerKey,
    last.filter(({ dueAt }) => dueAt === null),
  )
  await write(kit, kit.say.timers, tables.timer, set)
  return set.map(({ id, dueAt }) => ({ kind: 'timer', id, dueAt }))
}

async function setConversations(kit: Kit, won: readonly DecisionOp[]): Promise<void> {
  const last = new Map(
    won.flatMap(({ decision }) =>
      parts(decision).flatMap(({ conversation }) =>
        conversation ? [[conversation.key, conversation.value] as const] : [],
      ),
    ),
  )
  const ended = [...last].flatMap(([key, value]) => (value === null ? [key] : []))
  const asked = [...last.values()].flatMap((value) => (value === null ? [] : [conversationRow(value)]))
  if (ended.length > 0) await kit.sql.run(kit.say.endConversations, toJson(ended))
  await write(kit, kit.say.conversations, tables.conversation, asked)
}

async function settle(kit: Kit, ops: readonly SettleOp[]): Promise<void> {
  const newest = ops.some(({ fence }) => fence !== null) ? await newestFence(kit) : 0
  const rows = ops.flatMap((op) =>
    validOf(op, newest).map((row) => ({ dueAt: null, tried: null, ...row, tries: row.attempt ? 1 : 0 })),
  )
  const last = [...new Map(rows.map((row) => [row.id, row])).values()]
  await write(kit, kit.say.settleOutbox, shapes.settledOutbox, last)
}

/** Whoever leads no more cannot know what became of a row since; that he sent it stays true. */
function validOf({ rows, fence }: SettleOp, newest: number): SettleOp['rows'] {
  return fence === null || fence >= newest ? rows : rows.filter(({ status }) => status === 'sent')
}

async function fail(kit: Kit, ops: readonly FailOp[]): Promise<void> {
  const at = new Date()
  await write(
    kit,
    kit.say.failInbox,
    shapes.failedInbox,
    ops.map(({ id, reason, park }) => ({ id, reason, park, at })),
  )
}

async function savePolicies(kit: Kit, ops: readonly PolicyOp[]): Promise<void> {
  const savedAt = new Date()
  await write(
    kit,
    kit.say.policies,
    tables.policy,
    ops.map(({ policy }) => ({ id: policy.id, body: policy, savedAt })),
  )
}
