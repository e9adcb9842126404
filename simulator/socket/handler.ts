import type { Platform } from '../platform.ts'

export type Body = Readonly<Record<string, unknown>>
export type Request = Readonly<{ reqId: string; body: Body }>

/** Answers one command: the body of the ack, or nothing; throws a Refusal. */
export type Handler = (platform: Platform, request: Request) => Body | undefined
