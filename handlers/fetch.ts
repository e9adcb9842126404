import { secretMark } from '../domain/flow/secret.ts'
import type { Context, Media } from '../context.ts'
import { COMING, type Decision, type Fetched, type InboxRow, type NewAttachment } from '../domain/decision.ts'
import type { MediaRef } from '../domain/inbound.ts'
import type { Notice } from '../domain/notice.ts'
import { findPerson } from '../domain/people/directory.ts'
import { recipientKey } from '../domain/people/recipients.ts'
import type { Turn } from './turn.ts'

/** We were asked to stop while it was being fetched. */
const CLOSING = 'closing'

/** Fetches what a message carries while the platform still holds it; a file that cannot be had is kept as a fault. */
export async function fetchFiles(ctx: Context, row: InboxRow, now: Date): Promise<NewAttachment[]> {
  return Promise.all(
    refsOf(row).map(async (ref, i) => {
      const fetched = await ctx.media.fetchSoon(ref, howOf(ctx, row))
      return { taskId: null, by: row.from, at: now, source: ref.kind, ...outcomeOf(row, i, fetched) }
    }),
  )
}

/** The files of a message, all of them here or known not to come: for what cannot be decided without them. */
export async function awaited({ ctx, row, files }: Turn): Promise<readonly NewAttachment[]> {
  const coming = files.flatMap(({ id, fault }) => (fault === COMING ? [id] : []))
  if (coming.length === 0) return files
  const how = howOf(ctx, row)
  const got = await Promise.all(
    refsOf(row).map(async (ref, i) =>
      coming.includes(idOf(row, i)) ? outcomeOf(row, i, await ctx.media.fetch(ref, how)) : null,
    ),
  )
  return files.map((file) => ({ ...file, ...got.find((each) => each?.id === file.id) }))
}

/** The files of a message that were still coming when it was answered: they take their place, or the sender is told. Null = not yet. */
export async function fetchLate(ctx: Context, row: InboxRow): Promise<Decision | null> {
  const how = howOf(ctx, row)
  const fetched = await Promise.all(
    refsOf(row).map(async (ref, i) => outcomeOf(row, i, await ctx.media.fetch(ref, how))),
  )
  if (fetched.some(({ fault }) => fault === COMING)) return null
  const count = fetched.filter(({ fault }) => fault !== null).length
  return { fetched, notices: count > 0 ? [mediaFailed(row, count, ctx.now())] : [] }
}

/** The bytes an officer sent are evidence; a villager's picture must not say where he was, nor with what phone. */
const howOf = ({ towns }: Context, { from }: InboxRow) => ({ strip: findPerson({ towns }, from) === null })

const refsOf = ({ content }: InboxRow): readonly MediaRef[] => (content.kind === 'media' ? content.media : [])
const idOf = (row: InboxRow, i: number): string => `${row.id}-${i}`
const nothing = { sha256: null, mime: null, bytes: 0, name: null } as const
const coming = (row: InboxRow, i: number): Fetched => ({ id: idOf(row, i), ...nothing, fault: COMING })

function outcomeOf(row: InboxRow, i: number, got: Awaited<ReturnType<Media['fetchSoon']>>): Fetched {
  if (!got || (!got.ok && got.fault === CLOSING)) return coming(row, i)
  const id = idOf(row, i)
  if (!got.ok) return { id, ...nothing, fault: got.fault }
  const { gps, name, ...file } = got.file
  return { id, ...file, name: keptOf(name), gps: gps ? `${gps.lat},${gps.lng}` : null, fault: null }
}

/** 「李大明家.png」: a name may tell who sent it, and nobody works by it; what kind of file it is stays, and a mark of secrecy. */
const keptOf = (name: string | null): string | null => {
  const mark = secretMark(name)
  return mark === null ? endingOf(name) : `${mark}${endingOf(name) ?? ''}`
}

const endingOf = (name: string | null): string | null =>
  /\.[a-z0-9]{1,5}$/iu.exec(name ?? '')?.[0].toLowerCase() ?? null

function mediaFailed({ id, chat }: InboxRow, count: number, now: Date): Notice {
  const to = { kind: 'chat', chat } as const
  return {
    key: `in|${id}|late|${recipientKey(to)}`,
    taskId: null,
    queue: 'replies',
    urgent: false,
    to,
    body: { kind: 'media-failed', count },
    reply: null,
    notBefore: now,
    dueAt: now,
    fallback: null,
  }
}
