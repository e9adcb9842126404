import type { Readable } from 'node:stream'

/**
 * What one call of WeCom's REST interface came to. Nothing is thrown for the network's or the platform's sake.
 * ok        errcode 0
 * answered  the platform said no: `code` is its errcode; it did nothing
 * failed    an HTTP status of 5xx: the platform says that it did nothing
 * unsent    it never left: no connection, no token, our own breaker is open, a quota of ours
 * unclear   no answer in time, cut off, or an answer that cannot be read: it may have been done
 */
export type Answer<Body = Readonly<Record<string, unknown>>> =
  | Readonly<{ kind: 'ok'; body: Body }>
  | Readonly<{ kind: 'answered'; code: number }>
  | Readonly<{ kind: 'failed'; reason: string }>
  | Readonly<{ kind: 'unsent'; reason: string; until: Date }>
  | Readonly<{ kind: 'unclear'; reason: string }>

export type MediaKind = 'image' | 'voice' | 'video' | 'file'
export type UploadFile = Readonly<{ name: string; mime: string; data: Buffer }>
/** A download under way; `name` from Content-Disposition, made harmless. */
export type Download = Readonly<{ body: Readable; name: string | null }>

/** WeCom's REST interface for one self-built app. */
export type WecomApi = Readonly<{
  /** GET without `body`, else POST as JSON; with the app's token, which is renewed once on 40014 and 42001. `path` without a leading /cgi-bin/. */
  call(path: string, options?: Readonly<{ query?: Readonly<Record<string, string>>; body?: object }>): Promise<Answer>
  /** the same without a token: group robots carry a key of their own in `query` */
  open(path: string, options: Readonly<{ query: Readonly<Record<string, string>>; body: object }>): Promise<Answer>
  /** a temporary file, good for three days; answers with `media_id` */
  upload(kind: MediaKind, file: UploadFile): Promise<Answer>
  /** a temporary file for one group robot */
  uploadForRobot(key: string, kind: 'file' | 'voice', file: UploadFile): Promise<Answer>
  download(mediaId: string): Promise<Answer<Download>>
  /** whether calls are made at the moment, and why not */
  state(): Readonly<{ up: boolean; detail: string }>
  close(): Promise<void>
}>
