import type { AppSide, CallbackSide, ContactsSide, KfSide, RestSide } from './doors.ts'
import type { Platform } from './platform.ts'

export type Sides = Readonly<{
  app: AppSide
  kf: KfSide
  contacts: ContactsSide
  callback: CallbackSide
  rest: RestSide
}>

/** The doors beside the AI bot, as tests and the page use them. */
export function makeSides(_: Platform): Sides {
  const missing = new Proxy({}, { get: () => () => Promise.reject(new Error('not built yet')) })
  return { app: missing, kf: missing, contacts: missing, callback: missing, rest: missing } as unknown as Sides
}
