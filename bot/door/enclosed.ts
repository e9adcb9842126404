import type { NoticeBody, OutboxRow } from '../../domain/notice.ts'
import { fit } from '../text/clean.ts'
import type { Answer, WecomApi } from '../wecom/answer.ts'

/** What goes as a picture or as a file instead of as words. */
export type Enclosed = Readonly<{ as: 'image' | 'file'; name: string; mime: string; data: Buffer }>

/** What a notice encloses; null where it is nothing but words, or where the file is gone. */
export type Enclose = (body: NoticeBody) => Promise<Enclosed | null>

/** The platform takes no larger ones, and none below 5 bytes. */
export const ENCLOSED_LIMITS = { image: 10 * 1024 * 1024, file: 20 * 1024 * 1024, least: 5, name: 60 } as const

/** What these rows enclose, with a name the platform takes; several rows in one message are words. */
export async function enclosedIn(rows: readonly OutboxRow[], enclose: Enclose | undefined): Promise<Enclosed | null> {
  const [row, ...others] = rows
  const found = row && others.length === 0 ? ((await enclose?.(row.body)) ?? null) : null
  if (!found || found.data.length < ENCLOSED_LIMITS.least || found.data.length > ENCLOSED_LIMITS[found.as]) return null
  return { ...found, name: named(found.name) }
}

/** Uploads it for messages of the app, of customer service and of its chats; the media_id, or why not. */
export async function uploaded(
  api: Pick<WecomApi, 'upload'>,
  { as, name, mime, data }: Enclosed,
): Promise<string | Exclude<Answer, { kind: 'ok' }>> {
  return mediaIdOf(await api.upload(as, { name, mime, data }))
}

/** The same for one group robot, which takes pictures only within a message. */
export async function uploadedForRobot(
  api: Pick<WecomApi, 'uploadForRobot'>,
  key: string,
  { name, mime, data }: Enclosed,
): Promise<string | Exclude<Answer, { kind: 'ok' }>> {
  return mediaIdOf(await api.uploadForRobot(key, 'file', { name, mime, data }))
}

function mediaIdOf(answer: Answer): string | Exclude<Answer, { kind: 'ok' }> {
  if (answer.kind !== 'ok') return answer
  const { media_id: id } = answer.body
  return typeof id === 'string' && id !== '' ? id : { kind: 'unclear', reason: 'an upload without a media_id' }
}

/** A long name is cut before its ending. */
function named(name: string): string {
  const ending = /\.[A-Za-z0-9]{1,5}$/u.exec(name)?.[0] ?? ''
  return `${fit(name.slice(0, name.length - ending.length), ENCLOSED_LIMITS.name - ending.length)}${ending}`
}
