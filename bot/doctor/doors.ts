import type { Town } from '../../domain/town.ts'

/** What is configured, and so what there is to look at. */
export type Doors = Readonly<{
  host: string
  port: number
  publicUrl: string | null
  apiBase: string
  aibot: Readonly<{ id: string; secret: string; wsUrl: string }> | null
  app: AppDoor | null
  kf: Readonly<{ openKfid: string }> | null
  towns: readonly Town[]
}>

export type AppDoor = Readonly<{
  corpId: string
  agentId: number | null
  secret: string
  callbackToken: string | null
  callbackAesKey: string | null
}>
