import type { PassThrough } from 'node:stream'
import { z } from 'zod'
import type { Desk, Outcome } from '../desk.ts'
import type { WebRole } from '../roles.ts'
import type { Session } from '../session.ts'
import type { Viewer } from '../viewer.ts'

/** What a route is asked with: already checked. */
export type Ask<Query, Body> = Readonly<{
  desk: Desk
  viewer: Viewer
  query: Query
  body: Body
  params: Readonly<Record<string, string>>
  now: Date
  /** which of his sessions this is */
  sessionId: string
  /** where a stream broke off */
  lastEventId: string
  /** Is he still signed in? Asking is no click. */
  isHere(): Promise<boolean>
  /** an order in the words of the chat, given by the viewer */
  act(words: string): Promise<Outcome>
}>

/** What is asked before anybody is known; `open` and `end` are his session. */
export type PublicAsk<Body> = Readonly<{
  desk: Desk
  body: Body
  now: Date
  /** address of the browser */
  ip: string
  session: Session | null
  open(userid: string, how: string): Promise<void>
  end(): Promise<void>
}>

/** What goes on being sent for as long as the page is open. */
export class Live {
  readonly stream: PassThrough
  constructor(stream: PassThrough) {
    this.stream = stream
  }
}

type Saved = Readonly<{ inline?: boolean; logged?: string | null }>

/** A file to be saved; that somebody took it out is written down as `logged`. */
export class Download {
  readonly file: Buffer
  readonly name: string
  readonly mime: string
  /** shown in the page instead of saved: pictures */
  readonly inline: boolean
  /** null = only looked at: a small picture on the page */
  readonly logged: string | null
  constructor(file: Buffer, name: string, mime: string, { inline = false, logged = name }: Saved = {}) {
    this.file = file
    this.name = name
    this.mime = mime
    this.inline = inline
    this.logged = logged
  }
}

type Line = Readonly<{
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** `/api/cases/:no` */
  path: string
  /** one sentence, from the wording files */
  summary: string
  query: z.ZodType
  body: z.ZodType
  /** null = it answers with a file or a stream */
  answer: z.ZodType | null
  /** changes nothing although it is no GET: not in the log of operations */
  quiet: boolean
  /** bytes of a body, where it may be more than a form: an uploaded file */
  most?: number
}>

/** One line of the API: who may is a list of roles; which cases he sees is a matter of what the route reads. */
export type RoleRoute = Line &
  Readonly<{ roles: readonly WebRole[]; handle(ask: Ask<unknown, unknown>): Promise<unknown> }>
/** What one may ask before he signed in. */
export type PublicRoute = Line & Readonly<{ roles: 'anyone'; handle(ask: PublicAsk<unknown>): Promise<unknown> }>

/** The router, the OpenAPI page and the test of who may what are made from these. */
export type Route = RoleRoute | PublicRoute

type Given<Handle> = Pick<Line, 'method' | 'path' | 'summary' | 'answer'> &
  Readonly<{ quiet?: boolean; most?: number; handle: Handle }>
const nothing = z.strictObject({})

/** A route for those with one of these roles. */
export function route<Query extends z.ZodType = typeof nothing, Body extends z.ZodType = typeof nothing>(
  given: Given<(ask: Ask<z.infer<Query>, z.infer<Body>>) => Promise<unknown>> &
    Readonly<{ roles: readonly WebRole[]; query?: Query; body?: Body }>,
): RoleRoute {
  const { handle, query, body, quiet = false, ...rest } = given
  return {
    ...rest,
    quiet,
    query: query ?? nothing,
    body: body ?? nothing,
    // what the schemas made is what they say it is
    handle: (ask) => handle(ask as Ask<z.infer<Query>, z.infer<Body>>),
  }
}

/** A route for everybody. */
export function publicRoute<Body extends z.ZodType = typeof nothing>(
  given: Given<(ask: PublicAsk<z.infer<Body>>) => Promise<unknown>> & Readonly<{ body?: Body }>,
): PublicRoute {
  const { handle, body, quiet = true, ...rest } = given
  return {
    ...rest,
    quiet,
    roles: 'anyone',
    query: nothing,
    body: body ?? nothing,
    handle: (ask) => handle(ask as PublicAsk<z.infer<Body>>),
  }
}

/** An answer that is no success: `sentence` is read by the person before the page. */
export class PageRefusal extends Error {
  readonly status: number
  readonly sentence: string
  constructor(status: number, sentence: string) {
    super(sentence)
    this.status = status
    this.sentence = sentence
  }
}
