import { z } from 'zod'
import type { OpenSession } from '../session.ts'
import type { Viewer } from '../viewer.ts'
import { deviceIn } from '../wording/devices.ts'
import { wayOf } from '../wording/logs.ts'

/** Where somebody is signed in: in words, and without what would let anybody in. */
export const sessionShape = z.object({
  id: z.string(),
  userid: z.string(),
  name: z.string(),
  how: z.string(),
  since: z.string(),
  seenAt: z.string(),
  ip: z.string(),
  device: z.string(),
  /** the one that asks */
  here: z.boolean(),
})
export type ShownSession = z.infer<typeof sessionShape>

export const own = (all: readonly OpenSession[], { userid }: Viewer): readonly OpenSession[] =>
  all.filter((session) => session.userid === userid)

/** Those of the people of his townships. */
export function watched(all: readonly OpenSession[], { places }: Viewer): readonly OpenSession[] {
  const people = new Set(places.flatMap(({ town }) => town.people.map(({ userid }) => userid)))
  return all.filter(({ userid }) => people.has(userid))
}

export function shownTo({ places }: Viewer, here: string): (session: OpenSession) => ShownSession {
  const names = new Map(places.flatMap(({ town }) => town.people.map(({ userid, name }) => [userid, name] as const)))
  return ({ id, userid, how, createdAt, seenAt, ip, agent }) => ({
    id,
    userid,
    name: names.get(userid) ?? userid,
    how: wayOf(how),
    since: new Date(createdAt).toISOString(),
    seenAt: new Date(seenAt).toISOString(),
    ip,
    device: deviceIn(agent),
    here: id === here,
  })
}
