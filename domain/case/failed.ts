import type { Decision } from '../decision.ts'
import type { OutboxRow } from '../notice.ts'
import type { World } from '../world.ts'

/** What the platform had accepted and then could not deliver is said again, under a key of its own, so that it is held until it can be. */
export function sayAgain(row: OutboxRow, world: World): Decision {
  const { id: _id, seq: _seq, attempts: _attempts, createdAt: _at, tried: _tried, ...notice } = row
  const key = `${notice.key}|again`
  return { notices: [{ ...notice, key, reply: null, notBefore: world.now, dueAt: world.now }] }
}
